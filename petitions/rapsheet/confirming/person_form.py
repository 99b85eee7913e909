"""The form on which a person checks what the sheet says of them: the birth date, and convictions that can be exceptions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from petitions.interview.dates import Boxes, first_day_of, last_day_of, read_date
from petitions.interview.forms.boxes import BoxesField
from petitions.interview.forms.choices import PICK_ONE
from petitions.interview.forms.widgets import Cards
from petitions.rapsheet.confirming.candidates import Offered
from petitions.rapsheet.confirming.choices import Choice

YES, NO, CANNOT_TELL = "yes", "no", "unsure"
_CHOICES = (
    (YES, _("Yes, this is right")),
    (NO, _("No, this is wrong")),
    (CANNOT_TELL, _("I cannot tell")),
)
AFTER_THE_CASE = _("A case on this sheet is from before this birth date. Check it again")
_HISTORIES = {
    "super_strike": ("serious-crimes", "serious-crime-dates", _("Is this very serious crime yours?")),
    "sex_offense": ("registration", "registration-dates", _("Is this sex crime yours?")),
}


class _Birth(BoxesField):
    """A birth date, or nothing."""

    def __init__(self, *, on: date) -> None:
        self.on = on
        super().__init__(label=gettext("Birth date"), help_text="")

    def read(self, boxes: Boxes) -> str:
        """Return it as it is stored."""
        return read_date(boxes, on=self.on)


class PersonForm(forms.Form):
    """What the sheet says of the person."""

    use_required_attribute = False

    def __init__(
        self, found: Offered, choice: Choice | None, data: Mapping[str, Any] | None = None, *, on: date
    ) -> None:
        self.found = found
        super().__init__(data, initial=_shown(found, choice))
        self.fields["born"] = _Birth(on=on)
        for key, (_question, _dates, label) in _HISTORIES.items():
            if key in found.person:
                self.fields[key] = forms.ChoiceField(
                    label=label,
                    choices=_CHOICES,
                    widget=Cards(),
                    error_messages={"required": PICK_ONE, "invalid_choice": PICK_ONE},
                )
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True

    def clean_born(self) -> str | None:
        """See that no conviction of the sheet is older."""
        born: str | None = self.cleaned_data["born"]
        days = [one.named.day for one in self.found.candidates if one.named.day]
        if born and any(day < first_day_of(born) for day in days) and last_day_of(born) > min(days):
            raise forms.ValidationError(AFTER_THE_CASE)
        return born

    @property
    def choice(self) -> Choice:
        """Return what the person said."""
        said: dict[str, dict[str, Any]] = {}
        if self.cleaned_data["born"]:
            said["birth-date"] = {"date_of_birth": self.cleaned_data["born"]}
        for key, (question, dates, _label) in _HISTORIES.items():
            if self.cleaned_data.get(key) == YES:
                priors = self.found.person[key]
                said[question] = {key: priors}
                if all(one.get("conviction_date") for one in priors):
                    said[dates] = {key: priors}
        not_told = tuple(key for key in _HISTORIES if self.cleaned_data.get(key) == CANNOT_TELL)
        wrong = tuple(f"not-{key}" for key in _HISTORIES if self.cleaned_data.get(key) == NO)
        return Choice(said, (*not_told, *wrong))


def _shown(found: Offered, choice: Choice | None) -> dict[str, Any]:
    if choice is None:
        return {"born": found.person.get("date_of_birth")}
    shown: dict[str, Any] = {"born": choice.said.get("birth-date", {}).get("date_of_birth")}
    for key, (question, _dates, _label) in _HISTORIES.items():
        if question in choice.said:
            shown[key] = YES
        elif key in choice.not_told:
            shown[key] = CANNOT_TELL
        elif f"not-{key}" in choice.not_told:
            shown[key] = NO
    return shown
