"""The cases to file: from the law's case groups and the person's answers to the contract's ``filing``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from petitions.interview.answers import (
    YOU,
    Answers,
    conviction_of,
    facts_at,
    first_count,
    was_asked,
)
from petitions.interview.flow import Page
from petitions.interview.questions import CASE_FACTS, CHOICES, COUNTY, PERSON, question_for
from petitions.law.determinations import CaseGroup, Determinations
from petitions.law.terms import Track

FILED_TRACKS = (Track.APPLICATION_E, Track.PETITION_A, Track.JUVENILE_M)
"""The tracks for which there is a paper."""


@dataclass(frozen=True, slots=True)
class FiledCase:
    """One case to file: where its answers are kept, and the law's groups that they serve."""

    place: str
    county: str | None
    case_number: str | None
    track: Track
    groups: tuple[CaseGroup, ...]


def filed_cases(answers: Answers, determinations: Determinations) -> tuple[FiledCase, ...]:
    """Return the cases that get papers, in the order of the record."""
    groups: dict[str, list[CaseGroup]] = {}
    for group in determinations.cases:
        if group.track in FILED_TRACKS:
            groups.setdefault(first_count(answers, group.convictions[0]), []).append(group)
    return tuple(_filed_case(answers, place, found) for place, found in groups.items())


def case_pages(case: FiledCase) -> tuple[Page, ...]:
    """Return the pages that say which case it is."""
    return (Page(case.place, COUNTY), *(Page(case.place, question) for question in CASE_FACTS))


def person_pages() -> tuple[Page, ...]:
    """Return the pages about the person."""
    return tuple(Page(YOU, question) for question in PERSON)


def choice_pages(case: FiledCase) -> tuple[Page, ...]:
    """Return the pages with the person's choices for one case."""
    return tuple(Page(case.place, question) for question in CHOICES)


def is_done(answers: Answers, page: Page) -> bool:
    """Say whether papers can be made with this answer; papers need a county, so not sure is not enough."""
    if page.question is COUNTY:
        return bool(conviction_of(answers, page.place).get("county"))
    return was_asked(answers, page.place, page.question)


def groups_of_pages(cases: tuple[FiledCase, ...]) -> tuple[tuple[Page, ...], ...]:
    """Return the pages that are answered in one go, group by group."""
    return (
        *(case_pages(case) for case in cases),
        person_pages(),
        *(choice_pages(case) for case in cases),
    )


def next_filing_page(answers: Answers, cases: tuple[FiledCase, ...], *, after: Page) -> Page | None:
    """Return the next open page of the group that a page belongs to."""
    for group in groups_of_pages(cases):
        if after in group:
            return next((page for page in group if not is_done(answers, page)), None)
    return None


def is_complete(answers: Answers, cases: tuple[FiledCase, ...]) -> bool:
    """Say whether papers can be made."""
    pages = [page for group in groups_of_pages(cases) for page in group]
    return bool(cases) and all(is_done(answers, page) for page in pages)


def filing_json(answers: Answers, cases: tuple[FiledCase, ...]) -> dict[str, Any]:
    """Return the contract's ``filing`` for these cases."""
    person = {fact: answers["filing"].get(fact) for question in PERSON for fact in question.facts}
    return {
        **person,
        "name_now": person["name_now"] or person["name_on_case"],
        "other_names": person["other_names"] or [],
        "cases": [_case_json(answers, case, group) for case in cases for group in case.groups],
    }


def _filed_case(answers: Answers, place: str, groups: list[CaseGroup]) -> FiledCase:
    first = groups[0]
    return FiledCase(place, first.county, first.case_number, first.track, tuple(groups))


def _case_json(answers: Answers, case: FiledCase, group: CaseGroup) -> dict[str, Any]:
    facts: dict[str, Any] = {"county": group.county, "case_number": group.case_number}
    for fact in (
        "courthouse",
        "prosecutor",
        "waive_original_judge",
        "waive_appearance",
        "proposed_order",
        "server",
    ):
        question = question_for(fact)
        assert question is not None
        facts[fact] = facts_at(answers, case.place, question).get(fact)
    return facts
