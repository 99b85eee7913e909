"""The ending, the court, the section and the dates that can still change an answer, above everything else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

from petitions.law.facts import Conviction, Petitioner, Record
from petitions.law.needs.below import below, facts_below
from petitions.law.needs.consistency import is_contradictory
from petitions.law.needs.days import (
    birth_days,
    can_be,
    conviction_days,
    latest_birth,
    offense_days,
    other_days,
    prior_histories,
)
from petitions.law.needs.tried import CHARGE, DAYS, ENDING, Open
from petitions.law.possibilities import AllFound, Layer, Search
from petitions.law.priors import Histories, counted_with, histories_of
from petitions.law.sections import Charge, Kind, read_charge
from petitions.law.situation import Situation, narrowed
from petitions.law.terms import CALIFORNIA, AgeBracket, Disposition, Prefix
from petitions.law.timing import Dates, Gate
from petitions.law.view import Third, View, dates_of, third_of, view_of
from petitions.law.walk import End, walk

Values = Mapping[str, tuple[Any, ...]]
Names = tuple[str | None, str | None, str | None, Prefix | None]

_HISTORIES = {"super_strike": "strikes", "sex_offense": "sex_offenses"}
_CASE = ("county", "case_number")
_OTHER_CASE = "-"
_ANY_OTHER = Charge(Kind.OTHER, None, None, None)


def search_above(
    record: Record,
    conviction: Conviction,
    situation: Situation,
    opened: Open,
    wanted: frozenset[str],
    *,
    on: date,
) -> frozenset[str]:
    """Return those of the ``wanted`` facts that can change the answer; ``situation`` is the conviction's.

    How the case ended and in which court always can, where they are open: an arrest, and a court elsewhere, end the walk
    with answers of their own. Every other fact can change only what a California court convicted of.
    """
    endings = opened.facts & ENDING.keys()
    if opened.only_consistent and is_contradictory(situation):
        opened = opened._replace(only_consistent=False)
    found, opened = wanted & endings, opened._replace(facts=opened.facts - endings)
    for ended in _convicted(situation, endings):
        if found >= wanted:
            break
        found |= _search(record, conviction, ended, opened, wanted - found, on=on)
    return found


def _convicted(situation: Situation, endings: frozenset[str]) -> Iterator[Situation]:
    """Yield the situation for each California court that may have convicted."""
    if "outcome" in endings:
        situation = situation._replace(disposition=Disposition.CONVICTED)
    if "jurisdiction" not in endings:
        yield situation
        return
    for court in CALIFORNIA:
        yield situation._replace(jurisdiction=court)


def _search(
    record: Record,
    conviction: Conviction,
    situation: Situation,
    opened: Open,
    wanted: frozenset[str],
    *,
    on: date,
) -> frozenset[str]:
    has_days = not opened.facts.isdisjoint((*DAYS, opened.dated))
    has_charge = not opened.facts.isdisjoint(CHARGE)
    if has_days or (has_charge and len(record.convictions) > 2):
        return wanted & OuterSearch(record, conviction, situation, opened, wanted, on=on).run()
    if has_charge:
        names = (conviction.code, conviction.section, conviction.subdivision, conviction.prefix)
        return wanted & _without_days(situation, names, opened, wanted)
    return wanted & facts_below(narrowed(situation), opened)


@lru_cache(maxsize=16384)
def _without_days(situation: Situation, names: Names, opened: Open, wanted: frozenset[str]) -> frozenset[str]:
    """Search where no date is open: the days of a record play no part then."""
    code, section, subdivision, prefix = names
    conviction = Conviction("", code=code, section=section, subdivision=subdivision, prefix=prefix)
    record = Record(Petitioner(), (conviction,))
    return frozenset(OuterSearch(record, conviction, situation, opened, wanted, on=date.max).run())


class OuterSearch:
    """One search for one conviction of a record."""

    def __init__(
        self,
        record: Record,
        conviction: Conviction,
        situation: Situation,
        opened: Open,
        wanted: frozenset[str],
        *,
        on: date,
    ) -> None:
        self.record, self.conviction, self.on = record, conviction, on
        self.situation = situation
        self.dates, self.histories = dates_of(record, conviction), histories_of(record.petitioner)
        self.opened = opened
        self.below = opened._replace(facts=opened.facts - {opened.dated}, dated=None)
        self.can_count = len(record.convictions) > 2
        self.may_be_any_section = not self.opened.facts.isdisjoint(("code", "section"))
        self.latest_birth = latest_birth(record, conviction, on=on)
        self.third = third_of(record, conviction, situation.charge, convicted=self.dates.convicted)
        self.search = Search(self._layers(), name_end=self._name_end, wanted=wanted)

    def run(self) -> set[str]:
        """Return the facts found; all that are wanted, or all that there are."""
        with suppress(AllFound):
            self.search.digest(self.situation)
        return self.search.found

    def _layers(self) -> tuple[Layer, ...]:
        days = Layer(self._day_values, self._day_step)
        if self.opened.facts.isdisjoint(CHARGE):
            return (days,)
        return Layer(lambda _: self._still_open(CHARGE), self._charge_step), days

    def _still_open(self, values: Values) -> Values:
        return {key: tried for key, tried in values.items() if key in self.opened.facts}

    def _charge_step(self, situation: Situation, way: Mapping[str, Any]) -> Situation:
        """Name the charge in one spelling, so that ways that name the same charge are one state."""
        stated = self.conviction
        charge = read_charge(
            way.get("code", stated.code),
            way.get("section", stated.section),
            way.get("subdivision", stated.subdivision),
            way.get("prefix", stated.prefix),
        )
        return situation._replace(charge=_ANY_OTHER if charge.kind is Kind.OTHER else charge)

    def _day_values(self, situation: Situation) -> Values:
        if self.opened.facts.isdisjoint((*DAYS, self.opened.dated)):
            return {}
        dates, histories, charge, on = self.dates, self.histories, situation.charge, self.on
        section = None if self.may_be_any_section else charge.section or ""
        others = other_days(self.record)
        tried: dict[str, tuple[Any, ...]] = {"age_at_offense": tuple(AgeBracket), **self._case_values(charge)}
        if "offense_date" in self.opened.facts:
            tried["offense_date"] = offense_days(dates, histories, section, on=on)
        if "conviction_date" in self.opened.facts:
            tried["conviction_date"] = conviction_days(dates, histories, section, others=others, on=on)
        if "date_of_birth" in self.opened.facts:
            tried["date_of_birth"] = birth_days(dates, histories, section, latest=self.latest_birth)
        if self.opened.dated:
            tried[self.opened.dated] = prior_histories(dates, on=on)
        return self._still_open(tried)

    def _case_values(self, charge: Charge) -> Values:
        """Return the cases that could make one of the earlier convictions part of this one's case (E3)."""
        cases = Counter(counted_with(self.record, self.conviction, charge)).most_common(2)
        if sum(number for _, number in cases) < 2:
            return {}
        return {
            "county": (*(county for (county, _), _number in cases), _OTHER_CASE),
            "case_number": (*(number for (_, number), _number in cases), _OTHER_CASE),
        }

    def _day_step(self, situation: Situation, way: Mapping[str, Any]) -> Situation | End | None:
        if not way and not self.can_count:
            return self._placed(situation, situation.view)
        dates, histories = self._dates(way), self._histories(way)
        if way and not can_be(dates, histories, latest_birth=self.latest_birth, on=self.on):
            return None
        third = self._third(situation.charge, way, dates) if self.can_count else self.third
        return self._placed(situation, view_of(dates, histories, third=third))

    def _dates(self, way: Mapping[str, Any]) -> Dates:
        known = self.dates
        return Dates(
            way.get("offense_date", known.offense),
            way.get("conviction_date", known.convicted),
            way.get("date_of_birth", known.born),
            way.get("age_at_offense", known.stated),
        )

    def _histories(self, way: Mapping[str, Any]) -> Histories:
        dated = self.opened.dated
        if dated is None:
            return self.histories
        return self.histories._replace(**{_HISTORIES[dated]: way[dated]})

    def _third(self, charge: Charge, way: Mapping[str, Any], dates: Dates) -> Third:
        case = {key: value for key, value in way.items() if key in _CASE}
        conviction = replace(self.conviction, **case) if case else self.conviction
        return third_of(self.record, conviction, charge, convicted=dates.convicted)

    def _placed(self, situation: Situation, view: View) -> Situation | End | None:
        if self.opened.only_consistent and view.ages_conflict:
            return None
        if view.gate is Gate.TOO_LATE:
            return walk(situation._replace(view=view))
        return narrowed(situation, view=view)

    def _name_end(self, state: Situation | End) -> str:
        if isinstance(state, End):
            return f"{state.outcome} {state.floor} {state.ceiling} {state.track}"
        found = below(state, self.below)
        self.search.add(found.facts)
        return found.name.hex() if found.name else ""
