"""The one registry of questions, in the order in which they are asked."""

from __future__ import annotations

from petitions.interview.questions.acts import ACTS, DEALING
from petitions.interview.questions.amounts import AMOUNTS
from petitions.interview.questions.filing_case import CASE_FACTS, CHOICES
from petitions.interview.questions.filing_person import PERSON
from petitions.interview.questions.happened import CLASS_THEN, COUNTY, HAPPENED
from petitions.interview.questions.person import (
    AGE,
    BIRTH,
    DETAILS,
    EARLIER,
    SENTENCE,
    SEX_OFFENSE,
    STRIKES,
)
from petitions.interview.questions.shapes import Kind, Option, Part, Question, Scope

__all__ = [
    "CASE_FACTS",
    "CHOICES",
    "COUNTY",
    "DETAILS",
    "FILING",
    "PERSON",
    "PRINTED",
    "REGISTRY",
    "SCREENING",
    "Kind",
    "Option",
    "Part",
    "Question",
    "Scope",
    "details_of",
    "question_for",
    "question_of",
]

SCREENING: tuple[Question, ...] = (
    *HAPPENED,
    AGE,
    BIRTH,
    SENTENCE,
    *DEALING,
    *AMOUNTS,
    *ACTS,
    STRIKES,
    SEX_OFFENSE,
    EARLIER,
    *CLASS_THEN,
)
"""Asked when the law needs them, in this order."""

FILING: tuple[Question, ...] = (*CASE_FACTS, *PERSON, *CHOICES)
"""Asked for the court papers."""

REGISTRY: tuple[Question, ...] = (*SCREENING, COUNTY, *DETAILS, *FILING)

PRINTED: tuple[Question, ...] = CLASS_THEN
"""Screening facts for which a paper has a blank line where they were not asked."""

_BY_KEY = {question.key: question for question in REGISTRY}
_BY_FACT = {fact: question for question in REGISTRY for fact in question.facts}


def question_of(key: str) -> Question | None:
    """Find a question by its key."""
    return _BY_KEY.get(key)


def question_for(fact: str) -> Question | None:
    """Find the one question that sets a fact (a contract key)."""
    return _BY_FACT.get(fact)


def details_of(question: Question) -> Question | None:
    """Find the page that asks for the dates behind a yes to this one."""
    return next((page for page in DETAILS if page.details in question.facts), None)
