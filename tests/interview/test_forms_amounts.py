"""Weights and counts are read as people type them."""

from __future__ import annotations

import pytest

from petitions.interview.amounts import read_count, read_grams


@pytest.mark.parametrize(
    ("typed", "grams"),
    [
        ("12", 12),
        ("12.5", 12.5),
        ("12,5", 12.5),
        (".5 g", 0.5),
        ("1,200 g", 1200),
        ("1,234,567", 1234567),
        ("28.5 grams", 28.5),
        ("1 oz", 28.35),
        ("1 ounce", 28.35),
        ("2 onzas", 56.7),
        ("0", 0),
    ],
)
def test_a_weight_is_read(typed: str, grams: float) -> None:
    assert read_grams(typed) == pytest.approx(grams)


@pytest.mark.parametrize(
    "typed", ["", "a lot", "-3", "nan", "inf", "1e9", "1 lb", "12 plants", "١٢x", "9" * 30]
)
def test_what_is_no_weight_is_not_guessed(typed: str) -> None:
    assert read_grams(typed) is None


@pytest.mark.parametrize(("typed", "count"), [("6", 6), ("6 plants", 6), ("12 matas", 12), ("0", 0)])
def test_a_count_is_read(typed: str, count: int) -> None:
    assert read_count(typed) == count


@pytest.mark.parametrize("typed", ["", "six", "6.5", "-1", "9" * 12])
def test_what_is_no_count_is_not_guessed(typed: str) -> None:
    assert read_count(typed) is None
