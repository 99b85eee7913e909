"""The cases of a record: what goes on one paper (clarification C15)."""

from __future__ import annotations

from typing import Any

from tests.law.records import count, decide_all, record, table

Facts = dict[str, Any]
FOR_SALE: Facts = {"section": "11359", "level": "felony"}
GROWING: Facts = {"section": "11358", "level": "felony", "plants": 4, "home_grow_lawful": "yes"}
BURGLARY: Facts = {"code": "PC", "section": "459"}
LITTLE: Facts = {"section": "11357(b)", "level": "misdemeanor", "drug_form": "flower", "flower_grams": 10}
STRIKE = [{"conviction_date": "1990", "court": "adult"}]

TOGETHER = {
    "same county and number": ({}, 1),
    "written otherwise": ({"county": "los  angeles county", "case_number": " ba000001"}, 1),
    "another number": ({"case_number": "BA000002"}, 2),
    "another county": ({"county": "Kern"}, 2),
    "juvenile court": ({"jurisdiction": "california_juvenile", "age_at_offense": 16}, 2),
    "court not known": ({"jurisdiction": "unsure"}, 1),
    "number not known": ({"case_number": None}, 2),
    "county not known": ({"county": None}, 2),
}
TRACKS = {
    "an application, and no paper": (FOR_SALE, BURGLARY, "APPLICATION_E"),
    "a petition comes first": (FOR_SALE, GROWING | {"sentence_status": "supervised"}, "PETITION_A"),
    "what needs review comes before it": (
        FOR_SALE | {"sentence_status": "unsure"},
        GROWING | {"sentence_status": "supervised"},
        "NEEDS_REVIEW",
    ),
    "another way before none": (BURGLARY, FOR_SALE | {"later_relief": ["prop_64_dismissed"]}, "FALLBACK"),
    "none": (
        FOR_SALE | {"later_relief": ["prop_64_order"]},
        FOR_SALE | {"later_relief": ["prop_64_dismissed"]},
        "NONE",
    ),
}
SECTIONS = {
    "each once, sorted": ([FOR_SALE, GROWING, FOR_SALE], ("11358", "11359")),
    "none that the Act does not name": ([BURGLARY, LITTLE], ("11357",)),
    "none without relief": ([LITTLE | {"subdivision": "c", "section": "11357", "flower_grams": 60}], ()),
    "an attempt stands under its section": ([FOR_SALE | {"prefix": "attempt"}], ("11359",)),
    "none for the prosecutor alone": ([{"section": "11364", "pleaded_down_from_marijuana": "yes"}], ()),
    "11362.1 never": ([{"section": "11362.1"}], ()),
    "in juvenile court too": (
        [FOR_SALE | {"jurisdiction": "california_juvenile", "age_at_offense": 16}],
        ("11359",),
    ),
}


def counts(*facts: Facts) -> list[dict[str, Any]]:
    """Return counts with ids of their own."""
    return [count(**{"id": f"c{number}"} | one) for number, one in enumerate(facts, start=1)]


@table(TOGETHER, "other, entries")
def test_counts_of_one_county_and_number_go_on_one_paper(other: Facts, entries: int) -> None:
    found = decide_all(record(*counts(FOR_SALE, FOR_SALE | other)))

    assert len(found.cases) == entries


def test_a_group_is_named_as_it_was_first_written() -> None:
    other = {"county": "LOS ANGELES COUNTY", "case_number": "ba000001"}
    first, *rest = decide_all(record(*counts(FOR_SALE, GROWING | other))).cases

    assert not rest
    assert (first.county, first.case_number, first.convictions) == ("Los Angeles", "BA000001", ("c1", "c2"))


def test_groups_stand_in_the_order_of_their_first_count() -> None:
    facts = [FOR_SALE | {"case_number": number} for number in ("B", "A", "B", "C")]

    assert [group.convictions for group in decide_all(record(*counts(*facts))).cases] == [
        ("c1", "c3"),
        ("c2",),
        ("c4",),
    ]


def test_counts_without_a_number_are_each_their_own() -> None:
    facts = [FOR_SALE | {"case_number": None}] * 3

    assert len(decide_all(record(*counts(*facts))).cases) == 3


@table(TRACKS, "one, other, track")
def test_a_paper_is_the_first_that_one_of_its_counts_needs(one: Facts, other: Facts, track: str) -> None:
    (group,) = decide_all(record(*counts(one, other))).cases

    assert group.track == track


@table(SECTIONS, "facts, sections")
def test_a_paper_names_the_sections_for_which_something_is_asked(
    facts: list[Facts], sections: tuple[str, ...]
) -> None:
    (group,) = decide_all(record(*counts(*facts))).cases

    assert group.sections == sections


def test_an_exception_keeps_a_section_off_the_paper() -> None:
    (group,) = decide_all(record(*counts(FOR_SALE, GROWING), super_strike=STRIKE)).cases

    assert group.sections == ("11358",)
