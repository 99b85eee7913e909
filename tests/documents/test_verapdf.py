"""Every paper of our own passes veraPDF for PDF/UA-1; files that are spoiled do not, so that passing means something."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.breaking import (
    forget_the_language,
    forget_the_standard,
    forget_the_tags,
    hide_the_title,
    paint_outside_the_tags,
    skip_a_level,
    spoiled,
    take_a_font_out,
)
from tests.documents.every_paper import built, every_file
from tests.documents.verapdf.engine import verdicts

pytestmark = pytest.mark.long
SPOILS = (
    forget_the_tags,
    forget_the_language,
    hide_the_title,
    forget_the_standard,
    skip_a_level,
    paint_outside_the_tags,
    take_a_font_out,
)


def test_every_paper_passes_and_every_spoiled_one_fails(tmp_path: Path) -> None:
    good = _written(tmp_path / "good", every_file())
    petition = built("APPLICATION_E-en").files[1].content
    bad = _written(tmp_path / "bad", {f"{spoil.__name__}.pdf": spoiled(petition, spoil) for spoil in SPOILS})
    found = verdicts([*good, *bad])
    assert {str(path): found[path].broken for path in good if not found[path].passes} == {}
    assert [path.name for path in bad if found[path].passes] == []
    assert min(found[path].checks for path in good) > 5000


def _written(folder: Path, files: dict[str, bytes]) -> list[Path]:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return [folder / name for name in files]
