"""The form that notes what happened and on which day, and asks whether the person is told."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from petitions.clinic.after.telling import RECORD_ONLY
from petitions.clinic.after.words import happening, happenings
from petitions.interview.after.days import BEFORE_THE_LAW, NOT_YET_COME
from petitions.interview.forms.base import refuse
from petitions.law.terms import EFFECTIVE
from petitions.records.matters.models import CaseStatus

_PICK = _("Choose one")
_BAD_DAY = _("Type the day like 11/28/2026: month, day, year")
_MUST_AGREE = _("To write to the person, tick that they said we may. Or choose “Record only”")
_DAYS = ("%m/%d/%Y", "%m/%d/%y", "%Y-%m-%d")


def day_field(label: str | Promise) -> forms.DateField:
    """Return one box for a day, which may stay blank; the browser's own picker takes four presses of Tab to leave."""
    return forms.DateField(
        label=label,  # type: ignore[arg-type]
        required=False,
        input_formats=_DAYS,
        error_messages={"invalid": _BAD_DAY},
        widget=forms.DateInput({"autocomplete": "off", "size": "10"}, format="%m/%d/%Y"),
    )


class NoteForm(forms.Form):
    """What happened and on which day, and whether the person is told. ``token`` is of one page."""

    use_required_attribute = False
    happened = forms.ChoiceField(
        label=_("What happened"), error_messages={"required": _PICK, "invalid_choice": _PICK}
    )
    on = day_field(_("Day (month/day/year)"))
    tell = forms.ChoiceField(
        label=_("Tell the person?"),
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _PICK},
    )
    agreed = forms.BooleanField(label=_("The person said we may write to this address"), required=False)
    token = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        on: date,
        ways: list[tuple[str, str | Promise]],
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        self.today = on
        super().__init__(data, initial={"on": on, "tell": RECORD_ONLY, **(initial or {})})
        self._choices("happened", [("", _("Choose")), *happenings()])
        self._choices("tell", [(RECORD_ONLY, _("Record only")), *ways])

    @property
    def step(self) -> tuple[CaseStatus, str]:
        """Return the chosen status and its outcome."""
        return happening(self.cleaned_data["happened"])

    @property
    def is_telling(self) -> bool:
        """Say whether the person is told."""
        return bool(self.cleaned_data["tell"] != RECORD_ONLY)

    def clean_on(self) -> date | None:
        """Refuse a day before the law or after today."""
        day: date | None = self.cleaned_data["on"]
        if day and day < EFFECTIVE:
            raise refuse(BEFORE_THE_LAW)
        if day and day > self.today:
            raise refuse(NOT_YET_COME)
        return day

    def clean_tell(self) -> str:
        """Only record where nothing is chosen."""
        return self.cleaned_data["tell"] or RECORD_ONLY

    def clean(self) -> dict[str, Any]:
        """Ask for the tick where the person is told."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("tell", RECORD_ONLY) != RECORD_ONLY and not cleaned.get("agreed"):
            self.add_error("agreed", _MUST_AGREE)
        return cleaned

    @property
    def says_what(self) -> bool:
        """Say whether the step and its day can be read, whatever else is open."""
        return "happened" in self.cleaned_data and "on" in self.cleaned_data

    def ask_to_be_sure(self, question: str) -> None:
        """Ask a question at the day, unless it was answered."""
        self.fields["sure"] = forms.BooleanField(label=_("Yes, the days are right"), required=False)
        if not self.data.get("sure"):
            self.add_error("on", question)

    def _choices(self, name: str, choices: list[tuple[str, Any]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]
