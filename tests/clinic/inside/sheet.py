"""A RAP sheet that a member hands in within a matter, where only members may."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import TestCase, override_settings

from petitions.records.held.folder import Folder
from petitions.records.held.holding import held_by
from tests.clinic.inside.at import At
from tests.rapsheet.handing.handed import sheet_pdf


@contextmanager
def only_members() -> Iterator[Path]:
    """Let members hand in sheets, which are held in a new folder."""
    with (
        tempfile.TemporaryDirectory() as place,
        override_settings(
            READ_RAP_SHEETS="clinics", SHEETS_DIR=str(Path(place) / "sheets"), PICTURE_READER="none"
        ),
    ):
        yield Path(place) / "sheets"


def held(found: At) -> Folder | None:
    """Return the sheet that the matter holds."""
    return held_by(found.matter.interview_id)


def handed_in(found: At) -> HttpResponse:
    """Agree, and send a sheet as a PDF file of text."""
    found.send("rap-sheet/", agreed="on")
    return found.send("rap-sheet/files/", files=SimpleUploadedFile("sheet.pdf", sheet_pdf()), read="1")


def read(found: At, *, seconds: float = 30) -> None:
    """Wait until the sheet is read, as the page does."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with TestCase.captureOnCommitCallbacks(execute=True):
            found.get("rap-sheet/reading/")
        if not found.get("rap-sheet/reading/now/").json()["goes_on"]:
            return
        time.sleep(0.1)
    raise AssertionError("the sheet was not read in time")
