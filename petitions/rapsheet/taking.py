"""Takes the pages of files out of the jail, one by one, and goes on behind a page that ends the jail."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager

from petitions.rapsheet.bounds import (
    MORE_FOR_A_PAGE,
    MOST_DEATHS,
    MOST_PAGES,
    OPENING_SECONDS,
    PAGE_SECONDS,
    SECONDS_IN_ALL,
)
from petitions.rapsheet.cell.found import PageFound, State, heard
from petitions.rapsheet.jail import Ended, Job, Prisoner, jailed
from petitions.rapsheet.unreadable import Unreadable

_MB = 1024 * 1024
_JOBS = "petitions.rapsheet.cell.file_jobs"
_SECONDS = int(OPENING_SECONDS + SECONDS_IN_ALL + MORE_FOR_A_PAGE * MOST_PAGES)
COUNTING = Job(f"{_JOBS}:count", f"{_JOBS}:prepare", processor_seconds=SECONDS_IN_ALL, own_data=400 * _MB)
TAKING = Job(f"{_JOBS}:take", f"{_JOBS}:prepare", processor_seconds=_SECONDS, own_data=400 * _MB)


def counted_pages(files: Sequence[bytes]) -> int:
    """Return the number of pages of all files; raise Unreadable."""
    try:
        with jailed(COUNTING, files=files) as prisoner:
            return _number_of_pages(prisoner, seconds=SECONDS_IN_ALL)
    except Ended as ended:
        raise _refusal(ended) from None


def taken_pages(files: Sequence[bytes], *, first: int) -> Generator[PageFound, None, None]:
    """Yield the pages from page ``first``, counted from 0; raise Unreadable."""
    taking = _Taking(files, first=first)
    while not taking.is_done:
        try:
            yield from taking.go_on()
        except Ended as ended:
            taking.lose_a_page(ended)
            yield PageFound(State.DAMAGED)


class _Taking:
    """Where the taking of some files stands, and how much patience is left."""

    def __init__(self, files: Sequence[bytes], *, first: int) -> None:
        self._files = files
        self._next = first
        self._pages: int | None = None
        self._deaths = 0
        self._left: float = SECONDS_IN_ALL

    @property
    def is_done(self) -> bool:
        return self._pages is not None and self._next >= self._pages

    def go_on(self) -> Iterator[PageFound]:
        """Yield what one fork gives, until the last page; raise Ended where it ends at one."""
        with jailed(TAKING, files=self._files, first=self._next) as prisoner:
            with self._patience(OPENING_SECONDS) as seconds:
                self._pages = _number_of_pages(prisoner, seconds=seconds)
            while not self.is_done:
                with self._patience(PAGE_SECONDS) as seconds:
                    page = _page(prisoner, seconds=seconds)
                self._left += MORE_FOR_A_PAGE
                self._next += 1
                yield page

    def lose_a_page(self, ended: Ended) -> None:
        """Leave out the page that ended a fork; raise Unreadable where no page had come, or too many are lost."""
        self._deaths += 1
        if self._pages is None or self._left <= 0 or self._deaths > MOST_DEATHS:
            raise _refusal(ended)
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
        raise Ended(late=False)
    return pages


def _page(prisoner: Prisoner, *, seconds: float) -> PageFound:
    try:
        return heard(prisoner.hear(seconds=seconds))
    except (ValueError, TypeError):
        raise Ended(late=False) from None


def _refusal(ended: Ended) -> Unreadable:
    return Unreadable("too_slow" if ended.late else "broken")
