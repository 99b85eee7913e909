"""Forms of questions that are answered with a date of any precision."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from petitions.interview.answers import Values
from petitions.interview.dates import Boxes, DateProblem, read_date
from petitions.interview.forms.base import QuestionForm, Situation, translated
from petitions.interview.forms.boxes import BoxesField
from petitions.interview.questions import Question

NO_DATE = _("Type the year, or choose “I’m not sure”")
YEAR_ALONE = _("Type the year")
"""What to say where "I'm not sure" is no answer."""
DATE_AND_UNSURE = _("You typed a date and chose “I’m not sure.” Choose one")
PICK_COURT = _("Choose a court, or “I’m not sure”")
MORE = "more"
"""The name of the button for one more."""
_MOST_PRIORS = 10
_NOTHING_KNOWN = {"conviction_date": None, "court": "unsure"}
COURTS = (
    ("adult", _("Adult court")),
    ("juvenile", _("Juvenile court")),
    ("unsure", _("I’m not sure")),
)


class DateField(BoxesField):
    """A date of any precision."""

    def __init__(self, question: Question, *, on: date, autocomplete: bool = False) -> None:
        self.on = on
        self.may_be_unsure = question.unsure is not None
        super().__init__(
            label=translated(question.heading), help_text=translated(question.hint), autocomplete=autocomplete
        )

    def read(self, boxes: Boxes) -> str:
        """Return it as it is stored."""
        if not self.may_be_unsure and not boxes.year:
            raise DateProblem(str(YEAR_ALONE), box="year")
        return read_date(boxes, on=self.on)


class DateForm(QuestionForm):
    """A date, or "I'm not sure"."""

    def add_fields(self) -> None:
        """Add the boxes and the card."""
        is_birth = "date_of_birth" in self.question.facts
        self.fields["answer"] = DateField(self.question, on=self.situation.on, autocomplete=is_birth)
        if self.question.unsure is not None:
            self.fields["unsure"] = forms.BooleanField(
                label=_("I’m not sure"), help_text=translated(self.question.unsure), required=False
            )

    @classmethod
    def shown(cls, situation: Situation) -> dict[str, Any]:
        """Show the stored date."""
        stored = situation.stored.get(situation.page.question.facts[0])
        return {"answer": stored, "unsure": stored is None and situation.was_asked}

    def read(self, cleaned: dict[str, Any]) -> Values:
        """Read the date."""
        typed, unsure = cleaned.get("answer"), cleaned.get("unsure")
        if typed and unsure:
            self.add_error("answer", DATE_AND_UNSURE)
        elif not typed and not unsure:
            self.add_error("answer", YEAR_ALONE if self.question.unsure is None else NO_DATE)
        return {self.question.facts[0]: typed}


class PriorDatesForm(QuestionForm):
    """When and in which court each earlier conviction was: one set of fields for each."""

    def add_fields(self) -> None:
        """Add the fields of each conviction."""
        for number, name in self._dates().items():
            self.fields[name] = DateField(self.question, on=self.situation.on)
            self.fields[f"court_{number}"] = forms.ChoiceField(
                label=_("Which court?"),
                choices=(("", _("Choose")), *COURTS),
                error_messages={"required": PICK_COURT, "invalid_choice": PICK_COURT},
            )
            if self.how_many > 1:
                self.fields[f"remove_{number}"] = forms.BooleanField(
                    label=_("Remove this one"), required=False
                )

    @property
    def how_many(self) -> int:
        """Return for how many convictions there are fields."""
        return len(_priors(self.situation))

    @classmethod
    def shown(cls, situation: Situation) -> dict[str, Any]:
        """Show the stored convictions."""
        shown: dict[str, Any] = {}
        for number, prior in enumerate(_priors(situation), start=1):
            shown[_date_name(number)] = prior["conviction_date"]
            shown[f"court_{number}"] = prior.get("court", "") if situation.was_asked else ""
        return shown

    def read(self, cleaned: dict[str, Any]) -> Values:
        """Read the convictions, without those to remove, and with one more where the person wants it."""
        priors = {
            number: {"conviction_date": cleaned.get(name), "court": cleaned.get(f"court_{number}")}
            for number, name in self._dates().items()
        }
        kept = [prior for number, prior in priors.items() if not cleaned.get(f"remove_{number}")]
        more = [dict(_NOTHING_KNOWN)] if self.stays else []
        return {self.question.details: [*(kept or [priors[1]]), *more]}

    @property
    def stays(self) -> bool:
        """Say whether the person asked for room for one more conviction."""
        return MORE in self.data and self.how_many < _MOST_PRIORS

    def _dates(self) -> dict[int, str]:
        return {number: _date_name(number) for number in range(1, self.how_many + 1)}


def _date_name(number: int) -> str:
    return "answer" if number == 1 else f"answer_{number}"


def _priors(situation: Situation) -> list[dict[str, Any]]:
    stored = situation.stored.get(situation.page.question.details)
    return stored if isinstance(stored, list) else [{"conviction_date": None}]
