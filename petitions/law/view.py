"""What the dates of one conviction settle, with the histories that are measured against them."""

from __future__ import annotations

from typing import NamedTuple

from petitions.law.facts import Conviction, Record, Span
from petitions.law.priors import Histories, History, earlier_same_section, sex_offenses_before, strikes_before
from petitions.law.sections import Charge
from petitions.law.terms import AgeBracket, Level
from petitions.law.timing import Dates, Gate, read_timing


class View(NamedTuple):
    """What the dates settle, together with the histories that are measured against them."""

    gate: Gate
    ages: frozenset[AgeBracket]
    ages_conflict: bool
    wholly_from_2016: bool
    possession_levels: frozenset[Level]
    may_be_before_1976: bool
    strikes: History
    sex_offenses: History
    may_be_third: bool
    """Two or more earlier convictions of the section, or unsure (exception E3)."""
    is_third_on_record: bool
    """The record itself holds two or more that may be earlier."""


class Third(NamedTuple):
    """Whether two or more earlier convictions of the section may be there (exception E3)."""

    on_record: bool
    told: bool


def dates_of(record: Record, conviction: Conviction) -> Dates:
    """Gather the dates of a conviction."""
    return Dates(
        conviction.offense_date,
        conviction.conviction_date,
        record.petitioner.date_of_birth,
        conviction.age_at_offense,
    )


def view_of(dates: Dates, histories: Histories, *, third: Third) -> View:
    """Settle what the dates of a conviction settle."""
    timing, born, convicted = read_timing(dates), dates.born, dates.convicted
    return View(
        timing.gate,
        timing.ages,
        timing.ages_conflict,
        timing.wholly_from_2016,
        timing.possession_levels,
        timing.may_be_before_1976,
        strikes_before(histories, born=born, first=timing.first, convicted=convicted),
        sex_offenses_before(histories, born=born, first=timing.first, convicted=convicted),
        third.on_record or third.told,
        third.on_record,
    )


def third_of(record: Record, conviction: Conviction, charge: Charge, *, convicted: Span | None) -> Third:
    """Say whether it may be a third conviction of its section, by the record and by what was told."""
    told = conviction.earlier_same_section
    may_be = conviction.earlier_same_section_asked if told is None else told >= 2
    if len(record.convictions) < 3:
        return Third(on_record=False, told=may_be)
    counted = earlier_same_section(record, conviction, charge, convicted=convicted)
    return Third(on_record=counted >= 2, told=may_be)


def priors_counted(record: Record, conviction: Conviction, charge: Charge) -> bool:
    told = conviction.earlier_same_section
    if told is None:
        return not conviction.earlier_same_section_asked
    if len(record.convictions) < 2:
        return False
    return told < earlier_same_section(record, conviction, charge, convicted=conviction.conviction_date)
