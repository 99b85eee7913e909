"""The relief scale draws floor and ceiling, and says the same in words."""

from __future__ import annotations

import pytest

from petitions.interview.relief_scale import Scale, StepState, scale_of
from petitions.law.facts import Conviction
from petitions.law.terms import LaterRelief, Level, Relief, Track
from tests.interview.look_facts import found, growing

R = Relief
S = StepState


def drawn(floor: Relief, ceiling: Relief, conviction: Conviction | None = None) -> Scale:
    scale = scale_of(found(floor=floor, ceiling=ceiling), conviction or growing())
    assert scale is not None
    return scale


@pytest.mark.parametrize(
    ("floor", "ceiling", "states"),
    [
        (R.MISDEMEANOR, R.MISDEMEANOR, [S.BEHIND, S.SURE, S.BEYOND, S.BEYOND]),
        (R.MISDEMEANOR, R.DISMISS_SEAL, [S.BEHIND, S.SURE, S.POSSIBLE, S.POSSIBLE]),
        (R.MISDEMEANOR, R.INFRACTION, [S.BEHIND, S.SURE, S.POSSIBLE, S.BEYOND]),
        (R.DISMISS_SEAL, R.DISMISS_SEAL, [S.BEHIND, S.BEHIND, S.BEHIND, S.SURE]),
        (R.NONE, R.DISMISS_SEAL, [S.LEAST, S.POSSIBLE, S.POSSIBLE, S.POSSIBLE]),
        (R.NONE, R.MISDEMEANOR, [S.LEAST, S.POSSIBLE, S.BEYOND, S.BEYOND]),
    ],
)
def test_solid_to_the_floor_and_striped_to_the_ceiling(
    floor: Relief, ceiling: Relief, states: list[StepState]
) -> None:
    assert [step.state for step in drawn(floor, ceiling).steps] == states


def test_nothing_is_drawn_where_the_law_gives_nothing() -> None:
    assert scale_of(found(floor=R.NONE, ceiling=R.NONE), growing()) is None


@pytest.mark.parametrize(
    ("facts", "first", "steps"),
    [
        ({}, "Stays a felony", 4),
        ({"level": None}, "Stays a felony", 4),
        ({"level": None, "section": "11357"}, "Stays as it is", 4),
        ({"level": Level.MISDEMEANOR}, "Stays a misdemeanor", 3),
        ({"level": Level.INFRACTION}, "Stays an infraction", 2),
        ({"later_relief": (LaterRelief.PROP_47,)}, "Stays a misdemeanor", 3),
        ({"later_relief": (LaterRelief.PROP_64_REDESIGNATED,)}, "Stays as it is", 4),
    ],
)
def test_the_first_step_is_the_class_on_record(facts: dict[str, object], first: str, steps: int) -> None:
    scale = drawn(R.NONE, R.DISMISS_SEAL, growing(**facts))
    assert str(scale.steps[0].label).replace("\u00ad", "") == first
    assert len(scale.steps) == steps


def test_a_step_that_is_the_answer_is_always_shown() -> None:
    scale = drawn(R.MISDEMEANOR, R.MISDEMEANOR, growing(level=Level.MISDEMEANOR))
    assert S.SURE in [step.state for step in scale.steps]


@pytest.mark.parametrize("track", Track)
def test_every_step_is_said_in_words(track: Track) -> None:
    scale = scale_of(found(floor=R.NONE, ceiling=R.DISMISS_SEAL, track=track), growing())
    assert scale is not None
    assert all(step.label and step.spoken for step in scale.steps)
    assert len({str(step.spoken) for step in scale.steps}) == 2
