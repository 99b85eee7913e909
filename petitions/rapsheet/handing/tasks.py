"""What a worker is told of sheets: to have one read. Somebody waits for it, so it comes before other work."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django_tasks import task

from petitions.rapsheet.files.engine_choice import engine
from petitions.rapsheet.handing.process import read_apart
from petitions.records import telling
from petitions.records.held.folder import Folder
from petitions.records.held.holding import note_asked, note_taken, row_of_folder, sheet_to_read

_FIRST = 100
"""The highest priority, which each kind of queue knows."""
_AGAIN = timedelta(seconds=20)


def have_read(folder: Folder) -> None:
    """Have a sheet read, unless a worker was told of it lately."""
    with transaction.atomic():  # the worker is told once it is noted that the sheet waits
        if telling.tell(row_of_folder(folder), read_sheet, folder.name, times=1, again=_AGAIN):
            note_asked(folder)


@task(priority=_FIRST)
@telling.quiet
def read_sheet(sheet: str) -> None:
    """Read a sheet, or go on where it was left, in a process of its own that ends when the sheet is destroyed."""
    folder = sheet_to_read(sheet)
    if folder is not None:
        note_taken(folder)
        read_apart(folder, engine=engine())
