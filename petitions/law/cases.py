"""The cases of a record: the counts that go on one paper (C15)."""

from __future__ import annotations

from collections.abc import Iterable

from petitions.law.determinations import CaseGroup, Determination
from petitions.law.facts import Conviction, Record
from petitions.law.priors import case_key
from petitions.law.sections import LISTED
from petitions.law.situation import charge_of
from petitions.law.terms import Jurisdiction, Relief, Track

_FIRST = (
    Track.NEEDS_REVIEW,
    Track.PETITION_A,
    Track.APPLICATION_E,
    Track.JUVENILE_M,
    Track.FALLBACK,
    Track.NONE,
)
_Count = tuple[Conviction, Determination]


def cases_of(record: Record, determinations: Iterable[Determination]) -> tuple[CaseGroup, ...]:
    """Group the counts by county, case number and kind of court, in order of first appearance."""
    groups: dict[object, list[_Count]] = {}
    for count in zip(record.convictions, determinations, strict=True):
        groups.setdefault(_key(count[0]), []).append(count)
    return tuple(_group(counts) for counts in groups.values())


def _key(conviction: Conviction) -> object:
    if conviction.case_number is None:
        return conviction.id
    return *case_key(conviction), conviction.jurisdiction is Jurisdiction.CALIFORNIA_JUVENILE


def _group(counts: list[_Count]) -> CaseGroup:
    first = counts[0][0]
    return CaseGroup(
        county=first.county,
        case_number=first.case_number,
        track=min([found.track for _, found in counts], key=_FIRST.index),
        sections=_filed_sections(counts),
        convictions=tuple(one.id for one, _ in counts),
    )


def _filed_sections(counts: list[_Count]) -> tuple[str, ...]:
    """Return the sections for which a paper asks for something."""
    asked = {charge_of(one).section for one, found in counts if found.ceiling is not Relief.NONE}
    return tuple(section for section in LISTED if section in asked)
