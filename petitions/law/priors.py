"""What earlier convictions count: super strikes, § 290(c) offenses, the same section (clarification C11)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from enum import StrEnum, auto
from functools import lru_cache
from typing import NamedTuple

from petitions.law.ages import oldest, youngest
from petitions.law.facts import Conviction, Petitioner, Prior, Record, Span
from petitions.law.sections import Charge, read_charge
from petitions.law.terms import Disposition, Jurisdiction, Prefix, PriorCourt


class History(StrEnum):
    """What a list of priors amounts to for one marijuana offense."""

    NONE = auto()
    BEFORE = auto()
    UNSURE = auto()
    LATER = auto()
    UNKNOWN = auto()


_BY_WEIGHT = (History.LATER, History.UNSURE, History.BEFORE)


class Histories(NamedTuple):
    """The two lists of priors: () is a stated "no", None is not known."""

    strikes: tuple[Prior, ...] | None
    sex_offenses: tuple[Prior, ...] | None
    by_discretion: bool
    """Registers under Pen. Code, § 290.006 alone: unsure."""


def histories_of(person: Petitioner) -> Histories:
    """Return the histories that a person states."""
    return Histories(person.super_strikes, person.sex_offenses, person.registers_by_discretion)


def strikes_before(
    histories: Histories, *, born: Span | None, first: date, convicted: Span | None
) -> History:
    """Judge the super strikes against an offense not before ``first``."""
    priors = histories.strikes
    if not priors:
        return History.UNKNOWN if priors is None else History.NONE
    return _history(_strike(prior, born, first, convicted) for prior in priors)


def sex_offenses_before(
    histories: Histories, *, born: Span | None, first: date, convicted: Span | None
) -> History:
    """Judge the § 290(c) convictions likewise."""
    priors = histories.sex_offenses
    if histories.by_discretion:
        return History.UNSURE
    if not priors:
        return History.UNKNOWN if priors is None else History.NONE
    return _history(_timed(prior, born, first, convicted) for prior in priors)


def earlier_same_section(
    record: Record, conviction: Conviction, charge: Charge, *, convicted: Span | None
) -> int:
    """Count the record's other convictions of the section that may be before ``convicted`` (exception E3)."""
    until = convicted.last if convicted else date.max
    return sum(
        _counts(other, conviction, charge) and _first_day(other) < until
        for other in record.convictions
        if other.id != conviction.id
    )


def counted_with(
    record: Record, conviction: Conviction, charge: Charge
) -> tuple[tuple[str | None, str], ...]:
    """Return county and case number of each conviction that counts with this one and has a number."""
    return tuple(
        (other.county, other.case_number)
        for other in record.convictions
        if len(record.convictions) > 2
        and other.id != conviction.id
        and other.case_number is not None
        and _counts(other, replace(conviction, case_number=None), charge)
    )


def _history(found: Iterable[History]) -> History:
    """Return the gravest: one that counts is enough, and one that is unsure leaves it unsure."""
    return max(found, key=_BY_WEIGHT.index)


def _strike(prior: Prior, born: Span | None, first: date, convicted: Span | None) -> History:
    when = prior.conviction_date
    if prior.court is PriorCourt.JUVENILE and born and when and oldest(born, when.last) < 16:
        return History.LATER
    return _timed(prior, born, first, convicted)


def _timed(prior: Prior, born: Span | None, first: date, convicted: Span | None) -> History:
    when = prior.conviction_date
    if when is None:
        return History.UNSURE
    if convicted is not None and when.first >= convicted.last:
        return History.LATER
    if when.last < first and _was_adult(prior, born, when):
        return History.BEFORE
    return History.UNSURE


def _was_adult(prior: Prior, born: Span | None, when: Span) -> bool:
    if prior.court is None:
        return born is None or youngest(born, when.first) >= 18
    return prior.court is PriorCourt.ADULT


def _counts(other: Conviction, conviction: Conviction, charge: Charge) -> bool:
    theirs = read_charge(other.code or "HS", other.section, other.subdivision, other.prefix)
    return (
        theirs.section == charge.section
        and theirs.kind is charge.kind
        and theirs.prefix in (None, Prefix.NONE, Prefix.ATTEMPT)
        and other.jurisdiction in (None, Jurisdiction.CALIFORNIA_ADULT)
        and other.disposition in (None, Disposition.CONVICTED)
        and not same_case(other, conviction)
    )


def same_case(one: Conviction, other: Conviction) -> bool:
    """Say whether two counts stand under the same county and the same known case number."""
    return one.case_number is not None and case_key(one) == case_key(other)


def case_key(conviction: Conviction) -> tuple[str | None, str | None]:
    """Return county and case number without regard to case, spaces and the word County."""
    return _plain_county(conviction.county), _plain(conviction.case_number)


def _plain(text: str | None) -> str | None:
    return " ".join(text.split()).casefold() if text is not None else None


@lru_cache(maxsize=256)
def _plain_county(county: str | None) -> str | None:
    plain = _plain(county)
    return plain.removesuffix(" county") if plain is not None else None


def _first_day(other: Conviction) -> date:
    days = [span.first for span in (other.conviction_date, other.offense_date) if span is not None]
    return max(days, default=date.min)
