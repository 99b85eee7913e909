"""Whatever a person does, in whatever order: what is stored is what was acknowledged, and nobody sees anyone else (S47)."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.interview.model.machine import InterviewModel

pytestmark = pytest.mark.django_db
FEW, MANY = (4, 12), (20, 30)


def wanted() -> tuple[int, int]:
    """Return how many runs of how many steps: ``CLEARRECORD_MODEL_RUNS=1000x50`` is the full size."""
    runs, _, steps = os.environ.get("CLEARRECORD_MODEL_RUNS", "x".join(map(str, MANY))).partition("x")
    return int(runs), int(steps)


def run(runs: int, steps: int) -> None:
    own = settings(
        max_examples=runs,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=[*HealthCheck],
    )
    run_state_machine_as_test(InterviewModel, settings=own)


def test_some_short_visits_keep_what_was_acknowledged() -> None:
    run(*FEW)


@pytest.mark.long
def test_many_long_visits_keep_what_was_acknowledged() -> None:
    run(*wanted())
