"""Checks on records drawn at random: how many, and what the law answers them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from petitions.exchange.reading import BadInput, read_record
from petitions.law.determinations import Determinations
from petitions.law.determine import determine
from tests.law.record_strategies import Json
from tests.law.records import ON

SIZES = pytest.mark.parametrize(
    "examples", [pytest.param(100, id="some"), pytest.param(5000, id="many", marks=pytest.mark.long)]
)


def for_all(drawn: st.SearchStrategy[Any], check: Callable[[Any], None], *, examples: int) -> None:
    """Check as many examples as told, the same at every run."""
    bounded = settings(
        max_examples=examples,
        derandomize=True,
        deadline=None,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
    )
    bounded(given(drawn)(check))()


def decided(data: Json) -> Determinations:
    """Return the answers; leave out a record that cannot be (C16)."""
    try:
        return determine(read_record(data, on=ON), on=ON)
    except BadInput:
        assume(False)
        raise
