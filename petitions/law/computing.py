"""What a listed section's offense may be today in one situation, and the relief that this leaves."""

from __future__ import annotations

from petitions.law.amounts import read_amounts
from petitions.law.offenses import readings_of, settled_ages
from petitions.law.offenses.today import Reading
from petitions.law.on_record import Recorded
from petitions.law.relief import Range, range_of
from petitions.law.situation import Situation
from petitions.law.terms import AgeBracket, Jurisdiction

_MINORS = frozenset({AgeBracket.UNDER_18})


def readings_at(situation: Situation) -> tuple[Reading, ...]:
    """Return what a listed section's offense may be today."""
    charge, view = situation.charge, situation.view
    return readings_of(
        charge.section or "",
        charge.letter,
        possible_ages(situation),
        read_amounts(situation.form, situation.flower, situation.concentrate),
        situation.acts,
        wholly_from_2016=view.wholly_from_2016,
    )


def possible_ages(situation: Situation) -> frozenset[AgeBracket]:
    """Return the ages that the facts leave; in juvenile court the rules run over minors alone."""
    is_juvenile = situation.jurisdiction is Jurisdiction.CALIFORNIA_JUVENILE
    return _MINORS if is_juvenile else situation.view.ages


def judged_ages(situation: Situation) -> frozenset[AgeBracket]:
    """Return the ages that remain once the letter has settled what is open."""
    return settled_ages(situation.charge.section or "", situation.charge.letter, possible_ages(situation))


def conflicts(situation: Situation, found: Range) -> bool:
    """Say whether facts that were stated cannot all be true (C9)."""
    is_juvenile = situation.jurisdiction is Jurisdiction.CALIFORNIA_JUVENILE
    too_old = is_juvenile and not situation.view.ages & _MINORS
    return found.conflicts or situation.view.ages_conflict or too_old


def range_at(situation: Situation, readings: tuple[Reading, ...]) -> Range:
    """Return the relief that a listed section's readings leave."""
    view = situation.view
    return range_of(
        readings,
        recorded_at(situation),
        strikes=view.strikes,
        sex_offenses=view.sex_offenses,
        may_be_third=view.may_be_third,
    )


def recorded_at(situation: Situation) -> Recorded:
    """Return what the record says of the class."""
    view, charge = situation.view, situation.charge
    return Recorded(
        section=charge.section or "",
        has_letter=charge.letter is not None,
        level=situation.level,
        orders=situation.orders,
        possession=view.possession_levels,
        may_be_before_1976=view.may_be_before_1976,
    )
