"""Forms of questions that are answered from the county directory."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from petitions.courts.directory import load_directory
from petitions.interview.answers import Values, conviction_of, preset_county
from petitions.interview.forms.base import QuestionForm, Situation, translated, unsure_shown
from petitions.interview.forms.widgets import UNSURE

PICK_COUNTY = _("Choose a county from the list")
PICK_COURTHOUSE = _("Choose a courthouse from the list")


class _ListForm(QuestionForm):
    """One entry of a list, or "I'm not sure"."""

    refusal = PICK_COUNTY
    first_line = _("Choose")

    def add_fields(self) -> None:
        """Add the list."""
        self.fields["answer"] = forms.ChoiceField(
            label=translated(self.question.heading),
            help_text=translated(self.question.hint),
            choices=[("", self.first_line), *self.entries(), *self._unsure()],
            error_messages={"required": self.refusal, "invalid_choice": self.refusal},
        )

    def entries(self) -> list[tuple[str, str]]:
        """Return the entries of the list."""
        raise NotImplementedError

    def _unsure(self) -> list[tuple[str, Any]]:
        return [] if self.question.unsure is None else [(UNSURE, _("I’m not sure"))]

    @classmethod
    def shown(cls, situation: Situation) -> dict[str, Any]:
        """Show the stored entry."""
        fact = situation.page.question.facts[0]
        return {"answer": unsure_shown(situation, lambda stored: stored.get(fact))}

    def read(self, cleaned: dict[str, Any]) -> Values:
        """Read the entry."""
        chosen = cleaned["answer"]
        return {self.question.facts[0]: None if chosen == UNSURE else chosen}


class CountyForm(_ListForm):
    """One of the 58 counties."""

    first_line = _("Choose a county")

    def entries(self) -> list[tuple[str, str]]:
        """Return the counties by name."""
        return [(county.name, county.name) for county in load_directory().counties]

    @classmethod
    def shown(cls, situation: Situation) -> dict[str, Any]:
        """Show the stored county, or before there is an answer the one of the link by which the person came."""
        shown = super().shown(situation)
        if shown["answer"] is None:
            shown["answer"] = preset_county(situation.answers, situation.page.place) or None
        return shown


class CourthouseForm(_ListForm):
    """One of the courthouses of the case's county, the main one first."""

    refusal = PICK_COURTHOUSE
    first_line = _("Choose a courthouse")

    def entries(self) -> list[tuple[str, str]]:
        """Return the courthouses with their addresses."""
        county = conviction_of(self.situation.answers, self.situation.page.place).get("county") or ""
        found = load_directory().courthouses(county)
        return [(entry.name, f"{entry.name}, {entry.street}, {entry.city}") for entry in found]
