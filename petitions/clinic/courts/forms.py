"""The form of one row of the directory: its facts, where they were found, and on which day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from petitions.access.organizations.profiles import version_of
from petitions.clinic.after.note_form import day_field
from petitions.clinic.courts.words import FIELDS, LEVELS, YES_NO, shown
from petitions.clinic.office.forms import Versioned
from petitions.courts.changing import Change, changes_in, confirmations, problem_of_day
from petitions.courts.facts import Entry
from petitions.courts.schema import Field, Kind, problem_of, problem_of_source, tidy
from petitions.interview.forms.base import refuse
from petitions.interview.forms.parts import TOO_LONG

PICK = _("Choose one")
NOTHING_NEW = _("Nothing here is new. Change a fact, or tick that all of it is still right")
NO_DAY = _("Type the day on which you looked, like 11/28/2026")
_LONGEST_TYPED = 400
_CHOICES = {Kind.YES_NO: YES_NO, Kind.CONFIDENCE: LEVELS}


class EntryForm(Versioned):
    """The facts of one row. What is not changed is left as it is, unless ``rest`` says that it is still right too."""

    use_required_attribute = False

    def __init__(self, entry: Entry, data: Any = None, *, on: date) -> None:
        self.entry, self.today = entry, on
        super().__init__(data, initial={**entry.values, "checked": on})
        for fact in entry.facts:
            self.fields[fact.field.name] = _box(fact.field)
        self.fields["source"] = forms.CharField(
            label=_("Where did you find it?"),
            help_text=_("A web address, or who told you. It stands in the data, so name no petitioner."),
            required=False,
            max_length=_LONGEST_TYPED,
            error_messages={"max_length": TOO_LONG},
            widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false"}),
        )
        self.fields["checked"] = day_field(_("On which day did you look? (month/day/year)"))
        if entry.can_be_confirmed:
            self.fields["rest"] = forms.BooleanField(
                label=_("I looked at all of it: what I did not change is still right"), required=False
            )

    @property
    def changes(self) -> tuple[Change, ...]:
        """Return what would be saved."""
        source, checked = self.cleaned_data["source"], self.cleaned_data["checked"]
        changed = changes_in(self.entry, self._typed(), source=source, checked=checked)
        if not self.cleaned_data.get("rest"):
            return changed
        names = [one.edit.field for one in changed]
        return (*changed, *confirmations(self.entry, checked=checked, source=source, but=names))

    @property
    def mark(self) -> str:
        """Return a mark of what a valid form would save: what was looked at is what is saved."""
        told = {
            name: self.cleaned_data.get(name, "")
            for name in (*self.entry.values, "source", "checked", "rest")
        }
        return version_of(told)

    def clean(self) -> dict[str, Any]:
        """Refuse what cannot stand in the data, and what nobody found anywhere."""
        cleaned = super().clean() or self.cleaned_data
        for fact in self.entry.facts:
            self._clean_fact(fact.field, cleaned)
        cleaned["source"] = " ".join((cleaned.get("source") or "").split())
        if problem := problem_of_source(cleaned["source"]):
            self.add_error("source", refuse(problem))
        if "checked" in cleaned:
            self._clean_day(cleaned["checked"])
        if not self.errors and not self.changes:
            self.add_error(next(iter(self.entry.values)), NOTHING_NEW)
        return cleaned

    def _clean_fact(self, field: Field, cleaned: dict[str, Any]) -> None:
        if field.name not in cleaned:
            return
        value = cleaned[field.name] = tidy(field, cleaned[field.name] or "")
        problem = problem_of(field, value) if value != self.entry.values[field.name] else ""
        if problem:
            self.add_error(field.name, refuse(problem))

    def _clean_day(self, checked: date | None) -> None:
        if checked is None:
            self.add_error("checked", NO_DAY)
            return
        typed = self._typed()
        differing = [
            fact for fact in self.entry.facts if typed.get(fact.field.name, fact.value) != fact.value
        ]
        if problem := problem_of_day(checked, facts=differing, on=self.today):
            self.add_error("checked", refuse(problem))

    def _typed(self) -> Mapping[str, str]:
        return {name: self.cleaned_data[name] for name in self.entry.values if name in self.cleaned_data}

    def _columns(self) -> list[str]:
        return [*self.entry.values]


def before_and_after(form: EntryForm) -> list[tuple[str, str, str]]:
    """Return what a valid form would change: the fact, what it says, and what it would say."""
    fields = {fact.field.name: fact.field for fact in form.entry.facts}
    return [
        (
            str(FIELDS[one.edit.field]),
            shown(fields[one.edit.field], one.before),
            shown(fields[one.edit.field], one.edit.value),
        )
        for one in form.changes
        if not one.is_confirmation
    ]


def still_right(form: EntryForm) -> list[str]:
    """Name what a valid form would keep as still right."""
    return [str(FIELDS[one.edit.field]) for one in form.changes if one.is_confirmation]


def _box(field: Field) -> forms.Field:
    label = str(FIELDS[field.name])
    if field.kind in _CHOICES:
        blank = [] if field.needed else [("", _("not known"))]
        return forms.ChoiceField(
            label=label,
            choices=[*blank, *_CHOICES[field.kind].items()],
            required=False,
            error_messages={"invalid_choice": PICK},
        )
    return forms.CharField(
        label=label,
        required=False,
        max_length=_LONGEST_TYPED,
        error_messages={"max_length": TOO_LONG},
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false"}),
    )
