"""The form on which a person corrects what was read of one conviction; an empty box says "I cannot tell"."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from petitions.courts.directory import load_directory
from petitions.exchange.plain_text import plain_text
from petitions.interview.answers import new_answers
from petitions.interview.consistency import problem_in
from petitions.interview.crimes import Crime, Guess, Trouble, read_crime
from petitions.interview.dates import Boxes, read_date
from petitions.interview.forms.boxes import BoxesField
from petitions.interview.forms.crime import DID_YOU_MEAN, TROUBLES, CodeField
from petitions.interview.forms.widgets import CheckCards
from petitions.interview.questions import Question, question_of
from petitions.rapsheet.confirming.candidates import Candidate
from petitions.rapsheet.confirming.choices import Choice
from petitions.rapsheet.confirming.confirmed import Confirmed, with_confirmed
from petitions.rapsheet.record.facts import Stated

CANNOT_TELL = _("I cannot tell")
_FACT_OF = {
    "ending": "outcome",
    "court": "jurisdiction",
    "level": "level",
    "county": "county",
    "case-number": "case_number",
    "when": "offense_date",
    "convicted-when": "conviction_date",
    "sentence": "sentence_status",
    "changed": "later_relief",
}
_ORDER = (
    "crime", "level", "ending", "convicted-when", "when", "court", "county", "case-number", "sentence", "changed",
)  # fmt: skip
_ONLY_IF_READ = ("sentence", "changed")
"""What a sheet rarely tells: asked later where it does not."""
_DATES = ("when", "convicted-when")
_LONGEST_NUMBER = 60


class _Day(BoxesField):
    """A date of any precision, or nothing."""

    def __init__(self, *, label: str, on: date) -> None:
        self.on = on
        super().__init__(label=label, help_text="")

    def read(self, boxes: Boxes) -> str:
        """Return it as it is stored."""
        return read_date(boxes, on=self.on)


class ConvictionForm(forms.Form):
    """The values of one conviction, each a field by the key of its question (with _ for -)."""

    use_required_attribute = False

    def __init__(
        self,
        candidate: Candidate | None,
        choice: Choice | None,
        data: Mapping[str, Any] | None = None,
        *,
        on: date,
        born: str | None = None,
    ) -> None:
        self.on, self.born, self.candidate = on, born, candidate
        self.keys = tuple(key for key in _ORDER if _is_shown(key, candidate))
        super().__init__(data, initial=_shown(candidate, choice))
        for key in self.keys:
            self.fields[field_name(key)] = _field(key, on=on)
            self.fields[field_name(key)].help_text = _read_from(stated_for(candidate, key))
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True

    def clean_crime(self) -> Crime | None:
        """Read the code."""
        typed = plain_text(self.cleaned_data["crime"])
        found = read_crime(typed) if typed else None
        if isinstance(found, Trouble):
            raise forms.ValidationError(TROUBLES[found])
        return self._meant(found) if isinstance(found, Guess) else found

    def _meant(self, guess: Guess) -> Crime:
        code = guess.crime.text
        if self.data.get("meant") == code:
            return guess.crime
        field = self.fields["crime"]
        assert isinstance(field, CodeField)
        field.meant = code
        raise forms.ValidationError(DID_YOU_MEAN, params={"code": code})

    def clean(self) -> dict[str, Any]:
        """See whether the values can all be true."""
        cleaned = super().clean() or self.cleaned_data
        if not self.errors:
            self._check_dates()
        return cleaned

    @property
    def values_shown(self) -> list[tuple[forms.BoundField, bool]]:
        """Return the fields in their order, each with whether its value wants a second look."""
        stated = {key: stated_for(self.candidate, key) for key in self.keys}
        return [(self[field_name(key)], one is not None and one.needs_check) for key, one in stated.items()]

    @property
    def choice(self) -> Choice:
        """Return what the person said; what is blank they cannot tell."""
        said = {key: values for key in self.keys if (values := self._values(key))}
        return Choice(said, tuple(key for key in self.keys if key not in said))

    def _values(self, key: str) -> dict[str, Any]:
        given = self.cleaned_data.get(field_name(key))
        if not given:
            return {}
        if key == "crime":
            crime = given
            return {
                "code": crime.code,
                "section": crime.section,
                "subdivision": crime.subdivision,
                "prefix": crime.prefix or "none",
            }
        if key == "changed":
            return {"later_relief": [one for one in given if one != "none"]}
        return {_FACT_OF[key]: plain_text(given) if key == "case-number" else given}

    def _check_dates(self) -> None:
        person = {"birth-date": {"date_of_birth": self.born}} if self.born else {}
        answers = with_confirmed(new_answers(), convictions=[Confirmed(self.choice.said)], person=person)
        place = answers["record"]["convictions"][0]["id"]
        for key in _DATES:
            question = question_of(key)
            assert question is not None
            problem = problem_in(answers, place=place, question=question, on=self.on)
            if problem:
                self.add_error(field_name(key), gettext(problem))
                return


def field_name(key: str) -> str:
    """Return the name of the field of a question."""
    return key.replace("-", "_")


def stated_for(candidate: Candidate | None, key: str) -> Stated | None:
    """Return where the value of a question stands; None where the sheet does not say."""
    if candidate is None:
        return None
    return candidate.stated.get("section" if key == "crime" else _FACT_OF[key])


def _read_from(stated: Stated | None) -> str:
    if stated is None:
        return ""
    place = stated.places[0]
    told = {"page": place.page, "line": place.line, "text": place.raw.strip()}
    return gettext("Page %(page)s, line %(line)s: %(text)s") % told


def _is_shown(key: str, candidate: Candidate | None) -> bool:
    if key not in _ONLY_IF_READ:
        return True
    return candidate is not None and _FACT_OF[key] in candidate.stated


def _field(key: str, *, on: date) -> forms.Field:
    question = question_of(key)
    assert question is not None
    label = gettext(question.short)
    if key == "crime":
        return CodeField(label=label, required=False, max_length=160, widget=_text(capitals=True))
    if key == "case-number":
        return forms.CharField(label=label, required=False, max_length=_LONGEST_NUMBER, widget=_text())
    if key in _DATES:
        return _Day(label=label, on=on)
    if key == "changed":
        return forms.MultipleChoiceField(
            label=label,
            required=False,
            choices=_options(question),
            widget=CheckCards(),
        )
    options = _counties() if key == "county" else _options(question)
    return forms.ChoiceField(label=label, required=False, choices=[("", CANNOT_TELL), *options])


def _options(question: Question) -> list[tuple[str, str]]:
    return [(str(one.value), gettext(one.label)) for one in question.options]


def _counties() -> list[tuple[str, str]]:
    return [(county.name, county.name) for county in load_directory().counties]


def _text(*, capitals: bool = False) -> forms.TextInput:
    more = {"autocapitalize": "characters"} if capitals else {}
    return forms.TextInput({"autocomplete": "off", "spellcheck": "false", **more})


def _shown(candidate: Candidate | None, choice: Choice | None) -> dict[str, Any]:
    """Show what the person said before; else what was read."""
    if choice is not None and not choice.is_left_out:
        known: dict[str, Any] = {
            fact: value for values in choice.said.values() for fact, value in values.items()
        }
    else:
        known = candidate.facts if candidate else {}
    shown = {field_name(key): _settled(known.get(fact)) for key, fact in _FACT_OF.items()}
    return {**shown, "crime": _crime_text(known)}


def _settled(value: Any) -> Any:
    if value == []:
        return ["none"]
    return "" if value in (None, "unsure") else value


def _crime_text(known: Mapping[str, Any]) -> str:
    if not known.get("section"):
        return ""
    return Crime(
        known.get("code") or "", str(known["section"]), known.get("subdivision"), known.get("prefix")
    ).text.strip()
