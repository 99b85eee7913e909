"""Which page comes next: the first question, in registry order, whose facts can still change an answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from petitions.exchange.reading import read_record
from petitions.interview.answers import (
    YOU,
    Answers,
    asked_of,
    conviction_ids,
    conviction_of,
    facts_at,
    record_json,
    was_asked,
)
from petitions.interview.prior_dates import dates_matter
from petitions.interview.questions import (
    COUNTY,
    SCREENING,
    Question,
    Scope,
    details_of,
    question_of,
)
from petitions.law.determine import conclude, open_needs
from petitions.law.facts import Record
from petitions.law.terms import Outcome

_NO_COUNTY_NEEDED = (Outcome.NOT_A_CONVICTION, Outcome.NOT_COVERED_JURISDICTION, Outcome.NOT_COVERED_DATE)
"""Outcomes for which no court of a California county has anything to do."""


@dataclass(frozen=True, slots=True)
class Page:
    """One question about one place: ``you``, or the id of a conviction."""

    place: str
    question: Question


def next_page(answers: Answers, *, on: date) -> Page | None:
    """Return the next screening page; None when the result is ready."""
    record = read_record(record_json(answers))
    needs = open_needs(record, on=on, asked=asked_of(answers))
    for number, place in enumerate(conviction_ids(answers), start=1):
        until_here = replace(record, convictions=record.convictions[:number])
        page = _details_page(answers, until_here, on=on) or _needed_page(
            answers, place, frozenset(needs.get(place, ()))
        )
        if page:
            return page
    return _county_page(answers, record, on=on)


def pages_of(answers: Answers) -> tuple[Page, ...]:
    """Return the pages answered so far, in the order of the trail."""
    found = ((entry.partition("/")[0], question_of(entry.partition("/")[2])) for entry in answers["trail"])
    return tuple(Page(place, question) for place, question in found if question is not None)


def page_before(answers: Answers, page: Page) -> Page | None:
    """Return the page that a person was on before this one."""
    trail = pages_of(answers)
    if page not in trail:
        return trail[-1] if trail else None
    position = trail.index(page)
    return trail[position - 1] if position else None


def _details_page(answers: Answers, record: Record, *, on: date) -> Page | None:
    """Return the page for the dates behind a yes, where they matter and were not asked yet."""
    for question in SCREENING:
        details = details_of(question)
        if details is None or was_asked(answers, YOU, details):
            continue
        has_priors = isinstance(facts_at(answers, YOU, details).get(details.details), list)
        if has_priors and dates_matter(record, details.details, on=on):
            return Page(YOU, details)
    return None


def _needed_page(answers: Answers, place: str, needs: frozenset[str]) -> Page | None:
    for question in SCREENING:
        where = YOU if question.scope is Scope.PETITIONER else place
        if was_asked(answers, where, question) or needs.isdisjoint(question.facts):
            continue
        if _is_its_turn(conviction_of(answers, place), asked_of(answers).get(place, frozenset()), question):
            return Page(where, question)
    return None


def _is_its_turn(conviction: Mapping[str, object], asked: frozenset[str], question: Question) -> bool:
    return all(fact in asked and fact not in conviction for fact in question.after)


def _county_page(answers: Answers, record: Record, *, on: date) -> Page | None:
    missing = [place for place in conviction_ids(answers) if not was_asked(answers, place, COUNTY)]
    if not missing:
        return None
    outcomes = {one.conviction: one.outcome for one in conclude(record, on=on).determinations}
    return next((Page(place, COUNTY) for place in missing if outcomes[place] not in _NO_COUNTY_NEEDED), None)
