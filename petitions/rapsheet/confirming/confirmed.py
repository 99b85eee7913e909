"""Writes what a person confirmed on a sheet into the answers, as if each page had been answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from petitions.interview.answers import (
    YOU,
    Answers,
    Values,
    applied,
    conviction_ids,
    conviction_of,
    first_count,
)
from petitions.interview.counts import can_add, with_conviction, without_conviction
from petitions.interview.questions import Scope, question_of

Said = Mapping[str, Values]
"""By the key of a question the facts that answer it."""
PAPER_ONLY: Said = {
    "convicted-when": {"conviction_date": None},
    "level": {"level": None},
    "county": {"county": None},
    "case-number": {"case_number": None},
}
"""What a person would look up on this very sheet: whoever cannot tell it there is not asked again."""


@dataclass(frozen=True, slots=True)
class Confirmed:
    """One conviction that a person confirmed. ``case``: equal for the counts of one case; blank: a case of its own."""

    said: Said
    case: str = ""
    not_told: frozenset[str] = field(default_factory=frozenset)
    """Keys of the questions to which the person said that they cannot tell."""


def with_confirmed(answers: Answers, *, convictions: Sequence[Confirmed], person: Said) -> Answers:
    """Return the answers with these convictions behind the others, and with what was confirmed of the person."""
    changed = _with_person(answers, person)
    for place in conviction_ids(answers) if convictions else ():
        changed = without_conviction(changed, place) if _is_blank(answers, place) else changed
    first_of: dict[str, str] = {}
    for one in convictions:
        if can_add(changed):
            changed = _with_one(changed, one, first_of=first_of)
    return changed


def _with_one(answers: Answers, one: Confirmed, *, first_of: dict[str, str]) -> Answers:
    changed = with_conviction(answers, same_case_as=first_of.get(one.case))
    place = conviction_ids(changed)[-1]
    if one.case:
        first_of.setdefault(one.case, place)
    told = {**one.said, **{key: PAPER_ONLY[key] for key in sorted(one.not_told & set(PAPER_ONLY))}}
    return _answered(changed, place, _in_order(told))


def _with_person(answers: Answers, person: Said) -> Answers:
    return _answered(answers, YOU, _in_order(person))


def _answered(answers: Answers, place: str, told: Iterable[tuple[str, Values]]) -> Answers:
    for key, values in told:
        question = question_of(key)
        if question is not None:
            target = first_count(answers, place) if question.scope is Scope.CASE else place
            answers = applied(answers, place=target, question=question, values=values)
    return answers


def _in_order(told: Said) -> list[tuple[str, Values]]:
    """Put the county before what hangs on it."""
    return sorted(told.items(), key=lambda one: one[0] != "county")


def _is_blank(answers: Answers, place: str) -> bool:
    """Say whether nothing was said of a conviction yet, as of the one that every interview begins with."""
    was_asked = any(entry.startswith(f"{place}/") for entry in answers["trail"])
    return not was_asked and set(conviction_of(answers, place)) == {"id"}
