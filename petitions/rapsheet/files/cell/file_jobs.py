"""The jobs on files: to count their pages, and to take them one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from petitions.documents.framing import Reply
from petitions.rapsheet.files.cell.fences import start_nothing
from petitions.rapsheet.files.cell.file_pages import pages_of_file
from petitions.rapsheet.files.cell.found import told
from petitions.rapsheet.files.cell.opening import opened_files
from petitions.rapsheet.files.cell.photographs import check_photograph
from petitions.rapsheet.files.kinds import Kind


def prepare(_asked: Reply) -> None:
    """What opens files is loaded, and needs no thread of its own."""
    start_nothing()


def count(asked: Reply, _hear: Callable[[], Reply]) -> Iterator[Reply]:
    """Tell the number of pages, and decode each photograph to see that it can be."""
    files = opened_files(asked.parts)
    for file in files:
        if file.kind is not Kind.PDF:
            check_photograph(file.content, kind=file.kind)
    yield Reply({"pages": sum(file.pages for file in files)})


def take(asked: Reply, _hear: Callable[[], Reply]) -> Iterator[Reply]:
    """Tell the number of pages, then each page from the first that is asked for."""
    files = opened_files(asked.parts)
    yield Reply({"pages": sum(file.pages for file in files)})
    before = 0
    for file in files:
        first = max(asked.head["first"] - before, 0)
        yield from map(told, pages_of_file(file, first=first))
        before += file.pages
