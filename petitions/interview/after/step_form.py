"""The form of one step of a case: yes or not yet, the day, and for an answer the hearing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.utils.translation import gettext_lazy as _

from petitions.exchange.plain_text import plain_text, unprintable
from petitions.interview.after.days import FAR_AWAY, DayField
from petitions.interview.after.order import order_question
from petitions.interview.after.trackers import Step, StepValues, step_of
from petitions.interview.after.wording import NOT_YET, STEP_WORDS
from petitions.interview.answers import Answers
from petitions.interview.forms.base import refuse
from petitions.interview.forms.choices import PICK_ONE
from petitions.interview.forms.parts import TOO_LONG
from petitions.interview.forms.widgets import Cards

DAY_WITHOUT_YES = _("You typed a day and chose “Not yet.” Change one of them")
_LONGEST_DEPARTMENT = 60
_FARTHEST_HEARING = timedelta(days=1000)


@dataclass(frozen=True, slots=True)
class StepPlace:
    """Which step of which case a form is drawn for, what is known, and the day."""

    answers: Answers
    place: str
    step: Step
    on: date

    @property
    def stored(self) -> dict[str, Any] | None:
        """Return what was noted before."""
        return step_of(self.answers, self.place, self.step)


class StepForm(forms.Form):
    """One card, and the day where there is one."""

    use_required_attribute = False
    values: StepValues | None
    """What to store; None is "not yet"."""

    def __init__(self, at: StepPlace, data: Mapping[str, Any] | None = None) -> None:
        self.at, self.words = at, STEP_WORDS[at.step]
        super().__init__(data, initial=_shown(at))
        self.fields["answer"] = _card_field(at.step)
        self.fields["on"] = DayField(label=self.words.when, latest=at.on)
        if at.step is Step.ANSWERED:
            self._add_hearing()
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True

    def clean_department(self) -> str:
        """Clean the line."""
        typed = plain_text(self.cleaned_data["department"])
        if len(typed) > _LONGEST_DEPARTMENT:
            raise forms.ValidationError(TOO_LONG)
        problem = unprintable(typed)
        if problem:
            raise refuse(problem)
        return typed

    def clean(self) -> dict[str, Any]:
        """Read the step, and ask where its day stands before that of an earlier one."""
        cleaned = super().clean() or self.cleaned_data
        if not self.errors:
            self.values = self._read(cleaned)
        if not self.errors and self.values and self.values["on"]:
            self._ask_about_the_order(self.values["on"])
        return cleaned

    def _read(self, cleaned: dict[str, Any]) -> StepValues | None:
        if cleaned["answer"] != NOT_YET:
            values = {"how": cleaned["answer"], "on": cleaned.get("on")}
            if self.at.step is not Step.ANSWERED:
                return values
            return {**values, "hearing_on": cleaned["hearing_on"], "department": cleaned["department"]}
        before = self.at.stored or {}
        for name in ("on", "hearing_on"):
            if cleaned.get(name) and cleaned[name] != before.get(name):
                self.add_error(name, DAY_WITHOUT_YES)
        return None

    def _ask_about_the_order(self, on: str) -> None:
        asked = order_question(self.at.answers, place=self.at.place, step=self.at.step, on=on)
        if asked is None:
            return
        self.fields["sure"] = forms.BooleanField(label=_("Yes, the days are right"), required=False)
        if not self.data.get("sure"):
            self.add_error("on", asked)

    def _add_hearing(self) -> None:
        self.fields["hearing_on"] = DayField(
            label=_("If there is a hearing: on which day?"),
            latest=self.at.on + _FARTHEST_HEARING,
            too_late=FAR_AWAY,
        )
        self.fields["department"] = forms.CharField(
            label=_("If there is a hearing: in which department or room?"),
            required=False,
            widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false", "size": "20"}),
        )


def _card_field(step: Step) -> forms.ChoiceField:
    words = STEP_WORDS[step]
    cards = [(value, name) for value, name, _hint in words.cards]
    field = forms.ChoiceField(
        label=str(words.heading),
        help_text=str(words.hint),
        choices=[*cards, (NOT_YET, _("Not yet"))],
        widget=Cards(),
        error_messages={"required": PICK_ONE, "invalid_choice": PICK_ONE},
    )
    field.widget.hints = {value: str(hint) for value, _name, hint in words.cards}
    return field


def _shown(at: StepPlace) -> dict[str, Any]:
    stored = at.stored
    return {"answer": NOT_YET} if stored is None else {**stored, "answer": stored["how"]}
