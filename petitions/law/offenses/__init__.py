"""One file for each section that the Act changed; a new one is added here."""

from __future__ import annotations

from functools import lru_cache

from petitions.law.amounts import Amounts
from petitions.law.offenses import hs_11357, hs_11358, hs_11359, hs_11360
from petitions.law.offenses.today import Acts, Reading
from petitions.law.terms import AgeBracket

FACTS_OF_THE_ACT: dict[str, tuple[str, ...]] = {
    "11357": hs_11357.FACTS,
    "11358": hs_11358.FACTS,
    "11359": hs_11359.FACTS,
    "11360": hs_11360.FACTS,
}
"""The facts of the act (fields of ``Acts``) that each section looks at."""
LOOK_AT_THE_AMOUNT = ("11357", "11360")
"""The sections for which the substance and its weight matter."""


def settled_ages(section: str, letter: str | None, possible: frozenset[AgeBracket]) -> frozenset[AgeBracket]:
    """Return the ages that remain once the subdivision has settled what is open."""
    return hs_11357.ages(letter, possible) if section == "11357" else possible


@lru_cache(maxsize=65536)
def readings_of(
    section: str,
    letter: str | None,
    possible: frozenset[AgeBracket],
    amounts: Amounts,
    acts: Acts,
    *,
    wholly_from_2016: bool,
) -> tuple[Reading, ...]:
    """Return what the offense of one section may be today."""
    if section == "11357":
        return hs_11357.readings(letter, possible, amounts, acts)
    if section == "11358":
        return hs_11358.readings(letter, possible, amounts, acts)
    if section == "11359":
        return hs_11359.readings(letter, possible, amounts, acts)
    return hs_11360.readings(letter, possible, amounts, acts, transport_means_sale=wholly_from_2016)
