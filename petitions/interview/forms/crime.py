"""The form of "What was the crime?": a card, or the code as papers carry it, with its prefix."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from petitions.exchange.plain_text import plain_text
from petitions.interview.answers import Values
from petitions.interview.crimes import Crime, Guess, Trouble, read_crime
from petitions.interview.forms.base import QuestionForm, Situation
from petitions.interview.forms.choices import PICK_ONE, card_field
from petitions.interview.forms.widgets import UNSURE
from petitions.interview.said import crime_code

TROUBLES = {
    Trouble.UNREADABLE: _("Type one code like HS 11357(b) or PC 664/HS 11359"),
    Trouble.NO_CODE: _("Type the letters too, like PC 459 or VC 23152"),
    Trouble.SEVERAL: _("Type only one code here. You can add the others later"),
    Trouble.FEDERAL: _(
        "This is a federal law. If it was a federal court, change your answer about the court"
    ),
}
DID_YOU_MEAN = _("Did you mean %(code)s? If so, press the button below the box")
TYPE_CODE = _("Type the code of the crime, or choose “I’m not sure”")
TWO_CRIMES = _("The code does not match the answer above. Change one of them")
TWO_WORDS = _("The code says something else than this. Change one of them")
PICK_WORD = _("Choose one. If your papers have none of these words, choose “No”")
_OTHER = "other"
WORDS = (
    ("none", _("No, none of these words")),
    ("attempt", _("Attempt (PC 664)")),
    ("conspiracy", _("Conspiracy, a plan with others (PC 182)")),
    ("accessory", _("Accessory, help after the crime (PC 32)")),
    (UNSURE, _("I’m not sure")),
)


class CodeField(forms.CharField):
    """The box for a code. ``meant`` is what was probably meant, offered as a button; blank: nothing to offer."""

    meant = ""


class CrimeForm(QuestionForm):
    """A card, a typed code, or both where they agree."""

    def add_fields(self) -> None:
        """Add the cards, the box and the list of words."""
        self.fields["answer"] = card_field(self.question, required=False)
        self.fields["typed"] = CodeField(
            label=_("Or type the code from your papers"),
            help_text=_("For example: HS 11357(b)"),
            required=False,
            widget=forms.TextInput(
                {"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
            ),
        )
        self.fields["word"] = forms.ChoiceField(
            label=_("Do your papers also say one of these words?"),
            choices=(("", _("Choose")), *WORDS),
            required=False,
            error_messages={"invalid_choice": PICK_WORD},
        )

    @classmethod
    def shown(cls, situation: Situation) -> dict[str, Any]:
        """Show the stored crime: its card, and its code where a card does not say it all."""
        stored = situation.stored
        section = stored.get("section")
        if section is None:
            return {"answer": UNSURE, "word": UNSURE} if situation.was_asked else {}
        card = next((one.value for one in situation.page.question.options if one.value == section), _OTHER)
        typed = "" if card != _OTHER and not stored.get("subdivision") else crime_code(stored)
        return {"answer": card, "typed": typed, "word": stored.get("prefix", UNSURE)}

    def clean_typed(self) -> Crime | None:
        """Read the code."""
        typed = plain_text(self.cleaned_data["typed"])
        if not typed:
            return None
        found = read_crime(typed)
        if isinstance(found, Trouble):
            raise forms.ValidationError(TROUBLES[found])
        return self._confirmed(found) if isinstance(found, Guess) else found

    def _confirmed(self, guess: Guess) -> Crime:
        """Return what was probably meant, once the person says so."""
        code = guess.crime.text
        if self.data.get("meant") == code:
            return guess.crime
        cast("CodeField", self.fields["typed"]).meant = code
        raise forms.ValidationError(DID_YOU_MEAN, params={"code": code})

    def read(self, cleaned: dict[str, Any]) -> Values:
        """Read the crime from the code, or else from the card."""
        typed, card, word = cleaned.get("typed"), cleaned.get("answer"), cleaned.get("word")
        if typed is None:
            return self._read_card(card or "", word or "")
        if card and card not in (UNSURE, _OTHER, typed.section):
            self.add_error("typed", TWO_CRIMES)
        return self._facts(typed.code, typed.section, typed.subdivision, self._word(typed, word or ""))

    def _read_card(self, card: str, word: str) -> Values:
        if not card:
            self.add_error("answer", PICK_ONE)
        elif card == _OTHER:
            self.add_error("typed", TYPE_CODE)
        elif card != UNSURE and not word:
            self.add_error("word", PICK_WORD)
        is_section = card not in ("", _OTHER, UNSURE)
        prefix = None if word in ("", UNSURE) else word
        return self._facts("HS" if is_section else None, card if is_section else None, None, prefix)

    def _word(self, typed: Crime, word: str) -> str | None:
        """Return the prefix: what the code says, else what the list says."""
        if typed.prefix is None and not word:
            self.add_error("word", PICK_WORD)
        if typed.prefix not in (None, "none"):
            if word not in ("", UNSURE, typed.prefix):
                self.add_error("word", TWO_WORDS)
            return typed.prefix
        return None if word == UNSURE else word or "none"

    @staticmethod
    def _facts(code: str | None, section: str | None, subdivision: str | None, prefix: str | None) -> Values:
        return {"code": code, "section": section, "subdivision": subdivision, "prefix": prefix}
