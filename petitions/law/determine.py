"""The law's one entry: a record and a day in, determinations out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache

from petitions.law.cases import cases_of
from petitions.law.determinations import Determination, Determinations, Reason
from petitions.law.facts import Conviction, Record
from petitions.law.fallbacks import fallbacks_of
from petitions.law.grounds import citations_of
from petitions.law.needs import needs_of, worth_asking, would_settle
from petitions.law.reasons import reasons_of
from petitions.law.situation import Situation, narrowed, read_situation
from petitions.law.terms import Outcome, Relief, Status
from petitions.law.walk import facts_step, finish
from petitions.law.warnings import is_mixed, warnings_of

Search = Callable[..., tuple[str, ...]]

LAW_VERSION = "2026-11-28"

_STATUS = {
    Outcome.NEEDS_REVIEW: Status.NEEDS_REVIEW,
    Outcome.FELONY_EXCEPTION: Status.NEEDS_REVIEW,
    Outcome.ALREADY_CLEARED: Status.CHECK_FIRST,
    Outcome.NO_LESSER_OFFENSE: Status.NOT_ELIGIBLE,
    Outcome.NOT_COVERED_SECTION: Status.NOT_ELIGIBLE,
    Outcome.NOT_COVERED_DATE: Status.NOT_ELIGIBLE,
    Outcome.NOT_COVERED_JURISDICTION: Status.NOT_ELIGIBLE,
    Outcome.NOT_A_CONVICTION: Status.NOT_ELIGIBLE,
}
"""The status of each outcome; every other is ELIGIBLE (C2)."""


def determine(record: Record, *, on: date) -> Determinations:
    """Decide every conviction of the record under the law as it stands ``on`` that day."""
    return _determinations(record, on=on, search=needs_of)


def conclude(record: Record, *, on: date) -> Determinations:
    """Decide likewise, but leave ``needs`` empty: for pages and papers, which do not show them."""
    return _determinations(record, on=on, search=_no_needs)


def conclude_one(record: Record, conviction: Conviction, *, on: date) -> Determination:
    """Decide one conviction of the record likewise."""
    return _determine(record, conviction, on=on, search=_no_needs)


def bounds(record: Record, conviction: Conviction) -> tuple[Outcome, Relief, Relief]:
    """Decide one conviction likewise, for counts of many: its outcome, floor and ceiling, without reasons."""
    return _bounds(narrowed(read_situation(record, conviction)))


def open_needs(
    record: Record, *, on: date, asked: Mapping[str, frozenset[str]]
) -> Mapping[str, tuple[str, ...]]:
    """Return for each conviction id the facts still worth asking.

    ``asked`` holds per conviction id (and under "" for the petitioner) the contract keys that were asked
    and answered "not sure": they stay unknown, and only facts that can still change an answer remain.
    """
    of_person = asked.get("", frozenset())
    return {
        one.id: worth_asking(record, one, on=on, asked=of_person | asked.get(one.id, frozenset()))
        for one in record.convictions
    }


def settling_facts(record: Record, *, on: date) -> Mapping[str, tuple[str, ...]]:
    """Return for each conviction id the unknown facts that would settle what is open, most decisive first.

    Unlike ``needs`` it leaves out facts that could only contradict what is known.
    """
    return {one.id: would_settle(record, one, on=on) for one in record.convictions}


def _determinations(record: Record, *, on: date, search: Search) -> Determinations:
    found = tuple(_determine(record, one, on=on, search=search) for one in record.convictions)
    return Determinations(on, LAW_VERSION, found, cases_of(record, found))


def _no_needs(*_: object, **__: object) -> tuple[str, ...]:
    return ()


def _determine(record: Record, conviction: Conviction, *, on: date, search: Search) -> Determination:
    situation = read_situation(record, conviction)
    concluded = _conclude(narrowed(situation), on)
    mixed = len(record.convictions) > 1 and is_mixed(record, conviction)
    return Determination(
        conviction.id,
        concluded.outcome,
        concluded.status,
        concluded.floor,
        concluded.ceiling,
        concluded.track,
        search(record, conviction, on=on, situation=situation),
        concluded.reasons,
        concluded.fallbacks,
        (*concluded.warnings, "MIXED") if mixed else concluded.warnings,
    )


@lru_cache(maxsize=65536)
def _bounds(situation: Situation) -> tuple[Outcome, Relief, Relief]:
    end = finish(situation, facts_step(situation))
    return end.outcome, end.floor, end.ceiling


@lru_cache(maxsize=65536)
def _conclude(situation: Situation, on: date) -> Determination:
    """Decide a situation, which holds nothing of a person but on which side of each line the facts lie."""
    step = facts_step(situation)
    end = finish(situation, step)
    return Determination(
        conviction="",
        outcome=end.outcome,
        status=_STATUS.get(end.outcome, Status.ELIGIBLE),
        floor=end.floor,
        ceiling=end.ceiling,
        track=end.track,
        needs=(),
        reasons=tuple(
            Reason(code, citations_of(code, on), facts) for code, facts in reasons_of(situation, step, end)
        ),
        fallbacks=fallbacks_of(situation, end),
        warnings=warnings_of(situation, step, end),
    )
