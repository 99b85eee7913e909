"""The days that are tried where a date is not known: one on each side of every line that the law draws there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest

from petitions.exchange.dates_in import span
from petitions.exchange.reading import read_record
from petitions.law.facts import Prior, Span
from petitions.law.needs.days import (
    birth_days,
    can_be,
    conviction_days,
    latest_birth,
    offense_days,
    other_days,
    prior_histories,
)
from petitions.law.priors import Histories
from petitions.law.terms import PriorCourt
from petitions.law.timing import Dates
from tests.law.records import ON, count, record, table

NO_PRIORS = Histories((), (), by_discretion=False)
LONG_AGO, TODAY = "1930-01-01", "2026-11-24"
"""Tried always; the lines of a table stand between them."""
LINES_OF_ALL = "1975-12-31 1976-01-01 2010-12-31 2011-01-01 2015-12-31 2016-01-01 2016-11-08 2016-11-09"
LINES_OF_11357 = "1975-12-31 1976-01-01 2010-12-31 2011-01-01 2016-11-08 2016-11-09"
LINES_OF_11360 = "2015-12-31 2016-01-01 2016-11-08 2016-11-09"
OFFENSE = {
    "of any section": ((None, None, None), None, LINES_OF_ALL),
    "of 11357": ((None, None, None), "11357", LINES_OF_11357),
    "of 11358": ((None, None, None), "11358", "2016-11-08 2016-11-09"),
    "of 11360": ((None, None, None), "11360", LINES_OF_11360),
    "born in 1970: at 18 and at 21": (
        (None, None, "1970-05-10"),
        "11358",
        "1988-05-09 1988-05-10 1991-05-09 1991-05-10 2016-11-08 2016-11-09",
    ),
    "born on February 29": (
        (None, None, "1972-02-29"),
        "11358",
        "1990-02-27 1990-02-28 1993-02-27 1993-02-28 2016-11-08 2016-11-09",
    ),
}
BEFORE_A_CONVICTION = {
    "no later than the conviction": ("1999-06-01", "1930-01-01 1999-06-01"),
    "within the month of the conviction": ("1999-06", "1930-01-01 1999-06-30 1999-06-01 1999-06-02"),
}
CONVICTION = {
    "of 11357, offense known": (
        ("2010-06-01", None, None),
        "11357",
        "2010-06-01 2010-06-02 2010-12-31 2011-01-01",
    ),
    "of any section, offense known": (
        ("2010-06-01", None, None),
        None,
        "2010-06-01 2010-06-02 2010-12-31 2011-01-01",
    ),
    "of 11358, offense known": (("2010-06-01", None, None), "11358", "2010-06-01 2010-06-02"),
    "of 11358, offense perhaps after the Act": (
        ("2016-11", None, None),
        "11358",
        "2016-11-01 2016-11-02 2016-11-08 2016-11-09 2016-11-30 2016-12-01",
    ),
    "of 11358, offense not known": ((None, None, None), "11358", "2016-11-08 2016-11-09"),
    "of 11358, offense not known, born in 1970": (
        (None, None, "1970-05-10"),
        "11358",
        "1988-05-09 1988-05-10 1991-05-09 1991-05-10 2016-11-08 2016-11-09",
    ),
    "of 11358, both known": (("2010-06-01", None, "1970-05-10"), "11358", "2010-06-01 2010-06-02"),
}
BIRTH = {
    "17, 18, 20 and 21 at the offense": (
        ("2005-03-02", "2006-01-01", None),
        "11358",
        "1984-03-02 1984-03-03 1987-03-02 1987-03-03",
    ),
    "at the conviction, where the offense is not known": (
        (None, "2006-01-01", None),
        "11358",
        "1985-01-01 1985-01-02 1988-01-01 1988-01-02",
    ),
    "at each line, where neither is known": (
        (None, None, None),
        "11360",
        "1995-01-01 1995-01-02 1995-11-09 1995-11-10 1998-01-01 1998-01-02 1998-11-09 1998-11-10",
    ),
    "at an offense on February 29": (
        ("2004-02-29", None, None),
        "11358",
        "1983-02-28 1983-03-01 1986-02-28 1986-03-01",
    ),
}
ORDER = {
    "known and in order": (("2005-03-02", "2005-06-15", "1970"), True),
    "nothing known": ((None, None, None), True),
    "convicted before the offense": (("2005-03-02", "2005-03-01", None), False),
    "convicted in the month of the offense": (("2005-03-02", "2005-03", None), True),
    "convicted on the day of the offense": (("2005-03-02", "2005-03-02", None), True),
    "an offense still to come": (("2026-11-25", None, None), False),
    "an offense of today": (("2026-11-24", None, "1970"), True),
    "an offense of this month": (("2026-11", None, "1970"), True),
    "a conviction still to come": ((None, "2026-11-25", "1970"), False),
    "an offense before birth": (("1969-12-31", None, "1970"), False),
    "an offense in the year of birth": (("1970", None, "1970-06-01"), True),
    "born after another conviction": (("2005-03-02", None, "2001-01-02"), False),
    "born on the day of another conviction": (("2005-03-02", None, "2001-01-01"), True),
}


def dates(offense: str | None, convicted: str | None, born: str | None) -> Dates:
    """Return the dates; None is not known."""
    return Dates(*(span(day) if day else None for day in (offense, convicted, born)), None)


def written(days: Iterable[Span]) -> str:
    """Return exact days in a row."""
    found = [*days]
    assert all(day.is_exact for day in found)
    return " ".join(day.first.isoformat() for day in found)


def history(when: str, court: PriorCourt | None) -> Histories:
    """Return a history of one super strike."""
    return Histories((Prior(span(when), court),), (), by_discretion=False)


@table(OFFENSE, "known, section, days")
def test_an_offense_is_tried_around_these_days(
    known: tuple[str | None, ...], section: str | None, days: str
) -> None:
    found = offense_days(dates(*known), NO_PRIORS, section, on=ON)

    assert written(found) == f"{LONG_AGO} {TODAY} {days}"


@table(BEFORE_A_CONVICTION, "convicted, days")
def test_an_offense_is_not_tried_after_the_conviction(convicted: str, days: str) -> None:
    assert written(offense_days(dates(None, convicted, None), NO_PRIORS, "11358", on=ON)) == days


@table(CONVICTION, "known, section, days")
def test_a_conviction_is_tried_around_these_days(
    known: tuple[str | None, ...], section: str | None, days: str
) -> None:
    found = conviction_days(dates(*known), NO_PRIORS, section, others=(), on=ON)

    assert written(found) == f"{LONG_AGO} {TODAY} {days}"


def test_other_convictions_and_priors_are_lines_too() -> None:
    strike = history("1990", PriorCourt.ADULT)
    others = (date(2001, 2, 1),)

    assert written(
        conviction_days(dates("2010-06-01", None, None), strike, "11358", others=others, on=ON)
    ) == (
        f"{LONG_AGO} {TODAY} 1990-01-01 1990-01-02 1990-12-31 1991-01-01 2001-02-01 2001-02-02 2010-06-01 2010-06-02"
    )
    assert written(offense_days(dates(None, "1995-01-01", None), strike, "11358", on=ON)) == (
        "1930-01-01 1995-01-01 1990-01-01 1990-01-02 1990-12-31 1991-01-01"
    )


@table(BIRTH, "known, section, days")
def test_a_birth_is_tried_at_each_age_that_counts(
    known: tuple[str | None, ...], section: str | None, days: str
) -> None:
    found = birth_days(dates(*known), NO_PRIORS, section, latest=ON)

    assert written(found) == f"{LONG_AGO} {TODAY} {days}"


@pytest.mark.parametrize(
    ("court", "days"),
    [
        (PriorCourt.JUVENILE, "1974-07-01 1974-07-02 "),
        (None, "1972-07-01 1972-07-02 "),
        (PriorCourt.ADULT, ""),
    ],
)
def test_a_birth_is_tried_at_16_and_18_of_a_prior(court: PriorCourt | None, days: str) -> None:
    found = birth_days(
        dates("2005-03-02", None, None), history("1990-07-01", court), "11358", latest=date(2000, 1, 1)
    )

    assert written(found) == f"{LONG_AGO} 1990-07-01 {days}1984-03-02 1984-03-03 1987-03-02 1987-03-03"


def test_a_birth_is_tried_at_each_age_around_a_prior_too_where_the_offense_is_not_known() -> None:
    prior = history("1994-07", PriorCourt.ADULT)

    assert written(birth_days(dates(None, "2017-02-03", None), prior, "11359", latest=ON)) == (
        f"{LONG_AGO} 1994-07-31 1973-07-01 1973-07-02 1973-07-31 1973-08-01 1976-07-01 1976-07-02 1976-07-31 1976-08-01"
    )


def test_a_birth_is_tried_no_later_than_another_conviction_or_a_prior() -> None:
    known, prior = dates("2005-03-02", None, None), history("1990-07-01", PriorCourt.ADULT)

    assert written(birth_days(known, prior, "11358", latest=date(1985, 1, 1))) == (
        f"{LONG_AGO} 1985-01-01 1984-03-02 1984-03-03"
    )


def test_a_history_is_tried_in_each_court_around_each_date() -> None:
    nothing, *priors = prior_histories(dates("2005-03-02", "2006-01-01", None), on=ON)

    assert nothing == ()
    assert {prior.court for (prior,) in priors} == {PriorCourt.ADULT, PriorCourt.JUVENILE, None}
    assert written(dict.fromkeys(prior.conviction_date for (prior,) in priors if prior.conviction_date)) == (
        f"{LONG_AGO} {TODAY} 1990-06-15 1990-06-16 2005-03-02 2005-03-03 2005-06-15 2005-06-16 2006-01-01 2006-01-02"
    )
    assert len(priors) == 3 * 10


def test_the_days_of_other_convictions_count_from_three_on() -> None:
    counts = [
        count(id=name, offense_date="2001-01-01", conviction_date="2001") for name in ("c1", "c2", "c3")
    ]
    two, three = (read_record(record(*counts[:number]), on=ON) for number in (2, 3))

    assert other_days(two) == ()
    assert other_days(three) == (date(2001, 1, 1), date(2001, 1, 1), date(2001, 1, 1), date(2001, 12, 31)) * 3


def test_nobody_is_born_after_another_conviction() -> None:
    one = count(id="c1", offense_date="1990", conviction_date="1991")
    other = count(id="c2", offense_date="2001-05", conviction_date=None)
    alone, both = read_record(record(one), on=ON), read_record(record(one, other), on=ON)

    assert latest_birth(alone, alone.convictions[0], on=ON) == ON
    assert latest_birth(both, both.convictions[0], on=ON) == date(2001, 5, 31)
    assert latest_birth(both, both.convictions[1], on=ON) == date(1990, 12, 31)


@table(ORDER, "known, expected")
def test_dates_stand_in_an_order_that_can_be(known: tuple[str | None, ...], *, expected: bool) -> None:
    assert can_be(dates(*known), NO_PRIORS, latest_birth=date(2001, 1, 1), on=ON) is expected


@pytest.mark.parametrize(("born", "expected"), [(None, True), ("1980", True), ("1991", False)])
def test_a_prior_is_not_before_birth(born: str | None, *, expected: bool) -> None:
    strike = history("1990", PriorCourt.ADULT)

    assert can_be(dates("2005", None, born), strike, latest_birth=ON, on=ON) is expected
    assert not can_be(dates("2005", None, born), history("2027", PriorCourt.ADULT), latest_birth=ON, on=ON)
