"""Amounts at their limits: 28.5 g, 4 g, 8 g, six plants, each limit still within (specification 1.5)."""

from __future__ import annotations

import pytest

from petitions.law.amounts import (
    Concentrate,
    Flower,
    more_than,
    read_amounts,
    read_concentrate,
    read_flower,
    read_plants,
)
from petitions.law.terms import ConcentrateBand, DrugForm, FlowerBand, PlantBand, Trilean
from tests.law.records import table

TO_8 = (Concentrate.UP_TO_4, Concentrate.FROM_4_TO_8)

FLOWER = {
    "nothing": (0, Flower.UP_TO),
    "a trace": (0.01, Flower.SOME),
    "28.5 g": (28.5, Flower.SOME),
    "one ounce": (28.35, Flower.SOME),
    "28.51 g": (28.51, Flower.OVER),
    "at most 28.5 g": (FlowerBand.AT_MOST, Flower.UP_TO),
    "more than 28.5 g": (FlowerBand.MORE, Flower.OVER),
    "not known": (None, None),
}
CONCENTRATE = {
    "nothing": (0, Concentrate.NOTHING),
    "a trace": (0.01, Concentrate.UP_TO_4),
    "4 g": (4, Concentrate.UP_TO_4),
    "4.01 g": (4.01, Concentrate.FROM_4_TO_8),
    "8 g": (8.0, Concentrate.FROM_4_TO_8),
    "8.01 g": (8.01, Concentrate.OVER_8),
    "at most 8 g": (ConcentrateBand.AT_MOST, Concentrate.UP_TO_8),
    "more than 8 g": (ConcentrateBand.MORE, Concentrate.OVER_8),
    "not known": (None, None),
}
PLANTS = {
    "none": (0, False),
    "6": (6, False),
    "7": (7, True),
    "at most 6": (PlantBand.AT_MOST, False),
    "more than 6": (PlantBand.MORE, True),
    "not known": (None, None),
}
SUBSTANCES = {
    "flower": (DrugForm.FLOWER, 10, None, DrugForm.FLOWER),
    "plants are flower": (DrugForm.PLANTS, 10, None, DrugForm.FLOWER),
    "flower and no concentrate": (DrugForm.FLOWER, 10, 0, DrugForm.FLOWER),
    "flower and at most 8 g of concentrate, perhaps none": (
        DrugForm.FLOWER,
        10,
        ConcentrateBand.AT_MOST,
        DrugForm.FLOWER,
    ),
    "flower and 1 g of concentrate": (DrugForm.FLOWER, 10, 1, DrugForm.BOTH),
    "plants and more than 8 g of concentrate": (DrugForm.PLANTS, None, ConcentrateBand.MORE, DrugForm.BOTH),
    "concentrate": (DrugForm.CONCENTRATE, None, 5, DrugForm.CONCENTRATE),
    "concentrate and no flower": (DrugForm.CONCENTRATE, 0, 5, DrugForm.CONCENTRATE),
    "concentrate and at most 28.5 g of flower": (
        DrugForm.CONCENTRATE,
        FlowerBand.AT_MOST,
        5,
        DrugForm.CONCENTRATE,
    ),
    "concentrate and 1 g of flower": (DrugForm.CONCENTRATE, 1, 5, DrugForm.BOTH),
    "concentrate and more than 28.5 g of flower": (DrugForm.CONCENTRATE, FlowerBand.MORE, 5, DrugForm.BOTH),
    "form not known, whatever the weights": (None, 30, 5, None),
    "food: the substance is open": (DrugForm.EDIBLE, 400, 400, None),
}
SIZES = {
    "not known": (None, "UP_TO_4 FROM_4_TO_8 OVER_8"),
    "nothing is no more than 4 g": (Concentrate.NOTHING, "UP_TO_4"),
    "up to 4 g": (Concentrate.UP_TO_4, "UP_TO_4"),
    "over 4 g, up to 8 g": (Concentrate.FROM_4_TO_8, "FROM_4_TO_8"),
    "at most 8 g leaves 4 g open": (Concentrate.UP_TO_8, "UP_TO_4 FROM_4_TO_8"),
    "over 8 g": (Concentrate.OVER_8, "OVER_8"),
}
OVER = {
    "28.5 g of flower": (DrugForm.FLOWER, 28.5, None, Trilean.NO),
    "28.6 g of flower": (DrugForm.FLOWER, 28.6, None, Trilean.YES),
    "flower of a weight not known": (DrugForm.FLOWER, None, None, Trilean.UNSURE),
    "8 g of concentrate": (DrugForm.CONCENTRATE, None, 8, Trilean.NO),
    "9 g of concentrate": (DrugForm.CONCENTRATE, None, 9, Trilean.YES),
    "28.5 g and 8 g": (DrugForm.BOTH, 28.5, 8, Trilean.NO),
    "28.6 g and 8 g": (DrugForm.BOTH, 28.6, 8, Trilean.YES),
    "28.5 g and 9 g": (DrugForm.BOTH, 28.5, 9, Trilean.YES),
    "form not known, both weights within": (None, 10, 3, Trilean.NO),
    "form not known, one weight over": (None, 60, 3, Trilean.UNSURE),
    "food of 400 g": (DrugForm.EDIBLE, 400, 400, Trilean.UNSURE),
}


@table(FLOWER, "grams, side")
def test_28_5_grams_of_flower_are_within(grams: float | FlowerBand | None, side: Flower | None) -> None:
    assert read_flower(grams) is side


@table(CONCENTRATE, "grams, side")
def test_4_and_8_grams_of_concentrate_are_within(
    grams: float | ConcentrateBand | None, side: Concentrate | None
) -> None:
    assert read_concentrate(grams) is side


@table(PLANTS, "plants, over")
def test_six_plants_are_within(plants: int | PlantBand | None, *, over: bool | None) -> None:
    assert read_plants(plants) is over


@table(SUBSTANCES, "form, flower, concentrate, substance")
def test_a_weight_of_the_other_substance_makes_it_both(
    form: DrugForm | None,
    flower: float | FlowerBand | None,
    concentrate: float | ConcentrateBand | None,
    substance: DrugForm | None,
) -> None:
    assert read_amounts(form, read_flower(flower), read_concentrate(concentrate)).substance is substance


@table(SIZES, "concentrate, sizes")
def test_concentrate_lies_on_these_sides_of_4_and_8_grams(
    concentrate: Concentrate | None, sizes: str
) -> None:
    found = read_amounts(DrugForm.CONCENTRATE, None, concentrate).sizes

    assert " ".join(size.name for size in found) == sizes


def test_what_is_not_known_may_be_flower_concentrate_or_both() -> None:
    assert read_amounts(None, None, None).substances == (DrugForm.FLOWER, DrugForm.CONCENTRATE, DrugForm.BOTH)
    assert read_amounts(DrugForm.BOTH, None, None).substances == (DrugForm.BOTH,)


@table(OVER, "form, flower, concentrate, answer")
def test_each_substance_has_its_own_limit(
    form: DrugForm | None, flower: float | None, concentrate: float | None, answer: Trilean
) -> None:
    amounts = read_amounts(form, read_flower(flower), read_concentrate(concentrate))

    assert more_than(amounts, TO_8) is answer


@pytest.mark.parametrize("form", [DrugForm.FLOWER, None, DrugForm.EDIBLE])
def test_little_flower_alone_stays_possible_until_something_rules_it_out(form: DrugForm | None) -> None:
    assert read_amounts(form, None, None).may_be_little_flower
    assert not read_amounts(DrugForm.FLOWER, Flower.OVER, None).may_be_little_flower
    assert not read_amounts(DrugForm.BOTH, Flower.SOME, None).may_be_little_flower
