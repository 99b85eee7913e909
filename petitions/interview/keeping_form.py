"""The forms for keeping answers under a code, and for coming back with it."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from petitions.interview.forms.choices import PICK_ONE
from petitions.interview.forms.widgets import Cards
from petitions.records.reading import Visit
from petitions.records.retention import KEPT_DAYS
from petitions.records.return_codes import Fault, NotACode, read_code

VISIT = "visit"
_SEED = re.compile(r"[0-9a-f]{32}")
_FAULTS = {
    Fault.NOTHING: _("Type your code. It has 15 letters and numbers."),
    Fault.LENGTH: _("A code has 15 letters and numbers. Please check that you typed them all."),
    Fault.LETTER: _(
        "One of these is never in a code. Codes have no vowels, and no 0, 1, 5 or 8. Please look again."
    ),
    Fault.CHECK: _("One letter or number is off, or two changed places. Please compare it with your code."),
}


class KeepForm(forms.Form):
    """How long the answers are kept. ``seed`` makes the code, so that sending the form twice makes no second one."""

    use_required_attribute = False
    seed = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, visit: Visit, data: Mapping[str, Any] | None = None, *, now: datetime) -> None:
        super().__init__(data, initial={"seed": secrets.token_hex(16), "answer": visit.kept_days or 30})
        self.fields["answer"] = forms.ChoiceField(
            label=_("How long should we keep your answers?"),
            help_text=_("Each time you come back with your code, the days start again."),
            choices=[*((str(days), _days(days)) for days in KEPT_DAYS), (VISIT, _("Only for this visit"))],
            widget=Cards(),
            error_messages={"required": PICK_ONE, "invalid_choice": PICK_ONE},
        )
        hints = {str(days): _until(now + timedelta(days=days)) for days in KEPT_DAYS}
        hints[VISIT] = _for_the_visit(visit)
        self.fields["answer"].widget.hints = hints
        self.helper = _bare_helper()

    def clean_seed(self) -> str:
        """Return the seed; a new one where it is none of ours."""
        given: str = self.cleaned_data["seed"]
        return given if _SEED.fullmatch(given) else secrets.token_hex(16)

    @property
    def days(self) -> int | None:
        """Return for how many days; None: for this visit only."""
        answer: str = self.cleaned_data["answer"]
        return None if answer == VISIT else int(answer)


class ReturnForm(forms.Form):
    """The code, and whether others use this computer."""

    use_required_attribute = False
    is_single = False
    answer = forms.CharField(
        label=_("Type your code"),
        help_text=_("Large or small letters are fine, with lines between them or not."),
        max_length=200,
        strip=True,
        required=False,
        widget=forms.TextInput(
            {
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
                "class": "code",
                "size": 20,
                "data-code": "",
            }
        ),
    )
    shared = forms.BooleanField(
        label=_("I use a shared or public computer"),
        help_text=_("Then we delete what is open here after 15 minutes without use."),
        required=False,
    )

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        self.helper = _bare_helper()

    def clean_answer(self) -> str:
        """Return the code without its grouping."""
        try:
            return read_code(self.cleaned_data["answer"])
        except NotACode as refused:
            raise ValidationError(_FAULTS[refused.fault]) from None

    def keeps_nothing(self) -> None:
        """Say that no answers are kept under this code."""
        self.add_error(
            "answer",
            _(
                "No answers are kept under this code. Please check it. If it is right, its time is over, or the answers were deleted."
            ),
        )

    def must_wait(self, minutes: int) -> None:
        """Say that there were too many wrong codes."""
        sentence = ngettext(
            "There were too many wrong codes from here. Please wait %(minutes)d minute, then try again.",
            "There were too many wrong codes from here. Please wait %(minutes)d minutes, then try again.",
            minutes,
        )
        self.add_error("answer", sentence % {"minutes": minutes})


def _for_the_visit(visit: Visit) -> str:
    if visit.kept_days:
        return gettext("Your code stops working. If you do nothing for 30 minutes, we delete your answers.")
    return gettext("No code. If you do nothing for 30 minutes, we delete your answers.")


def _days(days: int) -> str:
    return ngettext("%(days)d day", "%(days)d days", days) % {"days": days}


def _until(moment: datetime) -> str:
    return gettext("Until %(day)s") % {"day": date_format(localtime(moment), "DATE_FORMAT")}


def _bare_helper() -> FormHelper:
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    return helper
