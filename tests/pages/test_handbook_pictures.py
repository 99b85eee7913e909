"""The pictures of the handbooks show what the site shows: some are drawn again, and compared."""

from __future__ import annotations

import shutil

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser

from benchmarks import handbook_drawing as handbook
from benchmarks.handbook_table import PAPER, PICTURES
from tests.documents import golden

AGAIN = "If the page is meant to look so, run: bin/handbook"
SOME = (
    "people-start-en", "people-result-es", "people-after-en",
    "clinic-matter", "clinic-review", "clinic-print", "county-results", "law-11357",
)  # fmt: skip


def same_fonts() -> bool:
    return shutil.which("fc-match") is not None and golden.fonts_are_the_same()


def stored(name: str) -> Image.Image:
    with Image.open(handbook.FOLDER / f"{name}.png") as picture:
        return picture.copy()


@pytest.mark.long
@pytest.mark.journey
@pytest.mark.django_db
def test_some_pages_still_look_as_their_pictures_do(browser: Browser) -> None:
    if not same_fonts():
        pytest.skip("this computer's fonts are not those of the pictures")
    chosen = [one for one in PICTURES if one.name in SOME]
    assert len(chosen) == len(SOME)
    stale = [
        one.name
        for one in chosen
        if handbook.is_stale(stored(one.name), drawn=handbook.drawn(one, browser=browser))
    ]
    assert stale == [], AGAIN


@pytest.mark.long
def test_the_paper_of_the_readme_still_looks_so() -> None:
    if not same_fonts():
        pytest.skip("this computer's fonts are not those of the pictures")
    assert not handbook.is_stale(stored(PAPER), drawn=handbook.drawn_paper()), AGAIN


def test_a_picture_with_another_line_above_is_stale() -> None:
    whole = stored("people-start-en").convert("RGB")
    moved = ImageChops.offset(whole, 0, 24)
    assert handbook.is_stale(whole, drawn=moved)
    assert handbook.is_stale(whole, drawn=whole.crop((0, 0, whole.width, whole.height - 1)))


def test_another_day_and_another_member_make_no_picture_stale() -> None:
    whole = stored("clinic-log").convert("RGB")
    other = whole.copy()
    other.paste(whole.getpixel((5, 5)), (10, 280, 90, 296))
    assert not handbook.is_stale(whole, drawn=other)
