"""A sheet that is handed in as a person would: agreed to, chosen, read; in a folder of the test's own."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client, override_settings

from petitions.rapsheet.handing.kept_pages import keep_count, keep_page
from petitions.rapsheet.handing.plan import begun, with_file
from petitions.rapsheet.pages import TextLine
from petitions.rapsheet.troubles import Trouble
from petitions.records.held.folder import Folder
from petitions.records.held.holding import hold
from petitions.records.models import Interview
from tests.rapsheet.sheet_files import drawn, saved, text_pdf

CANARY = "CANARIA"
FIRST_PAGE = (
    "CII/A99000099",
    "DOB/19700601 SEX/M RAC/WHITE",
    f"NAM/01 {CANARY},ALEX",
    "* * * *",
    "ARR/DET/CITE: NAM:01",
    "20031220 CAPD OAKLAND",
    "CNT:01",
    "  11359 HS-POSSESS MARIJUANA FOR SALE",
    "- - - -",
    "COURT: NAM:01",
    "20040102 CASC ALAMEDA CO",
    "CNT:01 #C1234",
    "  11359 HS-POSSESS MARIJUANA FOR SALE",
    "*DISPO:CONVICTED",
    "   CONV STATUS:FELONY",
    "   SEN: 3 YEARS PROBATION, 30 DAYS JAIL",
    "CNT:02 #C1234",
    "  11357(B) HS-POSSESS MARIJUANA",
    "*DISPO:CONVICTED",
    "   CONV STATUS:MISDEMEANOR",
)
SECOND_PAGE = (
    "* * * *",
    "ARR/DET/CITE: NAM:01",
    "20090301 CAPD FRESNO",
    "CNT:01",
    "  11358 HS-CULTIVATE MARIJUANA",
    "- - - -",
    "COURT: NAM:01",
    "20090415 CASC FRESNO CO",
    "CNT:01 #F555",
    "  11358 HS-CULTIVATE MARIJUANA",
    "*DISPO:CONVICTED",
    "   CONV STATUS:FELONY",
    "* * * *",
    "COURT: NAM:01",
    "19950101 CASC ALAMEDA CO",
    "CNT:01 #C99",
    "  206 PC-TORTURE",
    "*DISPO:CONVICTED",
    "   CONV STATUS:FELONY",
    "CNT:02 #C99",
    "  459 PC-BURGLARY",
    "*DISPO:CONVICTED",
    "   CONV STATUS:FELONY",
    "* * * END OF MESSAGE * * *",
)
PAGES = (FIRST_PAGE, SECOND_PAGE)


def sheet_pdf() -> bytes:
    """Return the sheet as a PDF file of text."""
    return text_pdf(PAGES)


@contextmanager
def open_to_everyone() -> Iterator[Path]:
    """Let the public hand in sheets; they are held in a new folder, which is given."""
    with tempfile.TemporaryDirectory() as place, held_in(Path(place) / "sheets") as found:
        yield found


@contextmanager
def held_in(place: Path) -> Iterator[Path]:
    """Let the public hand in sheets, which are held there."""
    with override_settings(READ_RAP_SHEETS="everyone", SHEETS_DIR=str(place), PICTURE_READER="none"):
        yield place


def held_pages(
    folder: Folder, pages: Sequence[Sequence[str]] = PAGES, *, trouble: Trouble | None = None
) -> None:
    """Keep the pages of a sheet as if they had been read; ``trouble``: of the first page."""
    begun(folder)
    keep_count(folder, len(pages))
    for number, lines in enumerate(pages, 1):
        height = 1 / (len(lines) + 2)
        boxed = tuple(
            TextLine(line, line.startswith("20090415"), (0.07, place * height, 0.7, (place + 0.8) * height))
            for place, line in enumerate(lines, 1)
        )
        keep_page(
            folder,
            number,
            lines=boxed,
            picture=_picture(tuple(lines)),
            trouble=trouble.value if trouble and number == 1 else None,
            from_picture=True,
        )


@cache
def _picture(lines: tuple[str, ...]) -> bytes:
    return saved(drawn(lines, wide=400))


def held_by_everyone(prepare: Callable[[Folder], None]) -> None:
    """Give every visit a held sheet, prepared."""
    for visit in Interview.objects.all():
        prepare(hold(visit.pk))


@dataclass
class Hander:
    """A visitor who hands in a sheet."""

    client: Client

    def agree(self, **more: str) -> HttpResponse:
        """Agree to the text."""
        return self.client.post("/rap-sheet/", {"agreed": "on", **more})

    def send(self, *contents: bytes, names: Sequence[str] = (), **more: str) -> HttpResponse:
        """Choose files."""
        titles = names or [f"photo {number}" for number in range(1, len(contents) + 1)]
        files = [SimpleUploadedFile(title, content) for title, content in zip(titles, contents, strict=True)]
        return self.client.post("/rap-sheet/files/", {"files": files, **(more or {"add": "1"})})

    def wait(self, *, seconds: float = 30) -> HttpResponse:
        """Wait until the sheet is read, as the progress page does."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.client.get("/rap-sheet/reading/")
            if not self.client.get("/rap-sheet/reading/now/").json()["goes_on"]:
                return self.client.get("/rap-sheet/reading/")
            time.sleep(0.1)
        raise AssertionError("the sheet was not read in time")


def hander() -> Hander:
    """Return a visitor who has agreed."""
    found = Hander(Client())
    assert found.agree().headers["Location"] == "/rap-sheet/files/"
    return found


def file_added(folder: Folder) -> None:
    """Choose two files, and do not read them yet."""
    with_file(folder, title="page one.jpg", content=saved(drawn(FIRST_PAGE)))
    with_file(folder, title="page two.jpg", content=saved(drawn(SECOND_PAGE)))
