"""Plain rules of the review with choices, written from the description of the peer; the product's code is not used."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from tests.review.deciding.reference_people import Conviction, Person

Answer = tuple[str, str]
Rule = tuple[bool | None, str, str, str]
"""Whether it fits (None: cannot be told), what it gives, why, and what is printed where it cannot be told."""
BIRTH = "Date of birth is not known"
DATE = "Date of conviction is not known"
DATES = "Date of a conviction on record is not known"
PRIOR = "Date of a superstrike or PC 290 record is not known"
DISMISS, REDUCE = "Eligible for Dismissal", "Eligible for Reduction"
NOT, HAND, MAYBE = "Not eligible", "Hand Review", "Maybe Eligible - Flag for Review"


def add_years(day: date, years: int) -> date:
    """Add years; February 29 turns to March 1."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def sure(values: list[bool | None]) -> bool | None:
    """Return what all values agree on; None where they do not, or where there is none."""
    return values[0] if values and len(set(values)) == 1 else None


def every(*values: bool | None) -> bool | None:
    """True where all are, False where one is not."""
    return False if False in values else None if None in values else True


def only_prop64(person: Person) -> bool:
    return all(one.section for one in person.convictions)


def none_since(person: Person, is_before: Callable[[date], bool]) -> bool | None:
    days = [one.day for one in person.convictions]
    return every(*(None if day is None else is_before(day) for day in days))


def configurable(person: Person, one: Conviction, choices: dict[str, Any], on: date) -> Iterator[Rule]:
    base = choices.get("baselineEligibility", {})
    yield not one.felony, DISMISS, "Misdemeanor or Infraction", ""
    for section in base.get("dismiss", []):
        yield section in one.text.sections, DISMISS, f"Dismiss all HS {section} convictions", ""
    yield from _further(person, one, choices.get("additionalRelief", {}), on)
    for section in base.get("reduce", []):
        yield section in one.text.sections, REDUCE, f"Reduce all HS {section} convictions", ""


def _further(person: Person, one: Conviction, more: dict[str, Any], on: date) -> Iterator[Rule]:
    if more.get("subjectUnder21AtConviction"):
        known = one.day is not None
        young = sure([add_years(born, 21) > one.day for born in person.births]) if one.day else None
        yield young, DISMISS, "21 years or younger", BIRTH if known else DATE
    if years := more.get("subjectAgeThreshold"):
        yield (
            sure([add_years(born, years) <= on for born in person.births]),
            DISMISS,
            f"{years} years or older",
            BIRTH,
        )
    if years := more.get("yearsSinceConvictionThreshold"):
        long_ago = None if one.day is None else one.day <= add_years(on, -years)
        yield long_ago, DISMISS, f"Conviction occurred {years} or more years ago", DATE
    if years := more.get("yearsCrimeFreeThreshold"):
        cutoff = add_years(on, -years)
        yield (
            none_since(person, lambda day: day < cutoff),
            DISMISS,
            f"No convictions in the past {years} years",
            DATES,
        )
    if more.get("subjectHasOnlyProp64Charges"):
        yield only_prop64(person), DISMISS, "Only has 11357-60 charges", ""
    if more.get("subjectIsDeceased"):
        yield person.deceased, DISMISS, "Individual is deceased", ""
