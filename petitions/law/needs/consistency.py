"""Whether stated facts fit together, and whether the law of the time allowed the stated level."""

from __future__ import annotations

from petitions.law.computing import conflicts, range_at, readings_at, recorded_at
from petitions.law.offenses.today import Reading
from petitions.law.on_record import Recorded, allowed, fitting
from petitions.law.situation import Situation


def is_contradictory(situation: Situation) -> bool:
    """Say whether the facts as stated contradict one another already."""
    if not situation.charge.is_computed:
        return situation.view.ages_conflict
    return conflicts(situation, range_at(situation, readings_at(situation)))


def is_consistent(situation: Situation) -> bool:
    """Say whether the facts as stated fit together, and the law of the time allowed the level."""
    if is_contradictory(situation):
        return False
    if situation.level is None or not situation.charge.is_computed:
        return True
    return fits(readings_at(situation), recorded_at(situation))


def fits(readings: tuple[Reading, ...], recorded: Recorded) -> bool:
    """Say whether the law of the time allowed the level."""
    return any(recorded.level in allowed(one.letter, recorded) for one in fitting(readings, recorded))
