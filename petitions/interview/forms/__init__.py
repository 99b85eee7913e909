"""One form for each kind of question."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from petitions.interview.forms.base import QuestionForm, Situation
from petitions.interview.forms.choices import AmountForm, ChoiceForm, DecisionForm, ManyForm, PriorsForm
from petitions.interview.forms.courts import CountyForm, CourthouseForm
from petitions.interview.forms.crime import CrimeForm
from petitions.interview.forms.dates import DateForm, PriorDatesForm
from petitions.interview.forms.parts import NamesForm, PartsForm
from petitions.interview.questions import Kind, Question, Scope

__all__ = ["QuestionForm", "Situation", "form_for", "shown_at"]

_FORMS: Mapping[Kind, type[QuestionForm]] = {
    Kind.CHOICE: ChoiceForm,
    Kind.MANY: ManyForm,
    Kind.AMOUNT: AmountForm,
    Kind.DATE: DateForm,
    Kind.CRIME: CrimeForm,
    Kind.PRIORS: PriorsForm,
    Kind.PRIOR_DATES: PriorDatesForm,
    Kind.COUNTY: CountyForm,
    Kind.COURTHOUSE: CourthouseForm,
    Kind.PARTS: PartsForm,
    Kind.NAMES: NamesForm,
}


def form_for(situation: Situation, data: Mapping[str, Any] | None = None) -> QuestionForm:
    """Return the form of a page."""
    return _form_of(situation.page.question)(situation, data)


def shown_at(situation: Situation) -> dict[str, Any]:
    """Return what the fields of a page show at first, without the work of a whole form."""
    return _form_of(situation.page.question).shown(situation)


def _form_of(question: Question) -> type[QuestionForm]:
    if question.kind is Kind.CHOICE and question.scope is Scope.CASE:
        return DecisionForm
    return _FORMS[question.kind]
