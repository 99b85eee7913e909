"""A clock that a test moves; and the travelers of the journeys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.journeys.conftest import new_traveler, traveler, watch

__all__ = ["Later", "later", "new_traveler", "traveler", "watch"]

Later = Callable[..., None]


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Later:
    """Stop the clock, and let a test move it on: ``later(minutes=5)``."""
    now = [timezone.now()]
    monkeypatch.setattr("django.utils.timezone.now", lambda: now[0])

    def move(**by: float) -> None:
        now[0] += timedelta(**by)

    return move
