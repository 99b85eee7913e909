"""Every page of a county review's papers and of its report looks as its golden picture does, and is sound for a machine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from tests.documents import golden
from tests.documents.breaking import forget_the_tags, hide_the_title, spoiled
from tests.documents.county import county_golden
from tests.documents.county.county_report import report
from tests.documents.test_golden import _same_fonts
from tests.documents.verapdf.engine import verdicts

__all__ = ["_same_fonts"]
AGAIN = "If the change is meant, run: .venv/bin/python -m tests.documents.county.county_golden"


@pytest.fixture
def drawn() -> Iterator[tuple[str, Image.Image]]:
    return county_golden.pages()


@pytest.mark.long
def test_every_page_looks_as_its_golden_picture(drawn: Iterator[tuple[str, Image.Image]]) -> None:
    found = {
        name: golden.difference(name, drawn=picture, folder=county_golden.FOLDER) for name, picture in drawn
    }
    changed = [str(path) for path in found.values() if path]
    assert not changed, f"Look at {', '.join(changed)}: expected, drawn, and the change. {AGAIN}"
    assert set(found) == {path.stem for path in county_golden.FOLDER.glob("*.png")}, AGAIN


def test_a_line_that_moves_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(golden, "DIFFERENCES", tmp_path)
    picture = Image.open(county_golden.FOLDER / "motion-1.png").convert("L")
    assert golden.difference("motion-1", drawn=picture, folder=county_golden.FOLDER) is None
    moved = ImageChops.offset(picture, 0, 2)
    assert golden.difference("motion-1", drawn=moved, folder=county_golden.FOLDER) is not None


def test_the_pictures_are_small() -> None:
    assert sum(path.stat().st_size for path in county_golden.FOLDER.glob("*.png")) < 900_000


@pytest.mark.long
def test_the_report_passes_verapdf_in_both_languages_and_a_spoiled_one_does_not(tmp_path: Path) -> None:
    made = {f"{language}.pdf": report(language) for language in ("en", "es")}
    bad = {
        f"{spoil.__name__}.pdf": spoiled(made["en.pdf"], spoil) for spoil in (forget_the_tags, hide_the_title)
    }
    for name, content in {**made, **bad}.items():
        (tmp_path / name).write_bytes(content)
    found = verdicts(sorted(tmp_path.glob("*.pdf")))
    assert {name: found[tmp_path / name].broken for name in made if not found[tmp_path / name].passes} == {}
    assert [name for name in bad if found[tmp_path / name].passes] == []
