"""Draws records of the contract, as JSON: any that it allows, and such as could have happened."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from petitions.law.ages import bracket_of, oldest
from petitions.law.facts import Span

Json = dict[str, Any]
YES_NO = st.sampled_from(("yes", "no"))
LINES = tuple(date.fromisoformat(day) for day in ("1976-01-01", "2011-01-01", "2016-01-01", "2016-11-09"))
SECTIONS = ("11357", "11358", "11359", "11360")
OTHER_SECTIONS = ("11364", "11361", "11530", "11362.1", None)
ENDINGS = ("convicted",) * 12 + ("diverted", "arrest_only")
COURTS = ("california_adult",) * 8 + ("california_juvenile", "federal", "other_state", "tribal_or_military")
PREFIXES = ("none",) * 8 + ("attempt", "conspiracy", "accessory")
ORDERS = (
    "reduced_17b", "prop_47", "dismissed_1203", "prop_64_redesignated", "prop_64_dismissed", "prop_64_order",
)  # fmt: skip
CONDUCTS = (
    "transported", "gave_away", "sold", "offered_to_sell", "transported_for_sale", "imported", "exported",
)  # fmt: skip
LITTLE_FLOWER = (0, 10, 28.5, "at_most_28.5")
MUCH_FLOWER = (28.51, 60, "more_than_28.5")
CONCENTRATE = (0, 3, 4, 4.01, 8, 8.01, 50, "at_most_8", "more_than_8")
PLANTS = (0, 4, 6, 7, 50, "at_most_6", "more_than_6")
NOT_KNOWN = "unsure"
NULL_IF_NOT_KNOWN = {
    "date_of_birth", "county", "case_number", "code", "section", "subdivision", "offense_date",
    "conviction_date", "age_at_offense",
}  # fmt: skip
LEFT_OUT_IF_NOT_KNOWN = {"prefix"}


def days(first: date, last: date) -> st.SearchStrategy[date]:
    """Draw a day, often one beside a line that the law draws."""
    near = [day + timedelta(side) for day in LINES for side in (-1, 0)]
    inside = [day for day in near if first <= day <= last]
    anywhere = st.dates(first, last)
    return st.sampled_from(inside) | anywhere if inside else anywhere


def written(day: date) -> st.SearchStrategy[str]:
    """Write a day as a day, a month or a year."""
    return st.sampled_from((10, 10, 10, 7, 4)).map(lambda length: day.isoformat()[:length])


@st.composite
def histories(draw: st.DrawFn, *, born: date) -> object:
    """Draw a super strike or § 290(c) history in which each prior has its court."""
    if draw(st.booleans()):
        return "no"
    when = draw(st.dates(max(born, date(1960, 1, 1)), date(2016, 11, 8)))
    court = draw(st.sampled_from(("adult", "juvenile", "unsure")))
    return [{"conviction_date": draw(written(when)), "court": court}]


@st.composite
def coherent_records(
    draw: st.DrawFn, *, most_counts: int = 1, sections: tuple[str, ...] = SECTIONS, minors: bool = False
) -> Json:
    """Draw a record in which every fact is known and no two contradict one another.

    Left aside is what clarification C17 leaves aside: food, and a minor who got it beside "not sold to a minor".
    """
    born = draw(st.dates(date(1950, 1, 1), date(1999, 12, 31)))
    number = draw(st.integers(1, most_counts))
    return {
        "petitioner": {
            "date_of_birth": born.isoformat(),
            "super_strike": draw(histories(born=born)),
            "sex_offense": draw(st.just("discretionary") | histories(born=born)),
        },
        "convictions": [
            draw(coherent_counts(born=born, name=f"c{place}", sections=sections, minor=minors))
            for place in range(number)
        ],
    }


@st.composite
def coherent_counts(
    draw: st.DrawFn, *, born: date, name: str, sections: tuple[str, ...], minor: bool
) -> Json:
    """Draw a count that could have happened to a person so born."""
    at_14 = born.replace(year=born.year + 14, day=1)
    until = at_14 + timedelta(365 * 4 - 31) if minor else date(2016, 11, 20)
    offense = draw(days(at_14, until))
    convicted = offense + timedelta(draw(st.sampled_from((0, 60, 400))))
    years = oldest(Span(born, born), offense)
    section = draw(st.sampled_from(sections))
    letter = draw(letters(section, years))
    facts = {
        "id": name,
        "jurisdiction": draw(st.sampled_from(COURTS if years < 18 else COURTS[:8] + COURTS[9:])),
        "outcome": draw(st.sampled_from(ENDINGS)),
        "county": draw(st.sampled_from(("Kern", "Modoc"))),
        "case_number": draw(st.sampled_from(("A1", "A2", "A3"))),
        "code": "HS",
        "section": section,
        "subdivision": letter,
        "prefix": draw(st.sampled_from(PREFIXES)),
        "level": draw(levels(section, letter, offense)),
        "offense_date": offense.isoformat(),
        "conviction_date": convicted.isoformat(),
        "age_at_offense": draw(st.sampled_from((years, bracket_of(years).value))),
        "sentence_status": draw(st.sampled_from(("completed", "completed", "in_custody", "supervised"))),
        "later_relief": draw(st.sampled_from(((), (), (), *((one,) for one in ORDERS)))),
        "earlier_same_section": draw(st.integers(0, 3)),
        "pleaded_down_from_marijuana": draw(YES_NO),
    }
    return {**facts, "later_relief": list(facts["later_relief"]), **draw(acts(section, letter, offense))}


def letters(section: str, years: int) -> st.SearchStrategy[str | None]:
    """Draw a subdivision that the age allows."""
    if section == "11357":
        return st.sampled_from("abce" if years < 18 else "abcd")
    return st.sampled_from("ab") if section == "11360" else st.none()


def levels(section: str, letter: str | None, offense: date) -> st.SearchStrategy[str]:
    """Draw a level that the law of the time allowed."""
    if (section, letter) == ("11357", "a"):
        return st.sampled_from(("felony", "misdemeanor"))
    if (section, letter) == ("11357", "b"):
        return st.just("infraction" if offense >= date(2011, 1, 1) else "misdemeanor")
    is_less = section == "11357" or (section, letter) == ("11360", "b")
    return st.just("misdemeanor" if is_less else "felony")


@st.composite
def acts(draw: st.DrawFn, section: str, letter: str | None, offense: date) -> Json:
    """Draw the facts of the act, each of which fits the subdivision."""
    moved_or_given = (section, letter) == ("11360", "b")
    sold_to_minor = draw(YES_NO)
    recipients = ("21_or_older", "18_to_20", "none", *(("under_18",) if sold_to_minor == "yes" else ()))
    conducts = CONDUCTS[:2] if moved_or_given else CONDUCTS
    if section == "11360" and letter == "a" and offense >= date(2016, 1, 1):
        conducts = CONDUCTS[1:]
    return {
        **draw(amounts(section, letter)),
        "plants": draw(st.sampled_from(PLANTS)),
        "from_own_home_plants": draw(YES_NO),
        "on_school_grounds": _at_school(letter) if section == "11357" and letter in "bde" else draw(YES_NO),
        "conduct": draw(st.sampled_from(conducts)),
        "recipient_age": draw(st.sampled_from(recipients)),
        "sold_to_minor": sold_to_minor,
        "hired_under_21": draw(YES_NO),
        "environmental_harm": draw(YES_NO),
        "home_grow_lawful": draw(YES_NO),
    }


def _at_school(letter: str) -> str:
    return "no" if letter == "b" else "yes"


@st.composite
def amounts(draw: st.DrawFn, section: str, letter: str | None) -> Json:
    """Draw substance and weights that fit the subdivision; weights of both stand only beside "both"."""
    forms: tuple[str, ...] = ("flower", "plants", "concentrate", "both")
    flower: tuple[object, ...] = LITTLE_FLOWER + MUCH_FLOWER
    if section == "11357":
        forms = ("concentrate", "both") if letter == "a" else ("flower", "plants", "both")
        flower = flower if letter == "a" else MUCH_FLOWER if letter == "c" else LITTLE_FLOWER
    elif (section, letter) == ("11360", "b"):
        forms, flower = ("flower", "plants"), LITTLE_FLOWER
    form = draw(st.sampled_from(forms))
    return {
        "drug_form": form,
        "flower_grams": 0 if form == "concentrate" else draw(st.sampled_from(flower)),
        "concentrate_grams": draw(st.sampled_from(CONCENTRATE)) if form in ("concentrate", "both") else 0,
    }


VALUES: dict[str, tuple[Any, ...]] = {
    "jurisdiction": (*COURTS[7:], NOT_KNOWN),
    "outcome": (*ENDINGS[11:], NOT_KNOWN),
    "county": ("Kern", "Modoc", None),
    "case_number": ("A1", "A2", None),
    "code": ("HS", "PC", None),
    "section": (*SECTIONS, *OTHER_SECTIONS),
    "subdivision": ("a", "b", "c", "d", "e", None),
    "prefix": PREFIXES[7:],
    "level": ("felony", "misdemeanor", "infraction", NOT_KNOWN),
    "offense_date": ("1975", "2005-03-02", "2010", "2015-12-31", "2016-11", "2016-11-09", None),
    "conviction_date": ("1976-02", "2005-06", "2011-01-20", "2016-11-08", "2016-11-09", "2017", None),
    "age_at_offense": (17, 18, 20, 21, "under_18", "18_to_20", "21_or_older", None),
    "drug_form": ("flower", "concentrate", "both", "plants", "edible", NOT_KNOWN),
    "flower_grams": (*LITTLE_FLOWER, *MUCH_FLOWER, NOT_KNOWN),
    "concentrate_grams": (*CONCENTRATE, NOT_KNOWN),
    "plants": (*PLANTS, NOT_KNOWN),
    "conduct": (*CONDUCTS, NOT_KNOWN),
    "recipient_age": ("21_or_older", "18_to_20", "under_18", "none", NOT_KNOWN),
    "sentence_status": ("completed", "in_custody", "supervised", NOT_KNOWN),
    "later_relief": ([], *([one] for one in ORDERS), ["reduced_17b", "prop_64_redesignated"], NOT_KNOWN),
    "earlier_same_section": (0, 1, 2, NOT_KNOWN),
    **dict.fromkeys(("from_own_home_plants", "on_school_grounds", "sold_to_minor", "hired_under_21", "environmental_harm", "home_grow_lawful", "pleaded_down_from_marijuana"), ("yes", "no", NOT_KNOWN)),
}  # fmt: skip
"""Every value of a count's key that some rule tells from another."""
OF_PERSON: dict[str, tuple[Any, ...]] = {
    "date_of_birth": ("1940-01-01", "1984-02-29", "1988", "1998-11-09", None),
    "super_strike": (
        "no",
        [{"conviction_date": "1999", "court": "adult"}],
        [{"conviction_date": None}],
        NOT_KNOWN,
    ),
    "sex_offense": ("no", [{"conviction_date": "1999"}], "discretionary", NOT_KNOWN),
}


@st.composite
def any_records(draw: st.DrawFn, *, most_counts: int = 1) -> Json:
    """Draw a record in which some facts are replaced by any other, whether or not they fit, or by none."""
    record = draw(coherent_records(most_counts=most_counts))
    for part, values in (
        (record["petitioner"], OF_PERSON),
        *((one, VALUES) for one in record["convictions"]),
    ):
        for key in draw(st.lists(st.sampled_from(list(values)), max_size=5, unique=True)):
            part[key] = draw(st.sampled_from(values[key]))
    return record


def unsure(part: Json, key: str) -> Json:
    """Return a person or a count in which one fact is not known."""
    if key in LEFT_OUT_IF_NOT_KNOWN:
        return {name: value for name, value in part.items() if name != key}
    return {**part, key: None if key in NULL_IF_NOT_KNOWN else NOT_KNOWN}
