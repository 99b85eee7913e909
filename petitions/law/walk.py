"""The walk from a situation to its outcome (specification 2.3, as C2 to C10 and C18 settle it)."""

from __future__ import annotations

from typing import NamedTuple

from petitions.law.computing import conflicts, judged_ages, range_at, readings_at
from petitions.law.offenses.today import Reading
from petitions.law.priors import History
from petitions.law.relief import Range
from petitions.law.sections import Kind
from petitions.law.situation import Situation
from petitions.law.terms import (
    CALIFORNIA,
    AgeBracket,
    Disposition,
    Jurisdiction,
    Outcome,
    Prefix,
    Relief,
    Track,
)
from petitions.law.timing import Gate

_OPEN = (Relief.NONE, Relief.DISMISS_SEAL)
_BY_RANGE = {
    (Relief.MISDEMEANOR, Relief.MISDEMEANOR): Outcome.REDUCE_TO_MISDEMEANOR,
    (Relief.INFRACTION, Relief.INFRACTION): Outcome.REDUCE_TO_INFRACTION,
    (Relief.DISMISS_SEAL, Relief.DISMISS_SEAL): Outcome.DISMISS_SEAL,
    (Relief.MISDEMEANOR, Relief.INFRACTION): Outcome.AT_LEAST_MISDEMEANOR_MAYBE_INFRACTION,
    (Relief.MISDEMEANOR, Relief.DISMISS_SEAL): Outcome.AT_LEAST_MISDEMEANOR_MAYBE_DISMISS,
    (Relief.INFRACTION, Relief.DISMISS_SEAL): Outcome.AT_LEAST_INFRACTION_MAYBE_DISMISS,
}
_ON_NO_PAPER = (Outcome.NOT_COVERED_JURISDICTION, Outcome.ALREADY_CLEARED)


class Step(NamedTuple):
    """Where the walk stands after the facts: an outcome that ends it, or the relief between two bounds.

    ``range`` is None where the section itself leaves nothing to compute.
    """

    outcome: Outcome | None
    floor: Relief = Relief.NONE
    ceiling: Relief = Relief.NONE
    ages: frozenset[AgeBracket] = frozenset()
    range: Range | None = None


class End(NamedTuple):
    """Where the walk ends."""

    outcome: Outcome
    floor: Relief
    ceiling: Relief
    track: Track


def walk(situation: Situation) -> End:
    """Walk to the end."""
    return finish(situation, facts_step(situation))


def facts_step(situation: Situation) -> Step:
    """Walk up to and with the facts of the act; what is left are the sentence and the danger finding."""
    stop = _hard_stop(situation)
    if stop:
        return Step(stop)
    return section_step(situation, readings_at(situation) if situation.charge.is_computed else ())


def is_open(situation: Situation) -> bool:
    """Say whether a question before the facts is open (C4)."""
    return situation.disposition is None or situation.jurisdiction is None or situation.view.gate is Gate.OPEN


def _hard_stop(situation: Situation) -> Outcome | None:
    """Return what ends the walk before the section, in the order of C4."""
    if situation.disposition in (Disposition.ARREST_ONLY, Disposition.DIVERTED):
        return Outcome.NOT_A_CONVICTION
    if situation.jurisdiction not in (None, *CALIFORNIA):
        return Outcome.NOT_COVERED_JURISDICTION
    if situation.view.gate is Gate.TOO_LATE:
        return Outcome.NOT_COVERED_DATE
    return Outcome.ALREADY_CLEARED if situation.orders.is_done else None


def section_step(situation: Situation, readings: tuple[Reading, ...]) -> Step:
    """Walk on from the section, with what its offense may be today."""
    charge = situation.charge
    if charge.kind is Kind.PLEADABLE:
        return _pleaded_step(situation)
    if charge.kind is Kind.OTHER:
        return _not_covered(situation)
    if not charge.is_computed:
        return Step(None, *_OPEN)
    found = range_at(situation, readings)
    if charge.prefix is Prefix.CONSPIRACY:
        lawful = found.ceiling is Relief.DISMISS_SEAL
        return Step(None, *_OPEN) if lawful else _not_covered(situation)
    return _listed_step(situation, found)


def _listed_step(situation: Situation, found: Range) -> Step:
    """Return the bounds of a completed or attempted offense of a listed section."""
    is_sure = situation.charge.prefix is Prefix.NONE and not conflicts(situation, found)
    floor = found.floor if is_sure and not is_open(situation) else Relief.NONE
    ages = judged_ages(situation)
    if situation.orders.redesignated:
        outcome = Outcome.ALREADY_CLEARED if found.ceiling is Relief.NONE else None
        return Step(outcome, Relief.NONE, found.ceiling, ages, found)
    if found.ceiling is Relief.NONE:
        by_exception = found.best is not Relief.NONE
        outcome = Outcome.FELONY_EXCEPTION if by_exception else Outcome.NO_LESSER_OFFENSE
        return Step(outcome, range=found)
    return Step(None, floor, found.ceiling, ages, found)


def _pleaded_step(situation: Situation) -> Step:
    has_prefix = situation.charge.prefix in (Prefix.ACCESSORY, Prefix.CONSPIRACY)
    if has_prefix or situation.pleaded_down is False:
        return _not_covered(situation)
    return Step(None, *_OPEN)


def _not_covered(situation: Situation) -> Step:
    """An order already made beats a section that the Act does not name (C10)."""
    return Step(Outcome.ALREADY_CLEARED if situation.orders.redesignated else Outcome.NOT_COVERED_SECTION)


def finish(situation: Situation, step: Step) -> End:
    """Add the sentence, the danger finding (C18) and the age of a minor in adult court (C8)."""
    if step.outcome is not None:
        return End(step.outcome, Relief.NONE, Relief.NONE, _closed_track(step.outcome))
    floor = Relief.NONE if may_be_dangerous(situation) else step.floor
    outcome = _outcome(situation, step._replace(floor=floor))
    return End(outcome, floor, step.ceiling, track_of(situation))


def may_be_dangerous(situation: Situation) -> bool:
    """Say whether a court could still refuse a petition for danger: serving, and a super strike not ruled out."""
    is_juvenile = situation.jurisdiction is Jurisdiction.CALIFORNIA_JUVENILE
    has_none = situation.view.strikes is History.NONE
    return not is_juvenile and situation.is_serving is not False and not has_none


def track_of(situation: Situation) -> Track:
    """Return the paper that would be used (C3)."""
    if situation.disposition is None or situation.jurisdiction is None:
        return Track.NEEDS_REVIEW
    if situation.charge.kind is Kind.PLEADABLE:
        return Track.FALLBACK
    if situation.jurisdiction is Jurisdiction.CALIFORNIA_JUVENILE:
        return Track.JUVENILE_M
    if situation.is_serving is None:
        return Track.NEEDS_REVIEW
    return Track.PETITION_A if situation.is_serving else Track.APPLICATION_E


def _outcome(situation: Situation, step: Step) -> Outcome:
    if step.floor is Relief.NONE:
        return Outcome.NEEDS_REVIEW
    if situation.jurisdiction is Jurisdiction.CALIFORNIA_JUVENILE:
        return Outcome.JUVENILE_REDUCE
    if AgeBracket.UNDER_18 in step.ages:
        return Outcome.NEEDS_REVIEW
    return _BY_RANGE[step.floor, step.ceiling]


def _closed_track(outcome: Outcome) -> Track:
    return Track.NONE if outcome in _ON_NO_PAPER else Track.FALLBACK
