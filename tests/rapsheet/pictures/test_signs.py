"""What the recognizer yields is decoded with the signs of a sheet."""

from __future__ import annotations

import numpy as np
import pytest

from petitions.rapsheet.pictures.signs import Signs

KNOWN = ["", "A", "a", "大", "1", "，", ",", " "]


def chances(*steps: dict[str, float]) -> np.ndarray:
    return np.array([[step.get(sign, 0.0) for sign in KNOWN] for step in steps], np.float32)


def test_repeated_signs_count_once_unless_a_blank_stands_between() -> None:
    decoded = Signs(KNOWN).decode(chances({"1": 1}, {"1": 1}, {"": 1}, {"1": 1}, {" ": 1}, {"A": 1}))
    assert decoded.text == "11 A"


def test_a_capital_and_its_small_letter_are_one_sign() -> None:
    decoded = Signs(KNOWN).decode(chances({"A": 0.3, "a": 0.3, "1": 0.4}))
    assert decoded.text == "A" and decoded.sure == pytest.approx(0.6)


def test_signs_that_no_sheet_holds_are_left_out() -> None:
    assert Signs(KNOWN).decode(chances({"大": 0.9, "1": 0.1})).text == "1"


def test_a_wide_comma_is_a_comma() -> None:
    assert Signs(KNOWN).decode(chances({"，": 1})).text == ","


def test_a_line_is_as_sure_as_its_least_sure_sign() -> None:
    assert Signs(KNOWN).decode(chances({"A": 0.9}, {"": 1}, {"1": 0.5}, {"1": 0.7})).sure == pytest.approx(
        0.7
    )


def test_nothing_is_not_sure_at_all() -> None:
    assert Signs(KNOWN).decode(chances({"": 1})) == ("", 0.0)
