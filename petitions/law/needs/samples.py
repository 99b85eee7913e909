"""Facts that a few samples already show to matter, so that no whole search is spent on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from random import Random
from typing import Any

from petitions.law.facts import Conviction, Petitioner, Prior, Record, Span
from petitions.law.needs.consistency import is_consistent, is_contradictory
from petitions.law.needs.days import birth_days, can_be, conviction_days, latest_birth, offense_days
from petitions.law.needs.tried import Open
from petitions.law.needs.usual import ANSWERS, ANY, GUIDES, SECTIONS, USUAL_FIRST
from petitions.law.priors import histories_of
from petitions.law.situation import charge_of, read_situation
from petitions.law.terms import (
    PriorCourt,
)
from petitions.law.view import dates_of
from petitions.law.walk import End, walk

_TRIES = 120
"""A fact that matters shows within a few tries; the rest is for those that matter only beside rare others."""
_USUAL = 0.8
_FIELDS = {"outcome": "disposition"}
_OF_PERSON = {
    "date_of_birth": "date_of_birth",
    "super_strike": "super_strikes",
    "sex_offense": "sex_offenses",
}
_EARLY = Span(date(1950, 1, 1), date(1950, 1, 1))
_DAYS = ("offense_date", "conviction_date", "date_of_birth")


def shown_by_samples(
    record: Record, conviction: Conviction, opened: Open, wanted: frozenset[str], *, on: date
) -> frozenset[str]:
    """Return those of ``wanted`` for which a sample of the other open facts gives two different answers.

    The samples are the same at every call; a fact not returned may matter all the same.
    """
    sampler = _Sampler(record, conviction, opened, on=on)
    return frozenset(fact for fact in sorted(wanted) if sampler.shows(fact))


class _Sampler:
    """Draws ways the open facts could be."""

    def __init__(self, record: Record, conviction: Conviction, opened: Open, *, on: date) -> None:
        self.record, self.conviction, self.opened, self.on = record, conviction, opened, on
        self.latest_birth = latest_birth(record, conviction, on=on)
        self.only_consistent = opened.only_consistent and not is_contradictory(
            read_situation(record, conviction)
        )
        self.random = Random(1)  # noqa: S311 - which samples are drawn is no secret

    def shows(self, fact: str) -> bool:
        """Say whether two values of a fact give different answers in one of the samples."""
        return any(self._differs(fact) for _ in range(_TRIES))

    def _differs(self, fact: str) -> bool:
        others = self._draw(sorted(self.opened.facts - {fact, "county", "case_number"}), about=fact)
        record, conviction = self._placed(others)
        first: End | None = None
        for value in self._values(fact, record, conviction):
            end = self._end(record, conviction, fact, value)
            if end is not None and first is not None and end != first:
                return True
            first = first or end
        return False

    def _draw(self, facts: list[str], *, about: str) -> Mapping[str, Any]:
        """Draw a value for each fact, the usual one mostly; dates are drawn last, around the others."""
        drawn = {fact: self._pick(fact) for fact in facts if fact not in _DAYS}
        if "section" in drawn:
            drawn["section"] = self.random.choice(SECTIONS.get(about, ANY["section"]))
        for fact in (fact for fact in _DAYS if fact in facts):
            drawn[fact] = self.random.choice(self._days(fact, *self._placed(drawn)))
        return drawn | {fact: value for fact, value in GUIDES.get(about, {}).items() if fact in drawn}

    def _pick(self, fact: str) -> Any:
        values = self._values(fact, self.record, self.conviction)
        is_usual = fact in USUAL_FIRST and self.random.random() < _USUAL
        return values[0] if is_usual else self.random.choice(values)

    def _values(self, fact: str, record: Record, conviction: Conviction) -> tuple[Any, ...]:
        if fact in _DAYS:
            return self._days(fact, record, conviction)
        if fact in ("super_strike", "sex_offense"):
            return (), *((Prior(when, PriorCourt.ADULT),) for when in (_EARLY, Span(self.on, self.on)))
        return USUAL_FIRST.get(fact) or ANY.get(fact) or ANSWERS

    def _days(self, fact: str, record: Record, conviction: Conviction) -> tuple[Span, ...]:
        dates, histories = dates_of(record, conviction), histories_of(record.petitioner)
        section = charge_of(conviction).section or ""
        if fact == "offense_date":
            return offense_days(dates, histories, section, on=self.on)
        if fact == "conviction_date":
            return conviction_days(dates, histories, section, others=(), on=self.on)
        return birth_days(dates, histories, section, latest=self.latest_birth)

    def _placed(self, values: Mapping[str, Any]) -> tuple[Record, Conviction]:
        of_person = {_OF_PERSON[fact]: value for fact, value in values.items() if fact in _OF_PERSON}
        of_count = {
            _FIELDS.get(fact, fact): value for fact, value in values.items() if fact not in _OF_PERSON
        }
        person: Petitioner = replace(self.record.petitioner, **of_person)
        return replace(self.record, petitioner=person), replace(self.conviction, **of_count)

    def _end(self, record: Record, conviction: Conviction, fact: str, value: Any) -> End | None:
        """Return the answer for one value; None where it cannot be, or contradicts what is known."""
        if fact in _OF_PERSON:
            record = replace(record, petitioner=replace(record.petitioner, **{_OF_PERSON[fact]: value}))
        else:
            conviction = replace(conviction, **{_FIELDS.get(fact, fact): value})
        dates, histories = dates_of(record, conviction), histories_of(record.petitioner)
        if not can_be(dates, histories, latest_birth=self.latest_birth, on=self.on):
            return None
        situation = read_situation(record, conviction)
        return None if self.only_consistent and not is_consistent(situation) else walk(situation)
