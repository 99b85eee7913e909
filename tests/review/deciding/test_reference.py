"""The product answers as a plain row-by-row reference does, and says so wherever the peer would answer otherwise."""

from __future__ import annotations

from collections import Counter
from datetime import date
from random import Random
from typing import Any

import pytest

from petitions.review.added import DIFFERS
from petitions.review.decide import decide
from petitions.review.options import review_from
from petitions.review.policies.columns import CONFIGURABLE, OTHER, STRIKES
from tests.review.deciding.given import ALL_RELIEF, random_rows, table
from tests.review.deciding.reference import other_charge, review

COUNTY, ON = "LOS ANGELES", date(2020, 7, 1)
_SECTIONS = {"baselineEligibility": {"dismiss": ["11358", "11357"], "reduce": ["11359", "11360"]}}
OPTIONS: list[dict[str, Any]] = [
    {"flow": "configurable", **_SECTIONS, "additionalRelief": ALL_RELIEF},
    {"flow": "configurable", "baselineEligibility": {"reduce": ["11360"]}, "additionalRelief": ALL_RELIEF},
    {"flow": "configurable", **_SECTIONS},
    {"flow": "los_angeles_2019_10"},
    {"flow": "los_angeles_2019_10", "individual_age": 40, "years_conviction_free": 5},
    {"flow": "los_angeles_2019_06"},
    {"flow": "sacramento_2019_06"},
    {"flow": "san_joaquin_2019_06"},
    {"flow": "contra_costa_2019_06"},
]
ROWS = 50_000
"""In all, over the options."""


def check(options: dict[str, Any], *, seed: int, people: int) -> Counter[str]:
    """Compare one file, and return how often each code stood."""
    rows = random_rows(Random(seed), people=people)
    decided = decide(table(rows), review=review_from(options, county=COUNTY, on=ON)).rows
    given = {row["row"]: row for row in decided.to_dicts()}
    stated = {"flow": options["flow"], "county": COUNTY, "on": ON, "choices": options}
    ours = review(rows, **stated, peer=False)
    peers = review(rows, **stated, peer=True)
    codes: Counter[str] = Counter()
    for number, row in enumerate(rows):
        line = given.get(number, {})
        assert bool(line.get("judged")) == (number in ours), row
        assert _same(line, ours.get(number, {})), (row, line, ours.get(number))
        assert line.get(OTHER, "") == (other_charge(row) if OTHER in decided.columns else "")
        differs = not _same(line, peers.get(number, {}))
        assert differs == bool(line.get(DIFFERS)), (number, row, line, peers.get(number))
        codes.update(one for one in line.get(DIFFERS, "").split(";") if one)
    return codes


def _same(line: dict[str, str], cells: dict[str, str]) -> bool:
    """Compare the peer's cells; super strikes are a set."""
    names = [name for name in line if name in _NAMES]
    if not line:
        return not cells
    return all(_plain(name, line[name]) == _plain(name, cells.get(name, "")) for name in names)


_NAMES = frozenset(CONFIGURABLE) - {OTHER}


def _plain(name: str, cell: str) -> object:
    return frozenset(cell.split(";")) if name == STRIKES else cell


@pytest.mark.parametrize("options", OPTIONS, ids=lambda one: "-".join(map(str, one))[:60])
def test_a_small_random_file_is_decided_as_the_reference_decides_it(options: dict[str, Any]) -> None:
    check(options, seed=7, people=60)


@pytest.mark.long
@pytest.mark.parametrize("options", OPTIONS, ids=lambda one: "-".join(map(str, one))[:60])
def test_large_random_files_are_decided_as_the_reference_decides_them(options: dict[str, Any]) -> None:
    seen, seed = 0, 100
    while seen < ROWS // len(OPTIONS):
        check(options, seed=seed, people=200)
        seen += len(random_rows(Random(seed), people=200))
        seed += 1
