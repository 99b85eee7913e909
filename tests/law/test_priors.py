"""What earlier convictions count: when, in which court, how many (clarification C11)."""

from __future__ import annotations

from typing import Any

from petitions.exchange.reading import read_record
from petitions.law.priors import counted_with
from petitions.law.situation import charge_of
from tests.law.answers import MISDEMEANOR, OPEN_TO_MISDEMEANOR, STILL_A_FELONY
from tests.law.records import LEFT_OUT, ON, answer, count, decide, decide_all, record, table

Facts = dict[str, Any]
FOR_SALE: Facts = {
    "section": "11359",
    "level": "felony",
    "offense_date": "1999-03-10",
    "conviction_date": "1999-09-20",
}
BURGLARY: Facts = {"id": "c9", "code": "PC", "section": "459"}
COUNTS, COUNTS_NOT, OPEN = STILL_A_FELONY, MISDEMEANOR, OPEN_TO_MISDEMEANOR


def prior(when: str | None, court: str | None = "adult") -> list[dict[str, Any]]:
    """Return a history of one prior; court None: not said."""
    return [{"conviction_date": when} | ({} if court is None else {"court": court})]


TIMING = {
    "nine years before": (prior("1990-05-01"), COUNTS),
    "the day before the offense": (prior("1999-03-09"), COUNTS),
    "the day of the offense": (prior("1999-03-10"), OPEN),
    "between offense and conviction": (prior("1999-06-01"), OPEN),
    "the day before the conviction": (prior("1999-09-19"), OPEN),
    "the same day: taken as the same case": (prior("1999-09-20"), COUNTS_NOT),
    "years later": (prior("2005-01-01"), COUNTS_NOT),
    "a month known, before": (prior("1999-02"), COUNTS),
    "a month known, that of the offense": (prior("1999-03"), OPEN),
    "a month known, after": (prior("1999-10"), COUNTS_NOT),
    "a year known, that of the case": (prior("1999"), OPEN),
    "a date not known": (prior(None), OPEN),
    "one before, one later": (prior("2005") + prior("1990"), COUNTS),
    "one later, one of a date not known": (prior("2005") + prior(None), OPEN),
    "two later": (prior("2005") + prior("2006"), COUNTS_NOT),
}
COURTS_OF_STRIKES = {
    "adult court": ({}, prior("1990"), COUNTS),
    "juvenile court, birth date not known": ({}, prior("1990", "juvenile"), OPEN),
    "court not sure": ({}, prior("1990", "unsure"), OPEN),
    "juvenile court at 17": ({"date_of_birth": "1972-06-01"}, prior("1989-07-01", "juvenile"), OPEN),
    "juvenile court at 15 is no super strike": (
        {"date_of_birth": "1972-06-01"},
        prior("1988-05-31", "juvenile"),
        COUNTS_NOT,
    ),
    "juvenile court on the 16th birthday": (
        {"date_of_birth": "1972-06-01"},
        prior("1988-06-01", "juvenile"),
        OPEN,
    ),
    "juvenile court, perhaps 16 in that month": (
        {"date_of_birth": "1972-06-15"},
        prior("1988-06", "juvenile"),
        OPEN,
    ),
    "juvenile court at 15 or 16, born in a year": (
        {"date_of_birth": "1972"},
        prior("1988-05-31", "juvenile"),
        OPEN,
    ),
    "juvenile court at a date not known": ({"date_of_birth": "1972-06-01"}, prior(None, "juvenile"), OPEN),
    "court not sure at 15: adult courts could try at 14": (
        {"date_of_birth": "1972-06-01"},
        prior("1988-05-31", "unsure"),
        OPEN,
    ),
    "court not said, birth date not known: an adult's": (
        {"date_of_birth": LEFT_OUT},
        prior("1990", None),
        COUNTS,
    ),
    "court not said, on the 18th birthday": (
        {"date_of_birth": "1972-06-01"},
        prior("1990-06-01", None),
        COUNTS,
    ),
    "court not said, the day before": ({"date_of_birth": "1972-06-01"}, prior("1990-05-31", None), OPEN),
    "court not said, 17 or 18, born in a year": ({"date_of_birth": "1972"}, prior("1990-06-01", None), OPEN),
    "court not said, 17 or 18 in that year": ({"date_of_birth": "1972-06-01"}, prior("1990", None), OPEN),
    "court said adult, at 17": ({"date_of_birth": "1972-06-01"}, prior("1990-05-31"), COUNTS),
}
COURTS_OF_SEX_OFFENSES = {
    "adult court": ({}, prior("1990"), COUNTS),
    "juvenile court at 15": ({"date_of_birth": "1972-06-01"}, prior("1988-01-01", "juvenile"), OPEN),
    "juvenile court at 17": ({"date_of_birth": "1972-06-01"}, prior("1989-07-01", "juvenile"), OPEN),
    "court not said, at 17": ({"date_of_birth": "1972-06-01"}, prior("1990-01-01", None), OPEN),
}
DATES_OPEN = {
    "offense date not known, birth date not known": ({"offense_date": None}, prior("1990"), OPEN),
    "offense date not known, conviction year known, prior later": (
        {"offense_date": None, "conviction_date": "1999"},
        prior("2000-01-01"),
        COUNTS_NOT,
    ),
    "conviction date not known, prior before the offense": ({"conviction_date": None}, prior("1990"), COUNTS),
    "conviction date not known, prior after the offense": ({"conviction_date": None}, prior("2005"), OPEN),
    "conviction known by its year, prior in that year after the offense": (
        {"conviction_date": "1999"},
        prior("1999-11-01"),
        OPEN,
    ),
    "offense date not known, prior in the year of birth": (
        {"offense_date": None, "date_of_birth": "1970"},
        prior("1970-06-01"),
        OPEN,
    ),
    "offense known by its year, prior in that year": ({"offense_date": "1999"}, prior("1999-02-01"), OPEN),
    "offense known by its year, prior in the year before": (
        {"offense_date": "1999"},
        prior("1998-12-31"),
        COUNTS,
    ),
}
OTHERS = {
    "two earlier ones": ({}, OPEN),
    "with letters, and as attempts": ({"subdivision": "b", "prefix": "attempt"}, OPEN),
    "prefix and code not known": ({"prefix": LEFT_OUT, "code": LEFT_OUT}, OPEN),
    "court and ending not known": ({"jurisdiction": "unsure", "outcome": "unsure"}, OPEN),
    "dates not known": ({"offense_date": None, "conviction_date": None}, OPEN),
    "case number not known": ({"case_number": None}, OPEN),
    "the same number in another county": ({"case_number": "BA000001", "county": "Kern"}, OPEN),
    "the day before this conviction": ({"offense_date": None, "conviction_date": "1999-09-19"}, OPEN),
    "in the same month, perhaps before": ({"offense_date": None, "conviction_date": "1999-09"}, OPEN),
    "the day of this conviction": ({"offense_date": None, "conviction_date": "1999-09-20"}, COUNTS_NOT),
    "later": ({"offense_date": "2001", "conviction_date": "2001"}, COUNTS_NOT),
    "a later offense, conviction date not known": (
        {"offense_date": "2001", "conviction_date": None},
        COUNTS_NOT,
    ),
    "in the year of this conviction, for an offense after it": (
        {"offense_date": "1999-11-01", "conviction_date": "1999"},
        COUNTS_NOT,
    ),
    "in this very case": ({"case_number": " ba000001 ", "county": "LOS ANGELES COUNTY"}, COUNTS_NOT),
    "of another section": ({"section": "11360(a)"}, COUNTS_NOT),
    "of another code": ({"code": "PC"}, COUNTS_NOT),
    "conspiracies": ({"prefix": "conspiracy"}, COUNTS_NOT),
    "in juvenile court": ({"jurisdiction": "california_juvenile"}, COUNTS_NOT),
    "in another state": ({"jurisdiction": "other_state"}, COUNTS_NOT),
    "arrests": ({"outcome": "arrest_only"}, COUNTS_NOT),
}


@table(TIMING, "history, expected")
def test_a_prior_counts_from_before_the_offense(history: list[Any], expected: tuple[str, ...]) -> None:
    assert answer(decide(**FOR_SALE, super_strike=history)) == expected
    assert answer(decide(**FOR_SALE, sex_offense=history)) == expected


@table(COURTS_OF_STRIKES, "facts, history, expected")
def test_a_super_strike_counts_from_an_adult_court(
    facts: Facts, history: list[Any], expected: tuple[str, ...]
) -> None:
    assert answer(decide(**FOR_SALE | facts, super_strike=history)) == expected


@table(COURTS_OF_SEX_OFFENSES, "facts, history, expected")
def test_a_sex_offense_of_a_minor_is_never_sure(
    facts: Facts, history: list[Any], expected: tuple[str, ...]
) -> None:
    assert answer(decide(**FOR_SALE | facts, sex_offense=history)) == expected


@table(DATES_OPEN, "facts, history, expected")
def test_a_prior_beside_dates_not_known(facts: Facts, history: list[Any], expected: tuple[str, ...]) -> None:
    assert answer(decide(**FOR_SALE | facts, super_strike=history)) == expected
    assert answer(decide(**FOR_SALE | facts, sex_offense=history)) == expected


@table(OTHERS)
def test_two_other_convictions_of_the_section_may_make_a_third(
    facts: Facts, expected: tuple[str, ...]
) -> None:
    earlier = FOR_SALE | {"offense_date": "1995-01-01", "conviction_date": "1995-03-01"}
    others = (
        count(**earlier | {"id": f"earlier-{number}", "case_number": f"BA00010{number}"} | facts)
        for number in (1, 2)
    )

    found = decide_all(record(count(**FOR_SALE), *others))

    assert answer(found.determinations[0]) == expected


def test_convictions_without_a_number_are_not_taken_for_one_case() -> None:
    nameless = FOR_SALE | {"case_number": None}
    earlier = nameless | {"conviction_date": "1999-05-01"}

    found = decide_all(record(count(**nameless), *(count(**earlier, id=name) for name in ("c2", "c3"))))

    assert answer(found.determinations[0]) == OPEN


def test_a_year_of_conviction_lasts_to_its_end() -> None:
    this = FOR_SALE | {"conviction_date": "1999", "case_number": None}
    others = [
        FOR_SALE | {"id": name, "case_number": name, "conviction_date": "1999-11-01"} for name in ("c2", "c3")
    ]

    assert (
        answer(decide_all(record(count(**this), *(count(**one) for one in others))).determinations[0]) == OPEN
    )
    assert (
        answer(decide_all(record(count(**this), count(**others[0]), count(**BURGLARY))).determinations[0])
        == COUNTS_NOT
    )


def test_the_cases_that_count_are_those_of_the_section_that_have_a_number() -> None:
    others = (
        {"case_number": "B1"},
        {"case_number": "B2", "county": "Kern"},
        {"case_number": None},
        {"case_number": "B3", "section": "11358"},
        {"case_number": "B4", "jurisdiction": "california_juvenile"},
    )
    counts = [
        count(**FOR_SALE),
        *(count(**FOR_SALE | one, id=f"c{place}") for place, one in enumerate(others, 2)),
    ]

    assert cases_that_count(*counts) == (("Los Angeles", "B1"), ("Kern", "B2"))
    assert cases_that_count(counts[0], counts[1]) == ()


def cases_that_count(*counts: dict[str, Any]) -> tuple[tuple[str | None, str], ...]:
    """Return county and number of the cases that count with the first count."""
    read = read_record(record(*counts), on=ON)
    return counted_with(read, read.convictions[0], charge_of(read.convictions[0]))


def test_one_other_conviction_and_a_stated_number_are_not_added() -> None:
    """The larger counts."""
    other = count(**FOR_SALE | {"id": "c2", "case_number": "BA000102", "conviction_date": "1999-05-01"})
    found = decide_all(record(count(**FOR_SALE, earlier_same_section=1), other))

    assert answer(found.determinations[0]) == MISDEMEANOR


def test_counts_of_one_number_are_one_case_also_where_the_county_is_not_known() -> None:
    same_number = FOR_SALE | {"county": None, "case_number": "BA000001", "conviction_date": "1999-05-01"}
    others = (count(**same_number | {"id": f"c{number}"}) for number in (2, 3))

    found = decide_all(record(count(**FOR_SALE | {"county": None}), *others))

    assert answer(found.determinations[0]) == MISDEMEANOR
