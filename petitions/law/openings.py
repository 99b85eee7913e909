"""Which single open facts widen the range: answered one way, each would raise the floor or lower the ceiling."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from petitions.law.amounts import Concentrate, Flower
from petitions.law.computing import judged_ages, range_at, readings_at
from petitions.law.offenses import FACTS_OF_THE_ACT, LOOK_AT_THE_AMOUNT
from petitions.law.relief import Range
from petitions.law.sections import LETTERS
from petitions.law.situation import Situation
from petitions.law.terms import Conduct, DrugForm, Level, Recipient

_ANSWERS = (True, False)
_OF_THE_AMOUNT: dict[str, tuple[Any, ...]] = {
    "drug_form": (DrugForm.FLOWER, DrugForm.CONCENTRATE),
    "flower_grams": (Flower.SOME, Flower.OVER),
    "concentrate_grams": (Concentrate.UP_TO_4, Concentrate.OVER_8),
}
_FIELDS = {"drug_form": "form", "flower_grams": "flower", "concentrate_grams": "concentrate"}
_OF_THE_ACT: dict[str, tuple[str, tuple[Any, ...]]] = {
    "plants": ("plants_over", _ANSWERS),
    "home_grow_lawful": ("home_grow_lawful", _ANSWERS),
    "on_school_grounds": ("on_school_grounds", _ANSWERS),
    "from_own_home_plants": ("from_own_home_plants", (False,)),
    "conduct": ("conduct", tuple(Conduct)),
    "recipient_age": ("recipient_age", (Recipient.FROM_21, Recipient.FROM_18_TO_20, Recipient.UNDER_18)),
}


def openings(situation: Situation) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the reason code and the fact of each opening of a listed section."""
    found = range_at(situation, readings_at(situation))
    if len(judged_ages(situation)) > 1 and any(_differs(found, one) for one in _ages_tried(situation)):
        yield "U_AGE_AT_OFFENSE", ("age_at_offense", "date_of_birth", "offense_date")
    for fact, tried in _tried(situation):
        if any(_differs(found, one) for one in tried):
            yield f"U_{fact.upper()}", (fact,)


def _tried(situation: Situation) -> Iterator[tuple[str, list[Situation]]]:
    """Yield each open fact with the situations of its answers."""
    charge, section = situation.charge, situation.charge.section or ""
    if charge.letter is None and charge.section in LETTERS:
        letters = LETTERS[charge.section]
        yield "subdivision", [situation._replace(charge=charge._replace(letter=one)) for one in letters]
    for fact, values in _OF_THE_AMOUNT.items() if section in LOOK_AT_THE_AMOUNT else ():
        if getattr(situation, _FIELDS[fact]) is None:
            yield fact, [situation._replace(**{_FIELDS[fact]: value}) for value in values]
    for fact, (name, values) in _OF_THE_ACT.items():
        if name in FACTS_OF_THE_ACT[section] and getattr(situation.acts, name) is None:
            yield (
                fact,
                [situation._replace(acts=situation.acts._replace(**{name: value})) for value in values],
            )
    if situation.level is None:
        yield "level", [situation._replace(level=level) for level in Level]


def _ages_tried(situation: Situation) -> Iterator[Situation]:
    for age in judged_ages(situation):
        yield situation._replace(view=situation.view._replace(ages=frozenset({age})))


def _differs(found: Range, tried: Situation) -> bool:
    """Say whether an answer that fits the record moves a bound."""
    answered = range_at(tried, readings_at(tried))
    return not answered.conflicts and (answered.floor, answered.ceiling) != (found.floor, found.ceiling)
