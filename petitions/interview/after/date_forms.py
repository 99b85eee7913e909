"""The forms on the page of dates: when to call, and where to write."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.utils.translation import gettext_lazy as _

from petitions.exchange.plain_text import plain_text
from petitions.interview.after.dates import CALL_AFTER
from petitions.interview.forms.choices import PICK_ONE
from petitions.interview.forms.parts import BAD_EMAIL
from petitions.interview.forms.widgets import Cards

_NONE = "none"
_LONGEST_ADDRESS = 254


class CallForm(forms.Form):
    """When to call the clerk, counted from today."""

    use_required_attribute = False

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        self.fields["call"] = forms.ChoiceField(
            label=_("When do you want to call the clerk?"),
            choices=(
                ("14", _("In two weeks")),
                ("30", _("In 30 days")),
                ("60", _("In 60 days")),
                (_NONE, _("No day")),
            ),
            widget=Cards(),
            error_messages={"required": PICK_ONE, "invalid_choice": PICK_ONE},
        )
        _bare(self)

    def day(self, on: date) -> str | None:
        """Return the chosen day."""
        chosen = self.cleaned_data["call"]
        return None if chosen == _NONE else (on + CALL_AFTER[chosen]).isoformat()


class AddressForm(forms.Form):
    """Where to write."""

    use_required_attribute = False

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        self.fields["address"] = forms.EmailField(
            label=_("Your e-mail address"),
            max_length=_LONGEST_ADDRESS,
            error_messages={"required": BAD_EMAIL, "invalid": BAD_EMAIL, "max_length": BAD_EMAIL},
            widget=forms.TextInput({"inputmode": "email", "autocomplete": "email", "spellcheck": "false"}),
        )
        _bare(self)

    def clean_address(self) -> str:
        """Clean the line."""
        return plain_text(self.cleaned_data["address"])


def _bare(form: forms.Form) -> None:
    """Leave the form's tag and token to the page."""
    form.helper = FormHelper()  # type: ignore[attr-defined]
    form.helper.form_tag = False  # type: ignore[attr-defined]
    form.helper.disable_csrf = True  # type: ignore[attr-defined]
