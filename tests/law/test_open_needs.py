"""What is worth asking, one thing after the other, and what would settle what is open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from petitions.exchange.reading import read_record
from petitions.law.determine import open_needs, settling_facts
from petitions.law.terms import Outcome
from tests.law.drawing import SIZES, decided, for_all
from tests.law.record_strategies import Json, any_records
from tests.law.records import LEFT_OUT, ON, count, one_count, record, table
from tests.law.test_needs import KEYS, opened

Facts = dict[str, Any]
SURE = (
    Outcome.DISMISS_SEAL, Outcome.REDUCE_TO_INFRACTION, Outcome.REDUCE_TO_MISDEMEANOR,
    Outcome.JUVENILE_REDUCE, Outcome.NO_LESSER_OFFENSE,
)  # fmt: skip
LITTLE: Facts = {
    "section": "11357",
    "subdivision": "b",
    "level": "misdemeanor",
    "drug_form": "flower",
    "flower_grams": 10,
    "concentrate_grams": 0,
    "date_of_birth": "1970-01-01",
}
GROWING: Facts = {
    "section": "11358",
    "level": "felony",
    "plants": 4,
    "home_grow_lawful": "yes",
    "earlier_same_section": 0,
    "date_of_birth": "1970-01-01",
}
NOTHING_KNOWN: Facts = {"petitioner": {}, "convictions": [{"id": "c1"}]}

ONE_AFTER_THE_OTHER = {
    "first how it ended": (frozenset(), ("outcome",)),
    "then which court": (frozenset({"outcome"}), ("jurisdiction",)),
    "then when it happened": (frozenset({"outcome", "jurisdiction"}), ("offense_date",)),
    "then what courts did since": (frozenset({"outcome", "jurisdiction", "offense_date"}), ("later_relief",)),
    "then what it was": (
        frozenset({"outcome", "jurisdiction", "offense_date", "later_relief"}),
        ("section",),
    ),
}
WORTH_ASKING = {
    "nothing, where all is known": (GROWING, ()),
    "the plants": (GROWING | {"plants": "unsure"}, ("plants",)),
    "the home rules too, where the plants may be few": (
        GROWING | {"plants": "unsure", "home_grow_lawful": "unsure"},
        ("plants", "home_grow_lawful"),
    ),
    "the number of earlier ones, though it can be counted": (
        GROWING | {"plants": 7, "earlier_same_section": LEFT_OUT},
        ("earlier_same_section",),
    ),
    "not what could only contradict the letter": (
        LITTLE | {"flower_grams": "unsure", "drug_form": "unsure", "on_school_grounds": "unsure"},
        (),
    ),
    "not a level that the law of the time fixed": (GROWING | {"level": "unsure"}, ()),
    "a level that it left open": (
        LITTLE | {"subdivision": "a", "level": "unsure", "drug_form": "concentrate", "concentrate_grams": 20},
        ("level",),
    ),
    "not an age that the birth date settles": (GROWING | {"age_at_offense": None}, ()),
}
SETTLING = {
    "nothing, where all is known": (GROWING, ()),
    "nothing that could only contradict": (
        LITTLE | {"flower_grams": "unsure", "on_school_grounds": "unsure"},
        (),
    ),
    "the plants": (GROWING | {"plants": "unsure"}, ("plants",)),
    "the letter": (LITTLE | {"subdivision": None, "flower_grams": "unsure"}, ("subdivision",)),
    "the section first": (GROWING | {"section": None}, ("section",)),
    "facts that contradict already leave nothing out": (
        LITTLE | {"flower_grams": 60, "drug_form": "unsure"},
        ("drug_form",),
    ),
}


def asked_of(data: Json, asked: Mapping[str, frozenset[str]]) -> Mapping[str, tuple[str, ...]]:
    """Return what is still worth asking."""
    return open_needs(read_record(data, on=ON), on=ON, asked=asked)


@table(ONE_AFTER_THE_OTHER, "asked, expected")
def test_what_comes_before_all_else_is_asked_alone(asked: frozenset[str], expected: tuple[str, ...]) -> None:
    assert asked_of(NOTHING_KNOWN, {"c1": asked}) == {"c1": expected}


@table(WORTH_ASKING)
def test_only_what_can_change_the_answer_is_asked(facts: Facts, expected: tuple[str, ...]) -> None:
    assert asked_of(one_count(**facts), {}) == {"c1": expected}


@table(SETTLING)
def test_what_would_settle_it_is_named(facts: Facts, expected: tuple[str, ...]) -> None:
    found = settling_facts(read_record(one_count(**facts), on=ON), on=ON)

    assert found["c1"][: len(expected)] == expected
    assert expected or found["c1"] == ()


def test_what_was_asked_of_the_person_counts_for_every_conviction() -> None:
    for_sale = {"section": "11359", "level": "felony", "earlier_same_section": 0}
    data = record(
        count(**for_sale), count(**for_sale, id="c2"), super_strike="unsure", date_of_birth="1970-01-01"
    )

    assert asked_of(data, {}) == {"c1": ("super_strike",), "c2": ("super_strike",)}
    assert asked_of(data, {"": frozenset({"super_strike"})}) == {"c1": (), "c2": ()}
    assert asked_of(data, {"c1": frozenset({"super_strike"})}) == {"c1": (), "c2": ("super_strike",)}


def test_a_weight_can_stand_for_a_letter_that_is_not_known() -> None:
    data = one_count(**LITTLE | {"subdivision": None, "flower_grams": "unsure"})

    assert asked_of(data, {}) == {"c1": ("subdivision",)}
    assert asked_of(data, {"c1": frozenset({"subdivision"})}) == {"c1": ("flower_grams",)}


@SIZES
def test_what_was_asked_is_never_asked_again(examples: int) -> None:
    def check(drawn: tuple[Json, frozenset[str], frozenset[str]]) -> None:
        data, of_person, of_count = drawn
        (found,) = asked_of(data, {"": of_person, "c0": of_count}).values()
        assert not (of_person | of_count) & set(found)

    some = st.frozensets(st.sampled_from(KEYS), max_size=8)
    for_all(st.tuples(opened(most=12, most_counts=1), some, some), check, examples=examples // 2)


@SIZES
def test_a_sure_answer_with_nothing_open_needs_nothing_to_settle_it(examples: int) -> None:
    def check(data: Json) -> None:
        (found,) = decided(data).determinations
        settling = settling_facts(read_record(data, on=ON), on=ON)[found.conviction]
        if found.outcome in SURE and not found.needs:
            assert settling == ()

    for_all(any_records(), check, examples=examples // 2)
