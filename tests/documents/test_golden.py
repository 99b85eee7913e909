"""Every page looks as its golden picture does; what changes shows as a picture in var/golden."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from tests.documents import golden

AGAIN = "If the change is meant, run: .venv/bin/python -m tests.documents.golden"


@pytest.fixture(autouse=True)
def _same_fonts() -> None:
    if shutil.which("fc-match") is None:
        pytest.skip("the golden pictures need fc-match (fontconfig), which tells which fonts are here")
    if not golden.fonts_are_the_same():
        pytest.skip(
            "this computer's fonts are not those of the golden pictures; see tests/documents/golden/fonts.txt"
        )


@pytest.fixture
def drawn() -> Iterator[tuple[str, Image.Image]]:
    return golden.pages()


@pytest.mark.long
def test_every_page_looks_as_its_golden_picture(drawn: Iterator[tuple[str, Image.Image]]) -> None:
    shutil.rmtree(golden.DIFFERENCES, ignore_errors=True)
    found = {name: golden.difference(name, drawn=picture) for name, picture in drawn}
    changed = [str(path) for path in found.values() if path]
    assert not changed, f"Look at {', '.join(changed)}: expected, drawn, and the change. {AGAIN}"
    assert set(found) == {path.stem for path in golden.FOLDER.glob("*.png")}, AGAIN


def test_a_line_that_moves_by_two_points_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(golden, "DIFFERENCES", tmp_path)
    name = "APPLICATION_E-en-petition-1"
    picture = Image.open(golden.FOLDER / f"{name}.png").convert("L")
    assert golden.difference(name, drawn=picture) is None
    line = (60, 340, picture.width, 352)
    moved = picture.copy()
    moved.paste(ImageChops.offset(picture.crop(line), 2, 0), line[:2])
    written = golden.difference(name, drawn=moved)
    assert written is not None
    with Image.open(written) as shown:
        assert shown.size == (3 * picture.width, picture.height)


def test_the_pictures_are_small() -> None:
    assert sum(path.stat().st_size for path in golden.FOLDER.glob("*.png")) < 1_500_000
