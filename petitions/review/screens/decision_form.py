"""The form by which staff decide on one conviction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from petitions.exchange.plain_text import plain_text, unprintable
from petitions.review.papers.final import SEVERAL
from petitions.review.policies.rules import DISMISS, HAND_REVIEW, NOT_ELIGIBLE, REDUCE

OUTCOMES = (
    ("", _("As the policy says")),
    (DISMISS, _("Dismiss")),
    (REDUCE, _("Reduce")),
    (NOT_ELIGIBLE, _("No relief")),
    (HAND_REVIEW, _("Still to be looked at")),
)
"""What staff may decide, as the spreadsheets name it."""
SAY_WHY = _("Say why. The spreadsheet of changes shows it")
ONE_NUMBER = _("Type one case number, in letters and digits")


class DecisionForm(forms.Form):
    """What staff decide on one conviction. ``seen`` is the version that the page showed.

    Where the file has several case numbers one of them is chosen, or another is typed; where it has none one is typed.
    """

    use_required_attribute = False
    outcome = forms.ChoiceField(label=_("What should happen"), choices=OUTCOMES, required=False)
    reason = forms.CharField(
        label=_("Why"),
        help_text=_("Write no name."),
        max_length=300,
        required=False,
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    number = forms.ChoiceField(
        label=_("Case number for the papers"),
        help_text=_("It counts for each conviction in this case."),
        required=False,
    )
    other_number = forms.CharField(
        label=_("Another case number"),
        help_text=_("Only where the file has no right one."),
        max_length=60,
        required=False,
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    is_looked_at = forms.BooleanField(label=_("The hand review is done"), required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(
        self, data: QueryDict | None = None, *, initial: dict[str, Any], numbers: Sequence[str]
    ) -> None:
        chosen = initial.pop("case_number", "")
        place = "number" if chosen in numbers else "other_number"
        super().__init__(data, initial={**initial, place: chosen})
        if len(numbers) == 1:
            del self.fields["other_number"]
        if len(numbers) < 2:
            del self.fields["number"]
            return
        field = self.fields["number"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Choose")), *((one, one) for one in numbers)]

    def clean_other_number(self) -> str:
        """Take one number that a paper can show."""
        typed = plain_text(self.cleaned_data["other_number"])
        if SEVERAL in typed or unprintable(typed):
            raise forms.ValidationError(ONE_NUMBER)
        return typed

    def clean(self) -> dict[str, Any]:
        """Want a reason for an outcome of one's own; a number that was typed goes before one that was chosen."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("outcome") and not (cleaned.get("reason") or "").strip():
            self.add_error("reason", SAY_WHY)
        cleaned["case_number"] = cleaned.get("other_number") or cleaned.get("number") or ""
        return cleaned

    def now_is(self, version: int) -> None:
        """Have saving again change what is kept by now."""
        self.data = {**{name: self.data[name] for name in self.data}, "seen": str(version)}
