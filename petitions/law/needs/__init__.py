"""The facts that are not known and can still change the answer, found over every way they could be."""

from __future__ import annotations

from datetime import date
from operator import attrgetter

from petitions.law.facts import Conviction, Record
from petitions.law.needs.above import search_above
from petitions.law.needs.bounds import can_matter
from petitions.law.needs.samples import shown_by_samples
from petitions.law.needs.tried import Open
from petitions.law.sections import Kind
from petitions.law.situation import Situation, charge_of, read_situation

ORDER = (
    "outcome", "jurisdiction", "offense_date", "conviction_date", "later_relief", "code", "section", "prefix",
    "subdivision", "pleaded_down_from_marijuana", "age_at_offense", "date_of_birth", "plants", "drug_form",
    "flower_grams", "concentrate_grams", "conduct", "recipient_age", "home_grow_lawful", "on_school_grounds",
    "from_own_home_plants", "super_strike", "sex_offense", "sold_to_minor", "hired_under_21",
    "environmental_harm", "earlier_same_section", "level", "sentence_status", "county", "case_number",
)  # fmt: skip
"""Most decisive first: what ends the walk, what places the act, what lowers a floor, what picks the paper."""
_FIRST = ("outcome", "jurisdiction", "offense_date", "later_relief", "section")
"""Facts that come before all others: while one is open and unasked, nothing else is worth asking."""
_DATES = frozenset({"offense_date", "conviction_date", "date_of_birth"})
_OF_THE_CASE = frozenset({"county", "case_number"})
"""Texts, which matter only by being those of another count: no sample of their own shows that."""
_FEW = 6
_OF_THE_CHARGE = ("code", "section", "subdivision", "prefix")
_OF_COUNTS = tuple(key for key in ORDER if key not in ("date_of_birth", "super_strike", "sex_offense"))
_stated = attrgetter(*("disposition" if key == "outcome" else key for key in _OF_COUNTS))


def needs_of(
    record: Record, conviction: Conviction, *, on: date, situation: Situation | None = None
) -> tuple[str, ...]:
    """Return, most decisive first, every unknown fact for which two values give different answers.

    ``situation`` is the conviction's, where the caller has read it already. The other unknown facts may have any value; "answer" is outcome, floor, ceiling and track.
    """
    opened = Open(unknown_facts(record, conviction), only_consistent=False)
    if not opened.facts:
        return ()
    situation = situation or read_situation(record, conviction)
    return _search(record, conviction, opened, opened.facts, on=on, situation=situation)


def worth_asking(
    record: Record, conviction: Conviction, *, on: date, asked: frozenset[str]
) -> tuple[str, ...]:
    """Return the same for facts not in ``asked``; those stay unknown, and answers that contradict do not count.

    Only the first of the facts that come before all others is returned while one of them is open. The number of earlier
    convictions is asked for too, though the law can count them from the record.
    """
    unknown = unknown_facts(record, conviction)
    if conviction.earlier_same_section is None:
        unknown |= {"earlier_same_section"}
    opened = Open(unknown - asked, only_consistent=True)
    for fact in _FIRST:
        if found := _search(record, conviction, opened, opened.facts & {fact}, on=on):
            return found
    return _search(record, conviction, opened, opened.facts - set(_FIRST), on=on)


def would_settle(record: Record, conviction: Conviction, *, on: date) -> tuple[str, ...]:
    """Return the unknown facts that could still settle the answer without contradicting it.

    While the offense itself is unknown, what depends on it is left out: first things first.
    """
    unknown = unknown_facts(record, conviction)
    opened = Open(unknown.difference(_OF_THE_CHARGE), only_consistent=True)
    if charge_of(conviction).kind is not Kind.UNKNOWN:
        opened = opened._replace(facts=unknown - {"code", "section"})
    found = _search(record, conviction, opened, opened.facts, on=on)
    return ("section", *found) if charge_of(conviction).kind is Kind.UNKNOWN else found


def unknown_facts(record: Record, conviction: Conviction) -> frozenset[str]:
    """Return the contract keys that are missing, null or unsure (C1)."""
    person = record.petitioner
    stated = _stated(conviction)
    found = (
        [key for key, value in zip(_OF_COUNTS, stated, strict=True) if value is None]
        if None in stated
        else []
    )
    if person.date_of_birth is None:
        found.append("date_of_birth")
    if person.super_strikes is None:
        found.append("super_strike")
    if person.sex_offenses is None and not person.registers_by_discretion:
        found.append("sex_offense")
    if conviction.earlier_same_section is None and not conviction.earlier_same_section_asked:
        found.remove("earlier_same_section")
    return frozenset(found)


def _search(
    record: Record,
    conviction: Conviction,
    opened: Open,
    wanted: frozenset[str],
    *,
    on: date,
    situation: Situation | None = None,
) -> tuple[str, ...]:
    """Find the wanted facts by the whole search; while even the section is open, by samples as far as they show it."""
    mattering = frozenset(fact for fact in opened.facts if can_matter(fact, record, conviction, opened))
    opened, left = opened._replace(facts=mattering), mattering & wanted
    if not left:
        return ()
    found, placed = frozenset[str](), situation or read_situation(record, conviction)
    if len(mattering) > _FEW and ("section" in mattering or not opened.only_consistent):
        found = shown_by_samples(record, conviction, opened, left - _OF_THE_CASE, on=on)
    if not found >= left:
        found |= search_above(record, conviction, placed, opened, left - found, on=on)
    for dated in _histories_with_dates(opened):
        if dates := (left - found) & _DATES:
            found |= search_above(record, conviction, placed, opened._replace(dated=dated), dates, on=on)
    return _ordered(found)


def _ordered(found: frozenset[str]) -> tuple[str, ...]:
    return tuple(fact for fact in ORDER if fact in found) if found else ()


def _histories_with_dates(opened: Open) -> tuple[str, ...]:
    """Return the open histories that are to be measured against dates that are open too."""
    if opened.only_consistent or opened.facts.isdisjoint(_DATES):
        return ()
    return tuple(fact for fact in ("super_strike", "sex_offense") if fact in opened.facts)
