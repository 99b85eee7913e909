"""Why a picture could not be read."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from petitions.rapsheet.pages import TextLine
from petitions.rapsheet.pictures.clarity import sharpness, trouble_of
from petitions.rapsheet.pictures.ink import Picture, leveled
from petitions.rapsheet.troubles import Trouble
from tests.rapsheet.pictures.drawn import drawn

CLEAR = drawn(wide=1000, high=1300, size=16)
DOUBTFUL = (
    tuple(TextLine("CNT:01", doubtful=True, box=(0.1, 0.1, 0.5, 0.12)) for _line in range(4))
    + (TextLine("CNT:02", box=(0.1, 0.2, 0.5, 0.22)),) * 2
)
SURE = tuple(line._replace(doubtful=False) for line in DOUBTFUL)


def trouble(image: Picture, lines: tuple[TextLine, ...]) -> Trouble | None:
    flat = leveled(cv2.resize(image, (1700, 1700 * image.shape[0] // image.shape[1])))
    return trouble_of(image, flat=flat, lines=lines)


@pytest.mark.parametrize(
    ("image", "wanted"),
    [
        ((CLEAR * 0.15).astype(np.uint8), Trouble.TOO_DARK),
        (np.full_like(CLEAR, 90), Trouble.TOO_DARK),
        (CLEAR[:500, :500], Trouble.TOO_SMALL),
        (cv2.GaussianBlur(CLEAR, (0, 0), 5), Trouble.BLURRED),
        (CLEAR, None),
    ],
)
def test_a_page_whose_lines_are_in_doubt_has_a_reason(image: Picture, wanted: Trouble | None) -> None:
    assert trouble(image, DOUBTFUL) is wanted


def test_where_nearly_all_is_in_doubt_something_is_not_sharp() -> None:
    assert trouble(CLEAR, DOUBTFUL[:4]) is Trouble.BLURRED


def test_a_clear_page_without_lines_has_no_text() -> None:
    assert trouble(CLEAR, ()) is Trouble.NO_TEXT


def test_a_page_that_was_read_has_no_trouble_however_it_looks() -> None:
    assert trouble((CLEAR * 0.15).astype(np.uint8), SURE) is None


@pytest.mark.parametrize("box", [(0.0, 0.1, 0.5, 0.12), (0.4, 0.1, 1.0, 0.12)])
@pytest.mark.parametrize("lines", [SURE, DOUBTFUL])
def test_lines_that_run_into_the_edge_are_cut_off(
    lines: tuple[TextLine, ...], box: tuple[float, ...]
) -> None:
    assert trouble(CLEAR, tuple(line._replace(box=box) for line in lines)) is Trouble.CUT_OFF


def test_a_blurred_page_is_less_sharp() -> None:
    flat = leveled(CLEAR)
    assert sharpness(flat) > 4 * sharpness(np.asarray(cv2.GaussianBlur(flat, (0, 0), 3)))
    assert sharpness(np.full((50, 50), 255, np.uint8)) == 0
