"""What to know before acting on an answer, by code (specification 2.4, 2.7; C2, C10, C11)."""

from __future__ import annotations

from collections.abc import Iterator

from petitions.law import automatic
from petitions.law.facts import Conviction, Record
from petitions.law.priors import same_case
from petitions.law.sections import Kind
from petitions.law.situation import Situation, charge_of
from petitions.law.terms import Outcome, Relief, Track
from petitions.law.walk import End, Step


def warnings_of(situation: Situation, step: Step, end: End) -> tuple[str, ...]:
    """Return the warnings of one answer."""
    return (
        *automatic.warnings_of(situation, end.outcome),
        *_of_the_petition(end),
        *_of_the_facts(situation, step, end),
        *_of_the_order(end),
    )


def is_mixed(record: Record, conviction: Conviction) -> bool:
    """Say whether another count of the same case stays, because this law does not name it."""
    others = (one for one in record.convictions if one.id != conviction.id and same_case(one, conviction))
    return any(charge_of(one).kind in (Kind.OTHER, Kind.PLEADABLE) for one in others)


def _of_the_petition(end: End) -> Iterator[str]:
    if end.track is not Track.PETITION_A:
        return
    yield "PUBLIC_SAFETY"
    if end.ceiling is Relief.DISMISS_SEAL:
        yield "PETITION_NO_SEALING"
    yield "PUBLIC_DEFENDER_FIRST"


def _of_the_facts(situation: Situation, step: Step, end: End) -> Iterator[str]:
    found = step.range
    if found and found.exceptable and situation.priors_counted:
        yield "PRIORS_COUNTED"
    is_lighter_today = (situation.charge.section, situation.charge.letter) in (("11357", "a"), ("11357", "d"))
    if end.outcome is Outcome.NO_LESSER_OFFENSE and is_lighter_today:
        yield "SAME_CLASS_REVIEW"


def _of_the_order(end: End) -> Iterator[str]:
    """Yield what an order does not do: for immigration, guns and DNA."""
    if end.ceiling is Relief.NONE:
        return
    yield "IMMIGRATION"
    yield "FIREARMS"
    if end.floor is not Relief.DISMISS_SEAL:
        yield "DNA"
