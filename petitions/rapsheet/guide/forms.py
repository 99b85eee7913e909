"""Forms of the guide: those of the interview, the box for a code alone, and cards for what is only looked at."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.utils.translation import gettext_lazy as _

from petitions.interview.answers import Answers, Values
from petitions.interview.forms import QuestionForm, Situation, form_for
from petitions.interview.forms.choices import NOT_TOGETHER, PICK_ANY, card_field, choices_of, hints_of
from petitions.interview.forms.crime import CrimeForm
from petitions.interview.forms.widgets import CheckCards
from petitions.interview.questions import Kind
from petitions.rapsheet.guide.seen import Seen, seen_at
from petitions.rapsheet.guide.steps import SheetStep

TYPE_CODE = _("Type the code from your sheet, or press “I can’t find it”")
_NONE = "none"


class SheetCodeForm(CrimeForm):
    """The code as it stands on the sheet, and the word that may stand beside it."""

    def add_fields(self) -> None:
        """Leave out the cards: the sheet has the code."""
        super().add_fields()
        del self.fields["answer"]
        self.fields["typed"].label = _("The number and the letters")
        self.fields["typed"].help_text = _("For example: 11357(B) HS")

    def read(self, cleaned: dict[str, Any]) -> Values:
        """Read the crime, which must be there."""
        if cleaned.get("typed") is None:
            self.add_error("typed", TYPE_CODE)
            return {}
        return super().read(cleaned)


class SeenForm(forms.Form):
    """What a person sees at a step that sets no fact of the interview."""

    use_required_attribute = False

    def __init__(self, step: SheetStep, answers: Answers, data: Mapping[str, Any] | None = None) -> None:
        self.question = step.question
        super().__init__(data, initial={"answer": seen_at(answers, step.key)})
        is_many = self.question.kind is Kind.MANY
        self.fields["answer"] = self._many_field() if is_many else card_field(self.question)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True

    @property
    def seen(self) -> Seen:
        """Return what was chosen."""
        chosen: Seen = self.cleaned_data["answer"]
        return chosen

    def clean_answer(self) -> Seen:
        """Refuse "none" beside another card."""
        chosen: Seen = self.cleaned_data["answer"]
        if isinstance(chosen, list) and len(chosen) > 1 and _NONE in chosen:
            raise forms.ValidationError(NOT_TOGETHER)
        return chosen

    def _many_field(self) -> forms.MultipleChoiceField:
        cards = CheckCards()
        cards.hints = hints_of(self.question)
        return forms.MultipleChoiceField(
            label=card_field(self.question).label,
            help_text=card_field(self.question).help_text,
            choices=choices_of(self.question),
            widget=cards,
            error_messages={"required": PICK_ANY, "invalid_choice": PICK_ANY, "invalid_list": PICK_ANY},
        )


def sheet_form(situation: Situation, data: Mapping[str, Any] | None = None) -> QuestionForm:
    """Return the form of a step that sets facts."""
    if situation.page.question.kind is Kind.CRIME:
        return SheetCodeForm(situation, data)
    return form_for(situation, data)
