"""``needs``: exactly the unknown facts that can still change the answer, found again by brute force."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import strategies as st

from tests.law.brute_force import DATES, HISTORIES, deciding, end_of, placed, values_of
from tests.law.drawing import SIZES, decided, for_all
from tests.law.lots import Lots
from tests.law.record_strategies import NOT_KNOWN, OF_PERSON, VALUES, Json, coherent_records, unsure
from tests.law.records import LEFT_OUT, count, decide, decide_all, record, table

Facts = dict[str, Any]
KEYS = (*VALUES, *OF_PERSON)
LITTLE: Facts = {
    "section": "11357",
    "subdivision": "b",
    "level": "misdemeanor",
    "drug_form": "flower",
    "flower_grams": 10,
    "concentrate_grams": 0,
}
GROWING: Facts = {
    "section": "11358",
    "level": "felony",
    "plants": 4,
    "home_grow_lawful": "yes",
    "earlier_same_section": 0,
}
FOR_SALE: Facts = {"section": "11359", "level": "felony", "earlier_same_section": 0}

NEEDED = {
    "nothing is open": (GROWING, ()),
    "the plants": (GROWING | {"plants": "unsure"}, ("plants",)),
    "the home rules of few plants": (GROWING | {"home_grow_lawful": "unsure"}, ("home_grow_lawful",)),
    "not the home rules of many": (GROWING | {"plants": 7, "home_grow_lawful": "unsure"}, ()),
    "harm beside many plants": (
        GROWING | {"plants": 7, "environmental_harm": "unsure"},
        ("environmental_harm",),
    ),
    "not harm beside few": (GROWING | {"environmental_harm": "unsure"}, ()),
    "plants first, then what they bring up": (
        GROWING | {"plants": "unsure", "home_grow_lawful": "unsure", "super_strike": "unsure"},
        ("plants", "home_grow_lawful", "super_strike"),
    ),
    "a super strike for a sale": (FOR_SALE | {"super_strike": "unsure"}, ("super_strike",)),
    "not a super strike for possession": (LITTLE | {"super_strike": "unsure"}, ()),
    "but beside a petition": (
        LITTLE | {"super_strike": "unsure", "sentence_status": "supervised"},
        ("super_strike",),
    ),
    "the sentence picks the paper": (FOR_SALE | {"sentence_status": "unsure"}, ("sentence_status",)),
    "not the sentence of a juvenile": (
        FOR_SALE | {"sentence_status": "unsure", "jurisdiction": "california_juvenile", "age_at_offense": 16},
        (),
    ),
    "orders always can end it": (FOR_SALE | {"later_relief": "unsure"}, ("later_relief",)),
    "an arrest needs nothing more": (
        {"outcome": "arrest_only", "section": LEFT_OUT, "offense_date": None, "super_strike": "unsure"},
        (),
    ),
    "a weight that can only contradict is one that can change it": (
        LITTLE | {"flower_grams": "unsure"},
        ("flower_grams",),
    ),
    "a missing number of earlier ones is counted": (FOR_SALE | {"earlier_same_section": LEFT_OUT}, ()),
    "an unsure one is not": (FOR_SALE | {"earlier_same_section": "unsure"}, ("earlier_same_section",)),
    "county and number of one case": (FOR_SALE | {"county": None, "case_number": None}, ()),
    "a plea": (
        {"section": "11364", "pleaded_down_from_marijuana": "unsure"},
        ("pleaded_down_from_marijuana",),
    ),
    "not a plea of a listed section": (FOR_SALE | {"pleaded_down_from_marijuana": "unsure"}, ()),
    "a stated age whose birth date could contradict it": (
        FOR_SALE | {"date_of_birth": None},
        ("date_of_birth",),
    ),
    "a birth after which a minor could have sold, and only after the prior": (
        FOR_SALE
        | {
            "date_of_birth": None,
            "sex_offense": [{"conviction_date": "1994-07", "court": "adult"}],
            "sold_to_minor": "yes",
            "offense_date": None,
            "conviction_date": "2017-02-03",
            "age_at_offense": 25,
        },
        ("offense_date", "date_of_birth"),
    ),
}


@table(NEEDED)
def test_what_can_change_the_answer_is_needed_most_decisive_first(
    facts: Facts, expected: tuple[str, ...]
) -> None:
    known_birth = {} if "date_of_birth" in facts else {"date_of_birth": "1970-01-01"}

    assert decide(**known_birth | facts).needs == expected


@st.composite
def opened(draw: st.DrawFn, *, most: int, most_counts: int = 3) -> Json:
    """Draw a record in whose first count, or person, some facts are not known."""
    data = draw(coherent_records(most_counts=most_counts))
    person, (first, *others) = data["petitioner"], data["convictions"]
    for key in Lots(draw).some(KEYS, least=1, most=most):
        person = unsure(person, key) if key in OF_PERSON else person
        first = first if key in OF_PERSON else unsure(first, key)
    return {"petitioner": person, "convictions": [first, *others]}


def unknown_of(data: Json) -> tuple[str, ...]:
    """Return the unknown facts of the person and the first count."""
    facts = {**data["petitioner"], **data["convictions"][0]}
    return tuple(key for key in KEYS if facts.get(key) in (None, NOT_KNOWN))


@SIZES
def test_needs_are_exactly_what_brute_force_finds(examples: int) -> None:
    def check(data: Json) -> None:
        found = deciding(data, unknown_of(data))
        if found is not None:
            assert set(decided(data).determinations[0].needs) == found

    for_all(opened(most=3), check, examples=examples)


@SIZES
def test_what_is_not_needed_changes_nothing_however_much_is_open(examples: int) -> None:
    def check(drawn: tuple[Json, Any]) -> None:
        data, random = drawn
        unknown, needs = unknown_of(data), decided(data).determinations[0].needs
        assert set(needs) <= set(unknown)
        for key in sorted(set(unknown) - set(needs)):
            others = {one: random.choice(tuple(values_of(data, one))) for one in unknown if one != key}
            tried = tuple(values_of(data, key))
            few = random.sample(tried, min(len(tried), 4))
            assert len({end_of(placed(data, {**others, key: value})) for value in few} - {None}) < 2

    drawn = st.tuples(opened(most=10, most_counts=1), st.randoms(use_true_random=False))
    for_all(drawn, check, examples=examples // 2)


def test_county_and_number_count_only_where_they_decide_on_a_third_conviction() -> None:
    earlier = [
        count(**FOR_SALE, id=name, case_number=name, offense_date="1999-01-01", conviction_date="1999-02-01")
        for name in ("B1", "B2")
    ]
    unknown_number = count(**FOR_SALE, case_number=None)
    unknown_both = count(**FOR_SALE, case_number=None, county=None)

    def needs(first: Facts, others: list[Facts]) -> tuple[str, ...]:
        return decide_all(record(first, *others, date_of_birth="1960-01-01")).determinations[0].needs

    assert needs(unknown_number, earlier) == ("case_number",)
    assert needs(unknown_both, earlier) == ("county", "case_number")
    assert needs(unknown_number, earlier[:1]) == ()
    assert needs(unknown_number, [*earlier, *_renamed(earlier)]) == ()


def test_a_case_without_county_and_number_among_others_needs_both_however_much_else_is_open() -> None:
    """Neither is drawn as a sample: a number matters only by being that of another count."""
    earlier = [
        count(**FOR_SALE, id=name, case_number=name, offense_date="1999-01-01", conviction_date="1999-02-01")
        for name in ("B1", "B2")
    ]
    unsure_of_much = dict.fromkeys(("level", "sentence_status", "sold_to_minor", "hired_under_21"), "unsure")
    first = count(**{**FOR_SALE, **unsure_of_much}, case_number=None, county=None, age_at_offense=None)
    person = {"date_of_birth": None, "super_strike": "unsure", "sex_offense": "unsure"}

    needs = decide_all(record(first, *earlier, **person)).determinations[0].needs

    assert {"county", "case_number", "super_strike", "sex_offense"} <= set(needs)


def _renamed(counts: list[Facts]) -> list[Facts]:
    return [{**one, "id": f"{one['id']}-2", "case_number": f"{one['case_number']}-2"} for one in counts]


def test_a_birth_date_that_another_conviction_rules_out_is_not_tried() -> None:
    """Born after 1985 would be bad input (C16), so the birth date cannot contradict the stated age."""
    other = count(
        **LITTLE, id="c2", case_number="B1", offense_date="1983-01-01", conviction_date="1983-02-01"
    )

    found = decide_all(record(count(**LITTLE), other, date_of_birth=None)).determinations[0]

    assert found.needs == ()


def test_a_section_is_not_needed_where_an_order_or_the_date_ends_it_anyway() -> None:
    facts = {
        "section": None,
        "offense_date": None,
        "conviction_date": "2017-12-14",
        "later_relief": ["prop_64_order"],
    }

    assert decide(**FOR_SALE | facts, date_of_birth="1961-01-01").needs == ("offense_date",)


@pytest.mark.parametrize("key", HISTORIES)
@pytest.mark.parametrize("day", DATES)
@pytest.mark.parametrize("names", ["a", "abc"], ids=["one count", "three counts"])
def test_a_history_and_a_date_may_be_open_beside_the_court(names: str, day: str, key: str) -> None:
    facts = LITTLE | {day: None, key: "unsure", "jurisdiction": "unsure"}
    of_count = {name: value for name, value in facts.items() if name not in OF_PERSON}
    of_person = {name: value for name, value in facts.items() if name in OF_PERSON}
    counts = (count(**of_count | {"id": name}) for name in names)

    found = decide_all(record(*counts, **of_person)).determinations[0]

    assert found.needs[0] == "jurisdiction"
    assert key not in found.needs
