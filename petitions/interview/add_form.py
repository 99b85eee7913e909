"""The form that asks whether another conviction was in a case that is there already."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.utils.translation import gettext_lazy as _

from petitions.interview.answers import Answers, conviction_ids, first_count
from petitions.interview.forms.choices import PICK_ONE
from petitions.interview.forms.widgets import Cards
from petitions.interview.lists import conviction_title

OTHER = "other"


class AddForm(forms.Form):
    """One card for each case, and one for another case."""

    use_required_attribute = False

    def __init__(self, answers: Answers, data: Mapping[str, Any] | None = None) -> None:
        super().__init__({"answer": OTHER} if not conviction_ids(answers) else data)
        firsts = [place for place in conviction_ids(answers) if first_count(answers, place) == place]
        self.fields["answer"] = forms.ChoiceField(
            label=_("Was it in the same case as another one?"),
            help_text=_("The same case has the same case number. We copy what is the same."),
            choices=[
                (OTHER, _("No, it was a different case")),
                *((place, conviction_title(answers, place)) for place in firsts),
            ],
            widget=Cards(),
            error_messages={"required": PICK_ONE, "invalid_choice": PICK_ONE},
        )
        hints = {place: _("Yes, the same case as this one") for place in firsts}
        self.fields["answer"].widget.hints = hints
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True

    def same_case_as(self, answers: Answers) -> str | None:
        """Return the conviction whose case it shares, where that one is still there."""
        chosen: str = self.cleaned_data["answer"]
        return chosen if chosen in conviction_ids(answers) else None
