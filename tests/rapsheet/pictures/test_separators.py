"""Lines of stars and of dashes are found by their shape."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from petitions.rapsheet.pictures.ink import Picture, ink, leveled
from petitions.rapsheet.pictures.separators import separators
from petitions.rapsheet.pictures.sights import Sight
from tests.rapsheet.pictures.drawn import drawn


def mask_of(*lines: str) -> Picture:
    return ink(leveled(drawn(lines, wide=850, high=300, size=26)))


def text_row() -> Sight:
    return Sight("X" * 40, 90, 200, 90 + 40 * 15.6, 220, 1.0)


def texts(mask: Picture) -> list[str]:
    return [sight.text for sight in separators(mask, rows=[text_row()])]


@pytest.mark.parametrize("line", ["* * * *", "- - - -", "*  *  *  *  *  *", "-  -  -"])
def test_stars_and_dashes_are_found_with_their_number(line: str) -> None:
    (found,) = texts(mask_of("CNT:01", line, "COURT:"))
    assert found.replace(" ", "") == line.replace(" ", "")


@pytest.mark.parametrize(
    "line",
    ["CASC SAN MATEO", "** LIVE SCAN", "* * * END OF MESSAGE", "A - B - C", ". . . .", "III III", "* *"],
)
def test_other_lines_are_no_separators(line: str) -> None:
    assert texts(mask_of("CNT:01", line, "COURT:")) == []


def test_blurred_stars_in_a_shadow_are_found() -> None:
    page = cv2.GaussianBlur(
        drawn(["ARR/DET/CITE: NAM:02", "* * * *"], wide=850, high=300, size=26), (0, 0), 1.5
    )
    dark = (page * np.linspace(0.9, 0.4, 850)[None, :, None]).astype(np.uint8)
    assert [text.replace(" ", "") for text in texts(ink(leveled(dark)))] == ["****"]


def test_without_lines_of_text_nothing_tells_how_wide_a_sign_is() -> None:
    assert separators(mask_of("* * * *"), rows=[]) == ()
