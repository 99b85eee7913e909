"""The relief scale: the picture of an answer, from "stays" to "dismissed and sealed"."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from petitions.interview.wording import scale as words
from petitions.interview.wording.outcomes import Text
from petitions.law.determinations import Determination
from petitions.law.facts import Conviction
from petitions.law.terms import LaterRelief, Level, Relief, Track


class StepState(StrEnum):
    """How a step is drawn: solid (grey where it is no relief at all), striped, or empty on either side."""

    LEAST = "least"
    SURE = "sure"
    POSSIBLE = "possible"
    BEHIND = "behind"
    BEYOND = "beyond"


@dataclass(frozen=True, slots=True)
class ScaleStep:
    """One step: its label, how it is drawn, and the same in words."""

    label: Text
    state: StepState
    spoken: Text


@dataclass(frozen=True, slots=True)
class Scale:
    """The steps in order, with the key to the picture where there are stripes."""

    steps: tuple[ScaleStep, ...]
    key: Text


_OWN = {
    Level.FELONY: Relief.NONE,
    Level.MISDEMEANOR: Relief.MISDEMEANOR,
    Level.INFRACTION: Relief.INFRACTION,
    None: Relief.NONE,
}
_SPOKEN = {
    StepState.LEAST: words.LEAST,
    StepState.SURE: words.SURE,
    StepState.POSSIBLE: words.POSSIBLE,
    StepState.BEHIND: words.BEHIND,
    StepState.BEYOND: words.BEYOND,
}
_LOWERED = frozenset({LaterRelief.REDUCED_17B, LaterRelief.PROP_47})
_ALWAYS_FELONIES = frozenset({"11358", "11359"})


def scale_of(determination: Determination, conviction: Conviction) -> Scale | None:
    """Draw the scale; None where the law gives nothing to draw."""
    if determination.ceiling is Relief.NONE:
        return None
    level = level_today(conviction)
    steps = tuple(_step(relief, determination, level) for relief in _reliefs(determination, level))
    return Scale(steps, _key(determination))


def level_today(conviction: Conviction) -> Level | None:
    """Return the class on the record now; None where it is not known."""
    later = conviction.later_relief or ()
    level = conviction.level or _level_of_the_time(conviction)
    if LaterRelief.PROP_64_REDESIGNATED in later:
        return None
    return Level.MISDEMEANOR if level is Level.FELONY and _LOWERED & set(later) else level


def _level_of_the_time(conviction: Conviction) -> Level | None:
    """Return the only class that the law of the time allowed, where there was one."""
    always_felony = conviction.section in _ALWAYS_FELONIES and conviction.code in ("HS", None)
    return Level.FELONY if always_felony else None


def _reliefs(determination: Determination, level: Level | None) -> tuple[Relief, ...]:
    """Return the steps that mean something: none that the record has reached already."""
    meant = {Relief.NONE, determination.floor, determination.ceiling}
    return tuple(relief for relief in Relief if relief in meant or relief > _OWN[level])


def _step(relief: Relief, determination: Determination, level: Level | None) -> ScaleStep:
    state = _state(relief, determination)
    return ScaleStep(_label(relief, determination, level), state, _SPOKEN[state])


def _state(relief: Relief, determination: Determination) -> StepState:
    if relief is determination.floor:
        return StepState.LEAST if relief is Relief.NONE else StepState.SURE
    if relief < determination.floor:
        return StepState.BEHIND
    return StepState.POSSIBLE if relief <= determination.ceiling else StepState.BEYOND


def _label(relief: Relief, determination: Determination, level: Level | None) -> Text:
    if relief is Relief.NONE:
        return words.STAYS[level]
    if relief is Relief.DISMISS_SEAL and determination.track is Track.PETITION_A:
        return words.PETITION_DISMISSAL
    return words.STEPS[relief]


def _key(determination: Determination) -> Text:
    if determination.floor is determination.ceiling:
        return words.KEY_SURE
    return words.KEY_OPEN if determination.floor is Relief.NONE else words.KEY_BOTH
