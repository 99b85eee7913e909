"""The form of a print job: what comes out, in which order, and how many copies for whom."""

from __future__ import annotations

import secrets
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from petitions.clinic.printing.plan import MOST_COPIES, RECIPIENTS, Kind, Options, Order

_HOW_MANY = tuple((str(number), str(number)) for number in range(MOST_COPIES + 1))
NOTHING = _("Choose at least one copy for somebody")


class PrintForm(forms.Form):
    """How to print. ``token`` is of one page, so that pressing twice makes one job."""

    use_required_attribute = False
    kind = forms.ChoiceField(
        label=_("What do you need?"),
        choices=(
            (Kind.STACK.value, _("One file for the printer")),
            (Kind.FOLDERS.value, _("A folder for each county (ZIP)")),
        ),
    )
    order = forms.ChoiceField(
        label=_("Order"),
        choices=(
            (Order.NUMBER.value, _("By file number")),
            (Order.NAME.value, _("By last name")),
            (Order.COUNTY.value, _("By county and case number")),
        ),
    )
    court = forms.ChoiceField(label=_("For the court"), choices=_HOW_MANY)
    prosecutor = forms.ChoiceField(label=_("For the prosecutor"), choices=_HOW_MANY)
    petitioner = forms.ChoiceField(label=_("For the person"), choices=_HOW_MANY)
    separators = forms.BooleanField(
        label=_("A sheet with file number and name before each person"), required=False
    )
    both_sides = forms.BooleanField(
        label=_("The printer prints on both sides: each paper begins on a new sheet"), required=False
    )
    without_approval = forms.BooleanField(label=_("Print also what nobody has approved"), required=False)
    token = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, data: Any = None) -> None:
        usual = {**Options().as_json(), "token": secrets.token_hex(16)}
        super().__init__(data, initial=usual)

    def clean(self) -> dict[str, Any]:
        """Refuse a job without a single copy."""
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and not any(int(cleaned[one.value]) for one in RECIPIENTS):
            self.add_error("court", NOTHING)
        return cleaned

    @property
    def options(self) -> Options:
        """Return what was chosen; the usual ones where nothing valid was."""
        if not self.is_bound or not self.is_valid():
            return Options()
        given = self.cleaned_data
        copies = {one.value: int(given[one.value]) for one in RECIPIENTS}
        return Options(given["kind"], given["order"], given["separators"], given["both_sides"], **copies)
