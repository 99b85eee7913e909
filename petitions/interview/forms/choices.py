"""Forms of questions that are answered with cards: one, several, or a band with an exact amount."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from petitions.exchange.plain_text import plain_text
from petitions.interview.amounts import read_count, read_grams
from petitions.interview.answers import Values
from petitions.interview.forms.base import QuestionForm, Situation, translated, unsure_shown
from petitions.interview.forms.widgets import UNSURE, Cards, CheckCards
from petitions.interview.questions import Question

PICK_ONE = _("Choose an answer")
PICK_ANY = _("Choose at least one answer")
NOT_TOGETHER = _("You chose an answer that cannot stand with the others. Choose again")
NO_WEIGHT = _("Type the weight as a number, like 12.5")
NO_COUNT = _("Type the number of plants, like 4")
TWO_ANSWERS = _("The number does not match the answer above. Change one of them")
_NONE = "none"


def choices_of(question: Question) -> list[tuple[str, str]]:
    """Return the cards of a question, "I'm not sure" last where it is an answer."""
    cards = [(str(option.value), translated(option.label)) for option in question.options]
    return [*cards, (UNSURE, str(_("I’m not sure")))] if question.unsure is not None else cards


def hints_of(question: Question) -> dict[str, str]:
    """Return the words under each card."""
    hints = {str(option.value): translated(option.hint) for option in question.options}
    return {**hints, UNSURE: translated(question.unsure or "")}


def card_field(question: Question, *, required: bool = True) -> forms.ChoiceField:
    """Return the field of a question with cards."""
    field = forms.ChoiceField(
        label=translated(question.heading),
        help_text=translated(question.hint),
        choices=choices_of(question),
        widget=Cards(),
        required=required,
        error_messages={"required": PICK_ONE, "invalid_choice": PICK_ONE},
    )
    field.widget.hints = hints_of(question)
    return field


def option_value(question: Question, chosen: str) -> str | int | None:
    """Return what the contract calls the chosen card; None for "not sure"."""
    return next((option.value for option in question.options if str(option.value) == chosen), None)


class ChoiceForm(QuestionForm):
    """One card of several; for a filing choice yes and no become true and false."""

    def add_fields(self) -> None:
        """Add the cards."""
        self.fields["answer"] = card_field(self.question)

    @classmethod
    def shown(cls, situation: Situation) -> dict[str, Any]:
        """Show the stored card."""
        fact = situation.page.question.facts[0]
        return {"answer": unsure_shown(situation, lambda stored: _as_card(stored.get(fact)))}

    def read(self, cleaned: dict[str, Any]) -> Values:
        """Read the card."""
        return {self.question.facts[0]: option_value(self.question, cleaned["answer"])}


class DecisionForm(ChoiceForm):
    """A yes or no that the papers carry."""

    def read(self, cleaned: dict[str, Any]) -> Values:
        """Read true or false."""
        return {self.question.facts[0]: cleaned["answer"] == "yes"}


class PriorsForm(ChoiceForm):
    """No, yes, or not sure; a yes becomes a list whose dates are asked next."""

    @classmethod
    def shown(cls, situation: Situation) -> dict[str, Any]:
        """Show yes for a list."""
        shown = super().shown(situation)
        return {"answer": "yes"} if isinstance(shown["answer"], list) else shown

    def read(self, cleaned: dict[str, Any]) -> Values:
        """Keep a list that is there; a new yes begins one with no date."""
        fact = self.question.facts[0]
        stored = self.situation.stored.get(fact)
        if cleaned["answer"] == "yes":
            return {
                fact: stored if isinstance(stored, list) else [{"conviction_date": None, "court": "unsure"}]
            }
        return super().read(cleaned)


class ManyForm(QuestionForm):
    """Any cards of several; "no" and "not sure" stand alone."""

    def add_fields(self) -> None:
        """Add the cards."""
        field = forms.MultipleChoiceField(
            label=translated(self.question.heading),
            help_text=translated(self.question.hint),
            choices=choices_of(self.question),
            widget=CheckCards(),
            error_messages={"required": PICK_ANY, "invalid_choice": PICK_ANY, "invalid_list": PICK_ANY},
        )
        field.widget.hints = hints_of(self.question)
        self.fields["answer"] = field

    @classmethod
    def shown(cls, situation: Situation) -> dict[str, Any]:
        """Show the stored cards."""
        stored = unsure_shown(situation, lambda facts: facts.get(situation.page.question.facts[0]))
        if stored == UNSURE:
            return {"answer": [UNSURE]}
        return {"answer": None if stored is None else stored or [_NONE]}

    def clean_answer(self) -> list[str]:
        """Refuse "no" or "not sure" beside another card."""
        chosen: list[str] = self.cleaned_data["answer"]
        if len(chosen) > 1 and {_NONE, UNSURE} & set(chosen):
            raise forms.ValidationError(NOT_TOGETHER)
        return chosen

    def read(self, cleaned: dict[str, Any]) -> Values:
        """Read the cards; "no" is an empty list."""
        chosen = cleaned["answer"]
        return {
            self.question.facts[0]: None if chosen == [UNSURE] else [one for one in chosen if one != _NONE]
        }


class AmountForm(QuestionForm):
    """A band, or the exact number for those who know it."""

    def add_fields(self) -> None:
        """Add the bands and the box."""
        self.fields["answer"] = card_field(self.question, required=False)
        grams = self.question.unit == "grams"
        self.fields["exact"] = forms.CharField(
            label=_("Or type the weight in grams, if you know it")
            if grams
            else _("Or type the number, if you know it"),
            required=False,
            widget=forms.TextInput(
                {"inputmode": "decimal" if grams else "numeric", "autocomplete": "off", "size": "8"}
            ),
        )

    @classmethod
    def shown(cls, situation: Situation) -> dict[str, Any]:
        """Show the stored band, or the number."""
        question = situation.page.question
        stored = unsure_shown(situation, lambda facts: facts.get(question.facts[0]))
        is_card = stored == UNSURE or any(option.value == stored for option in question.options)
        return {"answer": stored} if stored is None or is_card else {"exact": f"{stored:g}"}

    def clean_exact(self) -> float | int | None:
        """Read the number."""
        typed = plain_text(self.cleaned_data["exact"])
        if not typed:
            return None
        grams = self.question.unit == "grams"
        number = read_grams(typed) if grams else read_count(typed)
        if number is None:
            raise forms.ValidationError(NO_WEIGHT if grams else NO_COUNT)
        return number

    def read(self, cleaned: dict[str, Any]) -> Values:
        """Read the number, or else the band."""
        fact, exact, chosen = self.question.facts[0], cleaned.get("exact"), cleaned.get("answer")
        if exact is None:
            if not chosen:
                self.add_error("answer", PICK_ONE)
            return {fact: option_value(self.question, chosen or UNSURE)}
        if chosen and not _fits(str(chosen), exact):
            self.add_error("exact", TWO_ANSWERS)
        return {fact: exact}


def _fits(chosen: str, number: float) -> bool:
    """Say whether a number lies in the band that was chosen."""
    low, high = {
        "at_most_28.5": (0, 28.5),
        "more_than_28.5": (28.5, None),
        "4": (0, 4),
        "8": (4, 8),
        "at_most_8": (0, 8),
        "more_than_8": (8, None),
        "at_most_6": (0, 6),
        "more_than_6": (6, None),
    }.get(chosen, (0, None))
    return (low < number or low == 0) and (high is None or number <= high)


def _as_card(stored: Any) -> Any:
    if isinstance(stored, bool):
        return "yes" if stored else "no"
    return stored
