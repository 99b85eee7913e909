"""The law gives a county's row what it gives the same facts in full; what the file cannot say stays unknown."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

import polars as pl
import pytest

from petitions.law.facts import Conviction, Petitioner, Prior, Record, Span
from petitions.law.terms import Disposition, Jurisdiction, Level, Prefix, Sentence
from petitions.review.added import CEILING, FLOOR, NEEDS, OUTCOME, REASON
from petitions.review.decide import decide
from petitions.review.options import review_from
from petitions.review.statute import Answer, Facts, answer_of, answer_to, bounds_to
from tests.review.deciding.given import Row, a_row, random_rows, table
from tests.review.deciding.reference_counties import strikes
from tests.review.deciding.reference_people import Conviction as Count
from tests.review.deciding.reference_people import Person, end, person_of

COUNTY, ON = "LOS ANGELES", date(2020, 7, 1)
REVIEW = review_from({}, county=COUNTY, on=ON)
_LEVELS = {"FELONY": Level.FELONY, "MISDEMEANOR": Level.MISDEMEANOR}
_CHARGED = {"F": Level.FELONY, "M": Level.MISDEMEANOR}


def the_law_says(*rows: Row) -> dict[str, str]:
    """Return the law's cells for the first judged row."""
    line = decide(table(list(rows)), review=REVIEW).rows.filter("judged").to_dicts()[0]
    return {name: line[name] for name in (OUTCOME, FLOOR, CEILING, REASON, NEEDS)}


def check(seed: int, *, people: int) -> int:
    """Compare every judged row of a random file with the full facts of its person; return how many."""
    rows = random_rows(Random(seed), people=people)
    lines = decide(table(rows), review=REVIEW).rows.filter("judged").to_dicts()
    by_row = {line["row"]: line for line in lines}
    for name in {row["SUBJECT_ID"] for row in rows}:
        theirs = [(number, row) for number, row in enumerate(rows) if row["SUBJECT_ID"] == name]
        person = person_of(theirs, peer=False)
        for one in person.convictions:
            if one.row in by_row:
                line = by_row[one.row]
                given = Answer(*(line[cell] for cell in (OUTCOME, FLOOR, CEILING, REASON, NEEDS)))
                assert given == answer_of(in_full(person, one, rows), on=ON), rows[one.row]
    return len(lines)


def in_full(person: Person, one: Count, rows: list[Row]) -> Record:
    """Write all that the file says: each conviction of the person with its day, each prior with its own."""
    born = _born(person, one)
    convicted = _day(one)
    others = [other for other in person.convictions if other is not one and other.section]
    return Record(
        Petitioner(born, _priors(strike_days(person), convicted), _sex(person, convicted)),
        (
            _conviction(one, rows[one.row], born),
            *(_conviction(other, rows[other.row], None) for other in others),
        ),
    )


def _day(one: Count) -> date | None:
    return one.day if one.day and one.day <= ON else None


def _born(person: Person, one: Count) -> Span | None:
    days, before = set(person.births), _day(one) or date(2016, 11, 8)
    born = days.pop() if len(days) == 1 else None
    return Span(born, born) if born and born < min(before, date(2016, 11, 8)) else None


def strike_days(person: Person) -> list[date | None]:
    """Return the days of all super strikes."""
    return [day if day and day <= ON else None for _, day, _ in strikes(person)]


def _priors(days: list[date | None], convicted: date | None) -> tuple[Prior, ...] | None:
    may_be = [day for day in days if day is None or convicted is None or day < convicted]
    return tuple(Prior(Span(day, day) if day else None) for day in may_be) or None


def _sex(person: Person, convicted: date | None) -> tuple[Prior, ...] | None:
    days = [_day(one) for one in person.convictions if one.text.sex or one.registers]
    registered: list[date | None] = [None for _ in person.registrations]
    return _priors([*days, *registered], convicted)


def _conviction(one: Count, row: Row, born: Span | None) -> Conviction:
    convicted = _day(one)
    is_minor = bool(born and convicted and _age(born.first, convicted) < 18)
    several = len(set(one.text.sections)) > 1
    named = (
        row["OFFENSE_DESCR"]
        if row["OFFENSE_DESCR"].strip() not in ("", "SEE COMMENT FOR CHARGE")
        else row["COMMENT_TEXT"]
    )
    return Conviction(
        id=str(one.row),
        jurisdiction=None if is_minor else Jurisdiction.CALIFORNIA_ADULT,
        disposition=Disposition.CONVICTED,
        county=one.county,
        case_number=one.count[:6],
        code="HS",
        section=None if several else one.section,
        subdivision=None if several else _letter(named),
        prefix=_prefix(named),
        level=_LEVELS.get(row["CONV_STAT_DESCR"]) if row["CONV_STAT_DESCR"] else _CHARGED[row["OFFENSE_TOC"]],
        conviction_date=Span(convicted, convicted) if convicted else None,
        sentence_status=_sentence(one),
    )


def _age(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _letter(named: str) -> str | None:
    at = named.find("(")
    return named[at + 1].lower() if at >= 0 and named[at - 5 : at] in ("11357", "11359", "11360") else None


def _prefix(named: str) -> Prefix | None:
    if named.startswith("664"):
        return Prefix.ATTEMPT
    return Prefix.NONE if named.strip().startswith(("11357 ", "11357(", "11358", "11359", "11360")) else None


def _sentence(one: Count) -> Sentence | None:
    ends = end(one)
    if one.hours <= 0 or ends is None or _day(one) is None:
        return None
    return (
        Sentence.COMPLETED
        if ends.date() < ON or ends.isoformat() <= f"{ON}T00:00:00"
        else Sentence.SUPERVISED
    )


def test_a_small_random_file_gets_what_its_full_facts_get() -> None:
    assert check(3, people=40) > 20


@pytest.mark.long
@pytest.mark.parametrize("seed", range(20, 30))
def test_large_random_files_get_what_their_full_facts_get(seed: int) -> None:
    assert check(seed, people=250) > 200


def test_a_record_that_shows_no_super_strike_is_no_proof_of_none() -> None:
    says = the_law_says(a_row())
    assert says[OUTCOME] == "NEEDS_REVIEW" and {"super_strike", "sex_offense"} <= {*says[NEEDS].split(";")}


def test_the_ceiling_holds_whatever_is_not_known() -> None:
    assert the_law_says(a_row(OFFENSE_DESCR="11358 HS-GROW"))[CEILING] == "DISMISS_SEAL"
    assert the_law_says(a_row(OFFENSE_DESCR="11359 HS-SALE"))[CEILING] == "INFRACTION"


def test_a_conviction_since_the_act_leaves_the_day_of_the_offense_open() -> None:
    says = the_law_says(a_row(STP_EVENT_DATE="20170301"))
    assert says[NEEDS].startswith("offense_date") and "U_OFFENSE_DATE" in says[REASON]


def test_a_conviction_after_the_review_has_no_known_day() -> None:
    late, none = (the_law_says(a_row(STP_EVENT_DATE=day)) for day in ("20250101", ""))
    assert late == none


def test_two_sections_in_one_charge_leave_the_section_open() -> None:
    says = the_law_says(a_row(OFFENSE_DESCR="11358/11359 HS-X"))
    assert says[OUTCOME] == "NEEDS_REVIEW" and "section" in says[NEEDS].split(";")


def test_an_attempt_is_one_under_the_law_too() -> None:
    assert "U_ATTEMPT" in the_law_says(a_row(OFFENSE_DESCR="664-11358 HS-ATT"))[REASON]


def test_an_earlier_super_strike_is_told_from_none_known() -> None:
    strike = a_row(OFFENSE_DESCR="187 PC-MADE UP", CNT_ORDER="100001001000", STP_EVENT_DATE="19990101")
    later = {**strike, "STP_EVENT_DATE": "20150101", "CNT_ORDER": "109001001000"}
    alone = the_law_says(a_row())
    assert the_law_says(a_row(), later) == alone
    assert the_law_says(a_row(), strike)[OUTCOME] == "NEEDS_REVIEW"


def test_each_distinct_set_of_facts_is_decided_once() -> None:
    answer_to.cache_clear()
    rows = [a_row(SUBJECT_ID=str(number), PRI_DOB=f"19{60 + number % 10}0101") for number in range(500)]
    judged = decide(table(rows), review=REVIEW).rows.filter(pl.col("judged"))
    assert judged.height == 500 and answer_to.cache_info().misses == 1


def test_the_bounds_that_a_tally_takes_are_those_of_the_whole_answer() -> None:
    chance = Random(5)
    values: tuple[tuple[Any, ...], ...] = (
        ("", "11357", "11358", "11359", "11360"), ("", "a", "b"), ("", "none", "attempt"), ("", "FELONY", "MISDEMEANOR", "INFRACTION"),
        ("", "before_2011", "before_act", "since_act"), ("", "under_18", "18_to_20", "21_or_older"),
        (True, False), (True, False), ("", "ended", "running"), *[(True, False)] * 3,
    )  # fmt: skip
    for _ in range(200):
        facts = Facts(*map(chance.choice, values))
        assert bounds_to(facts) == answer_to(facts, on=ON)[:3]
