"""The facts of a count that a paper may state: those that make the act lawful or a lesser offense today."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from petitions.law.facts import Conviction, Petitioner
from petitions.law.sections import read_charge
from petitions.law.terms import (
    CONCENTRATE_LIMIT_GRAMS,
    FLOWER_LIMIT_GRAMS,
    PLANT_LIMIT,
    AgeBracket,
    ConcentrateBand,
    Conduct,
    DrugForm,
    FlowerBand,
    PlantBand,
    Recipient,
)
from petitions.law.timing import Dates, Timing, read_timing

WITH_EXCEPTIONS = ("11358", "11359", "11360")
_AGES = {
    AgeBracket.UNDER_18: "under 18 years of age at the time",
    AgeBracket.FROM_18_TO_20: "18 to 20 years of age at the time",
    AgeBracket.FROM_21: "at least 21 years of age at the time",
}
_FLOWER = "no more than 28.5 grams of cannabis flower"
_CONCENTRATE = "no more than 8 grams of concentrated cannabis"
_AMOUNTS = {
    DrugForm.FLOWER: (_FLOWER,),
    DrugForm.CONCENTRATE: (_CONCENTRATE,),
    DrugForm.BOTH: (_FLOWER, _CONCENTRATE),
}
_LITTLE_BY_LETTER = ("11357(b)", "11360(b)")
"""What these subdivisions say themselves, before Proposition 64: flower, 28.5 grams or less."""
_OTHER_FORMS = {
    "11357(a)": (DrugForm.FLOWER, DrugForm.BOTH),
    "11357(b)": (DrugForm.CONCENTRATE, DrugForm.BOTH),
    "11357(c)": tuple(DrugForm),
    "11360(b)": (DrugForm.CONCENTRATE, DrugForm.BOTH),
}
"""What does not fit the subdivision; a paper does not contradict the conviction that it speaks of."""
_AT_A_SCHOOL = ("11357(d)", "11357(e)")


def stated_facts(conviction: Conviction, *, petitioner: Petitioner) -> tuple[str, ...]:
    """Say what is known and helps, within the Act's lines and never closer; what is not known is left out.

    Of an offense under 18 only the age matters.
    """
    charge = read_charge(conviction.code, conviction.section, conviction.subdivision, conviction.prefix)
    of_section = _BY_SECTION.get(charge.section or "")
    if of_section is None:
        return ()
    timing = _timing(conviction, petitioner=petitioner)
    if timing.ages == {AgeBracket.UNDER_18}:
        return tuple(_age(timing))
    name = f"{charge.section}({charge.letter})" if charge.letter else charge.section or ""
    return (*_age(timing), *of_section(conviction, name, timing))


def clean_history(petitioner: Petitioner) -> tuple[str, ...]:
    """Name the priors that would allow a felony today and that the petitioner says there are none of."""
    found = {
        "Penal Code section 667, subdivision (e)(2)(C)(iv)": petitioner.super_strikes,
        "Penal Code section 290, subdivision (c)": petitioner.sex_offenses,
    }
    return tuple(law for law, priors in found.items() if priors == ())


def _timing(conviction: Conviction, *, petitioner: Petitioner) -> Timing:
    dates = Dates(
        conviction.offense_date,
        conviction.conviction_date,
        petitioner.date_of_birth,
        conviction.age_at_offense,
    )
    return read_timing(dates)


def _age(timing: Timing) -> Iterator[str]:
    if len(timing.ages) == 1 and not timing.ages_conflict:
        [bracket] = timing.ages
        yield _AGES[bracket]


def _possession(conviction: Conviction, name: str, _: Timing) -> Iterator[str]:
    yield from _little(conviction, name)
    if conviction.from_own_home_plants:
        yield "the produce of six or fewer plants lawfully grown at home"
    if conviction.on_school_grounds is False and name not in _AT_A_SCHOOL:
        yield "not on the grounds of a school"


def _growing(conviction: Conviction, _name: str, _: Timing) -> Iterator[str]:
    plants = conviction.plants
    if plants is PlantBand.AT_MOST or (isinstance(plants, int) and plants <= PLANT_LIMIT):
        yield "no more than six living plants"
        if conviction.home_grow_lawful:
            yield "grown at home as section 11362.2 allows"
    if conviction.environmental_harm is False:
        yield "no environmental harm that section 11358(d)(3) names"


def _for_sale(conviction: Conviction, _name: str, _: Timing) -> Iterator[str]:
    yield from _no_minor(conviction)
    if conviction.hired_under_21 is False:
        yield "no one of 20 years or younger employed or used"


def _moving(conviction: Conviction, name: str, timing: Timing) -> Iterator[str]:
    if conviction.conduct is Conduct.TRANSPORTED and not timing.wholly_from_2016:
        yield "transport for personal use, not for sale"
        yield from _little(conviction, name)
    elif conviction.conduct is Conduct.GAVE_AWAY and conviction.recipient_age is Recipient.FROM_21:
        yield "given without payment to a person of at least 21 years"
        yield from _little(conviction, name)
    yield from _no_minor(conviction)


def _no_minor(conviction: Conviction) -> Iterator[str]:
    if conviction.sold_to_minor is False:
        yield "no sale or offer to a person known to be under 18"


def _little(conviction: Conviction, name: str) -> tuple[str, ...]:
    """Give the amounts, but only where each is known to be within its limit."""
    form, is_little = conviction.drug_form, name in _LITTLE_BY_LETTER
    if form is None and is_little:
        form = DrugForm.FLOWER
    if form in _OTHER_FORMS.get(name, ()) or form not in _AMOUNTS:
        return ()
    flower = FlowerBand.AT_MOST if conviction.flower_grams is None and is_little else conviction.flower_grams
    within = {
        _FLOWER: _at_most(flower, FlowerBand.AT_MOST, limit=FLOWER_LIMIT_GRAMS),
        _CONCENTRATE: _at_most(
            conviction.concentrate_grams, ConcentrateBand.AT_MOST, limit=CONCENTRATE_LIMIT_GRAMS
        ),
    }
    return _AMOUNTS[form] if all(within[amount] for amount in _AMOUNTS[form]) else ()


def _at_most(grams: object, band: object, *, limit: float) -> bool:
    return grams is band or (isinstance(grams, int | float) and grams <= limit)


_BY_SECTION: dict[str, Callable[[Conviction, str, Timing], Iterator[str]]] = {
    "11357": _possession,
    "11358": _growing,
    "11359": _for_sale,
    "11360": _moving,
}
