"""Health & Saf. Code, § 11357: possession, before and after 2016-11-09 (specification 1.4, C9, C14)."""

from __future__ import annotations

from collections.abc import Iterator

from petitions.law.amounts import Amounts, Concentrate
from petitions.law.offenses.today import (
    ADULTS,
    INFRACTION,
    LAWFUL,
    MISDEMEANOR,
    NOTHING,
    Acts,
    Classes,
    Reading,
    Today,
)
from petitions.law.terms import AgeBracket, DrugForm

Ages = frozenset[AgeBracket]

FACTS = ("on_school_grounds", "from_own_home_plants")
"""The facts of the act that this section looks at, beside the substance and its amount."""
_MINORS = frozenset({AgeBracket.UNDER_18})
_SETTLES = {"d": ADULTS, "e": _MINORS}
"""Subdivisions that say the age: (d) is for adults, (e) for minors."""


def ages(letter: str | None, possible: Ages) -> Ages:
    """Return the ages that remain once the letter has settled what is open."""
    return (possible & _SETTLES[letter] or possible) if letter in _SETTLES else possible


def readings(letter: str | None, possible: Ages, amounts: Amounts, acts: Acts) -> tuple[Reading, ...]:
    """Return every offense of old § 11357 that the record may mean, each with its classes today.

    ``possible`` are the ages before the letter settles them: the facts alone do not know the letter.
    """
    if letter is None:
        fitting = sorted(_fitting_letters(possible, amounts, acts))
        return tuple(Reading(one, _today(one, possible, amounts, acts)) for one in fitting)
    if not _contradicts(letter, possible, amounts, acts):
        return (Reading(letter, _today(letter, possible, amounts, acts)),)
    by_letter = Reading(letter, _today(letter, possible, amounts, acts), conflicts=True)
    by_facts = (
        Reading(letter, _today(one, possible, amounts, acts), conflicts=True)
        for one in sorted(_fitting_letters(possible, amounts, acts))
    )
    return (by_letter, *by_facts)


def _contradicts(letter: str, possible: Ages, amounts: Amounts, acts: Acts) -> bool:
    """Say whether a stated fact cannot be true of this subdivision; an unknown one never is."""
    only_concentrate = amounts.substance is DrugForm.CONCENTRATE
    over, school = amounts.flower_over, acts.on_school_grounds
    if letter == "a":
        return amounts.substance is DrugForm.FLOWER
    if letter == "b":
        return only_concentrate or over is True or school is True
    if letter == "c":
        return only_concentrate or over is False
    return only_concentrate or over is True or school is False or not possible & _SETTLES[letter]


def _fitting_letters(possible: Ages, amounts: Amounts, acts: Acts) -> set[str]:
    """Return the subdivisions that the facts alone fit."""
    found = set[str]()
    for substance in amounts.substances:
        if substance is not DrugForm.FLOWER:
            found.add("a")
        if substance is not DrugForm.CONCENTRATE:
            found.update(_flower_letters(possible, amounts, acts))
    return found


def _flower_letters(possible: Ages, amounts: Amounts, acts: Acts) -> Iterator[str]:
    if amounts.flower_over is not False:
        yield "c"
    if amounts.flower_over is True:
        return
    if acts.on_school_grounds is not True:
        yield "b"
    if acts.on_school_grounds is not False:
        yield from (letter for letter, settled in _SETTLES.items() if possible & settled)


def _today(letter: str, possible: Ages, amounts: Amounts, acts: Acts) -> Today:
    judged = _SETTLES.get(letter, possible)
    return Today(NOTHING.union(*(_classes(letter, age, amounts, acts) for age in judged)))


def _classes(letter: str, age: AgeBracket, amounts: Amounts, acts: Acts) -> Classes:
    """Return the class today of one subdivision's act at one age."""
    if age is AgeBracket.UNDER_18:
        return INFRACTION
    if letter == "a":
        return _concentrate(age, amounts, acts)
    if letter == "b":
        return LAWFUL if age is AgeBracket.FROM_21 else INFRACTION
    return MISDEMEANOR | _more_flower(age, amounts, acts) if letter == "c" else MISDEMEANOR


def _concentrate(age: AgeBracket, amounts: Amounts, acts: Acts) -> Classes:
    """On school grounds: new (c). Else by weight; at 18 to 20 the line of 2016 was 4 g (C14)."""
    within = NOTHING.union(*(concentrate_class(age, size) for size in amounts.sizes))
    if acts.on_school_grounds is False:
        return within
    return MISDEMEANOR if acts.on_school_grounds else within | MISDEMEANOR


def concentrate_class(age: AgeBracket, size: Concentrate) -> Classes:
    """Return the class today of an adult's concentrate of one size."""
    if size is Concentrate.OVER_8:
        return MISDEMEANOR
    if age is AgeBracket.FROM_21:
        return LAWFUL
    return INFRACTION if size is Concentrate.UP_TO_4 else INFRACTION | MISDEMEANOR


def _more_flower(age: AgeBracket, amounts: Amounts, acts: Acts) -> Classes:
    """Return what may stand beside a misdemeanor for more than 28.5 g, away from a school.

    At 21 the produce of six home plants is lawful, even over the limit (§ 11362.1, subd. (a)(3)). Of food
    the whole weight may have been counted (§ 11018, subd. (b)).
    """
    if acts.on_school_grounds:
        return NOTHING
    if age is AgeBracket.FROM_21:
        return LAWFUL if amounts.is_edible or acts.from_own_home_plants is not False else NOTHING
    return INFRACTION if amounts.is_edible else NOTHING
