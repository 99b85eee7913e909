"""Where else to turn, by outcome, most useful first (specification 4)."""

from __future__ import annotations

from collections.abc import Iterator

from petitions.law import automatic
from petitions.law.sections import Kind
from petitions.law.situation import Situation
from petitions.law.terms import Disposition, Jurisdiction, Outcome, Prefix, Relief
from petitions.law.walk import End

ARREST = "ARREST_SEALING_851_91"
DESTRUCTION = "RECORD_DESTRUCTION_11361_5"
DISMISSAL = "DISMISSAL_1203"
LAWYER = "ASK_LAWYER"
_ELSEWHERE = {
    Jurisdiction.FEDERAL: ("FEDERAL_PARDON", LAWYER),
    Jurisdiction.OTHER_STATE: ("OTHER_STATE_COURT",),
    Jurisdiction.TRIBAL_OR_MILITARY: (LAWYER,),
}
_SMALL = {("11357", "b"), ("11357", "c"), ("11357", "d"), ("11357", "e"), ("11360", "b")}
"""Convictions whose records were to be destroyed after two years (§ 11361.5, subd. (a))."""


def fallbacks_of(situation: Situation, end: End) -> tuple[str, ...]:
    """Return the codes of other ways to get help, each once."""
    return tuple(dict.fromkeys((*automatic.fallbacks_of(end.outcome), *_by_outcome(situation, end))))


def _by_outcome(situation: Situation, end: End) -> Iterator[str]:
    outcome = end.outcome
    if outcome is Outcome.NOT_A_CONVICTION:
        yield from _without_conviction(situation)
    elif outcome is Outcome.NOT_COVERED_JURISDICTION:
        assert situation.jurisdiction
        yield from _ELSEWHERE[situation.jurisdiction]
    elif outcome is Outcome.NOT_COVERED_SECTION:
        yield from _not_covered(situation)
    elif outcome is Outcome.NEEDS_REVIEW:
        yield from _review(situation)
    elif outcome is Outcome.FELONY_EXCEPTION:
        yield "ASK_LAWYER_WOBBLER"
    yield from _always(situation, end)


def _without_conviction(situation: Situation) -> Iterator[str]:
    if situation.disposition is Disposition.DIVERTED:
        yield "DIVERSION_1203_43"
    yield ARREST
    yield DESTRUCTION


def _not_covered(situation: Situation) -> Iterator[str]:
    if situation.charge.prefix is Prefix.CONSPIRACY:
        yield "REDUCE_17B"


def _review(situation: Situation) -> Iterator[str]:
    kind = situation.charge.kind
    if kind is Kind.PLEADABLE:
        yield "ASK_PROSECUTOR"
    if kind in (Kind.UNKNOWN, Kind.PREDECESSOR, Kind.MEASURING):
        yield "CHECK_COURT_FILE"
    yield LAWYER


def _always(situation: Situation, end: End) -> Iterator[str]:
    """Yield what helps beside, or in place of, relief under this law."""
    outcome, charge = end.outcome, situation.charge
    if outcome in (Outcome.NOT_A_CONVICTION, Outcome.NOT_COVERED_JURISDICTION, Outcome.ALREADY_CLEARED):
        return
    if situation.jurisdiction is Jurisdiction.CALIFORNIA_JUVENILE:
        yield "JUVENILE_SEALING_781"
        return
    if (charge.section, charge.letter) in _SMALL or charge.kind is Kind.PREDECESSOR:
        yield DESTRUCTION
    if end.floor is not Relief.DISMISS_SEAL:
        yield DISMISSAL
