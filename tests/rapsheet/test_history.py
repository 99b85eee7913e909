"""Incidents in a period, probation kept or broken, and whether a sentence still runs."""

from __future__ import annotations

from datetime import date

import pytest

from petitions.rapsheet.meaning.history import (
    completed_period_without_incident,
    currently_serving,
    incidents,
    probation_violated,
    sentenced_on,
    serving_events,
)
from petitions.rapsheet.meaning.lengths import after, in_days, total
from petitions.rapsheet.meaning.sentence_lengths import longest_length, one_line, total_length
from petitions.rapsheet.sheet import Event, Length, Sentence
from tests.rapsheet import made

YEAR = made.length(years=1)
START = made.DAY


def probation(**length: int) -> Event:
    return made.event(made.conviction(sentence=made.sentence(probation=length)), case_number="C123")


@pytest.mark.parametrize(
    ("start", "length", "end"),
    [
        (date(2003, 1, 31), made.length(months=1), date(2003, 2, 28)),
        (date(2004, 2, 29), made.length(years=1), date(2005, 2, 28)),
        (date(2003, 12, 15), made.length(months=14), date(2005, 2, 15)),
        (date(2003, 1, 1), made.length(weeks=2, days=1), date(2003, 1, 16)),
        (date(2003, 1, 1), made.length(years=9999), date.max),
        (date(9999, 12, 1), made.length(days=400), date.max),
    ],
)
def test_a_length_ends_on_a_day_of_the_calendar(start: date, length: Length, end: date) -> None:
    assert after(start, length) == end


def test_lengths_are_added_unit_by_unit() -> None:
    assert total([made.length(months=12), made.length(years=1, days=3)]) == made.length(
        years=1, months=12, days=3
    )
    assert in_days(made.length(weeks=2)) == 14
    assert in_days(made.length(months=12)) == in_days(YEAR)


@pytest.mark.parametrize(
    ("sentence", "whole", "longest", "line"),
    [
        (
            made.sentence(probation={"years": 3}, jail={"days": 30}),
            made.length(years=3, days=30),
            made.length(years=3),
            "3y probation, 30d jail",
        ),
        (
            made.sentence(jail={"months": 6}, prison={"years": 2}),
            made.length(years=2, months=6),
            made.length(years=2, months=6),
            "2y prison, 6m jail",
        ),
        (
            made.sentence("fine", jail={"weeks": 52}),
            made.length(weeks=52),
            made.length(weeks=52),
            "52w jail, fine",
        ),
        (
            made.sentence(life=True, prison={"years": 25}),
            made.length(years=25),
            made.length(years=25),
            "25y to life prison",
        ),
        (made.sentence(life=True, prison={}), made.length(), made.length(), "life prison"),
    ],
)
def test_a_sentence_has_an_upper_bound_a_likely_length_and_a_line(
    sentence: Sentence, whole: Length, longest: Length, line: str
) -> None:
    assert (total_length(sentence), longest_length(sentence), one_line(sentence)) == (whole, longest, line)


@pytest.mark.parametrize(
    ("day", "inside"), [("2004-01-01", 0), ("2004-01-02", 1), ("2005-01-02", 1), ("2005-01-03", 0)]
)
def test_a_period_holds_its_first_and_last_day(day: str, inside: int) -> None:
    case = made.event()
    sheet = made.sheet(case, made.event(kind="arrest", on=date.fromisoformat(day)))
    assert len(incidents(sheet, case=case, start=START, length=YEAR)) == inside


def test_serving_the_sentence_of_the_case_is_no_incident() -> None:
    case = probation(years=1)
    jail = made.event(
        made.count(case_number=made.read("C123")), kind="custody", on=date(2004, 3, 1), case_number="C123"
    )
    grant = made.event(
        made.count(comments=(made.read("CRT CASE NBR C.123"),)), kind="probation", on=date(2004, 3, 2)
    )
    sheet = made.sheet(made.cycle(case, jail, grant))
    assert serving_events(sheet, case=case) == (jail, grant)
    assert probation_violated(sheet, case=case) is False


def test_custody_in_another_cycle_or_of_another_case_is_an_incident() -> None:
    case = probation(years=1)
    same_number = made.event(kind="custody", on=date(2004, 3, 1), case_number="C123")
    another = made.event(kind="custody", on=date(2004, 3, 1), case_number="B9")
    assert probation_violated(made.sheet(case, same_number), case=case) is True
    assert probation_violated(made.sheet(made.cycle(case, another)), case=case) is True


def test_a_case_without_a_number_explains_no_custody() -> None:
    case = made.event(made.conviction(sentence=made.sentence(probation={"years": 1})))
    custody = made.event(kind="custody", on=date(2004, 3, 1))
    assert serving_events(made.sheet(made.cycle(case, custody)), case=case) == ()


def test_a_probation_without_a_length_or_a_day_is_not_known() -> None:
    assert probation_violated(made.sheet(), case=probation()) is None
    undated = made.event(
        made.count("HS 11358", made.disposition(on=None, sentence=made.sentence(probation={"years": 1})))
    )
    assert probation_violated(made.sheet(), case=undated) is None


def test_one_broken_probation_outweighs_one_that_is_not_known() -> None:
    both = made.event(
        made.conviction(sentence=made.sentence(probation={})),
        made.conviction(sentence=made.sentence(probation={"years": 1})),
    )
    sheet = made.sheet(both, made.event(kind="arrest", on=date(2004, 3, 1)))
    assert probation_violated(sheet, case=both) is True


def test_an_undated_conviction_leaves_the_period_unknown() -> None:
    case = made.event(on=None)
    assert completed_period_without_incident(made.sheet(case), case=case, start=START, length=YEAR) is None


@pytest.mark.parametrize(
    ("on", "serving"),
    [
        (date(2006, 12, 31), True),
        (date(2007, 1, 2), None),
        (date(2007, 1, 31), None),
        (date(2007, 2, 1), False),
    ],
)
def test_jail_on_top_of_probation_makes_the_end_unsure(on: date, serving: bool | None) -> None:
    sentence = made.sentence(probation={"years": 3}, jail={"days": 30})
    assert currently_serving(sentence, since=START, on=on) is serving


def test_a_life_sentence_always_runs_and_one_without_a_day_is_not_known() -> None:
    assert currently_serving(made.sentence(life=True, prison={}), since=None, on=START) is True
    assert currently_serving(made.sentence(jail={"days": 1}), since=None, on=START) is None


def test_the_sentence_that_applies_has_the_day_of_its_disposition() -> None:
    later = date(2005, 1, 1)
    given = made.conviction(
        "HS 11358", made.disposition("sentence_modified", on=later, sentence=made.sentence(jail={}))
    )
    assert sentenced_on(given) == later
    assert sentenced_on(made.conviction()) is None
