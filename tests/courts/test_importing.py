"""A data file that somebody changed: row by row what would change, or each line that is not good; whole, or not at all."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from petitions.courts import changing, import_files, importing, schema
from petitions.courts.edits import Edit
from petitions.courts.import_files import BadImport
from petitions.courts.importing import Proposed, proposals
from petitions.courts.patches import all_files
from petitions.courts.tables import Table, shipped_tables
from tests.courts.found import ALPINE_DEFENDER, DAY, MAIN, ON, found

SHIPPED = shipped_tables()
Change = Callable[[dict[str, str]], object]


def read(text: str, *, edits: Sequence[Edit] = ()) -> tuple[Proposed, ...]:
    return proposals(text, shipped=SHIPPED, edits=edits, on=ON)


def exported(table: Table, *, edits: Sequence[Edit] = ()) -> list[dict[str, str]]:
    return [*csv.DictReader(io.StringIO(all_files(SHIPPED, edits)[table.file]))]


def written(rows: Sequence[dict[str, str]]) -> str:
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, [*rows[0]])
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()


def changed(table: Table, **values: str) -> str:
    """Return the export with the first row changed."""
    first, *rest = exported(table)
    return written([{**first, **values}, *rest])


def problems(text: str, *, edits: Sequence[Edit] = ()) -> list[tuple[int, str]]:
    with pytest.raises(BadImport) as bad:
        read(text, edits=edits)
    return [*bad.value.problems]


@pytest.mark.parametrize("table", Table)
def test_what_was_exported_changes_nothing(table: Table) -> None:
    edits = [found(MAIN, "street", "1 New Street"), found(ALPINE_DEFENDER, "phone", "(530) 555-0100")]
    assert read(all_files(SHIPPED, edits)[table.file], edits=edits) == ()


def test_a_changed_cell_is_an_edit_and_the_rest_of_the_row_is_still_right() -> None:
    text = changed(
        Table.COURTHOUSES, phone="510-555-0100", checked="11/20/2026", source="The clerk, by phone"
    )
    [one] = read(text)
    assert (one.line, one.place) == (2, MAIN)
    first, *rest = one.changes
    assert first.edit == found(MAIN, "phone", "(510) 555-0100", source="The clerk, by phone")
    assert first.before == "(510) 891-6009"
    assert {change.edit.field for change in rest} == {
        "street", "city", "zip", "website", "criminal_filing_confirmed",
    }  # fmt: skip
    assert all(change.is_confirmation and change.edit.checked == DAY for change in rest)


def test_a_newer_day_alone_says_that_the_row_is_still_right_with_its_own_sources() -> None:
    [one] = read(changed(Table.COURTHOUSES, checked="2026-11-20"))
    assert all(change.is_confirmation for change in one.changes) and len(one.changes) == 6
    assert {change.edit.source for change in one.changes} == {SHIPPED[Table.COURTHOUSES][0]["source"]}


def test_an_older_day_than_what_is_known_confirms_nothing() -> None:
    assert read(changed(Table.COURTHOUSES, checked="2026-01-01")) == ()


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"zip": "9461", "checked": "2026-11-20"}, f"zip: {schema.NOT_A_ZIP}"),
        ({"phone": "none", "checked": "2026-11-20"}, f"phone: {schema.NOT_A_PHONE}"),
        ({"phone": "(510) 555-0100", "checked": ""}, importing.NO_DAY),
        ({"phone": "(510) 555-0100", "checked": "soon"}, importing.NOT_A_DAY),
        ({"phone": "(510) 555-0100", "checked": "2026-11-30"}, f"checked: {changing.IN_THE_FUTURE}"),
        ({"phone": "(510) 555-0100", "checked": "1926-11-20"}, f"checked: {changing.TOO_LONG_AGO}"),
        ({"phone": "(510) 555-0100", "checked": "2026-09-10"}, f"checked: {changing.CHECKED_LATER}"),
        ({"phone": "(510) 555-0100", "checked": "2026-11-20", "source": ""}, f"source: {schema.NO_SOURCE}"),
        ({"source": "=HYPERLINK(1)", "checked": "2026-11-20"}, f"source: {schema.NOT_A_BEGINNING}"),
        ({"main": "no"}, importing.FIXED.format(name="main")),
        ({"county": "Alamida"}, importing.NO_COUNTY),
        ({"courthouse": "New Courthouse"}, importing.NO_COURTHOUSE),
    ],
)
def test_nonsense_is_refused_with_its_line_and_one_sentence(values: dict[str, str], sentence: str) -> None:
    assert problems(changed(Table.COURTHOUSES, **values)) == [(2, sentence)]


def test_another_name_of_the_main_building_is_changed_by_the_main_row() -> None:
    rows = exported(Table.COURTHOUSES)
    for row in rows:
        if row["courthouse"] == "Rene C. Davidson - Oakland Courthouse":
            row.update(phone="(510) 555-0100", checked="2026-11-20")
    assert problems(written(rows)) == [(8, importing.ANOTHER_NAME)]


def test_a_row_that_stands_twice_is_refused() -> None:
    rows = exported(Table.COUNTIES)
    assert problems(written([*rows, rows[0]])) == [(60, importing.TWICE)]


def test_one_bad_line_keeps_all_others_out_and_every_bad_line_is_named() -> None:
    rows = exported(Table.COURTHOUSES)
    rows[0].update(phone="(510) 555-0100", checked="2026-11-20")
    rows[1].update(zip="1", checked="2026-11-20")
    rows[2].update(street="", checked="2026-11-20")
    assert [line for line, _sentence in problems(written(rows))] == [3, 4]


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        ("", 1, import_files.HEADS),
        ("name,phone\nA,1\n", 1, import_files.HEADS),
        ("\0\0\0", 1, import_files.HEADS),
        ('"county","fips"\n"Alameda', 1, import_files.HEADS),
    ],
)
def test_what_is_no_data_file_is_refused(text: str, line: int, sentence: str) -> None:
    assert problems(text) == [(line, sentence)]


def test_lines_are_counted_as_an_editor_does() -> None:
    heads, first, second, *_rest = all_files(SHIPPED, ())["counties.csv"].splitlines()
    assert problems(f"{heads}\n") == [(1, import_files.NO_ROWS)]
    assert problems(f'{heads}\n{first}\n"Alpine","06003"\n') == [(3, import_files.CELLS)]
    assert problems(f'{heads}\n{first}\n"Alpine') == [(3, import_files.NOT_A_TABLE)]
    broken = second.replace('"2025","high",""', '"2025","high","some\nday"')
    assert broken != second and problems(f"{heads}\n\n{broken}\n{first}\n") == [(3, importing.NOT_A_DAY)]
    assert problems("\n".join([heads, *[first] * 2_001])) == [(1, import_files.TOO_MANY_ROWS)]


def test_the_heads_may_stand_in_any_order() -> None:
    rows = [dict(reversed(row.items())) for row in exported(Table.PROSECUTORS)]
    rows[1].update(phone="(530) 555-0100", source="The office, by phone", checked="2026-11-20")
    [one] = read(written(rows))
    assert [change.edit.field for change in one.changes] == ["phone"]


@settings(max_examples=40)
@given(text=st.text(max_size=200), after=st.sampled_from(["", *(all_files(SHIPPED, ()).values())]))
def test_whatever_stands_in_a_file_it_is_refused_or_taken_and_never_breaks(text: str, after: str) -> None:
    refused: tuple[tuple[int, str], ...] = ()
    found: tuple[Proposed, ...] = ()
    try:
        found = read(after + text)
    except BadImport as bad:
        refused = bad.problems
    assert all(one.changes and one.line > 1 for one in found)
    assert all(line >= 1 and sentence for line, sentence in refused)


def test_a_day_of_the_future_is_told_from_a_day_of_the_past() -> None:
    assert changing.problem_of_day(ON, facts=(), on=ON) == ""
    assert changing.problem_of_day(date(2026, 11, 30), facts=(), on=ON) == changing.IN_THE_FUTURE
