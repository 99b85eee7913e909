"""Samples show what matters of a record of which little is known, so that no whole search is spent on it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from petitions.exchange.reading import read_record
from petitions.law.facts import Conviction, Record, Span
from petitions.law.needs import unknown_facts
from petitions.law.needs.bounds import can_matter
from petitions.law.needs.samples import _Sampler, shown_by_samples
from petitions.law.needs.tried import Open
from tests.law.records import ON, table

Values = dict[str, Any]

NEVER = {
    None: set[str](),
    "11357": set[str](),
    "11358": {"conviction_date"},
    "11359": {"conviction_date"},
    "11360": {"conviction_date"},
}
"""By section: what samples do not show, because it changes an answer beside rare others at most."""

TRIED = {
    "how it ended": ("outcome", "convicted diverted arrest_only"),
    "which court": (
        "jurisdiction",
        "california_adult california_juvenile federal other_state tribal_or_military",
    ),
    "no order first": (
        "later_relief",
        "() (<LaterRelief.REDUCED_17B: 'reduced_17b'>,) (<LaterRelief.PROP_47: 'prop_47'>,)"
        " (<LaterRelief.DISMISSED_1203: 'dismissed_1203'>,)"
        " (<LaterRelief.PROP_64_REDESIGNATED: 'prop_64_redesignated'>,)"
        " (<LaterRelief.PROP_64_DISMISSED: 'prop_64_dismissed'>,) (<LaterRelief.PROP_64_ORDER: 'prop_64_order'>,)",
    ),
    "code": ("code", "HS PC"),
    "prefix": ("prefix", "none attempt conspiracy accessory"),
    "section": ("section", "11357 11358 11359 11360 11350 11361"),
    "subdivision": ("subdivision", "a b c d e"),
    "age": ("age_at_offense", "under_18 18_to_20 21_or_older"),
    "plants on both sides of six": ("plants", "4 8"),
    "substance": ("drug_form", "flower concentrate both plants edible"),
    "flower on both sides of 28.5 g": ("flower_grams", "10 at_most_28.5 more_than_28.5"),
    "concentrate on all sides of 4 and 8 g": ("concentrate_grams", "3 6 at_most_8 more_than_8"),
    "conduct": (
        "conduct",
        "sold offered_to_sell transported_for_sale transported gave_away imported exported",
    ),
    "who got it": ("recipient_age", "21_or_older 18_to_20 under_18 none"),
    "level": ("level", "felony misdemeanor infraction"),
    "sentence": ("sentence_status", "completed supervised"),
    "two earlier ones": ("earlier_same_section", "0 2"),
    "no and yes": ("sold_to_minor", "False True"),
    "a super strike long ago, or of today": (
        "super_strike",
        "() (Prior(conviction_date=Span(first=datetime.date(1950, 1, 1), last=datetime.date(1950, 1, 1)),"
        " court=<PriorCourt.ADULT: 'adult'>),) (Prior(conviction_date=Span(first=datetime.date(2026, 11, 24),"
        " last=datetime.date(2026, 11, 24)), court=<PriorCourt.ADULT: 'adult'>),)",
    ),
}
ANY_SECTION = "11350 11357 11358 11359 11360 11361"
SECTIONS = {
    "subdivision": "11357 11360",
    "plants": "11358",
    "home_grow_lawful": "11358",
    "environmental_harm": "11358",
    "hired_under_21": "11359",
    "sold_to_minor": "11359 11360",
    "super_strike": "11359",
    "sex_offense": "11359",
    "level": "11359",
    "drug_form": "11357 11360",
    "flower_grams": "11357 11360",
    "concentrate_grams": "11357 11360",
    "on_school_grounds": "11357",
    "from_own_home_plants": "11357",
    "conduct": "11360",
    "conviction_date": "11357",
    "recipient_age": "11360",
    "pleaded_down_from_marijuana": "11350",
    "section": "None",
}
IN_2005 = Span(date(2005, 1, 1), date(2005, 12, 31))
SOLD_IN_2005: Values = {
    "section": "11359",
    "age_at_offense": "21_or_older",
    "level": "felony",
    "offense_date": IN_2005,
    "date_of_birth": None,
    "sold_to_minor": False,
    "hired_under_21": False,
    "outcome": "convicted",
    "jurisdiction": "california_adult",
    "code": "HS",
    "prefix": "none",
    "later_relief": (),
}
BESIDE: dict[str, tuple[str, Values]] = {
    "the conviction date decides the class of a little of 2010 or 2011": (
        "conviction_date",
        {
            "subdivision": "b",
            "level": "infraction",
            "age_at_offense": "18_to_20",
            "offense_date": IN_2005,
            "date_of_birth": None,
        },
    ),
    "home plants: more than 28.5 g at 21, not at a school": (
        "from_own_home_plants",
        {"subdivision": "c", "age_at_offense": "21_or_older", "on_school_grounds": False},
    ),
    "a helper: at 21, no sale to a minor": (
        "hired_under_21",
        {"age_at_offense": "21_or_older", "level": "felony", "sold_to_minor": False},
    ),
    "harm: more than six plants": (
        "environmental_harm",
        {"plants": 8, "age_at_offense": "21_or_older", "level": "felony"},
    ),
    "who got it: a gift of a little": (
        "recipient_age",
        {"subdivision": "b", "conduct": "gave_away", "age_at_offense": "21_or_older"},
    ),
    "a super strike: a sale of 2005": (
        "super_strike",
        SOLD_IN_2005,
    ),
    "a § 290(c) offense: a sale of 2005": ("sex_offense", SOLD_IN_2005),
    "the level: a sale of 2005": (
        "level",
        {key: value for key, value in SOLD_IN_2005.items() if key != "level"},
    ),
}


def sampler_record() -> tuple[Record, Conviction]:
    """Return a record of which nothing is known, and its conviction."""
    record = read_record({"petitioner": {}, "convictions": [{"id": "c1"}]}, on=ON)
    return record, record.convictions[0]


@pytest.mark.parametrize("section", NEVER)
def test_samples_show_every_fact_that_matters(section: str | None) -> None:
    named = {"code": "HS", "section": section, "prefix": "none"} if section else {}
    record = read_record({"petitioner": {}, "convictions": [{"id": "c1", **named}]}, on=ON)
    (one,) = record.convictions
    opened = Open(unknown_facts(record, one), only_consistent=False)
    mattering = frozenset(fact for fact in opened.facts if can_matter(fact, record, one, opened))

    shown = shown_by_samples(record, one, opened._replace(facts=mattering), mattering, on=ON)

    assert mattering - shown == NEVER[section]


def sampler() -> _Sampler:
    """Return the sampler of a record of which nothing is known."""
    record, one = sampler_record()
    return _Sampler(record, one, Open(unknown_facts(record, one), only_consistent=False), on=ON)


@table(TRIED, "fact, values")
def test_a_fact_takes_the_usual_value_first(fact: str, values: str) -> None:
    drawing = sampler()
    found = drawing._values(fact, drawing.record, drawing.conviction)

    assert " ".join(map(str, found)) == values


@pytest.mark.parametrize("about", sorted(unknown_facts(*sampler_record())))
def test_a_fact_is_sampled_in_the_sections_in_which_it_can_matter(about: str) -> None:
    drawing, facts = sampler(), sorted(unknown_facts(*sampler_record()) - {about, "county", "case_number"})
    drawn = [drawing._draw(facts, about=about) for _ in range(40)]

    assert " ".join(sorted({str(one.get("section")) for one in drawn})) == SECTIONS.get(about, ANY_SECTION)


@table(BESIDE, "about, values")
def test_a_fact_that_seldom_matters_is_sampled_beside_what_makes_it_matter(
    about: str, values: Values
) -> None:
    facts = sorted(unknown_facts(*sampler_record()) - {about, "county", "case_number"})

    for drawn in (sampler()._draw(facts, about=about) for _ in range(3)):
        assert {key: drawn[key] for key in values} == values
