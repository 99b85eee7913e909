"""What is decided of single rows: the corrections one by one, and the columns that are ours."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from petitions.review.added import DIFFERS, DISAGREES, added, fill
from petitions.review.decide import decide
from petitions.review.options import review_from
from tests.review.deciding.given import Row, a_row, table

ON = date(2020, 7, 1)
CONFIGURABLE = {
    "baselineEligibility": {"reduce": ["11359"]},
    "additionalRelief": {"subjectAgeThreshold": 57, "yearsCrimeFreeThreshold": 10},
}
LOS_ANGELES = {"flow": "los_angeles_2019_10"}


def lines(*rows: Row, options: dict[str, Any] | None = None) -> list[dict[str, str]]:
    """Return the cells of each row."""
    review = review_from(options or CONFIGURABLE, county="LOS ANGELES", on=ON)
    found = {line["row"]: line for line in decide(table(list(rows)), review=review).rows.to_dicts()}
    return [found.get(number, {}) for number in range(len(rows))]


def answer(*rows: Row, options: dict[str, Any] | None = None) -> tuple[str, str, str]:
    """Return determination, reason and codes of the first row."""
    first = lines(*rows, options=options)[0]
    return first["Eligibility Determination"], first["Eligibility Reason"], first[DIFFERS]


def test_rows_of_one_count_that_disagree_go_to_hand_review() -> None:
    other = a_row(STP_EVENT_DATE="20150101")
    assert answer(a_row(), other) == ("Hand Review", "Rows of this count disagree", "COUNT_ROWS_DISAGREE")


@pytest.mark.parametrize("births", [("19300101", "19990101"), ("", "19990101", "19300101"), ("ABC",), ("",)])
def test_a_birth_date_that_is_open_where_a_rule_needs_it_goes_to_hand_review(births: tuple[str, ...]) -> None:
    rows = [a_row(PRI_DOB=born, CNT_ORDER=f"10{number}001001000") for number, born in enumerate(births)]
    assert answer(*rows) == ("Hand Review", "Date of birth is not known", "UNKNOWN_DATE")


def test_two_birth_dates_on_one_side_of_the_line_decide() -> None:
    rows = a_row(PRI_DOB="19300101"), a_row(PRI_DOB="19400101", CNT_ORDER="102001001000")
    assert answer(*rows) == ("Eligible for Dismissal", "57 years or older", "")


def test_a_birth_date_that_another_row_states_is_known() -> None:
    rows = a_row(PRI_DOB=""), a_row(CNT_ORDER="102001001000")
    assert answer(*rows)[:2] == ("Eligible for Dismissal", "No convictions in the past 10 years")
    assert answer(*rows)[2] == "UNKNOWN_DATE"


def test_a_known_recent_conviction_settles_what_an_undated_one_leaves_open() -> None:
    undated = a_row(CNT_ORDER="102001001000", STP_EVENT_DATE="", OFFENSE_DESCR="459 PC-MADE UP")
    recent = {**undated, "CNT_ORDER": "103001001000", "STP_EVENT_DATE": "20190101"}
    assert answer(a_row(), undated)[:2] == ("Hand Review", "Date of a conviction on record is not known")
    assert answer(a_row(), undated, recent) == (
        "Eligible for Reduction",
        "Reduce all HS 11359 convictions",
        "",
    )


def test_an_undated_super_strike_goes_to_hand_review() -> None:
    strike = a_row(CNT_ORDER="102001001000", STP_EVENT_DATE="", OFFENSE_DESCR="187 PC-MADE UP")
    answered = answer(a_row(), strike, options=LOS_ANGELES)
    assert answered == ("Hand Review", "Date of a superstrike or PC 290 record is not known", "UNKNOWN_DATE")


def test_a_gang_finding_is_dated_by_its_offense() -> None:
    gang = a_row(CNT_ORDER="100001002000", STP_EVENT_DATE="20150101", OFFENSE_DESCR="186.22(B)(4) PC-GANG")
    offense = {**gang, "CNT_ORDER": "100001001000", "OFFENSE_DESCR": "246 PC-SHOOT"}
    before = {**offense, "STP_EVENT_DATE": "20000101"}
    assert answer(a_row(), gang, before, options=LOS_ANGELES)[:2] == ("Not eligible", "PC 667(e)(2)(c)(iv)")
    assert answer(a_row(), gang, offense, options=LOS_ANGELES)[2] == "GANG_UNDATED"


def test_a_sentence_part_stays_with_its_own_count() -> None:
    other = a_row(CNT_ORDER="101001002000", OFFENSE_DESCR="459 PC-MADE UP", STP_EVENT_DATE="20190101")
    part = a_row(SENT_LENGTH="15", SENT_TIME_CODE="Y")
    answered = answer(a_row(), other, part, options=LOS_ANGELES)
    assert answered == ("Hand Review", "No applicable eligibility criteria", "SENTENCE_PART_MISPLACED")


def test_the_same_sentence_part_given_twice_counts_once() -> None:
    rows = (a_row(SENT_LENGTH="8", SENT_TIME_CODE="Y", STP_EVENT_DATE="20110101"),) * 2
    once = {**rows[0], "SENT_ORDER": "2"}
    assert answer(*rows, options=LOS_ANGELES)[1:] == (
        "Only has 11357-60 charges and completed sentence",
        "DUPLICATE_ROW",
    )
    assert answer(rows[0], once, options=LOS_ANGELES)[1:] == ("Currently serving sentence", "")


def test_rows_without_a_person_are_left_alone() -> None:
    assert lines(a_row(SUBJECT_ID=""), a_row(SUBJECT_ID="")) == [{}, {}]


def test_other_offense_columns_that_disagree_are_shown() -> None:
    said = lines(
        a_row(CONV_OFFENSE_DESCR="11357(B) HS-POSS", DISP_OFFENSE_DESCR="11359 HS-SAME"),
        a_row(CNT_ORDER="102001001000", OFFENSE_DESCR="459 PC-X", DISP_OFFENSE_DESCR="11360 HS-SELL"),
        a_row(CNT_ORDER="103001001000", CONV_OFFENSE_DESCR="#", DISP_OFFENSE_DESCR="  -  "),
        a_row(CNT_ORDER="104001001000", OFFENSE_DESCR="459 PC-X", DISP_OFFENSE_DESCR="460 PC-X"),
    )
    assert [line.get(DISAGREES, "") for line in said] == [
        "CONV_OFFENSE_DESCR: 11357(B) HS",
        "DISP_OFFENSE_DESCR: 11360 HS",
        "",
        "",
    ]


def test_several_reasons_to_differ_stand_together() -> None:
    lewd = a_row(CNT_ORDER="102001001000", OFFENSE_DESCR="288(A) PC-MADE UP")
    other = {**lewd, "CNT_ORDER": "103001001000", "OFFENSE_DESCR": "1187 PC-MADE UP"}
    assert answer(a_row(), lewd, other)[2] == "PC290_MISSED;SUPERSTRIKE_FALSE_HIT"


@pytest.mark.parametrize("flow", ["configurable", "los_angeles_2019_10", "san_joaquin_2019_06"])
def test_every_added_column_has_a_cell_as_text(flow: str) -> None:
    found = lines(a_row(), options={"flow": flow})[0]
    assert list(found) == ["row", *added(flow), "judged"]
    assert all(isinstance(found[name], str) for name in added(flow))
    assert {fill(name) for name in added(flow)} == {""}
