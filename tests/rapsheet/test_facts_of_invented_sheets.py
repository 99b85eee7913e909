"""The record of an invented sheet holds exactly the marijuana convictions that were invented, with their facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import pytest

from benchmarks.invented_sheets import LAYOUTS, Fact, FactKind, invented_sheet
from petitions.exchange.reading import read_record
from petitions.rapsheet.grammar import read_sheet
from petitions.rapsheet.pages import pages_of
from petitions.rapsheet.to_facts import to_facts
from tests.rapsheet.texts import ON

MARIJUANA = ("HS 11357", "HS 11358", "HS 11359", "HS 11360", "HS 11361", "HS 11362")
LEVELS = {"F": "felony", "M": "misdemeanor", "I": "infraction", None: "unsure"}
Told = Mapping[FactKind, Any]


def invented(truth: tuple[Fact, ...]) -> list[tuple[Any, ...]]:
    """Return section, level, county and case number of each marijuana conviction, as invented."""
    told: dict[tuple[str | int, ...], dict[FactKind, Any]] = defaultdict(dict)
    for fact in truth:
        told[fact.path][fact.kind] = fact.value
    return [row(count, told[path[:4]]) for path, count in told.items() if is_marijuana_conviction(count)]


def is_marijuana_conviction(count: Told) -> bool:
    charge = str(count.get(FactKind.CHARGE) or "")
    return bool(count.get(FactKind.CONVICTED)) and charge.startswith(MARIJUANA)


def row(count: Told, event: Told) -> tuple[Any, ...]:
    section = count[FactKind.CHARGE].removeprefix("HS ").partition("(")[0]
    return section, LEVELS[count[FactKind.SEVERITY]], event[FactKind.COUNTY], event[FactKind.CASE_NUMBER]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("seed", [1, 2])
def test_the_record_holds_what_was_invented_and_no_more(layout: str, seed: int) -> None:
    sheet = invented_sheet(seed, layout=layout, pages=4)
    facts = to_facts(read_sheet(pages_of(sheet.text)), on=ON)
    convictions = facts.record["convictions"] if facts.record else []
    mine = [one for one in convictions if f"HS {one['section']}".startswith(MARIJUANA)]
    assert [(one["section"], one["level"], one["county"], one["case_number"]) for one in mine] == invented(
        sheet.truth
    )
    if facts.record:
        assert len(read_record(facts.record, on=ON).convictions) == len(convictions)


def test_invented_sheets_hold_enough_to_judge_by() -> None:
    found = [row for layout in LAYOUTS for row in invented(invented_sheet(1, layout=layout, pages=4).truth)]
    assert len(found) >= 10
    assert {"11357", "11358", "11360"} <= {section for section, *_ in found}
