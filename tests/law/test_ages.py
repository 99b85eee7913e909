"""Ages at the offense: birthdays, February 29, dates known by month or year (specification 1.5; C9)."""

from __future__ import annotations

from datetime import date
from typing import Any

from petitions.exchange.dates_in import span
from petitions.law.ages import bracket_of, brackets_between, oldest, youngest
from petitions.law.terms import AgeBracket
from tests.law.answers import (
    DISMISSED,
    INFRACTION,
    INFRACTION_TO_DISMISSED,
    MINOR_IN_ADULT_COURT,
    OPEN_TO_DISMISSED,
)
from tests.law.records import answer, decide, table

Facts = dict[str, Any]
LITTLE: Facts = {
    "section": "11357(b)",
    "level": "misdemeanor",
    "drug_form": "flower",
    "flower_grams": 10,
    "age_at_offense": None,
    "conviction_date": "2006",
}
UP_TO_ANY = ("NEEDS_REVIEW", "INFRACTION", "DISMISS_SEAL")

COUNTED = {
    "the day before the birthday": ("1984-05-10", "2005-05-09", (20, 20)),
    "the birthday itself": ("1984-05-10", "2005-05-10", (21, 21)),
    "born in a month": ("1984-05", "2005-05-10", (20, 21)),
    "born in a year": ("1984", "2005-05-10", (20, 21)),
    "born on February 29, a common year, February 28": ("1984-02-29", "2005-02-28", (20, 21)),
    "born on February 29, a common year, March 1": ("1984-02-29", "2005-03-01", (21, 21)),
    "born on February 29, a common year, February 27": ("1984-02-29", "2005-02-27", (20, 20)),
    "born on February 29, a leap year, February 28": ("1984-02-29", "2004-02-28", (19, 19)),
    "born on February 29, a leap year, February 29": ("1984-02-29", "2004-02-29", (20, 20)),
    "born on February 29, in 1900, no leap year": ("1880-02-29", "1900-02-28", (19, 20)),
    "born on February 29, in 2000, a leap year": ("1980-02-29", "2000-02-28", (19, 19)),
}
STATED = {
    "0": (0, AgeBracket.UNDER_18),
    "17": (17, AgeBracket.UNDER_18),
    "18": (18, AgeBracket.FROM_18_TO_20),
    "20": (20, AgeBracket.FROM_18_TO_20),
    "21": (21, AgeBracket.FROM_21),
    "a bracket": (AgeBracket.UNDER_18, AgeBracket.UNDER_18),
}
AT_THE_OFFENSE = {
    "stated 21": ({"age_at_offense": 21}, DISMISSED),
    "stated 20": ({"age_at_offense": 20}, INFRACTION),
    "stated as 21 or older": ({"age_at_offense": "21_or_older"}, DISMISSED),
    "stated as 18 to 20": ({"age_at_offense": "18_to_20"}, INFRACTION),
    "stated as under 18": ({"age_at_offense": "under_18"}, MINOR_IN_ADULT_COURT),
    "neither age nor birth date": ({}, UP_TO_ANY),
    "21 that day": ({"date_of_birth": "1984-03-02"}, DISMISSED),
    "21 the next day": ({"date_of_birth": "1984-03-03"}, INFRACTION),
    "18 that day": ({"date_of_birth": "1987-03-02"}, INFRACTION),
    "18 the next day": ({"date_of_birth": "1987-03-03"}, MINOR_IN_ADULT_COURT),
    "21 within the month of the offense": (
        {"date_of_birth": "1984-03-15", "offense_date": "2005-03"},
        INFRACTION_TO_DISMISSED,
    ),
    "born in the year that decides": ({"date_of_birth": "1984"}, INFRACTION_TO_DISMISSED),
    "born on February 29, 21 perhaps on the 28th": (
        {"date_of_birth": "1984-02-29", "offense_date": "2005-02-28"},
        INFRACTION_TO_DISMISSED,
    ),
    "born on February 29, 21 surely on March 1": (
        {"date_of_birth": "1984-02-29", "offense_date": "2005-03-01"},
        DISMISSED,
    ),
    "the stated age and the birth date narrow each other": (
        {"age_at_offense": 20, "date_of_birth": "1984-03-15", "offense_date": "2005-03"},
        INFRACTION,
    ),
    "they share no bracket": ({"age_at_offense": 20, "date_of_birth": "1984-03-02"}, OPEN_TO_DISMISSED),
    "no offense date: every age up to that at conviction": (
        {"date_of_birth": "1990-01-01", "offense_date": None},
        MINOR_IN_ADULT_COURT,
    ),
    "no offense date: any age": ({"date_of_birth": "1960-01-01", "offense_date": None}, UP_TO_ANY),
    "no offense date: up to the last day of the year of the conviction": (
        {"date_of_birth": "1985-06-01", "offense_date": None},
        UP_TO_ANY,
    ),
    "no offense date, convicted in 2016: 21 only after the Act": (
        {"date_of_birth": "1995-12-01", "offense_date": None, "conviction_date": "2016"},
        ("NEEDS_REVIEW", "NONE", "INFRACTION"),
    ),
    "offense no later than the conviction": (
        {"date_of_birth": "1984-03-15", "offense_date": "2005-03", "conviction_date": "2005-03-14"},
        INFRACTION,
    ),
    "offense no later than 2016-11-08": (
        {"date_of_birth": "1995-11-09", "offense_date": "2016-11", "conviction_date": "2017"},
        ("NEEDS_REVIEW", "NONE", "INFRACTION"),
    ),
}


@table(COUNTED, "born, day, ages")
def test_birthdays_are_counted_from_their_first_minute(born: str, day: str, ages: tuple[int, int]) -> None:
    birth, when = span(born), date.fromisoformat(day)
    assert birth

    assert (youngest(birth, when), oldest(birth, when)) == ages


def test_a_date_is_exact_where_it_is_one_day() -> None:
    day, month = span("2005-03-02"), span("2005-03")

    assert day and day.is_exact
    assert month and not month.is_exact


@table(STATED, "age, bracket")
def test_a_stated_age_is_a_bracket(age: int | AgeBracket, bracket: AgeBracket) -> None:
    assert bracket_of(age) is bracket


def test_every_bracket_between_two_ages_counts() -> None:
    assert set(brackets_between(16, 17)) == {AgeBracket.UNDER_18}
    assert set(brackets_between(17, 21)) == set(AgeBracket)
    assert set(brackets_between(18, 21)) == {AgeBracket.FROM_18_TO_20, AgeBracket.FROM_21}


@table(AT_THE_OFFENSE)
def test_the_age_at_the_offense_decides(facts: Facts, expected: tuple[str, ...]) -> None:
    assert answer(decide(**LITTLE | facts)) == expected
