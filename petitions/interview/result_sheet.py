"""The result on one sheet of paper: the cards as they are, what to do once for all of them, and no name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.utils.html import strip_tags

from petitions.interview.relief_scale import StepState
from petitions.interview.result_cards import ConvictionCard, OpenFact, PublicDefender
from petitions.interview.results import ResultPage
from petitions.interview.wording.fallbacks import StepWords
from petitions.interview.wording.outcomes import Text
from petitions.interview.wording.warnings import WarningWords
from petitions.law import authorities

_KEY = (StepState.LEAST, StepState.SURE, StepState.POSSIBLE)
_OWN_CODE = "Health & Saf. Code, "
_SIZES = ((2_600, "large"), (3_300, "medium"), (4_000, "small"), (4_900, "smaller"), (5_900, "smallest"))
"""Up to how many signs fit one page at a size; a longer result goes on in the medium size."""
_GOES_ON = "medium"
_Said = TypeVar("_Said", StepWords, WarningWords, PublicDefender)


@dataclass(frozen=True, slots=True)
class Shared:
    """What holds for some convictions, said once. ``numbers`` is empty where it holds for all."""

    said: StepWords | WarningWords | PublicDefender
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Settling:
    """The open facts that are found in the same place."""

    names: tuple[Text, ...]
    where: Text


@dataclass(frozen=True, slots=True)
class SheetCard:
    """One conviction: why, as (sentence, citation), and what would settle it, by where it is found."""

    card: ConvictionCard
    reasons: tuple[tuple[str, str], ...]
    settling: tuple[Settling, ...]


@dataclass(frozen=True, slots=True)
class ResultSheet:
    """What the sheet says. It carries no name and no case number."""

    page: ResultPage
    states: tuple[tuple[StepState, Text], ...]
    """What the steps of the scales are drawn as, and what that says."""
    cards: tuple[SheetCard, ...]
    steps: tuple[Shared, ...]
    defenders: tuple[Shared, ...]
    notes: tuple[Shared, ...]
    law_read_on: date


def result_sheet(page: ResultPage) -> ResultSheet:
    """Return the sheet of a result."""
    return ResultSheet(
        page=page,
        states=_states(page),
        cards=tuple(map(_card, page.cards)),
        steps=_shared(((step, card.number) for card in page.cards for step in card.steps), page),
        defenders=_shared(((one.defender, one.number) for one in page.cards if one.defender), page),
        notes=_shared(((note, card.number) for card in page.cards for note in card.notes), page),
        law_read_on=law_read_on(),
    )


def size_for(html: str) -> str:
    """Return the largest size of letters at which a sheet, as HTML, should stay on one page."""
    signs = len(" ".join(strip_tags(html).split()))
    return next((size for most, size in _SIZES if signs <= most), _GOES_ON)


def law_read_on() -> date:
    """Return the day since which every authority was read again."""
    found = (one for one in vars(authorities).values() if isinstance(one, authorities.Authority))
    return min(one.read_on for one in found)


def _states(page: ResultPage) -> tuple[tuple[StepState, Text], ...]:
    """Return the key to the scales: only what is drawn on one of them."""
    drawn = {step.state: step.spoken for card in page.cards if card.scale for step in card.scale.steps}
    return tuple((state, drawn[state]) for state in _KEY if state in drawn)


def _card(card: ConvictionCard) -> SheetCard:
    """Leave out the reasons that say only what is open, where it is said what would settle it."""
    told = [one for one in card.reasons if not (one.is_opening and card.open_facts)]
    reasons = tuple(
        (one.sentence, one.citation.replace(_OWN_CODE, "").replace("§ ", "§\N{NO-BREAK SPACE}"))
        for one in told
    )
    return SheetCard(card, reasons, _settling(card.open_facts))


def _settling(facts: tuple[OpenFact, ...]) -> tuple[Settling, ...]:
    by_place: dict[str, list[OpenFact]] = {}
    for fact in facts:
        by_place.setdefault(str(fact.where), []).append(fact)
    return tuple(Settling(tuple(one.name for one in found), found[0].where) for found in by_place.values())


def _shared(said: Iterable[tuple[_Said, int]], page: ResultPage) -> tuple[Shared, ...]:
    """Say each thing once, with the convictions that it is about where it is not about all."""
    numbers: dict[_Said, list[int]] = {}
    for one, number in said:
        numbers.setdefault(one, []).append(number)
    every = len(page.cards)
    return tuple(Shared(one, () if len(found) == every else tuple(found)) for one, found in numbers.items())
