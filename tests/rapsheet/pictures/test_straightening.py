"""Photographs of pages are laid flat."""

from __future__ import annotations

import numpy as np
import pytest

from petitions.rapsheet.pictures.bends import Bend, bend_of
from petitions.rapsheet.pictures.edges import corners
from petitions.rapsheet.pictures.ink import Picture, Run, ink, leveled, runs
from petitions.rapsheet.pictures.straightening import WIDE, straightened
from tests.rapsheet.pictures.drawn import drawn, photographed, shaded

SMALL = drawn(wide=850, high=1100, size=14)
ON_A_TABLE = ((90, 120), (900, 80), (930, 1190), (60, 1150))


def slopes(page: Picture) -> list[float]:
    return [run.slope for run in runs(ink(leveled(page))) if run.length > 150]


def words(*, turn: float = 0.0, fan: float = 0.0, curl: float = 0.0) -> tuple[Run, ...]:
    places = [(x, y) for x in (-0.4, -0.2, 0.0, 0.2, 0.4) for y in (-0.5, -0.2, 0.1, 0.4)]
    return tuple(
        Run(500 + 1000 * x, 650 + 1000 * y, 100, 12, np.tan(turn) + fan * y + curl * x) for x, y in places
    )


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ({}, Bend()),
        ({"turn": 0.05}, Bend(turn=0.05)),
        ({"fan": 0.04}, Bend(fan=0.04)),
        ({"curl": 0.05}, Bend(curl=0.05)),
    ],
)
def test_the_bend_of_a_page_is_found_from_its_words(given: dict[str, float], wanted: Bend) -> None:
    assert bend_of(words(**given), wide=1000, high=1300) == pytest.approx(wanted, abs=0.004)


def test_few_words_tell_only_how_a_page_is_turned() -> None:
    assert bend_of(words(turn=0.05, curl=0.05)[8:12], wide=1000, high=1300) == pytest.approx(
        (0.05, 0, 0, 0), abs=0.001
    )
    assert bend_of((), wide=1000, high=1300) == Bend()


def test_a_level_page_stands_where_it_stood() -> None:
    across, down = Bend().sources((4, 6), wide=8, high=12)
    assert across[0].tolist() == [0, 2, 4, 6] and down[:, 0].tolist() == [0, 2, 4, 6, 8, 10]


def test_the_corners_of_a_sheet_on_a_table_are_found() -> None:
    photo = photographed(SMALL, corners=ON_A_TABLE, wide=1000, high=1300)
    found = corners(photo, text=runs(ink(leveled(photo))))
    assert found is not None and np.abs(found - np.array(ON_A_TABLE)).max() < 14


def test_a_scan_has_no_corners() -> None:
    assert corners(SMALL) is None


def test_a_sheet_that_holds_little_of_the_text_is_not_the_sheet() -> None:
    photo = photographed(SMALL, corners=ON_A_TABLE, wide=1000, high=1300)
    beside = tuple(Run(20, y, 100, 12, 0.0) for y in range(100, 1200, 50))
    assert corners(photo, text=beside) is None


@pytest.mark.parametrize("quarters", [0, 1])
def test_lines_of_a_photograph_become_level(quarters: int) -> None:
    photo = shaded(photographed(SMALL, corners=ON_A_TABLE, wide=1000, high=1300), darkest=0.5)
    page = straightened(np.ascontiguousarray(np.rot90(photo, quarters)))
    assert abs(page.shape[1] - WIDE) < 40
    level = slopes(page)
    assert len(level) > 8 and np.median(np.abs(level)) < 0.005 and np.abs(level).max() < 0.04


def test_a_turned_scan_keeps_all_of_its_page() -> None:
    turned = photographed(SMALL, corners=((0, 60), (850, 0), (925, 1100), (75, 1160)), wide=925, high=1160)
    page = straightened(np.where(turned == (70, 55, 40), 255, turned).astype(np.uint8))
    assert np.abs(np.median(slopes(page))) < 0.005


def test_a_blank_page_stays_blank() -> None:
    assert straightened(np.full((600, 500, 3), 250, np.uint8)).min() > 240


def test_a_shadow_is_leveled() -> None:
    flat = leveled(shaded(SMALL, darkest=0.4))
    assert np.percentile(flat, 20) > 245
