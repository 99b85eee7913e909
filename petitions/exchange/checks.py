"""Finds what cannot be in a record whose values are each well formed (clarification C16)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from petitions.law.facts import Prior, Record, Span
from petitions.law.terms import EFFECTIVE


def _(text: str) -> str:
    return text


BEFORE_THE_ACT = _("The law is applied on or after 2016-11-09. Give that day or a later one.")
STILL_TO_COME = _("This date is after the day on which the law is applied (on). Check both.")
CONVICTED_FIRST = _("This is before the offense_date. Check both dates.")
BEFORE_BIRTH = _("This is before the date_of_birth. Check both dates.")
SAME_ID = _("Another conviction has the same id. Give each its own.")

_Placed = tuple[str, str]
"""A JSON path and a sentence."""


def impossible(record: Record, *, on: date | None) -> Iterator[_Placed]:
    """Yield each thing that cannot be, as a JSON path and a sentence."""
    events = tuple(_events(record))
    if on is not None and on < EFFECTIVE:
        yield "on", BEFORE_THE_ACT
    elif on is not None:
        yield from _still_to_come(record.petitioner.date_of_birth, events, on=on)
    yield from _before_birth(record.petitioner.date_of_birth, events)
    yield from _convicted_first(record)


def repeated(ids: Iterable[str | None]) -> Iterator[_Placed]:
    """Yield the convictions whose id an earlier one has; None is an id that could not be read."""
    seen: set[str] = set()
    for index, one in enumerate(ids):
        if one in seen:
            yield f"convictions[{index}].id", SAME_ID
        elif one is not None:
            seen.add(one)


def _events(record: Record) -> Iterator[tuple[str, Span]]:
    """Yield every known date but the birth date, with its path."""
    yield from _prior_dates("petitioner.super_strike", record.petitioner.super_strikes)
    yield from _prior_dates("petitioner.sex_offense", record.petitioner.sex_offenses)
    for index, conviction in enumerate(record.convictions):
        if conviction.offense_date:
            yield f"convictions[{index}].offense_date", conviction.offense_date
        if conviction.conviction_date:
            yield f"convictions[{index}].conviction_date", conviction.conviction_date


def _prior_dates(path: str, priors: tuple[Prior, ...] | None) -> Iterator[tuple[str, Span]]:
    for index, prior in enumerate(priors or ()):
        if prior.conviction_date:
            yield f"{path}[{index}].conviction_date", prior.conviction_date


def _still_to_come(
    birth: Span | None, events: tuple[tuple[str, Span], ...], *, on: date
) -> Iterator[_Placed]:
    if birth and birth.first > on:
        yield "petitioner.date_of_birth", STILL_TO_COME
    for path, found in events:
        if found.first > on:
            yield path, STILL_TO_COME


def _before_birth(birth: Span | None, events: tuple[tuple[str, Span], ...]) -> Iterator[_Placed]:
    for path, found in events if birth else ():
        if birth and found.last < birth.first:
            yield path, BEFORE_BIRTH


def _convicted_first(record: Record) -> Iterator[_Placed]:
    for index, conviction in enumerate(record.convictions):
        offense, convicted = conviction.offense_date, conviction.conviction_date
        if offense and convicted and convicted.last < offense.first:
            yield f"convictions[{index}].conviction_date", CONVICTED_FIRST
