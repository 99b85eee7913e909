"""Says whether it matters when an earlier conviction was, and in which court: the pages after a yes ask only then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from petitions.law.determine import conclude
from petitions.law.facts import Petitioner, Prior, Record, Span
from petitions.law.terms import PriorCourt

_LONG_AGO = date(1900, 1, 1)


def dates_matter(record: Record, fact: str, *, on: date) -> bool:
    """Say whether the date or the court of a prior (``super_strike`` or ``sex_offense``) can change an answer."""
    answers = {_answer(replace(record, petitioner=person), on=on) for person in _persons(record, fact, on=on)}
    return len(answers) > 1


def _persons(record: Record, fact: str, *, on: date) -> Iterator[Petitioner]:
    """Return the person with one prior: unknown, before everything, after everything, or of juvenile court."""
    for prior in (
        Prior(None),
        Prior(Span(_LONG_AGO, _LONG_AGO), PriorCourt.ADULT),
        Prior(Span(on, on), PriorCourt.ADULT),
        Prior(None, PriorCourt.JUVENILE),
    ):
        if fact == "super_strike":
            yield replace(record.petitioner, super_strikes=(prior,))
        else:
            yield replace(record.petitioner, sex_offenses=(prior,))


def _answer(record: Record, *, on: date) -> tuple[object, ...]:
    found = conclude(record, on=on).determinations
    return tuple((one.outcome, one.floor, one.ceiling, one.track) for one in found)
