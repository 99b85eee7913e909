"""Convictions and people are counted by outcome, share by share, and told as offices know it."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from petitions.review.decide import decide
from petitions.review.options import Review, review_from
from petitions.review.summary import summary
from petitions.review.tally import Tally
from tests.review.deciding.given import Row, a_row, table

ON = date(2020, 7, 1)
DISMISS_ALL_FELONIES: dict[str, Any] = {
    "baselineEligibility": {"dismiss": ["11357", "11358", "11359", "11360"]}
}
REDUCE: dict[str, Any] = {"baselineEligibility": {"reduce": ["11359"]}}
ELSEWHERE = a_row(STP_ORI_CNTY_NAME="YOLO", OFFENSE_DESCR="459 PC-MADE UP", CNT_ORDER="102001001000")


def _review(options: dict[str, Any]) -> Review:
    return review_from(options, county="LOS ANGELES", on=ON)


def told(*rows: Row, options: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return the summary of some rows."""
    review = _review(DISMISS_ALL_FELONIES if options is None else options)
    return summary(
        decide(table(list(rows)), review=review).tally, review=review, lines=len(rows), seconds=1.5
    )


def _relief(found: dict[str, Any]) -> tuple[int, ...]:
    return tuple(found["reliefWithCurrentEligibilityChoices"].values())


def test_a_person_whose_one_felony_is_dismissed_has_no_record_left() -> None:
    assert _relief(told(a_row())) == (1, 1, 0)


def test_a_reduced_felony_leaves_a_conviction() -> None:
    assert _relief(told(a_row(), options=REDUCE)) == (1, 0, 0)


def test_a_conviction_elsewhere_stays() -> None:
    assert _relief(told(a_row(), ELSEWHERE)) == (0, 0, 0)


def test_a_misdemeanor_elsewhere_leaves_no_felony() -> None:
    assert _relief(told(a_row(), {**ELSEWHERE, "CONV_STAT_DESCR": "MISDEMEANOR"})) == (1, 0, 0)


def test_seven_years_go_back_from_the_day_of_the_review() -> None:
    assert _relief(told(a_row(STP_EVENT_DATE="20130702"))) == (1, 1, 1)
    assert _relief(told(a_row(STP_EVENT_DATE="20130701"))) == (1, 1, 0)


def test_an_undated_conviction_may_be_of_the_last_seven_years() -> None:
    recent = a_row(STP_EVENT_DATE="20150101")
    assert _relief(told(recent, {**ELSEWHERE, "STP_EVENT_DATE": "20000101"}))[2] == 1
    assert _relief(told(recent, {**ELSEWHERE, "STP_EVENT_DATE": ""}))[2] == 0


def test_people_are_counted_now_and_under_each_lane() -> None:
    also = {**REDUCE, "also": [{"flow": "los_angeles_2019_10"}, DISMISS_ALL_FELONIES]}
    found = told(
        *(a_row(PRI_DOB="19400101"), {**ELSEWHERE, "PRI_DOB": "19400101"}),
        a_row(SUBJECT_ID="2"),
        options=also,
    )
    lanes = found["lanes"]
    assert list(lanes) == [
        *("configurable", "los_angeles_2019_10", "configurable 2"),
        *("dismiss_all", "statute_at_least", "statute_at_most"),
    ]
    assert found["people"] == {"all": 2, "withFelony": 2, "withConviction": 2, "withConvictionLast7Years": 0}
    assert lanes["configurable"]["CountSubjectsNoConviction"] == 0
    assert (
        lanes["configurable 2"]["CountSubjectsNoConviction"]
        == lanes["dismiss_all"]["CountSubjectsNoConviction"]
        == 1
    )
    assert lanes["los_angeles_2019_10"]["decided"]["Eligible for Dismissal"] == {
        "50 years or older": 1,
        "Only has 11357-60 charges and completed sentence": 1,
    }


def test_charts_count_convictions_and_people() -> None:
    second = a_row(CNT_ORDER="103001001000", STP_EVENT_DATE="20010101", RACE_DESCR="BLACK")
    lane = told(a_row(RACE_DESCR="BLACK"), second)["lanes"]["configurable"]
    assert lane["convictionsBy"]["race"] == {"BLACK": {"Eligible for Dismissal": 2}}
    assert lane["peopleBy"]["race"] == {"BLACK": {"Eligible for Dismissal": 1}}
    assert lane["convictionsBy"]["age"] == {
        "21 to 24": {"Eligible for Dismissal": 1},
        "25 to 34": {"Eligible for Dismissal": 1},
    }
    assert lane["convictionsBy"]["year"] == {
        "2001": {"Eligible for Dismissal": 1},
        "2005": {"Eligible for Dismissal": 1},
    }
    assert lane["convictionsBy"]["level"] == {"FELONY": {"Eligible for Dismissal": 2}}


def test_what_is_not_known_has_a_place_of_its_own_in_charts() -> None:
    row = a_row(PRI_DOB="", STP_EVENT_DATE="", CONV_STAT_DESCR="?")
    by = told(row)["lanes"]["configurable"]["convictionsBy"]
    assert [list(by[kind]) for kind in ("year", "age", "race", "level")] == [["unknown"]] * 4


def test_the_law_counts_what_is_certain_and_what_is_possible() -> None:
    lanes = told(a_row())["lanes"]
    assert lanes["statute_at_least"]["decided"] == {"NONE": {"NEEDS_REVIEW": 1}}
    assert lanes["statute_at_most"]["decided"] == {"INFRACTION": {"NEEDS_REVIEW": 1}}
    assert lanes["statute_at_most"]["CountSubjectsNoFelony"] == 1


def test_a_tally_comes_back_from_json_as_it_was() -> None:
    tally = decide(table([a_row()]), review=_review(REDUCE)).tally
    assert Tally.from_json(json.loads(json.dumps(tally.to_json()))) == tally
    assert Tally.from_json(Tally().to_json()) == Tally() == Tally().plus(Tally())


def test_the_earliest_known_day_is_kept() -> None:
    rows = (
        a_row(),
        a_row(SUBJECT_ID="2", STP_EVENT_DATE="19750203"),
        a_row(SUBJECT_ID="3", STP_EVENT_DATE=""),
    )
    assert told(*rows)["earliestConviction"] == "1975-02-03T00:00:00Z"
    assert told(rows[2])["earliestConviction"] is None


def test_the_summary_repeats_what_the_run_was() -> None:
    found = told(a_row(), options={"flow": "los_angeles_2019_10", "individual_age": 41})
    assert (found["individualDismissAge"], found["yearsConvictionFree"]) == (41, 10)
    assert (found["county"], found["lineCount"], found["reviewedOn"]) == ("LOS ANGELES", 1, "2020-07-01")
    assert found["processingTimeInSeconds"] == 1.5
