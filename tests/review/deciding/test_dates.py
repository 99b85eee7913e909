"""Days, years and sentence parts are counted as the peer counts them, and its slips are known."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from petitions.review.dates import day_of, years_before, years_text
from petitions.review.sentences import hours, peer_hours


@pytest.mark.parametrize(
    "text", ["", "20120400", "20120000", "20130229", "2012041", "201204011", " 2012041", "ABC", "+2012041"]
)
def test_what_is_no_date_is_not_known(text: str) -> None:
    assert pl.DataFrame({"at": [text]}).select(day_of("at")).item() is None


def test_a_date_is_a_number_that_compares() -> None:
    assert pl.DataFrame({"at": ["20120229"]}).select(day_of("at")).item() == 20120229


@pytest.mark.parametrize(
    ("day", "years", "found"),
    [
        (date(2020, 7, 1), 10, 20100701),
        (date(2020, 2, 29), 1, 20190301),
        (date(2020, 2, 29), 4, 20160229),
        (date(2104, 2, 29), 4, 21000301),
        (date(2004, 2, 29), 4, 20000229),
    ],
)
def test_years_go_back_by_the_calendar(day: date, years: int, found: int) -> None:
    assert years_before(day, years=years) == found


@pytest.mark.parametrize(
    ("days", "text"), [(3652, "10.0"), (0, "0.0"), (-1645, "-4.5"), (-1, "-0.0"), (19, "0.1"), (18, "0.0")]
)
def test_years_are_written_with_one_decimal(days: int, text: str) -> None:
    assert years_text(days) == text


@pytest.mark.parametrize(
    ("length", "code", "found"),
    [
        ("90", "D", 2160),
        ("6", "M", 4392),
        ("1", "Y", 8784),
        ("1", "W", 0),
        ("x", "D", 0),
        ("", "Y", 0),
        ("1.5", "Y", 0),
    ],
)
def test_a_sentence_part_has_the_peers_units(length: str, code: str, found: int) -> None:
    assert hours(length, code) == peer_hours(length, code) == found


def test_the_peers_counter_turns_round_and_ours_does_not() -> None:
    assert hours("99", "Y") == peer_hours("99", "Y")
    assert peer_hours("999", "Y") < 0 < hours("999", "Y")
    assert hours("9" * 18, "Y") == 10_000 * 8784
