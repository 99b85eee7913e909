"""Forms of questions that are answered with text boxes, some of them only after a card."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from petitions.exchange.plain_text import plain_text, unprintable
from petitions.interview.answers import Values
from petitions.interview.forms.base import QuestionForm, Situation, refuse, translated
from petitions.interview.forms.choices import card_field
from petitions.interview.part_values import ADDRESS, shown_parts, values_from_parts
from petitions.interview.questions import Part

TOO_LONG = _("This is too long. Please make it shorter")
BAD_ZIP = _("ZIP code must have 5 numbers, like 94612")
BAD_STATE = _("State must be two letters, like CA")
BAD_PHONE = _("Type the phone number with its area code, like 510-555-0100")
BAD_EMAIL = _("Type the e-mail like name@example.com")
TOO_MANY_NAMES = _("Please list at most 20 names")
LONG_NAME = _("One of the names is too long. Please make it shorter")
_MOST_NAMES = 20
_LONGEST_NAME = 200
_ZIP = re.compile(r"\d{5}(-\d{4})?")
_PHONE = re.compile(r"[\d\s().+\-]*+(?:(?:x|ext\.?)\s*+\d{1,6})?", re.IGNORECASE)


class PartField(forms.CharField):
    """One text box: cleaned, and checked for its form."""

    def __init__(self, part: Part) -> None:
        self.part = part
        super().__init__(
            label=translated(part.label),
            help_text=translated(part.hint),
            required=False,
            strip=True,
            widget=forms.TextInput(
                {"autocomplete": part.autocomplete, "spellcheck": "false", **_keyboard(part)}
            ),
        )

    def to_python(self, value: Any) -> str:
        """Clean the line."""
        return plain_text(super().to_python(value) or "")

    def run_validators(self, value: str) -> None:
        """Check length, letters and form."""
        problem = TOO_LONG if len(value) > self.part.longest else unprintable(value)
        if problem:
            raise refuse(problem)
        if value:
            _check_form(value, self.part.form)


class PartsForm(QuestionForm):
    """Text boxes, all at once or after the card that needs them."""

    def add_fields(self) -> None:
        """Add the cards and the boxes."""
        if self.question.options:
            self.fields["answer"] = card_field(self.question)
        for part in self.question.parts:
            self.fields[f"part_{part.key}"] = PartField(part)

    @property
    def is_single(self) -> bool:
        """Say whether the page is one text box, whose label is the heading."""
        return not self.question.options and len(self.question.parts) == 1

    @classmethod
    def shown(cls, situation: Situation) -> dict[str, Any]:
        """Show the stored text and its card."""
        return shown_parts(situation.page.question, situation.stored, was_asked=situation.was_asked)

    def read(self, cleaned: dict[str, Any]) -> Values:
        """Read the boxes; one that is needed and empty is a problem."""
        card = cleaned.get("answer", "")
        are_needed = not self.question.options or card == self.question.parts_when
        if are_needed:
            self._refuse_gaps(cleaned)
        typed = {part.key: cleaned.get(f"part_{part.key}") or None for part in self.question.parts}
        return values_from_parts(self.question, typed if are_needed else None, card=card)

    def _refuse_gaps(self, cleaned: dict[str, Any]) -> None:
        no_address = self.question.address_optional and not _has_address(cleaned)
        for part in self.question.parts:
            may_be_blank = not part.missing or (no_address and part.key in ADDRESS)
            if not may_be_blank and not cleaned.get(f"part_{part.key}"):
                self.add_error(f"part_{part.key}", refuse(part.missing))


class NamesForm(QuestionForm):
    """Names, one on each line."""

    def add_fields(self) -> None:
        """Add the box."""
        self.fields["answer"] = forms.CharField(
            label=translated(self.question.heading),
            help_text=translated(self.question.hint),
            required=False,
            widget=forms.Textarea({"rows": "4", "autocomplete": "off", "spellcheck": "false"}),
        )

    @classmethod
    def shown(cls, situation: Situation) -> dict[str, Any]:
        """Show the stored names."""
        return {"answer": "\n".join(situation.stored.get(situation.page.question.facts[0]) or ())}

    def clean_answer(self) -> list[str]:
        """Read the names."""
        lines = [plain_text(line) for line in self.cleaned_data["answer"].splitlines()]
        names = [line for line in lines if line]
        if len(names) > _MOST_NAMES:
            raise forms.ValidationError(TOO_MANY_NAMES)
        for name in names:
            problem = LONG_NAME if len(name) > _LONGEST_NAME else unprintable(name)
            if problem:
                raise refuse(problem)
        return names

    def read(self, cleaned: dict[str, Any]) -> Values:
        """Read the names."""
        return {self.question.facts[0]: cleaned["answer"]}


def _has_address(cleaned: dict[str, Any]) -> bool:
    """Say whether an address was begun; the state alone, which we fill in, is none."""
    return any(cleaned.get(f"part_{key}") for key in ADDRESS if key != "state")


def _keyboard(part: Part) -> dict[str, str]:
    return {
        "zip": {"inputmode": "numeric", "size": "10"},
        "state": {"size": "4", "autocapitalize": "characters"},
        "phone": {"inputmode": "tel", "size": "20"},
        "email": {"inputmode": "email"},
    }.get(part.form, {})


def _check_form(value: str, form: str) -> None:
    if form == "zip" and not _ZIP.fullmatch(value):
        raise forms.ValidationError(BAD_ZIP)
    if form == "state" and not (len(value) == 2 and value.isascii() and value.isalpha()):
        raise forms.ValidationError(BAD_STATE)
    if form == "phone" and not (_PHONE.fullmatch(value) and 7 <= sum(map(str.isdigit, value)) <= 20):
        raise forms.ValidationError(BAD_PHONE)
    if form == "email":
        _check_email(value)


def _check_email(value: str) -> None:
    try:
        validate_email(value)
    except forms.ValidationError:
        raise forms.ValidationError(BAD_EMAIL) from None
