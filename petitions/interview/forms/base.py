"""What every question's form does: shows what is stored, reads what was typed, checks it with the rest."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext

from petitions.interview.answers import Answers, Values, applied, facts_at, was_asked
from petitions.interview.consistency import problem_in
from petitions.interview.flow import Page
from petitions.interview.forms.widgets import UNSURE


@dataclass(frozen=True, slots=True)
class Situation:
    """What a form is drawn for: a page, what is known, and the day."""

    page: Page
    answers: Answers
    on: date

    @property
    def stored(self) -> dict[str, Any]:
        """Return the facts that this page has set before."""
        return facts_at(self.answers, self.page.place, self.page.question)

    @property
    def was_asked(self) -> bool:
        """Say whether this page was answered before."""
        return was_asked(self.answers, self.page.place, self.page.question)


class QuestionForm(forms.Form):
    """A page of the interview. A subclass adds fields, and reads them into facts."""

    use_required_attribute = False
    main_field = "answer"
    """The field that an error about the whole answer belongs to."""

    def __init__(self, situation: Situation, data: Mapping[str, Any] | None = None) -> None:
        self.situation = situation
        self.question = situation.page.question
        super().__init__(data, initial=self.shown(situation))
        self.add_fields()
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True

    @property
    def stays(self) -> bool:
        """Say whether the person wants to stay on the page after saving."""
        return False

    def add_fields(self) -> None:
        """Add the fields of this question."""
        raise NotImplementedError

    @classmethod
    def shown(cls, situation: Situation) -> dict[str, Any]:
        """Return what the fields show at first."""
        raise NotImplementedError

    def read(self, cleaned: dict[str, Any]) -> Values:
        """Turn cleaned fields into facts; None is "not sure"."""
        raise NotImplementedError

    def clean(self) -> dict[str, Any]:
        """Read the facts and see whether they can stand beside the other answers."""
        cleaned = super().clean() or self.cleaned_data
        if not self.errors:
            self.values = self.read(cleaned)
            self._check_against_the_rest()
        return cleaned

    def _check_against_the_rest(self) -> None:
        if self.errors:
            return
        page, on = self.situation.page, self.situation.on
        after = applied(self.situation.answers, place=page.place, question=page.question, values=self.values)
        problem = problem_in(after, place=page.place, question=page.question, on=on)
        if problem:
            self.add_error(self.main_field if self.main_field in self.fields else None, gettext(problem))


def refuse(sentence: str | Promise) -> ValidationError:
    """Return the error for a sentence, also one of the pure modules, in the person's language."""
    return ValidationError(gettext(sentence) if isinstance(sentence, str) else str(sentence))


def translated(text: str) -> str:
    """Translate a sentence of the registry; an empty one stays empty."""
    return gettext(text) if text else ""


def unsure_shown(situation: Situation, found: Callable[[dict[str, Any]], Any]) -> Any:
    """Return what a field shows: the stored answer, "not sure" where that was the answer, or nothing."""
    value = found(situation.stored)
    if value is None and situation.was_asked:
        return UNSURE
    return value
