"""On a million matters every statement of the busy paths goes by an index, and touches no more than it must (PostgreSQL)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.own_database import own_database, ran, told
from tests.records.plans.bounds import BOUNDS, SMALL, USUAL
from tests.records.plans.paths import PATHS
from tests.records.plans.reading_plans import cost_of

_WALK = "import sys, django; django.setup()\nfrom tests.records.plans.walking import main\nmain(sys.argv[1])"
Found = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Found]:
    """Fill a database of our own, walk the paths in a process of its own; give what each statement touched."""
    with own_database() as url:
        around = told(url, tmp_path_factory.mktemp("var"))
        ran("manage.py", "migrate", "--verbosity", "0", "--skip-checks", around=around)
        yield json.loads(ran("-c", _WALK, url, around=around))["paths"]


@pytest.mark.services
@pytest.mark.long
def test_every_path_is_walked(walked: Found) -> None:
    assert set(walked) == set(PATHS)
    assert all(walked.values())


@pytest.mark.services
@pytest.mark.long
@pytest.mark.parametrize("path", PATHS)
def test_no_statement_walks_through_a_big_table_or_touches_more_than_its_path_may(
    walked: Found, path: str
) -> None:
    bound = BOUNDS.get(path, USUAL)
    beyond = [
        one
        for one in walked[path]
        if not set(one["walked"]) <= SMALL | bound.walked
        or one["rows"] > bound.rows
        or one["blocks"] > bound.blocks
    ]
    assert not beyond, json.dumps(beyond, indent=1)[:4000]


def test_each_bound_beyond_the_usual_says_why_and_belongs_to_a_path() -> None:
    assert BOUNDS.keys() <= PATHS.keys()
    assert all(one.why for one in BOUNDS.values())


def test_a_plan_is_read_to_its_leaves() -> None:
    leaf = {"Node Type": "Seq Scan", "Relation Name": "a", "Actual Rows": 3, "Actual Loops": 4}
    other = {"Node Type": "Bitmap Index Scan", "Actual Rows": 5, "Actual Loops": 1}
    heap = {"Node Type": "Bitmap Heap Scan", "Relation Name": "b", "Actual Rows": 5, "Actual Loops": 1}
    top = {"Node Type": "Nested Loop", "Actual Rows": 9, "Actual Loops": 1, "Shared Hit Blocks": 7}
    plan = [{"Plan": {**top, "Plans": [{**leaf, "Rows Removed by Filter": 2}, {**heap, "Plans": [other]}]}}]
    found = cost_of(plan)
    assert (found.walked, found.rows, found.blocks) == (("a",), 4 * (3 + 2) + 5 + 5, 7)
