"""The directory: every row of its data, and finding by the names that people type."""

from __future__ import annotations

import csv
import os
import re
from pathlib import Path

import pytest

from petitions.courts.directory import same_name, shipped_directory
from petitions.courts.entries import Confidence, Courthouse, Source

DIRECTORY = shipped_directory()
PHONE = re.compile(r"\(\d{3}\) \d{3}-\d{4}")
ZIP = re.compile(r"9[0-6]\d{3}")
WEBSITE = re.compile(r"https?://[^\s]+")
SHARED = Path(os.environ.get("CLEARRECORD_SHARED", Path(__file__).parents[3] / "shared"))


def test_there_are_58_counties_each_with_its_own_fips_code() -> None:
    assert len(DIRECTORY.counties) == 58
    assert [county.fips for county in DIRECTORY.counties] == [f"06{number:03}" for number in range(1, 116, 2)]
    assert all(county.name in county.court_name for county in DIRECTORY.counties)


def test_every_county_has_one_main_courthouse_and_one_prosecutor() -> None:
    for county in DIRECTORY.counties:
        courthouses = DIRECTORY.courthouses(county.name)
        assert [one.is_main for one in courthouses] == [True] + [False] * (len(courthouses) - 1)
        assert DIRECTORY.prosecutor(county.name) is not None
    assert len(DIRECTORY.all_prosecutors) == 58


@pytest.mark.parametrize("courthouse", DIRECTORY.all_courthouses, ids=lambda one: f"{one.county}-{one.name}")
def test_every_courthouse_has_a_whole_address_and_a_source(courthouse: Courthouse) -> None:
    assert courthouse.name and courthouse.street and courthouse.city
    assert ZIP.fullmatch(courthouse.zip)
    assert DIRECTORY.county(courthouse.county)
    assert courthouse.source.text and courthouse.source.confidence
    assert courthouse.phone is None or PHONE.fullmatch(courthouse.phone)
    assert courthouse.website is None or WEBSITE.fullmatch(courthouse.website)


def test_every_prosecutor_row_is_well_formed() -> None:
    for office in DIRECTORY.all_prosecutors:
        assert office.name.endswith("District Attorney's Office")
        assert office.zip is None or ZIP.fullmatch(office.zip)
        assert office.phone is None or PHONE.fullmatch(office.phone)
        assert office.website is None or WEBSITE.fullmatch(office.website)
        stated = (office.street, office.phone, office.website)
        assert (office.source is not None) == any(stated)


def test_every_public_defender_row_is_well_formed() -> None:
    for office in DIRECTORY.all_public_defenders:
        assert DIRECTORY.county(office.county)
        assert office.phone or office.website
        assert office.phone is None or PHONE.fullmatch(office.phone)
        assert office.source.text


def test_every_mass_relief_row_has_a_date_and_a_source() -> None:
    for figure in DIRECTORY.all_mass_relief:
        assert re.fullmatch(r"20\d\d(-\d\d(-\d\d)?)?", figure.date)
        assert figure.source.text and figure.source.year and figure.what
        assert figure.county is None or DIRECTORY.county(figure.county)
        assert (figure.number is None) == (figure.unit is None)


def test_every_note_is_about_a_court_or_a_district_attorney() -> None:
    for note in DIRECTORY.all_notes:
        assert DIRECTORY.county(note.county) and note.text.endswith((".", "heard"))
        assert note.about in ("court", "district attorney")


@pytest.mark.parametrize("typed", ["Los Angeles", "los angeles", " LOS  ANGELES ", "Los Angeles County"])
def test_a_county_is_found_without_regard_to_case_spaces_or_the_word_county(typed: str) -> None:
    county = DIRECTORY.county(typed)
    assert county is not None and county.name == "Los Angeles"


def test_county_of_is_folded_too() -> None:
    assert same_name("County of San Diego") == same_name("san diego county")


@pytest.mark.parametrize("typed", ["", "county", "Cook", "Los Angeles 2"])
def test_an_unknown_county_finds_nothing(typed: str) -> None:
    assert DIRECTORY.county(typed) is None
    assert DIRECTORY.main_courthouse(typed) is None
    assert DIRECTORY.prosecutor(typed) is None
    assert DIRECTORY.public_defender(typed) is None
    assert DIRECTORY.courthouses(typed) == ()


def test_another_name_of_the_main_building_finds_the_main_entry() -> None:
    courthouse = DIRECTORY.courthouse("Alameda", "rene c. davidson - oakland courthouse")
    assert courthouse == DIRECTORY.main_courthouse("Alameda")


def test_a_courthouse_of_another_county_is_not_found() -> None:
    assert DIRECTORY.courthouse("Butte", "Rene C. Davidson Courthouse") is None


@pytest.mark.parametrize(
    ("county", "known"),
    [
        pytest.param("Los Angeles", True, id="medium with ZIP"),
        pytest.param("Sacramento", True, id="high with ZIP"),
        pytest.param("Alameda", False, id="low"),
        pytest.param("Madera", False, id="medium without ZIP"),
        pytest.param("Orange", False, id="website alone"),
        pytest.param("Alpine", False, id="nothing found"),
    ],
)
def test_a_prosecutors_address_is_known_only_from_a_good_source_and_whole(county: str, known: bool) -> None:
    office = DIRECTORY.prosecutor(county)
    assert office is not None and office.address_is_known is known


@pytest.mark.parametrize("county", ["Imperial", "Sonoma", "Stanislaus", "San Francisco"])
def test_low_confidence_is_to_be_confirmed_with_the_clerk(county: str) -> None:
    courthouse = DIRECTORY.main_courthouse(county)
    assert courthouse is not None and courthouse.source.confidence is Confidence.LOW
    assert courthouse.confirm_with_clerk


def test_a_confirmed_courthouse_is_not() -> None:
    courthouse = DIRECTORY.main_courthouse("Alameda")
    assert courthouse is not None and not courthouse.confirm_with_clerk


def test_a_medium_source_without_criminal_work_is_to_be_confirmed() -> None:
    courthouse = DIRECTORY.main_courthouse("Calaveras")
    assert courthouse is not None and courthouse.source.confidence is Confidence.MEDIUM
    assert courthouse.confirm_with_clerk


def test_mass_relief_is_found_by_county_and_for_the_state() -> None:
    assert {figure.number for figure in DIRECTORY.mass_relief("LOS ANGELES")} >= {66000, 50000}
    assert all(figure.county is None for figure in DIRECTORY.statewide_relief) and DIRECTORY.statewide_relief
    assert DIRECTORY.mass_relief("Kings") == ()


def test_notes_are_found_by_county() -> None:
    assert [note.about for note in DIRECTORY.notes("Riverside")] == ["court", "district attorney"]


def test_a_source_may_lack_a_year() -> None:
    office = DIRECTORY.public_defender("Merced")
    assert office is not None and isinstance(office.source, Source) and office.source.year is None


def test_the_data_states_what_the_shared_files_state() -> None:
    source = SHARED / "courts" / "counties.csv"
    if not source.exists():
        pytest.skip("the shared court files are not here; set CLEARRECORD_SHARED to compare with them")
    with source.open(encoding="utf-8") as opened:
        for row in csv.DictReader(opened):
            main, office = DIRECTORY.main_courthouse(row["county"]), DIRECTORY.prosecutor(row["county"])
            assert main and office
            assert (main.name, main.street, main.zip) == (row["courthouse"], row["street"], row["zip"])
            assert (office.street or "", office.zip or "") == (row["da_street"], row["da_zip"])
