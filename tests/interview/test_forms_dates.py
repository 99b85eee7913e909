"""Dates of any precision are read from three boxes; what is no date gets a sentence."""

from __future__ import annotations

from datetime import date

import pytest

from petitions.interview.dates import Boxes, DateProblem, boxes_of, first_day_of, last_day_of, read_date

ON = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("month", "day", "year", "stored"),
    [
        ("", "", "2005", "2005"),
        ("3", "", "2005", "2005-03"),
        ("3", "2", "2005", "2005-03-02"),
        ("03", "02", "2005", "2005-03-02"),
        ("Jan", "", "1999", "1999-01"),
        ("january", "31", "1999", "1999-01-31"),
        ("Sept.", "", "1999", "1999-09"),
        ("ene", "", "1999", "1999-01"),
        ("Diciembre", "", "1999", "1999-12"),
        ("2", "29", "2004", "2004-02-29"),
        ("11", "24", "2026", "2026-11-24"),
        ("", "", "2026", "2026"),
    ],
)
def test_a_date_is_read(month: str, day: str, year: str, stored: str) -> None:
    assert read_date(Boxes(month, day, year), on=ON) == stored


@pytest.mark.parametrize(
    ("month", "day", "year", "box"),
    [
        ("11", "31", "2005", "day"),
        ("2", "29", "2005", "day"),
        ("13", "1", "2005", "month"),
        ("0", "", "2005", "month"),
        ("Ja", "", "2005", "month"),
        ("mayhem", "", "2005", None),
        ("", "4", "2005", "month"),
        ("3", "32", "2005", "day"),
        ("3", "x", "2005", "day"),
        ("3", "2", "05", "year"),
        ("3", "2", "20055", "year"),
        ("3", "2", "", "year"),
        ("3", "2", "1850", "year"),
        ("3", "2", "２００５", "year"),
        ("11", "25", "2026", "day"),
        ("12", "", "2026", "month"),
        ("1", "1", "2027", "year"),
    ],
)
def test_what_is_no_date_names_the_box(month: str, day: str, year: str, box: str | None) -> None:
    if box is None:
        assert read_date(Boxes(month, day, year), on=ON) == "2005-05"
        return
    with pytest.raises(DateProblem) as raised:
        read_date(Boxes(month, day, year), on=ON)
    assert raised.value.box == box
    assert raised.value.sentence


@pytest.mark.parametrize(
    ("stored", "first", "last"),
    [
        ("2005", date(2005, 1, 1), date(2005, 12, 31)),
        ("2004-02", date(2004, 2, 1), date(2004, 2, 29)),
        ("2005-03-02", date(2005, 3, 2), date(2005, 3, 2)),
    ],
)
def test_a_stored_date_is_an_interval(stored: str, first: date, last: date) -> None:
    assert (first_day_of(stored), last_day_of(stored)) == (first, last)


def test_a_stored_date_goes_back_into_its_boxes() -> None:
    assert boxes_of("2005-03-02") == Boxes("3", "2", "2005")
    assert boxes_of("2005") == Boxes("", "", "2005")
