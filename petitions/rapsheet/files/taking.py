"""Takes the pages of files out of the jail, one by one, and goes on behind a page that ends the jail."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager

from petitions.rapsheet.files.bounds import (
    MORE_FOR_A_PAGE,
    MOST_DEATHS,
    MOST_PAGES,
    OPENING_SECONDS,
    PAGE_SECONDS,
    SECONDS_IN_ALL,
)
from petitions.rapsheet.files.cell.found import PageFound, State, heard
from petitions.rapsheet.files.jail import Ended, Job, Prisoner, jailed
from petitions.rapsheet.files.unreadable import Unreadable

_MB = 1024 * 1024
_JOBS = "petitions.rapsheet.files.cell.file_jobs"
_SECONDS = int(OPENING_SECONDS + SECONDS_IN_ALL + MORE_FOR_A_PAGE * MOST_PAGES)
COUNTING = Job(f"{_JOBS}:count", f"{_JOBS}:prepare", processor_seconds=SECONDS_IN_ALL, own_data=400 * _MB)
TAKING = Job(f"{_JOBS}:take", f"{_JOBS}:prepare", processor_seconds=_SECONDS, own_data=400 * _MB)


def counted_pages(files: Sequence[bytes]) -> int:
    """Return the number of pages of all files; raise Unreadable."""
    try:
        with jailed(COUNTING, files=files) as prisoner:
            return _number_of_pages(prisoner, seconds=SECONDS_IN_ALL)
    except Ended as ended:
        raise Unreadable(ended.code) from None


def taken_pages(files: Sequence[bytes], *, first: int) -> Generator[PageFound, None, None]:
    """Yield the pages from page ``first``, counted from 0; raise Unreadable where none of a sheet is whole.

    Damaged pages at the start are held back until another is whole.
    """
    taking = _Taking(files, first=first)
    damaged: list[PageFound] = []
    seen_whole = first > 0
    for page in taking.all_pages():
        damaged.append(page)
        seen_whole = seen_whole or page.state is not State.DAMAGED
        if seen_whole:
            yield from damaged
            damaged.clear()
    if damaged:
        raise Unreadable(taking.code)


class _Taking:
    """Where the taking of some files stands, and how much patience is left. ``code``: why a page was lost."""

    def __init__(self, files: Sequence[bytes], *, first: int) -> None:
        self.code = "broken"
        self._files = files
        self._next = first
        self._pages: int | None = None
        self._deaths = 0
        self._left: float = SECONDS_IN_ALL

    def all_pages(self) -> Iterator[PageFound]:
        """Yield each page, damaged where it ended a fork."""
        while self._pages is None or self._next < self._pages:
            try:
                yield from self._go_on()
            except Ended as ended:
                self._lose_a_page(ended)
                yield PageFound(State.DAMAGED)

    def _go_on(self) -> Iterator[PageFound]:
        """Yield what one fork gives, until the last page; raise Ended where it ends at one."""
        with jailed(TAKING, files=self._files, first=self._next) as prisoner:
            with self._patience(OPENING_SECONDS) as seconds:
                self._pages = _number_of_pages(prisoner, seconds=seconds)
            while self._next < self._pages:
                with self._patience(PAGE_SECONDS) as seconds:
                    page = _page(prisoner, seconds=seconds)
                self._left += MORE_FOR_A_PAGE
                self._next += 1
                yield page

    def _lose_a_page(self, ended: Ended) -> None:
        """Leave out the page that ended a fork; raise Unreadable where no page had come, or too many are lost."""
        self.code = ended.code
        self._deaths += 1
        if self._pages is None or self._left <= 0 or self._deaths > MOST_DEATHS:
            raise Unreadable(ended.code)
        self._next += 1

    @contextmanager
    def _patience(self, most: float) -> Iterator[float]:
        started = time.monotonic()
        try:
            yield min(most, self._left)
        finally:
            self._left -= time.monotonic() - started


def _number_of_pages(prisoner: Prisoner, *, seconds: float) -> int:
    pages = prisoner.hear(seconds=seconds).head.get("pages")
    if type(pages) is not int or not 0 < pages <= MOST_PAGES:
        raise Ended
    return pages


def _page(prisoner: Prisoner, *, seconds: float) -> PageFound:
    try:
        return heard(prisoner.hear(seconds=seconds))
    except Unreadable as unreadable:
        raise Ended(unreadable.code) from None
    except (ValueError, TypeError):
        raise Ended from None
