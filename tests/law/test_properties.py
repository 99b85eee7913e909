"""What holds for every record, on records drawn at random (specification 5; clarifications C2, C17, C18)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from petitions.exchange.reading import read_record
from petitions.law.determinations import Determination
from petitions.law.determine import bounds, conclude, conclude_one
from petitions.law.terms import Outcome, Relief, Status, Track
from tests.law.drawing import SIZES, decided, for_all
from tests.law.lots import Lots
from tests.law.record_strategies import OF_PERSON, VALUES, Json, any_records, coherent_records, unsure
from tests.law.records import ON

OF_THE_EXCEPTIONS = (
    "earlier_same_section", "sold_to_minor", "hired_under_21", "environmental_harm", "conduct",
    "recipient_age",
)  # fmt: skip
BY_OUTCOME = {
    Outcome.NOT_A_CONVICTION: (Status.NOT_ELIGIBLE, Track.FALLBACK),
    Outcome.NOT_COVERED_JURISDICTION: (Status.NOT_ELIGIBLE, Track.NONE),
    Outcome.NOT_COVERED_DATE: (Status.NOT_ELIGIBLE, Track.FALLBACK),
    Outcome.NOT_COVERED_SECTION: (Status.NOT_ELIGIBLE, Track.FALLBACK),
    Outcome.NO_LESSER_OFFENSE: (Status.NOT_ELIGIBLE, Track.FALLBACK),
    Outcome.FELONY_EXCEPTION: (Status.NEEDS_REVIEW, Track.FALLBACK),
    Outcome.ALREADY_CLEARED: (Status.CHECK_FIRST, Track.NONE),
}
"""The outcomes without relief: status and track; floor and ceiling are NONE (C2)."""
BY_RANGE = {
    Outcome.DISMISS_SEAL: (Relief.DISMISS_SEAL, Relief.DISMISS_SEAL),
    Outcome.REDUCE_TO_INFRACTION: (Relief.INFRACTION, Relief.INFRACTION),
    Outcome.REDUCE_TO_MISDEMEANOR: (Relief.MISDEMEANOR, Relief.MISDEMEANOR),
    Outcome.AT_LEAST_MISDEMEANOR_MAYBE_INFRACTION: (Relief.MISDEMEANOR, Relief.INFRACTION),
    Outcome.AT_LEAST_MISDEMEANOR_MAYBE_DISMISS: (Relief.MISDEMEANOR, Relief.DISMISS_SEAL),
    Outcome.AT_LEAST_INFRACTION_MAYBE_DISMISS: (Relief.INFRACTION, Relief.DISMISS_SEAL),
    Outcome.JUVENILE_REDUCE: (Relief.INFRACTION, Relief.INFRACTION),
}
"""The sure outcomes: floor and ceiling (C3)."""


def with_each(data: Json, **facts: object) -> Json:
    """Return the record with facts that are the same in each of its counts."""
    return {**data, "convictions": [{**one, **facts} for one in data["convictions"]]}


@st.composite
def loosened(draw: st.DrawFn) -> tuple[Json, Json]:
    """Draw a record with some facts not known, and the same with one more not known."""
    full = draw(coherent_records(most_counts=3))
    places = [("petitioner", key) for key in OF_PERSON]
    places += [
        (place, key) for place in range(len(full["convictions"])) for key in VALUES if key != "later_relief"
    ]
    *before, last = Lots(draw).some(places, least=1, most=5)
    tight = _without(full, before)
    return tight, _without(tight, [last])


def _without(data: Json, places: list[tuple[Any, str]]) -> Json:
    person, counts = data["petitioner"], list(data["convictions"])
    for place, key in places:
        if place == "petitioner":
            person = unsure(person, key)
        else:
            counts[place] = unsure(counts[place], key)
    return {"petitioner": person, "convictions": counts}


@SIZES
def test_an_unsure_fact_never_raises_the_floor_nor_lowers_the_ceiling(examples: int) -> None:
    def check(pair: tuple[Json, Json]) -> None:
        tight, loose = (decided(data).determinations for data in pair)
        for known, open_ in zip(tight, loose, strict=True):
            assert open_.floor <= known.floor
            assert open_.ceiling >= known.ceiling

    for_all(loosened(), check, examples=3 * examples)


@SIZES
def test_status_floor_ceiling_and_track_are_what_the_outcome_says(examples: int) -> None:
    def check(data: Json) -> None:
        for found in decided(data).determinations:
            assert found.floor <= found.ceiling
            check_outcome(found)

    for_all(any_records(most_counts=2), check, examples=examples)


def check_outcome(found: Determination) -> None:
    """Compare one answer with the tables of C2 and C3."""
    if found.outcome in BY_OUTCOME:
        assert (found.status, found.track) == BY_OUTCOME[found.outcome]
        assert found.ceiling is Relief.NONE
    elif found.outcome is Outcome.NEEDS_REVIEW:
        assert found.status is Status.NEEDS_REVIEW
        assert found.ceiling > Relief.NONE
        assert found.track is not Track.NONE
    else:
        assert found.status is Status.ELIGIBLE
        assert (found.floor, found.ceiling) == BY_RANGE[found.outcome]
        assert found.track not in (Track.NONE, Track.FALLBACK)
        assert (found.track is Track.JUVENILE_M) is (found.outcome is Outcome.JUVENILE_REDUCE)


@SIZES
def test_an_offense_from_the_first_day_of_the_act_is_never_eligible(examples: int) -> None:
    def check(drawn: tuple[Json, date]) -> None:
        data, day = drawn
        after = with_each(data, offense_date=day.isoformat(), conviction_date=None)
        assert all(found.status is not Status.ELIGIBLE for found in decided(after).determinations)

    later = st.dates(date(2016, 11, 9), ON)
    for_all(st.tuples(any_records(), later), check, examples=examples)


@SIZES
def test_possession_does_not_depend_on_the_felony_exceptions(examples: int) -> None:
    """C18 aside: the sentence is over."""

    def check(drawn: tuple[Json, Json, Json]) -> None:
        data, person, facts = drawn
        plain = with_each(data, sentence_status="completed")
        other = with_each(plain, **facts) | {"petitioner": {**data["petitioner"], **person}}
        one, two = (decided(each).determinations[0] for each in (plain, other))
        assert (one.outcome, one.floor, one.ceiling, one.track) == (
            two.outcome,
            two.floor,
            two.ceiling,
            two.track,
        )

    drawn = st.tuples(
        coherent_records(sections=("11357",)),
        st.fixed_dictionaries(
            {key: st.sampled_from(OF_PERSON[key]) for key in ("super_strike", "sex_offense")}
        ),
        st.fixed_dictionaries({key: st.sampled_from(VALUES[key]) for key in OF_THE_EXCEPTIONS}),
    )
    for_all(drawn, check, examples=examples)


@SIZES
def test_a_minor_of_a_juvenile_court_always_gets_an_infraction(examples: int) -> None:
    def check(data: Json) -> None:
        in_time = [one for one in data["convictions"] if one["offense_date"] < "2016-11-09"]
        assume(in_time and all(one["level"] != "infraction" for one in in_time))
        sustained = with_each(
            {**data, "convictions": in_time},
            jurisdiction="california_juvenile",
            outcome="convicted",
            prefix="none",
            later_relief=[],
        )
        for found in decided(sustained).determinations:
            assert found.outcome is Outcome.JUVENILE_REDUCE
            assert found.floor is found.ceiling is Relief.INFRACTION

    for_all(coherent_records(most_counts=2, minors=True), check, examples=examples)


@SIZES
def test_the_order_of_convictions_changes_no_answer(examples: int) -> None:
    def check(drawn: tuple[Json, Any]) -> None:
        data, random = drawn
        mixed = list(data["convictions"])
        random.shuffle(mixed)
        one = {found.conviction: found for found in decided(data).determinations}
        two = {found.conviction: found for found in decided({**data, "convictions": mixed}).determinations}
        assert one == two

    drawn = st.tuples(any_records(most_counts=3), st.randoms(use_true_random=False))
    for_all(drawn, check, examples=examples)


@SIZES
def test_the_same_record_is_always_answered_the_same_with_or_without_its_needs(examples: int) -> None:
    def check(data: Json) -> None:
        found = decided(data)
        record = read_record(data, on=ON)
        concluded = conclude(record, on=ON)
        assert decided(data) == found
        assert concluded.cases == found.cases
        assert concluded.determinations == tuple(replace(one, needs=()) for one in found.determinations)
        for one, alone in zip(concluded.determinations, record.convictions, strict=True):
            assert conclude_one(record, alone, on=ON) == one
            assert bounds(record, alone) == (one.outcome, one.floor, one.ceiling)

    for_all(any_records(most_counts=2), check, examples=examples // 2)
