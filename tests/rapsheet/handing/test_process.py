"""The process that reads: apart from the site, one at a time, gone with its folder."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from importlib.machinery import ModuleSpec
from pathlib import Path
from unittest.mock import patch

import pytest
from django.test import override_settings

from petitions.rapsheet.engines import Engine
from petitions.rapsheet.files.engine_choice import engine
from petitions.rapsheet.handing.kept_pages import pages_of, progress, without_page
from petitions.rapsheet.handing.plan import begun, with_file
from petitions.rapsheet.handing.process import is_taken, read_apart
from petitions.records.held.folder import Folder
from petitions.records.private_folder import PrivateFolder
from tests.rapsheet.handing.handed import CANARY, sheet_pdf


def folder_of(path: Path, content: bytes) -> Folder:
    folder = Folder(PrivateFolder(path / "sheets" / "one"), b"k" * 32)
    folder.make()
    with_file(folder, title="sheet.pdf", content=content)
    begun(folder)
    return folder


def wait_until(holds: Callable[[], bool], *, seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.05)


def test_a_process_apart_reads_the_sheet_and_later_the_page_that_is_missing(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = folder_of(tmp_path, sheet_pdf())
    read_apart(folder, engine=Engine.NONE)
    wait_until(lambda: progress(folder).is_done)
    wait_until(lambda: not is_taken(folder))
    first = [page.lines for page in pages_of(folder)]
    assert CANARY in str(first)
    without_page(folder, 2)
    read_apart(folder, engine=Engine.NONE)
    wait_until(lambda: progress(folder).is_done)
    assert [page.lines for page in pages_of(folder)] == first
    wait_until(lambda: not is_taken(folder))
    assert capfd.readouterr() == ("", "")


@pytest.mark.long
def test_files_that_are_none_say_why(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, b"%PDF-1.7 and nothing")
    read_apart(folder, engine=Engine.NONE)
    wait_until(lambda: progress(folder).refused is not None)
    assert progress(folder).refused == "broken"


def test_while_one_process_reads_no_other_is_started(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, b"")
    with folder.place.turn(), patch("petitions.records.apart.subprocess.run") as run:
        read_apart(folder, engine=Engine.NONE)
    assert not run.called


@pytest.mark.parametrize(
    ("named", "has_rapid", "has_tesseract", "chosen"),
    [
        ("best", True, True, Engine.RAPID),
        ("best", False, True, Engine.TESSERACT),
        ("best", False, False, Engine.NONE),
        ("tesseract", True, True, Engine.TESSERACT),
        ("none", True, True, Engine.NONE),
    ],
)
def test_the_best_engine_that_is_installed_reads_pictures(
    named: str, has_rapid: bool, has_tesseract: bool, chosen: Engine
) -> None:
    spec = ModuleSpec("rapidocr", None) if has_rapid else None
    where = "/usr/bin/tesseract" if has_tesseract else None
    with (
        override_settings(PICTURE_READER=named),
        patch("petitions.rapsheet.files.engine_choice.find_spec", return_value=spec),
        patch.object(shutil, "which", return_value=where),
    ):
        assert engine() is chosen
