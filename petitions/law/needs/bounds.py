"""Which facts cannot matter whatever the others are: a quick look before any search."""

from __future__ import annotations

from petitions.law.facts import Conviction, Record
from petitions.law.needs.tried import ACTS, AMOUNTS, OF_THE_RECORD, PLEADED, Open, acts_of_section
from petitions.law.offenses import LOOK_AT_THE_AMOUNT
from petitions.law.on_record import read_orders
from petitions.law.sections import LETTERS, LISTED, PLEADABLE
from petitions.law.situation import charge_of
from petitions.law.terms import CALIFORNIA, EFFECTIVE, Disposition

_ENDING = ("outcome", "jurisdiction")
_DATES = ("offense_date", "conviction_date")
_EXCEPTIONS = ("sex_offense", "earlier_same_section")
"""Histories that matter only through the felony exceptions, which § 11357 has none of."""


def can_matter(fact: str, record: Record, conviction: Conviction, opened: Open) -> bool:
    """Say whether a fact could change the answer, as far as the end of the walk and the section tell."""
    before_the_end = _before_the_end(conviction)
    if before_the_end is not None:
        return fact in before_the_end
    if fact in ("county", "case_number"):
        return len(record.convictions) > 2
    return "section" in opened.facts or _matters_to(charge_of(conviction).section, fact)


def _before_the_end(conviction: Conviction) -> tuple[str, ...] | None:
    """Return the facts that come before what ends the walk (C4); None where nothing known ends it."""
    if conviction.disposition in (Disposition.ARREST_ONLY, Disposition.DIVERTED):
        return ()
    if conviction.jurisdiction not in (None, *CALIFORNIA):
        return _ENDING[:1]
    if conviction.offense_date is not None and conviction.offense_date.first >= EFFECTIVE:
        return _ENDING
    return (*_ENDING, *_DATES) if read_orders(conviction.later_relief).is_done else None


def _matters_to(section: str | None, fact: str) -> bool:
    if fact == PLEADED:
        return section in PLEADABLE
    if fact == "subdivision":
        return section in LETTERS
    if fact in AMOUNTS:
        return section in LOOK_AT_THE_AMOUNT
    if fact in ACTS:
        return section in LISTED and fact in acts_of_section(section)
    if fact in _EXCEPTIONS:
        return section in LISTED[1:]
    return fact not in OF_THE_RECORD or section in LISTED
