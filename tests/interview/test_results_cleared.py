"""What is published on cases cleared in bulk is shown with its source, and how to check beside it."""

from __future__ import annotations

import pytest

from petitions.courts.directory import load_directory
from petitions.interview.wording.cleared import LEFT_OUT, SENTENCES
from petitions.law.terms import Outcome, Relief, Track
from tests.interview.look_facts import found, growing, page_of

NOTHING = {"floor": Relief.NONE, "ceiling": Relief.NONE, "track": Track.FALLBACK}


def test_a_county_shows_its_figures_with_date_and_source() -> None:
    cleared = page_of((growing(county="los angeles county"), found())).already_cleared
    assert cleared is not None
    [(county, figures)] = cleared.published
    assert county == "Los Angeles"
    assert figures[0].sentence == (
        "February 2020: the prosecutor asked to clear nearly 66,000 convictions here."
    )
    assert figures[0].site == "foxla.com"
    assert figures[0].url.startswith("https://")


def test_a_part_of_a_percent_is_kept() -> None:
    cleared = page_of((growing(county="San Diego"), found())).already_cleared
    assert cleared is not None
    assert any("99.3 percent" in figure.sentence for figure in cleared.published[0][1])


@pytest.mark.parametrize("county", [None, "Alpine County of Nowhere", "Modoc"])
def test_a_county_without_figures_shows_the_state(county: str | None) -> None:
    cleared = page_of((growing(county=county), found())).already_cleared
    assert cleared is not None
    assert cleared.published == ()
    assert "206,052 of about 227,650" in cleared.statewide[0].sentence


def test_two_counties_stand_once_each_with_their_clerks() -> None:
    pairs = [(growing(number), found(number=number)) for number in (1, 2)]
    other = (growing(3, county="Fresno"), found(number=3))
    cleared = page_of(*pairs, other).already_cleared
    assert cleared is not None
    assert [clerk.county for clerk in cleared.clerks] == ["Humboldt", "Fresno"]


@pytest.mark.parametrize(
    "outcome",
    [Outcome.NOT_A_CONVICTION, Outcome.NOT_COVERED_DATE, Outcome.NOT_COVERED_JURISDICTION],
)
def test_what_courts_never_looked_at_is_not_said_to_be_cleared(outcome: Outcome) -> None:
    assert page_of((growing(), found(outcome, **NOTHING))).already_cleared is None


def test_a_warning_to_check_always_brings_how_to_check() -> None:
    page = page_of((growing(), found(Outcome.NOT_COVERED_SECTION, warnings=("CHECK_FIRST",), **NOTHING)))
    assert page.already_cleared is not None


def test_every_published_unit_is_worded_or_left_out_on_purpose() -> None:
    units = {one.unit for one in load_directory().all_mass_relief if one.county}
    assert units <= SENTENCES.keys() | LEFT_OUT
