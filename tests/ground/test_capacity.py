"""The page that says what machines carry rests on what was measured: it is never older than that."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from benchmarks.capacity import CHART, COSTS, PAGE
from benchmarks.capacity_chart import chart
from benchmarks.capacity_launch import ARRIVALS, PEOPLE, launch_day
from benchmarks.capacity_page import _COSTS, page
from benchmarks.capacity_sums import SETUPS, interviews_an_hour, limits, packets_a_day

AGAIN = "run .venv/bin/python benchmarks/capacity.py"


@pytest.fixture
def told() -> dict[str, Any]:
    return dict(json.loads(COSTS.read_text(encoding="utf-8")))


def test_the_page_and_its_picture_are_those_of_the_costs_that_were_measured(told: dict[str, Any]) -> None:
    assert PAGE.read_text(encoding="utf-8") == page(told), AGAIN
    assert CHART.read_text(encoding="utf-8") == chart(launch_day(told["costs"])), AGAIN


def test_every_cost_is_told_and_was_measured_on_a_day(told: dict[str, Any]) -> None:
    assert told["costs"].keys() == _COSTS.keys()
    assert all(value > 0 for value in told["costs"].values())
    assert date.fromisoformat(told["day"]) and told["machine"]


def test_a_page_of_other_costs_is_another_page(told: dict[str, Any]) -> None:
    for name in told["costs"]:
        other = {**told, "costs": {**told["costs"], name: told["costs"][name] * 3}}
        assert page(other) != page(told), name


def test_the_day_has_all_its_people(told: dict[str, Any]) -> None:
    day = launch_day(told["costs"])
    assert len(ARRIVALS) == 24 and sum(day.people) == pytest.approx(PEOPLE)
    assert day.carried >= day.peak == max(day.people)


def test_more_machines_never_carry_less_and_dearer_work_is_less_of_it(told: dict[str, Any]) -> None:
    for reckon in (interviews_an_hour, packets_a_day):
        found = [reckon(told["costs"], one).number for one in SETUPS]
        assert found == sorted(found)
    dear = {**told["costs"], "worker_seconds_of_a_packet": 2 * told["costs"]["worker_seconds_of_a_packet"]}
    assert packets_a_day(dear, SETUPS[1]).number < packets_a_day(told["costs"], SETUPS[1]).number


def test_packets_wait_where_more_come_than_are_made_and_every_one_is_made_at_last(
    told: dict[str, Any],
) -> None:
    slow = {**told["costs"], "worker_seconds_of_a_packet": 3.0}
    waiting = launch_day(slow).waiting
    assert max(waiting) > 60_000 and waiting[23] < max(waiting)
    assert max(launch_day(slow, work_machines=100).waiting) == 0


def test_what_gives_way_first_stands_first(told: dict[str, Any]) -> None:
    found = [one.machines for one in limits(told["costs"])]
    assert found == sorted(found) and len(found) == 6
