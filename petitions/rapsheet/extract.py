"""Turns the files of a sheet into pages of lines. The files are opened in a jail only; nothing of them is kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass

from petitions.rapsheet.engines import Engine
from petitions.rapsheet.files.bounds import MOST_IN_A_FILE, MOST_IN_ALL
from petitions.rapsheet.files.cell.found import PageFound, State
from petitions.rapsheet.files.kinds import kind_of
from petitions.rapsheet.files.picture_reader import PictureReader
from petitions.rapsheet.files.places import FOR_FILES, a_place
from petitions.rapsheet.files.taking import counted_pages, taken_pages
from petitions.rapsheet.files.unreadable import Unreadable
from petitions.rapsheet.pages import TextLine
from petitions.rapsheet.troubles import Trouble

__all__ = ["PageRead", "Unreadable", "check_sizes", "count_pages", "read_pages"]


@dataclass(frozen=True)
class PageRead:
    """A page: its lines, and a picture (JPEG) to show beside them, at most 1100 pixels wide.

    ``picture`` is empty where the page cannot be drawn. ``from_picture``: the lines were not in the file as text.
    """

    lines: tuple[TextLine, ...]
    picture: bytes
    from_picture: bool
    trouble: Trouble | None


def check_sizes(sizes: Sequence[int]) -> None:
    """Raise Unreadable for files of these numbers of bytes, before any of them is read."""
    if not sizes or 0 in sizes:
        raise Unreadable("empty")
    if max(sizes) > MOST_IN_A_FILE or sum(sizes) > MOST_IN_ALL:
        raise Unreadable("too_large")


def count_pages(files: Sequence[bytes]) -> int:
    """Return how many pages the files of one sheet have together; raise Unreadable."""
    _check(files)
    with a_place(FOR_FILES):
        return counted_pages(files)


def read_pages(files: Sequence[bytes], *, first: int = 0, engine: Engine) -> Iterator[PageRead]:
    """Yield the pages of the files in their order, from page ``first`` (counted from 0); raise Unreadable.

    Closing the iterator ends the work at once. A page that cannot be opened is told as one while others can be.
    """
    _check(files)
    with (
        a_place(FOR_FILES),
        PictureReader(engine) as reader,
        closing(taken_pages(files, first=first)) as pages,
    ):
        for page in pages:
            yield _page_read(page, reader=reader)


def _check(files: Sequence[bytes]) -> None:
    check_sizes([len(content) for content in files])
    for content in files:
        kind_of(content)


def _page_read(page: PageFound, *, reader: PictureReader) -> PageRead:
    if page.state is State.PICTURE:
        return _picture_read(page, reader=reader)
    trouble = Trouble.DAMAGED if page.state is State.DAMAGED else None
    return PageRead(page.lines, page.shown, from_picture=False, trouble=trouble)


def _picture_read(page: PageFound, *, reader: PictureReader) -> PageRead:
    """Read the picture of a page; its few signs of text are kept where the engine finds fewer."""
    read = reader.read(page.to_read)
    if read is None:
        return PageRead(page.lines, page.shown, from_picture=True, trouble=Trouble.NOT_READ)
    if _length(page.lines) > _length(read.lines):
        return PageRead(page.lines, page.shown, from_picture=False, trouble=None)
    return PageRead(read.lines, read.shown, from_picture=True, trouble=read.trouble)


def _length(lines: Sequence[TextLine]) -> int:
    return sum(len("".join(line.text.split())) for line in lines)
