"""The states of the pages on which a RAP sheet is handed in, read and checked."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import greenlet
from django.test import override_settings

from petitions.rapsheet.confirming.choices import Choice, keep_choice
from petitions.rapsheet.handing.kept_pages import keep_count, keep_refusal
from petitions.rapsheet.handing.plan import begun
from petitions.rapsheet.troubles import Trouble
from petitions.records.held.folder import Folder
from tests.interview.visitors import screened
from tests.pages.state import State
from tests.rapsheet.handing.handed import file_added, held_by_everyone, held_in, held_pages, open_to_everyone

AT = "/rap-sheet/"
NOTHING_FOUND = (("CII/A99000099", "MESSAGE OF ANOTHER KIND", "* * * END OF MESSAGE * * *"),)
_PLACE = tempfile.TemporaryDirectory()


def sheet_states() -> Iterator[State]:
    """Give them all."""
    yield State("sheet-off", "rap_sheet", AT, amid=lambda: override_settings(READ_RAP_SHEETS="clinics"))
    yield State("sheet-agree", "rap_sheet", AT, amid=open_to_everyone)
    yield State("sheet-agree-begun", "rap_sheet", AT, screened, amid=open_to_everyone)
    yield State("empty-sheet-agree", "rap_sheet", AT, amid=open_to_everyone, sent={})
    yield State("sheet-stopped", "sheet_stopped", f"{AT}stopped/")
    yield _held("sheet-files", "files/", lambda folder: None)
    yield _held("sheet-files-chosen", "files/", file_added)
    yield _held("empty-sheet-files", "files/", lambda folder: None, sent={"add": "1"})
    yield _held("sheet-reading", "reading/", _half_read)
    yield _held("sheet-refused", "reading/", _refused)
    yield _held("sheet-pages", "pages/", _too_dark)
    yield _held("sheet-page", "pages/1/", _too_dark)
    yield _held("empty-sheet-page", "pages/1/", _too_dark, sent={})
    yield from _checking()


def _checking() -> Iterator[State]:
    yield _held("sheet-check", "check/", held_pages)
    yield _held("sheet-check-done", "check/", all_checked)
    yield _held("sheet-check-none", "check/", lambda folder: held_pages(folder, NOTHING_FOUND))
    yield _held("sheet-conviction", "check/c1/", held_pages)
    yield _held("sheet-conviction-doubtful", "check/c3/", held_pages)
    yield _held("sheet-conviction-missed", "check/n/", held_pages)
    yield _held("wrong-sheet-conviction", "check/c1/", held_pages, sent={"crime": "weed", "when_1": "40"})
    yield _held("sheet-person", "check/you/", held_pages)
    yield _held("empty-sheet-person", "check/you/", held_pages, sent={})


def all_checked(folder: Folder) -> None:
    """Confirm one conviction as it was read, and leave the rest out."""
    held_pages(folder)
    crime = {"code": "HS", "section": "11359", "subdivision": None, "prefix": "none"}
    keep_choice(folder, "c1", Choice({"crime": crime}))
    for name in ("c2", "c3"):
        keep_choice(folder, name, Choice(is_left_out=True))
    keep_choice(folder, "you", Choice({}))


def _held(
    name: str, path: str, prepare: Callable[[Folder], None], *, sent: dict[str, str] | None = None
) -> State:
    route = {
        "files/": "sheet_files",
        "reading/": "sheet_reading",
        "pages/": "sheet_pages",
        "pages/1/": "sheet_page",
        "check/": "sheet_check",
        "check/you/": "sheet_person",
    }.get(path, "sheet_conviction")
    return State(name, route, f"{AT}{path}", screened, sent=sent, amid=lambda: while_held(prepare))


@contextmanager
def while_held(prepare: Callable[[Folder], None]) -> Iterator[None]:
    """Hold the sheet of a state. What asks for its pictures is a greenlet of the browser's, outside of the test's transaction."""
    with held_in(Path(_PLACE.name)), patch("petitions.rapsheet.handing.views.have_read"):
        if greenlet.getcurrent().parent is None:
            held_by_everyone(prepare)
        yield


def _half_read(folder: Folder) -> None:
    file_added(folder)
    begun(folder)
    keep_count(folder, 2)


def _refused(folder: Folder) -> None:
    _half_read(folder)
    keep_refusal(folder, "encrypted")


def _too_dark(folder: Folder) -> None:
    held_pages(folder, trouble=Trouble.TOO_DARK)
