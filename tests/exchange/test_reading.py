"""The contract's record: which facts it becomes, and a clear sentence with a path for all it may not say."""

from __future__ import annotations

import copy
import json
from dataclasses import fields as fields_of
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from petitions.exchange import checks, dates_in, fields, numbers_in, reading, record_keys
from petitions.exchange.reading import BadInput, read_record
from petitions.law.facts import Conviction, Petitioner, Prior, Span
from petitions.law.terms import (
    AgeBracket,
    ConcentrateBand,
    Conduct,
    Disposition,
    DrugForm,
    FlowerBand,
    Jurisdiction,
    LaterRelief,
    Level,
    PlantBand,
    Prefix,
    PriorCourt,
    Recipient,
    Sentence,
)
from tests.exchange.record_samples import RECORD, REMOVED, changed

ON = date(2026, 11, 24)


def problems(data: object, *, on: date | None = None) -> tuple[tuple[str, str], ...]:
    with pytest.raises(BadInput) as raised:
        read_record(data, on=on)
    return raised.value.problems


def minimal(**facts: object) -> dict[str, Any]:
    return {"convictions": [{"id": "c1", **facts}]}


def test_every_key_becomes_its_fact() -> None:
    record = read_record(RECORD)
    assert (record.id, record.on) == ("one", ON)
    assert record.petitioner == Petitioner(
        date_of_birth=Span(date(1980, 5, 1), date(1980, 5, 31)),
        super_strikes=(
            Prior(Span(date(1999, 1, 1), date(1999, 12, 31)), PriorCourt.JUVENILE),
            Prior(None, None),
        ),
        sex_offenses=(),
        registers_by_discretion=False,
    )
    assert record.convictions[0] == Conviction(
        id="c1",
        jurisdiction=Jurisdiction.CALIFORNIA_ADULT,
        disposition=Disposition.CONVICTED,
        county="Los Angeles",
        case_number="BA000001",
        code="HS",
        section="11357",
        subdivision="b",
        prefix=Prefix.NONE,
        level=Level.MISDEMEANOR,
        offense_date=Span(date(2005, 3, 2), date(2005, 3, 2)),
        conviction_date=Span(date(2005, 4, 1), date(2005, 4, 30)),
        age_at_offense=24,
        drug_form=DrugForm.FLOWER,
        flower_grams=10.5,
        concentrate_grams=ConcentrateBand.AT_MOST,
        plants=PlantBand.MORE,
        from_own_home_plants=False,
        on_school_grounds=False,
        conduct=Conduct.TRANSPORTED,
        recipient_age=Recipient.NOBODY,
        sold_to_minor=False,
        hired_under_21=None,
        environmental_harm=False,
        home_grow_lawful=True,
        sentence_status=Sentence.COMPLETED,
        later_relief=(LaterRelief.REDUCED_17B, LaterRelief.PROP_47),
        earlier_same_section=0,
        earlier_same_section_asked=False,
        pleaded_down_from_marijuana=False,
    )


def test_a_record_that_says_nothing_leaves_every_fact_unknown() -> None:
    record = read_record(minimal())
    assert (record.id, record.on, record.petitioner) == (None, None, Petitioner())
    assert record.convictions == (Conviction(id="c1"),)


TEXTS = {"county", "case_number", "code", "section", "subdivision"}
DATES_AND_AGE = {"offense_date", "conviction_date", "age_at_offense"}
FACTS = set(record_keys.CONVICTION) - {"id"}


@pytest.mark.parametrize("key", sorted(TEXTS | DATES_AND_AGE))
def test_null_is_unknown(key: str) -> None:
    assert read_record(minimal(**{key: None})) == read_record(minimal())


@pytest.mark.parametrize("key", sorted(FACTS - DATES_AND_AGE - {"prefix", "earlier_same_section"}))
def test_unsure_is_unknown(key: str) -> None:
    assert read_record(minimal(**{key: "unsure"})) == read_record(minimal())


@pytest.mark.parametrize(
    ("keys", "value"), [(FACTS - TEXTS - DATES_AND_AGE, None), (DATES_AND_AGE | {"prefix"}, "unsure")]
)
def test_null_and_unsure_stand_only_where_the_contract_has_them(keys: set[str], value: object) -> None:
    for key in keys:
        assert [path for path, _ in problems(minimal(**{key: value}))] == [f"convictions[0].{key}"]


def test_every_fact_of_a_conviction_has_its_key() -> None:
    facts = {field.name for field in fields_of(Conviction)} - {"earlier_same_section_asked"}
    assert facts - {"disposition"} | {"outcome"} == set(record_keys.CONVICTION)


@pytest.mark.parametrize(
    ("fact", "stated", "read"),
    [
        ("outcome", "diverted", ("disposition", Disposition.DIVERTED)),
        ("prefix", "none", ("prefix", Prefix.NONE)),
        ("age_at_offense", "under_18", ("age_at_offense", AgeBracket.UNDER_18)),
        ("age_at_offense", 0, ("age_at_offense", 0)),
        ("age_at_offense", 30.0, ("age_at_offense", 30)),
        ("age_at_offense", 120, ("age_at_offense", 120)),
        ("flower_grams", "at_most_28.5", ("flower_grams", FlowerBand.AT_MOST)),
        ("flower_grams", 28.5, ("flower_grams", 28.5)),
        ("flower_grams", 0, ("flower_grams", 0)),
        ("flower_grams", 10**400, ("flower_grams", 10**9)),
        ("plants", 6, ("plants", 6)),
        ("plants", 1e300, ("plants", 10**9)),
        ("later_relief", [], ("later_relief", ())),
        ("earlier_same_section", 2, ("earlier_same_section", 2)),
        ("earlier_same_section", "unsure", ("earlier_same_section_asked", True)),
        ("county", " los  angeles county ", ("county", " los  angeles county ")),
        ("county", "x" * 200, ("county", "x" * 200)),
        ("county", "\ud800\x00\u202e", ("county", "\ud800\x00\u202e")),
        ("case_number", "  ", ("case_number", None)),
        ("code", "unsure", ("code", None)),
        ("id", "", ("id", "")),
        ("id", "x" * 1000, ("id", "x" * 1000)),
    ],
)
def test_a_stated_fact_is_read(fact: str, stated: object, read: tuple[str, object]) -> None:
    name, value = read
    assert getattr(read_record(minimal(**{fact: stated})).convictions[0], name) == value


@pytest.mark.parametrize(
    ("stated", "priors", "by_discretion"),
    [
        ("no", (), False),
        ("unsure", None, False),
        ("discretionary", None, True),
        ([{"conviction_date": None, "court": "unsure"}], (Prior(None, PriorCourt.UNSURE),), False),
    ],
)
def test_a_sex_offense_is_no_a_list_discretionary_or_not_known(
    stated: object, priors: object, by_discretion: bool
) -> None:
    petitioner = read_record({**minimal(), "petitioner": {"sex_offense": stated}}).petitioner
    assert (petitioner.sex_offenses, petitioner.registers_by_discretion) == (priors, by_discretion)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2005-03-02", date(2005, 3, 2), date(2005, 3, 2)),
        ("2004-02", date(2004, 2, 1), date(2004, 2, 29)),
        ("2005", date(2005, 1, 1), date(2005, 12, 31)),
        ("0001", date(1, 1, 1), date(1, 12, 31)),
    ],
)
def test_a_date_is_the_days_that_it_could_be(typed: str, first: date, last: date) -> None:
    assert read_record(minimal(offense_date=typed)).convictions[0].offense_date == Span(first, last)


@pytest.mark.parametrize("typed", ["2005-02-30", "2005-13", "2005-00-01", "0000", "0000-05", "2100-02-29"])
def test_a_day_that_does_not_exist_is_refused(typed: str) -> None:
    expected = (("convictions[0].offense_date", dates_in.NO_SUCH_DAY),)
    assert problems(minimal(offense_date=typed)) == expected


@pytest.mark.parametrize(
    "typed",
    [
        "2005-03-02\n", " 2005", "05", "2005-3-2", "20050302", "2005-W01-1", "٢٠٠٥", "２００５", "2005-03-02T00:00",
        "+2005", "-2005", "12005", "unsure", "", 2005, 2005.0, True, [], {},
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused(typed: object) -> None:
    assert problems(minimal(offense_date=typed)) == (("convictions[0].offense_date", dates_in.NOT_A_DATE),)


@pytest.mark.parametrize("typed", ["2026", "2026-11", "2026-11-24\n", "", None, 20261124, []])
def test_the_day_of_the_law_is_one_day(typed: object) -> None:
    assert problems({**minimal(), "on": typed}) == (("on", dates_in.NOT_A_DAY),)


def test_the_law_is_applied_from_its_first_day() -> None:
    assert read_record({**minimal(), "on": "2016-11-09"}).on == date(2016, 11, 9)
    assert problems({**minimal(), "on": "2016-11-08"}) == (("on", checks.BEFORE_THE_ACT),)
    assert problems(minimal(), on=date(2016, 11, 8)) == (("on", checks.BEFORE_THE_ACT),)


@pytest.mark.parametrize(
    ("path", "value", "place", "sentence"),
    [
        ("on", "2016-11-31", "on", dates_in.NO_SUCH_DAY),
        ("id", 7, "id", fields.NOT_TEXT),
        ("id", None, "id", fields.NOT_TEXT),
        ("shoe_size", 7, "record", fields.UNKNOWN_KEY),
        ("filing", None, "filing", fields.NOT_AN_OBJECT),
        ("petitioner", None, "petitioner", fields.NOT_AN_OBJECT),
        ("petitioner", [], "petitioner", fields.NOT_AN_OBJECT),
        ("petitioner.name", "x", "petitioner", fields.UNKNOWN_KEY),
        ("petitioner.super_strike", "discretionary", "petitioner.super_strike", None),
        ("petitioner.super_strike", [], "petitioner.super_strike", None),
        ("petitioner.super_strike", None, "petitioner.super_strike", None),
        ("petitioner.sex_offense", "yes", "petitioner.sex_offense", None),
        ("petitioner.super_strike.0", 7, "petitioner.super_strike[0]", fields.NOT_AN_OBJECT),
        (
            "petitioner.super_strike.1.conviction_date", REMOVED,
            "petitioner.super_strike[1].conviction_date", record_keys.NO_DATE,
        ),
        ("petitioner.super_strike.1.court", "tribal", "petitioner.super_strike[1].court", None),
        ("petitioner.super_strike.1.county", "x", "petitioner.super_strike[1]", fields.UNKNOWN_KEY),
        ("convictions", REMOVED, "convictions", record_keys.NO_CONVICTION),
        ("convictions", [], "convictions", record_keys.NO_CONVICTION),
        ("convictions", None, "convictions", fields.NOT_A_LIST),
        ("convictions", {}, "convictions", fields.NOT_A_LIST),
        ("convictions", "x", "convictions", fields.NOT_A_LIST),
        ("convictions.1", None, "convictions[1]", fields.NOT_AN_OBJECT),
        ("convictions.1.id", REMOVED, "convictions[1].id", record_keys.NO_ID),
        ("convictions.1.id", None, "convictions[1].id", fields.NOT_TEXT),
        ("convictions.1.id", 7, "convictions[1].id", fields.NOT_TEXT),
        ("convictions.1.id", "c1", "convictions[1].id", checks.SAME_ID),
        ("convictions.1.notes", "x", "convictions[1]", fields.UNKNOWN_KEY),
        ("convictions.1.county", 7, "convictions[1].county", fields.NOT_TEXT),
        ("convictions.1.county", "x" * 201, "convictions[1].county", fields.TOO_LONG),
        ("convictions.1.level", "Felony", "convictions[1].level", None),
        ("convictions.1.level", "felony\n", "convictions[1].level", None),
        ("convictions.1.level", None, "convictions[1].level", None),
        ("convictions.1.level", ["felony"], "convictions[1].level", None),
        ("convictions.1.level", {}, "convictions[1].level", None),
        ("convictions.1.prefix", "unsure", "convictions[1].prefix", None),
        ("convictions.1.sold_to_minor", True, "convictions[1].sold_to_minor", None),
        ("convictions.1.sold_to_minor", None, "convictions[1].sold_to_minor", None),
        ("convictions.1.age_at_offense", True, "convictions[1].age_at_offense", None),
        ("convictions.1.age_at_offense", -1, "convictions[1].age_at_offense", None),
        ("convictions.1.age_at_offense", 121, "convictions[1].age_at_offense", None),
        ("convictions.1.age_at_offense", 30.5, "convictions[1].age_at_offense", None),
        ("convictions.1.age_at_offense", "unsure", "convictions[1].age_at_offense", None),
        ("convictions.1.age_at_offense", "30", "convictions[1].age_at_offense", None),
        ("convictions.1.age_at_offense", 10**400, "convictions[1].age_at_offense", None),
        ("convictions.1.flower_grams", -0.1, "convictions[1].flower_grams", None),
        ("convictions.1.flower_grams", None, "convictions[1].flower_grams", None),
        ("convictions.1.flower_grams", False, "convictions[1].flower_grams", None),
        ("convictions.1.flower_grams", "at_most_8", "convictions[1].flower_grams", None),
        ("convictions.1.flower_grams", float("nan"), "convictions[1].flower_grams", numbers_in.NOT_FINITE),
        ("convictions.1.flower_grams", 1e400, "convictions[1].flower_grams", numbers_in.NOT_FINITE),
        ("convictions.1.plants", float("-inf"), "convictions[1].plants", numbers_in.NOT_FINITE),
        ("convictions.1.plants", 6.5, "convictions[1].plants", None),
        ("convictions.1.plants", True, "convictions[1].plants", None),
        ("convictions.1.plants", -(10**400), "convictions[1].plants", None),
        ("convictions.1.later_relief", "prop_47", "convictions[1].later_relief", None),
        ("convictions.1.later_relief", None, "convictions[1].later_relief", None),
        ("convictions.1.later_relief", ["prop_47", "prop_64"], "convictions[1].later_relief[1]", None),
        ("convictions.1.later_relief", [["prop_47"]], "convictions[1].later_relief[0]", None),
        ("convictions.1.later_relief", ["unsure"], "convictions[1].later_relief[0]", None),
        ("convictions.1.earlier_same_section", -1, "convictions[1].earlier_same_section", None),
        ("convictions.1.earlier_same_section", None, "convictions[1].earlier_same_section", None),
    ],
)  # fmt: skip
def test_bad_input_is_one_sentence_with_its_path(
    path: str, value: object, place: str, sentence: str | None
) -> None:
    ((found, told),) = problems(changed(path, value))
    assert found == place
    assert told == sentence if sentence else told.endswith(".")


@pytest.mark.parametrize("data", [None, [], [RECORD], "record", 7, True, float("nan")])
def test_what_is_no_object_is_no_record(data: object) -> None:
    assert problems(data) == (("record", fields.NOT_AN_OBJECT),)


@pytest.mark.parametrize(
    ("path", "value", "place", "sentence"),
    [
        ("convictions.1.offense_date", "2026-11-25", "convictions[1].offense_date", checks.STILL_TO_COME),
        ("convictions.1.conviction_date", "2027", "convictions[1].conviction_date", checks.STILL_TO_COME),
        (
            "petitioner.super_strike.1.conviction_date", "2026-12",
            "petitioner.super_strike[1].conviction_date", checks.STILL_TO_COME,
        ),
        (
            "petitioner.super_strike.1.conviction_date", "1980-04",
            "petitioner.super_strike[1].conviction_date", checks.BEFORE_BIRTH,
        ),
        (
            "petitioner.sex_offense", [{"conviction_date": "1979"}],
            "petitioner.sex_offense[0].conviction_date", checks.BEFORE_BIRTH,
        ),
        ("convictions.1.offense_date", "1980-04-30", "convictions[1].offense_date", checks.BEFORE_BIRTH),
        ("convictions.1.conviction_date", "2005-12-31", "convictions[1].conviction_date", checks.CONVICTED_FIRST),
        ("convictions.0.conviction_date", "2005-02", "convictions[0].conviction_date", checks.CONVICTED_FIRST),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(path: str, value: object, place: str, sentence: str) -> None:
    assert problems(changed(path, value)) == ((place, sentence),)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("convictions.1.offense_date", "2026-11-24"),
        ("convictions.1.offense_date", "2026-11"),
        ("convictions.1.conviction_date", "2006"),
        ("convictions.1.conviction_date", "2006-01-01"),
        ("convictions.0.conviction_date", "2005-03"),
        ("petitioner", {"date_of_birth": "2005"}),
        ("petitioner.super_strike.1.conviction_date", "1980"),
    ],
)
def test_what_may_just_be_is_read(path: str, value: object) -> None:
    assert read_record(changed(path, value)).id == "one"


def test_a_birth_still_to_come_is_told_at_the_birth_date() -> None:
    found = problems({**minimal(), "petitioner": {"date_of_birth": "2027"}}, on=ON)
    assert found == (("petitioner.date_of_birth", checks.STILL_TO_COME),)


def test_the_records_own_day_beats_the_given_one() -> None:
    late = {**minimal(offense_date="2030"), "on": "2031-01-01"}
    assert read_record(late, on=ON).on == date(2031, 1, 1)
    early = {**minimal(offense_date="2020"), "on": "2019-01-01"}
    assert problems(early, on=ON) == (("convictions[0].offense_date", checks.STILL_TO_COME),)


def test_without_a_day_no_date_is_still_to_come() -> None:
    assert read_record(minimal(offense_date="2999")).on is None
    assert problems(minimal(offense_date="2999"), on=ON)[0][1] == checks.STILL_TO_COME


def test_every_problem_is_told_at_once_in_the_order_of_the_record() -> None:
    data = copy.deepcopy(RECORD) | {"on": "2016-01-01"}
    data["petitioner"]["date_of_birth"] = 7
    data["convictions"][0] |= {"level": "x", "later_relief": ["x", "prop_47", "y"]}
    data["convictions"][0] |= {"offense_date": "2017", "conviction_date": "2016"}
    data["convictions"][1] = {"id": "c1", "shoe": 1, "plants": -1}
    assert [path for path, _ in problems(data)] == [
        "petitioner.date_of_birth",
        "convictions[0].level",
        "convictions[0].later_relief[0]",
        "convictions[0].later_relief[2]",
        "convictions[1].plants",
        "convictions[1]",
        "convictions[1].id",
        "on",
        "convictions[0].conviction_date",
    ]


def test_a_list_too_long_is_refused() -> None:
    many = [{"id": str(number)} for number in range(2_000)]
    assert len(read_record({"convictions": many}).convictions) == 2_000
    assert problems({"convictions": [*many, {"id": "x"}]}) == (("convictions", reading.TOO_MANY),)
    priors = {"super_strike": [{"conviction_date": None}] * 2_001}
    assert problems({**minimal(), "petitioner": priors}) == (("petitioner.super_strike", reading.TOO_MANY),)


def test_the_error_itself_says_only_how_many() -> None:
    assert str(BadInput(("on", "x"), ("id", "y"))) == "2 problem(s) in the record"


def test_the_record_given_is_not_changed() -> None:
    before = copy.deepcopy(RECORD)
    read_record(RECORD)
    assert before == RECORD


def test_every_case_of_the_law_is_read(shared: Path) -> None:
    cases = json.loads((shared / "law" / "cases.json").read_text(encoding="utf-8"))
    assert len(cases) > 100
    for case in cases:
        assert len(read_record(case["record"]).convictions) == len(case["record"]["convictions"])
