"""What staff found lies over the data files: it holds while it is not older, and goes back to the project as a patch."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from petitions.courts.current import EditsNow, read_edits_from, tables_now
from petitions.courts.days import READ_ON, checked_on, is_stale
from petitions.courts.directory import load_directory, shipped_directory
from petitions.courts.edits import Edit, laid_over
from petitions.courts.entries import Confidence
from petitions.courts.facts import all_entries, entries_of
from petitions.courts.patches import all_files, patch
from petitions.courts.slugs import county_of, entry_named, slug_of, slug_of_place
from petitions.courts.stale import oldest_of, stale_entries
from petitions.courts.tables import FOLDER, Row, Table, csv_text, place_of, shipped_tables
from tests.conftest import ROOT
from tests.courts.found import ALPINE_DA, ALPINE_DEFENDER, DAY, MAIN, ON, SOURCE, found

SHIPPED = shipped_tables()


def row_of(edits: list[Edit], place: object = MAIN) -> Row:
    tables = laid_over(SHIPPED, edits)
    return next(row for table in Table for row in tables[table] if place_of(table, row) == place)


@pytest.fixture
def told() -> Iterator[list[Edit]]:
    """Have the directory read these edits."""
    edits: list[Edit] = []
    read_edits_from(lambda: EditsNow(tuple(edits), tuple(edits)))
    yield edits
    read_edits_from(None)


def test_the_files_are_written_byte_for_byte_as_they_are() -> None:
    for table in Table:
        shipped = files("petitions.courts").joinpath("data", table.file).read_bytes()
        assert csv_text(table, SHIPPED[table]).encode() == shipped


def test_what_was_found_is_read_by_everything_that_reads_the_directory(told: list[Edit]) -> None:
    before = load_directory()
    assert before is shipped_directory()
    told.append(found(MAIN, "phone", "(510) 555-0100"))
    now = load_directory()
    main = now.main_courthouse("Alameda")
    assert main is not None and main.phone == "(510) 555-0100"
    assert load_directory() is now and tables_now() is tables_now()
    assert shipped_directory().main_courthouse("Alameda") != main
    told.clear()
    assert load_directory() is before


def test_a_district_attorneys_address_is_printed_once_it_is_whole_and_sure(told: list[Edit]) -> None:
    told += [
        found(ALPINE_DA, "street", "100 Sample Street"),
        found(ALPINE_DA, "city", "Markleeville"),
        found(ALPINE_DA, "zip", "96120"),
    ]
    office = load_directory().prosecutor("Alpine")
    assert office is not None and not office.address_is_known
    told.append(found(ALPINE_DA, "confidence", "high"))
    office = load_directory().prosecutor("Alpine")
    assert office is not None and office.address_is_known and office.source
    assert office.source.confidence is Confidence.HIGH and office.source.text == SOURCE


def test_a_county_without_a_public_defender_gets_one_and_can_lose_it_again(told: list[Edit]) -> None:
    told.append(found(ALPINE_DEFENDER, "phone", "(530) 555-0100"))
    defender = load_directory().public_defender("Alpine")
    assert defender is not None and defender.phone == "(530) 555-0100" and defender.website is None
    assert [row["county"] for row in tables_now()[Table.PUBLIC_DEFENDERS]][0:2] == ["Alameda", "Alpine"]
    told[:] = [found(ALPINE_DEFENDER, "phone", "")]
    assert load_directory().public_defender("Alpine") is None


def test_what_is_older_than_the_file_does_not_hold() -> None:
    assert checked_on(row_of([])) == READ_ON
    assert row_of([found(MAIN, "phone", "(510) 555-0100", checked=date(2026, 9, 10))]) == row_of([])
    assert row_of([found(MAIN, "phone", "(510) 555-0100", checked=READ_ON)])["phone"] == "(510) 555-0100"


def test_another_name_of_the_main_building_moves_with_it(told: list[Edit]) -> None:
    told.append(found(MAIN, "street", "1 New Street"))
    directory = load_directory()
    assert directory.courthouse(
        "Alameda", "Rene C. Davidson - Oakland Courthouse"
    ) == directory.main_courthouse("Alameda")
    assert len(directory.courthouses("Alameda")) == len(shipped_directory().courthouses("Alameda"))


def test_an_edit_of_a_row_that_is_nowhere_changes_nothing() -> None:
    nowhere = found(place_of(Table.COURTHOUSES, {"county": "Alameda", "courthouse": "Gone"}), "phone", "x")
    assert laid_over(SHIPPED, [nowhere]) == SHIPPED


def test_a_row_is_as_old_as_the_oldest_of_its_facts() -> None:
    one = row_of([found(MAIN, "phone", "(510) 555-0100")])
    assert one["checked"] == "2026-09-11" and one["source"].endswith(f"{SOURCE} (phone; checked 2026-11-20)")
    every = [found(MAIN, fact, row_of([])[fact]) for fact in ("street", "city", "zip", "phone", "website")]
    every += [found(MAIN, "criminal_filing_confirmed", "yes", checked=date(2026, 11, 25))]
    whole = row_of(every)
    assert (whole["checked"], whole["source"], whole["source_year"]) == ("2026-11-20", SOURCE, "2026")


def test_once_the_project_has_a_change_it_is_no_change_any_more(monkeypatch: pytest.MonkeyPatch) -> None:
    edits = [found(MAIN, "phone", "(510) 555-0100"), found(ALPINE_DEFENDER, "phone", "(530) 555-0100")]
    taken = laid_over(SHIPPED, edits)
    assert patch(SHIPPED, edits) and patch(taken, edits) == ""


def test_the_patch_is_taken_by_git(tmp_path: Path) -> None:
    edits = [found(MAIN, "phone", "(510) 555-0100"), found(ALPINE_DEFENDER, "phone", "(530) 555-0100")]
    place = tmp_path / FOLDER
    place.mkdir(parents=True)
    for table in Table:
        (place / table.file).write_bytes((ROOT / FOLDER / table.file).read_bytes())
    git = ["git", "-c", "core.autocrlf=false", "apply", "--whitespace=error-all"]
    subprocess.run(git, cwd=tmp_path, input=patch(SHIPPED, edits), text=True, check=True)
    written = {file.name: file.read_text(encoding="utf-8") for file in place.iterdir()}
    assert written == all_files(SHIPPED, edits)
    assert [one for one in Table if written[one.file] != csv_text(one, SHIPPED[one])] == [
        Table.COURTHOUSES,
        Table.PUBLIC_DEFENDERS,
    ]


@pytest.mark.parametrize(
    ("checked", "on", "stale"),
    [
        (date(2025, 11, 29), date(2026, 11, 29), False),
        (date(2025, 11, 28), date(2026, 11, 29), True),
        (date(2024, 2, 29), date(2025, 2, 28), False),
        (date(2024, 2, 29), date(2025, 3, 1), True),
        (None, date(2026, 11, 29), True),
    ],
)
def test_stale_is_over_a_year_since_it_was_checked(checked: date | None, on: date, stale: bool) -> None:
    assert is_stale(checked, on=on) is stale


@pytest.mark.parametrize(
    ("row", "day"),
    [
        ({"checked": "2026-09-11", "source": "a", "source_year": "2021"}, date(2026, 9, 11)),
        ({"checked": "", "source": "a", "source_year": "2021"}, date(2021, 12, 31)),
        ({"checked": "", "source": "a", "source_year": "2026"}, READ_ON),
        ({"checked": "", "source": "a", "source_year": ""}, None),
        ({"checked": "", "source": "", "source_year": ""}, None),
    ],
)
def test_a_source_with_its_year_alone_counts_as_of_its_last_day(row: Row, day: date | None) -> None:
    assert checked_on(row) == day


def test_what_is_stale_is_listed_main_ones_first_and_the_oldest_first() -> None:
    listed = stale_entries(shipped=SHIPPED, edits=(), on=ON)
    mains = [one.entry.is_main for one in listed]
    assert mains == sorted(mains, reverse=True) and True in mains and False in mains
    days = [one.oldest or date.min for one in listed if one.entry.is_main]
    assert days == sorted(days)
    assert all(fact.value and fact.field.grows_old for one in listed for fact in one.facts)
    assert all(one.oldest is None or is_stale(one.oldest, on=ON) for one in listed)


def test_a_row_that_was_checked_leaves_the_list() -> None:
    first = stale_entries(shipped=SHIPPED, edits=(), on=ON)[0]
    edits = [found(fact.place, fact.field.name, fact.value) for fact in first.facts]
    left = stale_entries(shipped=SHIPPED, edits=edits, on=ON)
    assert first.entry.place not in [one.entry.place for one in left]
    again = stale_entries(shipped=SHIPPED, edits=edits, on=date(2027, 11, 21))
    assert first.entry.place in [one.entry.place for one in again]


def test_of_facts_one_of_which_has_no_day_no_day_is_the_oldest() -> None:
    facts = entries_of("Alpine", shipped=SHIPPED, edits=[found(ALPINE_DA, "phone", "(530) 555-0100")])[
        2
    ].facts
    assert oldest_of(facts) is None and oldest_of(()) is None
    assert oldest_of([fact for fact in facts if fact.checked]) == DAY


def test_every_row_has_a_name_in_addresses_and_no_county_gives_one_twice() -> None:
    for county in SHIPPED[Table.COUNTIES]:
        entries = entries_of(county["county"], shipped=SHIPPED, edits=())
        names = [slug_of_place(one.place) for one in entries]
        assert len({*names}) == len(names)
        assert all(entry_named(name, entries) is one for name, one in zip(names, entries, strict=True))
        found_again = county_of(slug_of(county["county"]))
        assert found_again is not None and found_again.name == county["county"]


def test_every_row_of_the_files_is_shown_once_but_for_other_names_of_the_main_building() -> None:
    shown = [one.place for one in all_entries(shipped=SHIPPED, edits=())]
    assert len({*shown}) == len(shown)
    directory = shipped_directory()
    for county in directory.counties:
        names = [one.name for one in shown if one.table is Table.COURTHOUSES and one.county == county.name]
        assert names == [one.name for one in directory.courthouses(county.name)]
    assert county_of("cook") is None
