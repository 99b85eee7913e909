"""Draws records of the contract, as JSON: any that it allows, and such as could have happened."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from petitions.law.ages import bracket_of, oldest
from petitions.law.facts import Span
from tests.law.lots import Lots

Json = dict[str, Any]
YES_NO = ("yes", "no")
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


def days(lots: Lots, first: date, last: date) -> date:
    """Choose a day, often one beside a line that the law draws."""
    near = [day + timedelta(side) for day in LINES for side in (-1, 0)]
    inside = [day for day in near if first <= day <= last]
    return lots.of(*inside) if inside and lots.at(2) else lots.day(first, last)


def histories(lots: Lots, *, born: date) -> object:
    """Choose a super strike or § 290(c) history in which each prior has its court, and a day, a month or a year."""
    if lots.at(2):
        return "no"
    when = lots.day(max(born, date(1960, 1, 1)), date(2016, 11, 8))
    written = when.isoformat()[: lots.of(10, 10, 10, 7, 4)]
    return [{"conviction_date": written, "court": lots.of("adult", "juvenile", "unsure")}]


@st.composite
def coherent_records(
    draw: st.DrawFn, *, most_counts: int = 1, sections: tuple[str, ...] = SECTIONS, minors: bool = False
) -> Json:
    """Draw a record in which every fact is known and no two contradict one another.

    Left aside is what clarification C17 leaves aside: food, and a minor who got it beside "not sold to a minor".
    """
    lots = Lots(draw)
    born = lots.day(date(1950, 1, 1), date(1999, 12, 31))
    number = 1 + lots.at(most_counts)
    return {
        "petitioner": {
            "date_of_birth": born.isoformat(),
            "super_strike": histories(lots, born=born),
            "sex_offense": "discretionary" if lots.at(2) else histories(lots, born=born),
        },
        "convictions": [
            coherent_counts(Lots(draw), born=born, name=f"c{place}", sections=sections, minor=minors)
            for place in range(number)
        ],
    }


def coherent_counts(lots: Lots, *, born: date, name: str, sections: tuple[str, ...], minor: bool) -> Json:
    """Choose a count that could have happened to a person so born."""
    at_14 = born.replace(year=born.year + 14, day=1)
    until = at_14 + timedelta(365 * 4 - 31) if minor else date(2016, 11, 20)
    offense = days(lots, at_14, until)
    convicted = offense + timedelta(lots.of(0, 60, 400))
    years = oldest(Span(born, born), offense)
    section = lots.of(*sections)
    letter = letters(lots, section, years)
    facts = {
        "id": name,
        "jurisdiction": lots.of(*(COURTS if years < 18 else COURTS[:8] + COURTS[9:])),
        "outcome": lots.of(*ENDINGS),
        "county": lots.of("Kern", "Modoc"),
        "case_number": lots.of("A1", "A2", "A3"),
        "code": "HS",
        "section": section,
        "subdivision": letter,
        "prefix": lots.of(*PREFIXES),
        "level": levels(lots, section, letter, offense),
        "offense_date": offense.isoformat(),
        "conviction_date": convicted.isoformat(),
        "age_at_offense": lots.of(years, bracket_of(years).value),
        "sentence_status": lots.of("completed", "completed", "in_custody", "supervised"),
        "later_relief": lots.of((), (), (), *((one,) for one in ORDERS)),
        "earlier_same_section": lots.at(4),
        "pleaded_down_from_marijuana": lots.of(*YES_NO),
    }
    return {**facts, "later_relief": list(facts["later_relief"]), **acts(lots, section, letter, offense)}


def letters(lots: Lots, section: str, years: int) -> str | None:
    """Choose a subdivision that the age allows."""
    if section == "11357":
        return lots.of(*("abce" if years < 18 else "abcd"))
    return lots.of("a", "b") if section == "11360" else None


def levels(lots: Lots, section: str, letter: str | None, offense: date) -> str:
    """Choose a level that the law of the time allowed."""
    if (section, letter) == ("11357", "a"):
        return lots.of("felony", "misdemeanor")
    if (section, letter) == ("11357", "b"):
        return "infraction" if offense >= date(2011, 1, 1) else "misdemeanor"
    is_less = section == "11357" or (section, letter) == ("11360", "b")
    return "misdemeanor" if is_less else "felony"


def acts(lots: Lots, section: str, letter: str | None, offense: date) -> Json:
    """Choose the facts of the act, each of which fits the subdivision."""
    moved_or_given = (section, letter) == ("11360", "b")
    at_school = _at_school(letter) if section == "11357" and letter in ("b", "d", "e") else lots.of(*YES_NO)
    sold_to_minor = lots.of(*YES_NO)
    recipients = ("21_or_older", "18_to_20", "none", *(("under_18",) if sold_to_minor == "yes" else ()))
    conducts: tuple[str, ...] = CONDUCTS[:2] if moved_or_given else CONDUCTS
    if section == "11360" and letter == "a" and offense >= date(2016, 1, 1):
        conducts = CONDUCTS[1:]
    return {
        **amounts(lots, section, letter),
        "plants": lots.of(*PLANTS),
        "from_own_home_plants": lots.of(*YES_NO),
        "on_school_grounds": at_school,
        "conduct": lots.of(*conducts),
        "recipient_age": lots.of(*recipients),
        "sold_to_minor": sold_to_minor,
        "hired_under_21": lots.of(*YES_NO),
        "environmental_harm": lots.of(*YES_NO),
        "home_grow_lawful": lots.of(*YES_NO),
    }


def _at_school(letter: str | None) -> str:
    return "no" if letter == "b" else "yes"


def amounts(lots: Lots, section: str, letter: str | None) -> Json:
    """Choose substance and weights that fit the subdivision; weights of both stand only beside "both"."""
    forms: tuple[str, ...] = ("flower", "plants", "concentrate", "both")
    flower: tuple[object, ...] = LITTLE_FLOWER + MUCH_FLOWER
    if section == "11357":
        forms = ("concentrate", "both") if letter == "a" else ("flower", "plants", "both")
        flower = flower if letter == "a" else MUCH_FLOWER if letter == "c" else LITTLE_FLOWER
    elif (section, letter) == ("11360", "b"):
        forms, flower = ("flower", "plants"), LITTLE_FLOWER
    form = lots.of(*forms)
    return {
        "drug_form": form,
        "flower_grams": 0 if form == "concentrate" else lots.of(*flower),
        "concentrate_grams": lots.of(*CONCENTRATE) if form in ("concentrate", "both") else 0,
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
        lots = Lots(draw)
        for key in lots.some(values, most=5):
            part[key] = lots.of(*values[key])
    return record


def unsure(part: Json, key: str) -> Json:
    """Return a person or a count in which one fact is not known."""
    if key in LEFT_OUT_IF_NOT_KNOWN:
        return {name: value for name, value in part.items() if name != key}
    return {**part, key: None if key in NULL_IF_NOT_KNOWN else NOT_KNOWN}
