"""Pictures of pages are read by each engine, and what is in doubt is marked."""

from __future__ import annotations

import time

import numpy as np
import pytest

from petitions.rapsheet.engines import Engine
from petitions.rapsheet.lines.confusables import shape
from petitions.rapsheet.pages import TextLine
from petitions.rapsheet.pictures import tesseract
from petitions.rapsheet.pictures.ink import Picture
from petitions.rapsheet.pictures.reading import PictureReading, get_ready, read_picture
from petitions.rapsheet.troubles import Trouble
from tests.rapsheet.pictures.drawn import PAGE, drawn, photographed, shaded

READERS = (Engine.RAPID, Engine.TESSERACT)
FEW = (
    "COURT:                NAM:01",
    "20040413  CASC LOS ANGELES",
    "* * * *",
    "CNT:01     #3456789",
    "*DISPO:CONVICTED",
)
ON_A_TABLE = ((180, 240), (1850, 160), (1900, 2360), (120, 2300))


def read(image: Picture, *, engine: Engine) -> PictureReading:
    get_ready(engine)
    return read_picture(image, engine=engine)


def squeezed(lines: tuple[TextLine, ...]) -> list[str]:
    return [line.text.replace(" ", "") for line in lines]


def wrong(reading: PictureReading) -> list[TextLine]:
    """Return the lines that are not on the page; what only changes a sign for one of its shape, the reader mends and marks."""
    wanted = {shape(line.replace(" ", "")) for line in PAGE}
    return [line for line in reading.lines if shape(line.text.replace(" ", "")) not in wanted]


@pytest.mark.long
@pytest.mark.parametrize("engine", READERS)
def test_a_few_lines_are_read_with_their_places(engine: Engine) -> None:
    reading = read(drawn(FEW, wide=1000, high=500, size=17), engine=engine)
    assert squeezed(reading.lines) == [line.replace(" ", "") for line in FEW]
    assert reading.trouble is None
    tops = [line.box[1] for line in reading.lines if line.box]
    assert len(tops) == len(FEW) and tops == sorted(tops)


@pytest.mark.long
@pytest.mark.parametrize("engine", READERS)
def test_a_page_on_its_head_is_turned(engine: Engine) -> None:
    upside_down = np.ascontiguousarray(drawn(FEW, wide=1000, high=500, size=17)[::-1, ::-1])
    assert "20040413CASCLOSANGELES" in squeezed(read(upside_down, engine=engine).lines)


@pytest.mark.long
@pytest.mark.parametrize("engine", READERS)
def test_a_blank_page_has_no_text(engine: Engine) -> None:
    reading = read(np.full((800, 750, 3), 250, np.uint8), engine=engine)
    assert reading.lines == () and reading.trouble is Trouble.NO_TEXT


def test_without_an_engine_a_page_is_only_straightened() -> None:
    reading = read(drawn(FEW, wide=800, high=500, size=17), engine=Engine.NONE)
    assert reading.lines == () and reading.trouble is None and reading.upright.shape[2] == 3


@pytest.mark.long
def test_without_a_second_reading_a_line_must_be_surer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "is_installed", lambda: False)
    reading = read(drawn(FEW, wide=1000, high=500, size=17), engine=Engine.RAPID)
    assert "*DISPO:CONVICTED" in squeezed(reading.lines)


def test_tesseract_that_is_not_installed_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "_library", lambda: None)
    assert tesseract.see(np.zeros((9, 9), np.uint8)) == ()
    with pytest.raises(RuntimeError, match="bin/setup"):
        get_ready(Engine.TESSERACT)


@pytest.mark.long
@pytest.mark.parametrize("engine", READERS)
def test_a_page_is_read_and_what_is_wrong_is_in_doubt(engine: Engine) -> None:
    reading = read(drawn(), engine=engine)
    assert len(reading.lines) == len(PAGE)
    assert all(line.doubtful for line in wrong(reading))


@pytest.mark.long
@pytest.mark.parametrize("engine", READERS)
def test_a_photograph_in_a_shadow_is_read_and_what_is_wrong_is_in_doubt(engine: Engine) -> None:
    photo = shaded(photographed(drawn(), corners=ON_A_TABLE, wide=2000, high=2500), darkest=0.45)
    start = time.process_time()
    reading = read(photo, engine=engine)
    assert time.process_time() - start < 30
    assert len(wrong(reading)) <= 3
    assert all(line.doubtful for line in wrong(reading))
