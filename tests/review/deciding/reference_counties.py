"""Plain rules of the county reviews of 2019, written from the description of the peers; the product's code is not used."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

from tests.review.deciding.reference_flows import (
    BIRTH,
    DATE,
    DATES,
    DISMISS,
    HAND,
    MAYBE,
    NOT,
    PRIOR,
    REDUCE,
    Answer,
    Rule,
    add_years,
    configurable,
    every,
    none_since,
    only_prop64,
    sure,
)  # fmt: skip
from tests.review.deciding.reference_people import YEAR_ONE, Conviction, Person, end


def decide(person: Person, one: Conviction, *, flow: str, choices: dict[str, Any], on: date) -> Answer:
    """Return determination and reason of one judged conviction."""
    if one.disagrees:
        return HAND, "Rows of this count disagree"
    for fits, gives, reason, unknown in FLOWS[flow](person, one, choices, on):
        if fits is None:
            return HAND, unknown
        if fits:
            return gives, reason
    return "", ""


def _before(days: list[date | None], day: date | None) -> bool | None:
    """Say whether the first of some days is before another."""
    if not days:
        return False
    if day and any(one and one < day for one in days):
        return True
    return None if day is None or None in days else False


def strikes(person: Person) -> list[tuple[str, date | None, int]]:
    """Return super strikes with gang findings of the same case: text, day, row."""
    found = [(one.text.shown, one.day, one.row) for one in person.convictions if one.text.strike]
    pairs = [(one, other) for one in person.convictions for other in person.convictions]
    return found + [
        (f"{one.text.shown} + {other.text.shown}", one.day, one.row)
        for one, other in pairs
        if one.text.gang_offense and other.text.gang and one.count[:6] == other.count[:6]
    ]


def _strike_days(person: Person, *, peer: bool) -> list[date | None]:
    found = strikes(person)
    alone = [day for text, day, _ in found if " + " not in text]
    if not peer:
        return [day for _, day, _ in found]
    return alone or ([YEAR_ONE] if found else [])


def _sex_days(person: Person, *, peer: bool) -> list[date | None]:
    days = [one.day for one in person.convictions if one.text.sex or one.registers]
    if peer:
        return days or ([YEAR_ONE] if person.registrations else [])
    return days + person.registrations


def _two_priors(person: Person, one: Conviction) -> bool | None:
    others = [
        other.day
        for other in person.convictions
        if other is not one and other.section and other.text.alike == one.text.alike
    ]
    sure_ones = sum(bool(day and one.day and day < one.day) for day in others)
    possible = len(others) if one.day is None else sure_ones + others.count(None)
    return True if sure_ones >= 2 else None if possible >= 2 else False


def _all_ended(person: Person, on: date) -> bool | None:
    noon = datetime(on.year, on.month, on.day)  # noqa: DTZ001 - days have no zone
    return every(*(None if (ends := end(one)) is None else ends <= noon for one in person.convictions))


def los_angeles(person: Person, one: Conviction, choices: dict[str, Any], on: date) -> Iterator[Rule]:
    peer = choices["peer"]
    yield not one.felony, "To be reviewed by City Attorneys", "Misdemeanor or Infraction", ""
    yield _too_late(one)
    yield (
        one.section == "11357" and one.text.shown.startswith(("11357(A)", "11357(B)")),
        DISMISS,
        "11357(a) or 11357(b)",
        "",
    )
    yield one.section == "11357", HAND, "Other 11357", ""
    yield _before(_strike_days(person, peer=peer), one.day), NOT, "PC 667(e)(2)(c)(iv)", PRIOR
    yield _before(_sex_days(person, peer=peer), one.day), NOT, "PC 290", PRIOR
    yield _two_priors(person, one), NOT, "Two priors", DATES
    age, years = choices.get("individual_age", 50), choices.get("years_conviction_free", 10)
    yield (
        sure([add_years(born, age) <= on for born in person.births]),
        DISMISS,
        f"{age} years or older",
        BIRTH,
    )
    yield from _los_angeles_end(person, on, years, "No applicable eligibility criteria")


def los_angeles_june(person: Person, one: Conviction, choices: dict[str, Any], on: date) -> Iterator[Rule]:
    yield _too_late(one)
    yield (
        one.section == "11357" and one.text.shown.startswith(("11357(A)", "11357(B)")),
        DISMISS,
        "11357(a) or 11357(b)",
        "",
    )
    yield one.section == "11357", MAYBE, "Other 11357", ""
    yield any(other.text.strike for other in person.convictions), NOT, "PC 667(e)(2)(c)(iv)", ""
    yield _two_priors(person, one), NOT, "Two priors", DATES
    yield (
        sure([(on - born).days / 365.25 >= 50 for born in person.births]),
        DISMISS,
        "50 years or older",
        BIRTH,
    )
    yield from _los_angeles_end(person, on, 10, "????")


def _too_late(one: Conviction) -> Rule:
    return None if one.day is None else one.day >= date(2016, 11, 9), NOT, "Occurred after 11/09/2016", DATE


def _los_angeles_end(person: Person, on: date, years: int, otherwise: str) -> Iterator[Rule]:
    cutoff, ended = add_years(on, -years), _all_ended(person, on)
    yield (
        sure([(on - born).days / 365.25 <= 21.0 for born in person.births]),
        DISMISS,
        "21 years or younger",
        BIRTH,
    )
    both = every(only_prop64(person), ended)
    yield both, DISMISS, "Only has 11357-60 charges and completed sentence", DATES
    yield (
        none_since(person, lambda day: day <= cutoff),
        DISMISS,
        f"No convictions in past {years} years",
        DATES,
    )
    yield None if ended is None else not ended, HAND, "Currently serving sentence", DATES
    yield person.deceased, DISMISS, "Deceased", ""
    yield True, HAND, otherwise, ""


def sacramento(person: Person, one: Conviction, choices: dict[str, Any], on: date) -> Iterator[Rule]:
    yield _too_late(one)
    yield not one.felony, DISMISS, "Misdemeanor or Infraction", ""
    yield one.text.shown.startswith("11357(b)"), DISMISS, "HS 11357(b)", ""
    yield from _by_others(person, one, on, 10, REDUCE)


def with_related(person: Person, one: Conviction, choices: dict[str, Any], on: date) -> Iterator[Rule]:
    shown = one.text.shown.strip()
    yield _too_late(one)
    if one.text.related:
        yield one.count[:3] not in person.cycles, MAYBE, "No Related Prop64 Charges", ""
        yield shown == "4060 BP", MAYBE, "4060 BP", ""
        yield True, DISMISS, shown, ""
    yield not one.felony, DISMISS, "Misdemeanor or Infraction", ""
    yield one.text.shown.startswith("11357"), DISMISS, "11357 HS", ""
    yield from _by_others(person, one, on, 5, MAYBE)


def _by_others(person: Person, one: Conviction, on: date, years: int, otherwise: str) -> Iterator[Rule]:
    if len(person.convictions) > 1:
        free = none_since(person, lambda day: (on - day) / timedelta(days=365.25) > years)
        yield free, DISMISS, f"No convictions in past {years} years", DATES
        yield True, otherwise, f"Has convictions in past {years} years", ""
    ends, midnight = end(one), datetime(on.year, on.month, on.day)  # noqa: DTZ001 - days have no zone
    yield None if ends is None else ends < midnight, DISMISS, "Sentence Completed", DATE
    yield True, otherwise, "Sentence not Completed", ""


FLOWS: dict[str, Callable[[Person, Conviction, dict[str, Any], date], Iterator[Rule]]] = {
    "configurable": configurable,
    "los_angeles_2019_10": los_angeles,
    "los_angeles_2019_06": los_angeles_june,
    "sacramento_2019_06": sacramento,
    "san_joaquin_2019_06": with_related,
    "contra_costa_2019_06": with_related,
}
