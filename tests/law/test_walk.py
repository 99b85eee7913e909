"""The walk: what ends it, in which order, and which paper is used (clarifications C2 to C4, C8, C18)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.law.answers import (
    CLEARED,
    COURT_NOT_COVERED,
    DATE_NOT_COVERED,
    DISMISSED,
    JUVENILE,
    MINOR_IN_ADULT_COURT,
    MISDEMEANOR,
    NO_CONVICTION,
    NOTHING_LOWER,
    OPEN_TO_DISMISSED,
    OPEN_TO_INFRACTION,
    OPEN_TO_MISDEMEANOR,
    SECTION_NOT_COVERED,
    STILL_A_FELONY,
)
from tests.law.records import LEFT_OUT, answer, decide, decide_all, one_count, table

Facts = dict[str, Any]
LITTLE: Facts = {
    "section": "11357(b)",
    "level": "misdemeanor",
    "drug_form": "flower",
    "flower_grams": 10,
}
FOR_SALE: Facts = {"section": "11359", "level": "felony"}
TOO_LATE: Facts = {"offense_date": "2018-01-01", "conviction_date": "2018-06-01"}
BURGLARY: Facts = {"code": "PC", "section": "459"}
ORDER_64: Facts = {"later_relief": ["prop_64_dismissed"]}
OLD_STRIKE = [{"conviction_date": "1990", "court": "adult"}]
LATER_STRIKE = [{"conviction_date": "2012", "court": "juvenile"}]

FIRST_THAT_ENDS = {
    "an arrest only": (LITTLE | {"outcome": "arrest_only"}, NO_CONVICTION),
    "diversion": (LITTLE | {"outcome": "diverted"}, NO_CONVICTION),
    "a federal arrest": (LITTLE | {"outcome": "arrest_only", "jurisdiction": "federal"}, NO_CONVICTION),
    "a federal conviction": (LITTLE | {"jurisdiction": "federal"}, COURT_NOT_COVERED),
    "another state": (LITTLE | {"jurisdiction": "other_state"}, COURT_NOT_COVERED),
    "a tribal or military court": (LITTLE | {"jurisdiction": "tribal_or_military"}, COURT_NOT_COVERED),
    "a federal conviction of 2018": (LITTLE | TOO_LATE | {"jurisdiction": "federal"}, COURT_NOT_COVERED),
    "a burglary of 2018": (BURGLARY | TOO_LATE, DATE_NOT_COVERED),
    "an offense of 2018 dismissed under Proposition 64": (LITTLE | TOO_LATE | ORDER_64, DATE_NOT_COVERED),
    "a burglary with a Proposition 64 order": (BURGLARY | ORDER_64, CLEARED),
    "a burglary lowered under Proposition 64": (
        BURGLARY | {"later_relief": ["prop_64_redesignated"]},
        CLEARED,
    ),
    "a burglary": (BURGLARY, SECTION_NOT_COVERED),
    "a case whose ending is not known, of 2018": (
        LITTLE | TOO_LATE | {"outcome": "unsure"},
        DATE_NOT_COVERED,
    ),
    "a court not known, PC 459": (BURGLARY | {"jurisdiction": "unsure"}, SECTION_NOT_COVERED),
    "a court not known, with an order": (LITTLE | ORDER_64 | {"jurisdiction": "unsure"}, CLEARED),
}
OPEN_BEFORE = {
    "ending not known": ({"outcome": "unsure"}, "NEEDS_REVIEW"),
    "ending not said": ({"outcome": LEFT_OUT}, "NEEDS_REVIEW"),
    "court not known": ({"jurisdiction": "unsure"}, "NEEDS_REVIEW"),
    "court not said": ({"jurisdiction": LEFT_OUT}, "NEEDS_REVIEW"),
    "offense date open, convicted in 2017": (
        {"offense_date": None, "conviction_date": "2017-03-01"},
        "APPLICATION_E",
    ),
    "both dates open": ({"offense_date": None, "conviction_date": None}, "APPLICATION_E"),
    "offense in November 2016": (
        {"offense_date": "2016-11", "conviction_date": "2017-03-01"},
        "APPLICATION_E",
    ),
}
CEILINGS_BELOW_AN_OPEN_QUESTION = {
    "lawful today": (LITTLE, OPEN_TO_DISMISSED),
    "a misdemeanor today": (FOR_SALE, OPEN_TO_MISDEMEANOR),
    "an infraction today": (LITTLE | {"age_at_offense": 20}, OPEN_TO_INFRACTION),
    "of the same class today": (
        {"section": "11357(c)", "level": "misdemeanor", "drug_form": "flower", "flower_grams": 60},
        NOTHING_LOWER,
    ),
    "a felony exception": (FOR_SALE | {"super_strike": OLD_STRIKE}, STILL_A_FELONY),
}
DATES = {
    "offense of 2016-11-08": ({"offense_date": "2016-11-08", "conviction_date": "2017-03-01"}, DISMISSED),
    "offense of 2016-11-09": (
        {"offense_date": "2016-11-09", "conviction_date": "2017-03-01"},
        DATE_NOT_COVERED,
    ),
    "offense of December 2016": ({"offense_date": "2016-12", "conviction_date": "2017"}, DATE_NOT_COVERED),
    "offense of October 2016": ({"offense_date": "2016-10", "conviction_date": "2017"}, DISMISSED),
    "offense of November 2016, convicted on the 8th": (
        {"offense_date": "2016-11", "conviction_date": "2016-11-08"},
        DISMISSED,
    ),
    "offense of November 2016, convicted on the 9th": (
        {"offense_date": "2016-11", "conviction_date": "2016-11-09"},
        OPEN_TO_DISMISSED,
    ),
    "offense not known, convicted on 2016-11-08": (
        {"offense_date": None, "conviction_date": "2016-11-08"},
        DISMISSED,
    ),
    "offense not known, convicted in 2016": (
        {"offense_date": None, "conviction_date": "2016"},
        OPEN_TO_DISMISSED,
    ),
    "offense of 2016, convicted in 2016": (
        {"offense_date": "2016", "conviction_date": "2016"},
        OPEN_TO_DISMISSED,
    ),
    "offense known, conviction not": ({"conviction_date": None}, DISMISSED),
}
TRACKS = {
    "completed": ({"sentence_status": "completed"}, "APPLICATION_E"),
    "in custody": ({"sentence_status": "in_custody"}, "PETITION_A"),
    "on probation or parole": ({"sentence_status": "supervised"}, "PETITION_A"),
    "not known": ({"sentence_status": "unsure"}, "NEEDS_REVIEW"),
    "not said": ({"sentence_status": LEFT_OUT}, "NEEDS_REVIEW"),
}
DANGER = {
    "none, serving": ("no", "supervised", DISMISSED),
    "before, finished": (OLD_STRIKE, "completed", DISMISSED),
    "before, serving": (OLD_STRIKE, "in_custody", OPEN_TO_DISMISSED),
    "years later, in juvenile court, serving": (LATER_STRIKE, "supervised", OPEN_TO_DISMISSED),
    "of a date not known, serving": ([{"conviction_date": None}], "supervised", OPEN_TO_DISMISSED),
    "not known, serving": ("unsure", "supervised", OPEN_TO_DISMISSED),
    "before, sentence not known": (OLD_STRIKE, "unsure", OPEN_TO_DISMISSED),
    "not known, sentence not known": ("unsure", "unsure", OPEN_TO_DISMISSED),
    "none, sentence not known": ("no", "unsure", DISMISSED),
}


@table(FIRST_THAT_ENDS)
def test_the_first_thing_that_ends_the_walk_decides(facts: Facts, expected: tuple[str, ...]) -> None:
    assert answer(decide(**facts)) == expected


@table(OPEN_BEFORE, "facts, track")
def test_a_question_before_the_facts_leaves_the_ceiling(facts: Facts, track: str) -> None:
    found = decide(**LITTLE | facts)

    assert (answer(found), found.track) == (OPEN_TO_DISMISSED, track)


@table(CEILINGS_BELOW_AN_OPEN_QUESTION)
@pytest.mark.parametrize("question", ["outcome", "jurisdiction"])
def test_below_an_open_question_a_certain_no_stays_a_no(
    question: str, facts: Facts, expected: tuple[str, ...]
) -> None:
    assert answer(decide(**facts | {question: "unsure"})) == expected


@table(DATES)
def test_the_offense_must_be_before_the_act(facts: Facts, expected: tuple[str, ...]) -> None:
    assert answer(decide(**LITTLE | facts)) == expected


@table(TRACKS, "facts, track")
def test_the_sentence_picks_the_paper_and_nothing_else(facts: Facts, track: str) -> None:
    found = decide(**LITTLE | facts)

    assert (answer(found), found.track) == (DISMISSED, track)


@pytest.mark.parametrize("sentence", ["completed", "in_custody", "supervised", "unsure", LEFT_OUT])
def test_a_juvenile_case_has_one_paper_whatever_the_sentence(sentence: object) -> None:
    juvenile = {"jurisdiction": "california_juvenile", "age_at_offense": 16, "super_strike": OLD_STRIKE}
    found = decide(**FOR_SALE | juvenile, sentence_status=sentence)

    assert (answer(found), found.track) == (JUVENILE, "JUVENILE_M")


@table(DANGER, "history, sentence, expected")
def test_a_super_strike_at_any_time_lets_the_court_refuse_a_petition(
    history: object, sentence: str, expected: tuple[str, ...]
) -> None:
    assert answer(decide(**LITTLE, super_strike=history, sentence_status=sentence)) == expected


def test_a_sex_offense_alone_is_no_danger() -> None:
    assert answer(decide(**LITTLE, sex_offense=OLD_STRIKE, sentence_status="in_custody")) == DISMISSED


def test_a_ceiling_of_nothing_stays_one_beside_a_danger() -> None:
    same_class = {"section": "11357(c)", "level": "misdemeanor", "flower_grams": 60, "drug_form": "flower"}

    found = decide(**same_class, super_strike=OLD_STRIKE, sentence_status="in_custody")

    assert answer(found) == NOTHING_LOWER


def test_a_minor_in_adult_court_loses_the_floor_to_a_danger() -> None:
    minor = FOR_SALE | {"age_at_offense": 17}

    assert answer(decide(**minor)) == MINOR_IN_ADULT_COURT
    assert answer(decide(**minor, super_strike="unsure", sentence_status="supervised")) == OPEN_TO_INFRACTION


def test_an_age_that_may_be_under_18_is_for_review_with_its_floor() -> None:
    found = decide(**FOR_SALE | {"age_at_offense": None})

    assert answer(found) == ("NEEDS_REVIEW", "MISDEMEANOR", "INFRACTION")
    assert (found.status, found.track) == ("NEEDS_REVIEW", "APPLICATION_E")


def test_every_kind_of_paper_but_the_prosecutors_is_gone_where_nothing_can_be_filed() -> None:
    assert decide(**LITTLE | {"jurisdiction": "federal"}).track == "NONE"
    assert decide(**LITTLE | ORDER_64).track == "NONE"
    assert decide(**BURGLARY).track == "FALLBACK"
    assert decide(**FOR_SALE, super_strike=OLD_STRIKE).track == "FALLBACK"
    assert decide(section="11364", pleaded_down_from_marijuana="yes").track == "FALLBACK"
    assert (
        decide(section="11364", pleaded_down_from_marijuana="yes", outcome="unsure").track == "NEEDS_REVIEW"
    )


def test_the_plain_misdemeanor_of_these_tables_is_sure() -> None:
    assert answer(decide(**FOR_SALE)) == MISDEMEANOR


def test_the_version_of_the_law_is_the_day_it_was_written() -> None:
    assert date.fromisoformat(decide_all(one_count(**LITTLE)).law_version) > date(2026, 1, 1)
