"""What substance there was and how much of it, on which side of every line the Act draws (C9, C14)."""

from __future__ import annotations

from enum import StrEnum, auto
from typing import NamedTuple

from petitions.law.terms import (
    CONCENTRATE_LIMIT_2016_GRAMS,
    CONCENTRATE_LIMIT_GRAMS,
    FLOWER_LIMIT_GRAMS,
    PLANT_LIMIT,
    ConcentrateBand,
    DrugForm,
    FlowerBand,
    PlantBand,
    Trilean,
)


class Flower(StrEnum):
    """Flower against 28.5 g. ``UP_TO`` may be nothing at all; ``SOME`` is certainly there."""

    UP_TO = auto()
    SOME = auto()
    OVER = auto()


class Concentrate(StrEnum):
    """Concentrate against 4 g and 8 g. ``UP_TO_8`` leaves open on which side of 4 g."""

    NOTHING = auto()
    UP_TO_4 = auto()
    FROM_4_TO_8 = auto()
    UP_TO_8 = auto()
    OVER_8 = auto()


_SIZES: dict[Concentrate | None, tuple[Concentrate, ...]] = {
    None: (Concentrate.UP_TO_4, Concentrate.FROM_4_TO_8, Concentrate.OVER_8),
    Concentrate.NOTHING: (Concentrate.UP_TO_4,),
    Concentrate.UP_TO_4: (Concentrate.UP_TO_4,),
    Concentrate.FROM_4_TO_8: (Concentrate.FROM_4_TO_8,),
    Concentrate.UP_TO_8: (Concentrate.UP_TO_4, Concentrate.FROM_4_TO_8),
    Concentrate.OVER_8: (Concentrate.OVER_8,),
}
_SOME_CONCENTRATE = (Concentrate.UP_TO_4, Concentrate.FROM_4_TO_8, Concentrate.OVER_8)
_SUBSTANCES = (DrugForm.FLOWER, DrugForm.CONCENTRATE, DrugForm.BOTH)


class Amounts(NamedTuple):
    """``substance`` is flower, concentrate or both; None: open. ``flower_over`` is against 28.5 g."""

    substance: DrugForm | None
    flower_over: bool | None
    concentrate: Concentrate | None
    is_edible: bool

    @property
    def substances(self) -> tuple[DrugForm, ...]:
        """Return every substance that it could be."""
        return (self.substance,) if self.substance else _SUBSTANCES

    @property
    def sizes(self) -> tuple[Concentrate, ...]:
        """Return the sides of 4 g and 8 g on which the concentrate could lie."""
        return _SIZES[self.concentrate]

    @property
    def flower_sides(self) -> tuple[bool, ...]:
        """Return whether the flower could be over 28.5 g: False, True or both."""
        return (False, True) if self.flower_over is None else (self.flower_over,)

    @property
    def may_be_little_flower(self) -> bool:
        """Say whether it may be flower alone, 28.5 g or less (Health & Saf. Code, § 11360, subd. (b))."""
        return DrugForm.FLOWER in self.substances and not self.flower_over


def read_amounts(form: DrugForm | None, flower: Flower | None, concentrate: Concentrate | None) -> Amounts:
    """Settle the substance: a weight of the other one makes both; of food, no weight is the cannabis's."""
    if form is DrugForm.EDIBLE:
        return Amounts(None, None, None, is_edible=True)
    over = None if flower is None else flower is Flower.OVER
    return Amounts(_substance(form, flower, concentrate), over, concentrate, is_edible=False)


def read_flower(grams: float | FlowerBand | None) -> Flower | None:
    """Place a stated weight of flower; 28.5 g itself is within the limit."""
    if grams is None:
        return None
    if isinstance(grams, FlowerBand):
        return Flower.OVER if grams is FlowerBand.MORE else Flower.UP_TO
    if grams > FLOWER_LIMIT_GRAMS:
        return Flower.OVER
    return Flower.SOME if grams > 0 else Flower.UP_TO


def read_concentrate(grams: float | ConcentrateBand | None) -> Concentrate | None:
    """Place a stated weight of concentrate; 4 g and 8 g themselves are within the limits."""
    if grams is None:
        return None
    if isinstance(grams, ConcentrateBand):
        return Concentrate.OVER_8 if grams is ConcentrateBand.MORE else Concentrate.UP_TO_8
    if grams > CONCENTRATE_LIMIT_GRAMS:
        return Concentrate.OVER_8
    if grams > CONCENTRATE_LIMIT_2016_GRAMS:
        return Concentrate.FROM_4_TO_8
    return Concentrate.UP_TO_4 if grams > 0 else Concentrate.NOTHING


def read_plants(plants: int | PlantBand | None) -> bool | None:
    """Say whether there were more than six living plants."""
    if plants is None or isinstance(plants, PlantBand):
        return None if plants is None else plants is PlantBand.MORE
    return plants > PLANT_LIMIT


def more_than(amounts: Amounts, limit: tuple[Concentrate, ...]) -> Trilean:
    """Say whether there was flower over 28.5 g, or concentrate of none of the sizes within ``limit``."""
    found = {
        _is_over(substance, flower_over=over, is_large=size not in limit)
        for substance in amounts.substances
        for over in amounts.flower_sides
        for size in amounts.sizes
    }
    if len(found) > 1:
        return Trilean.UNSURE
    return Trilean.YES if True in found else Trilean.NO


def _is_over(substance: DrugForm, *, flower_over: bool, is_large: bool) -> bool:
    by_flower = flower_over and substance is not DrugForm.CONCENTRATE
    return by_flower or (is_large and substance is not DrugForm.FLOWER)


def _substance(
    form: DrugForm | None, flower: Flower | None, concentrate: Concentrate | None
) -> DrugForm | None:
    if form in (DrugForm.FLOWER, DrugForm.PLANTS):
        return DrugForm.BOTH if concentrate in _SOME_CONCENTRATE else DrugForm.FLOWER
    if form is DrugForm.CONCENTRATE and flower in (Flower.SOME, Flower.OVER):
        return DrugForm.BOTH
    return form
