"""Says when answers cannot all be true, in a sentence a person can act on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from petitions.exchange.reading import BadInput, read_record
from petitions.interview.answers import Answers, conviction_of, record_json
from petitions.interview.dates import first_day_of, last_day_of
from petitions.interview.questions import Question, Scope


def _(text: str) -> str:
    return text


CONVICTED_FIRST = _(
    "You cannot be convicted before it happened. Check this date and the date that it happened"
)
BORN_LATER = _("This is before your birth date. Check both dates")
NOT_YET_BORN = _("You gave a date for a case that is before this birth date. Check both dates")
DO_NOT_FIT = _("This does not fit with your other answers. Please check it")


def problem_in(answers: Answers, *, place: str, question: Question, on: date) -> str | None:
    """Return what is wrong with the answers after this question; None where they can stand."""
    if question.scope not in (Scope.PETITIONER, Scope.CONVICTION):
        return None
    dates = _date_problems(answers, place=place, question=question)
    return next(dates, None) or _record_problem(answers)


def _date_problems(answers: Answers, *, place: str, question: Question) -> Iterator[str]:
    if question.scope is Scope.CONVICTION and {"offense_date", "conviction_date"} & set(question.facts):
        conviction = conviction_of(answers, place)
        if _is_before(conviction.get("conviction_date"), conviction.get("offense_date")):
            yield CONVICTED_FIRST
        if any(_is_before(found, _birth(answers)) for found in _dates_of(conviction)):
            yield BORN_LATER
    if question.details and any(_is_before(found, _birth(answers)) for found in _priors(answers)):
        yield BORN_LATER
    if "date_of_birth" in question.facts:
        cases = [found for one in answers["record"]["convictions"] for found in _dates_of(one)]
        if any(_is_before(found, _birth(answers)) for found in (*cases, *_priors(answers))):
            yield NOT_YET_BORN


def _is_before(first: Any, second: Any) -> bool:
    """Say whether one stored date lies wholly before another; an unknown one does not."""
    return bool(first and second) and last_day_of(first) < first_day_of(second)


def _birth(answers: Answers) -> Any:
    return answers["record"]["petitioner"].get("date_of_birth")


def _dates_of(conviction: dict[str, Any]) -> tuple[Any, Any]:
    return conviction.get("offense_date"), conviction.get("conviction_date")


def _priors(answers: Answers) -> Iterator[Any]:
    for fact in ("super_strike", "sex_offense"):
        stored = answers["record"]["petitioner"].get(fact)
        yield from (one["conviction_date"] for one in stored) if isinstance(stored, list) else ()


def _record_problem(answers: Answers) -> str | None:
    try:
        read_record(record_json(answers))
    except BadInput:
        return DO_NOT_FIT
    return None
