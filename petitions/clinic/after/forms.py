"""The forms that note a step: of one case with its hearing, or of many cases."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from petitions.clinic.after.note_form import NoteForm, day_field
from petitions.clinic.after.order import order_question
from petitions.clinic.after.senders import EMAIL, SMS
from petitions.exchange.plain_text import plain_text, unprintable
from petitions.interview.after.days import BEFORE_THE_LAW, FAR_AWAY
from petitions.interview.forms.base import refuse
from petitions.interview.forms.parts import TOO_LONG
from petitions.law.terms import EFFECTIVE
from petitions.records.matters.models import Matter
from petitions.records.matters.steps import Steps, note_step

TELL = "tell"
_BAD_TIME = _("Type the time as hours and minutes, like 8:30")
_FARTHEST_HEARING = timedelta(days=1000)
_LONGEST_DEPARTMENT = 40
_TIMES = ("%H:%M", "%I:%M %p", "%I:%M%p")
_WAYS = {EMAIL: _("Tell the person by e-mail"), SMS: _("Tell the person by text message")}


class StepForm(NoteForm):
    """One step of one case. ``seen`` holds the version of each step that the page showed."""

    hearing_on = day_field(_("Hearing: day (month/day/year)"))
    hearing_at = forms.TimeField(
        label=_("Hearing: time"),
        required=False,
        input_formats=_TIMES,
        error_messages={"invalid": _BAD_TIME},
        widget=forms.TimeInput({"autocomplete": "off", "size": "8"}, format="%H:%M"),
    )
    department = forms.CharField(
        label=_("Hearing: department or room"),
        required=False,
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false", "size": "12"}),
    )
    seen = forms.CharField(widget=forms.HiddenInput, max_length=200, required=False)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        on: date,
        steps: Steps,
        ways: Mapping[str, str],
        token: str,
    ) -> None:
        self.steps = steps
        super().__init__(
            data,
            on=on,
            ways=[(way, f"{_WAYS[way]}: {address}") for way, address in ways.items()],
            initial={"seen": seen_of(steps), "token": token},
        )

    @property
    def version(self) -> int:
        """Return the version of the chosen step that the page showed."""
        found = dict(part.split("-", 1) for part in self.cleaned_data["seen"].split(".") if "-" in part)
        shown = found.get(self.step[0].value, "0")
        return int(shown) if shown.isascii() and shown.isdigit() else 0

    @property
    def hearing(self) -> dict[str, Any]:
        """Return what is known of the hearing."""
        return {name: self.cleaned_data[name] for name in ("hearing_on", "hearing_at", "department")}

    def clean_hearing_on(self) -> date | None:
        """Refuse a day that cannot be meant."""
        day: date | None = self.cleaned_data["hearing_on"]
        if day and day < EFFECTIVE:
            raise refuse(BEFORE_THE_LAW)
        if day and day > self.today + _FARTHEST_HEARING:
            raise refuse(FAR_AWAY)
        return day

    def clean_department(self) -> str:
        """Clean the line."""
        typed = plain_text(self.cleaned_data["department"])
        if len(typed) > _LONGEST_DEPARTMENT:
            raise refuse(TOO_LONG)
        problem = unprintable(typed)
        if problem:
            raise refuse(problem)
        return typed

    def clean(self) -> dict[str, Any]:
        """Ask where the day stands before that of an earlier step."""
        cleaned = super().clean()
        if "happened" in cleaned and "on" in cleaned:
            question = order_question(self.steps, status=self.step[0], on=cleaned["on"])
            if question:
                self.ask_to_be_sure(question)
        return cleaned

    def save(self, matter: Matter, *, place: str, user_id: int) -> bool:
        """Note the step."""
        status, outcome = self.step
        return note_step(
            matter,
            place=place,
            status=status,
            on=self.cleaned_data["on"],
            outcome=outcome,
            user_id=user_id,
            version=self.version,
            **self.hearing,
        )


class ManyForm(NoteForm):
    """One step of many cases; who has no address is only recorded."""

    def __init__(self, data: Mapping[str, Any] | None = None, *, on: date, token: str = "") -> None:
        ways: list[tuple[str, str | Promise]] = [(TELL, _("Tell each person by e-mail or text message"))]
        super().__init__(data, on=on, ways=ways, initial={"token": token})
        self.fields["agreed"].label = _("Each of them said we may write to this address")


def seen_of(steps: Steps) -> str:
    """Return the versions of the steps as a form carries them."""
    return ".".join(f"{status.value}-{step.version}" for status, step in steps.items())
