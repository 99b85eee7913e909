"""Asks the law about the answers: the determinations on the day, through the contract's record."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.utils import timezone

from petitions.exchange.reading import read_record
from petitions.interview.answers import Answers, record_json
from petitions.law.determinations import Determinations
from petitions.law.determine import conclude, settling_facts
from petitions.law.facts import Record


def today() -> date:
    """Return the day in California: the one place where the interview looks at the clock."""
    return timezone.localdate()


def record_of(answers: Answers) -> Record:
    """Return the facts as the law reads them."""
    return read_record(record_json(answers))


def determinations_of(answers: Answers, *, on: date) -> Determinations:
    """Return what the law gives for these answers."""
    return conclude(record_of(answers), on=on)


def settling_of(answers: Answers, *, on: date) -> Mapping[str, tuple[str, ...]]:
    """Return for each conviction the facts that would settle what is open."""
    return settling_facts(record_of(answers), on=on)
