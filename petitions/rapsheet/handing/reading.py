"""Reads what was handed in, page after page, from the first page that is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from petitions.rapsheet.engines import Engine
from petitions.rapsheet.extract import PageRead, count_pages, read_pages
from petitions.rapsheet.files.unreadable import Unreadable
from petitions.rapsheet.handing.kept_pages import (
    has_page,
    keep_count,
    keep_page,
    keep_refusal,
    progress,
)
from petitions.rapsheet.handing.plan import Plan, contents, plan_of
from petitions.records.held.folder import Folder

_LATER = "busy"


class ReadPages(Protocol):
    """Yields the pages of files; ``petitions.rapsheet.extract.read_pages`` is the real one."""

    def __call__(self, files: Sequence[bytes], *, first: int = 0, engine: Engine) -> Iterator[PageRead]: ...


def read_all(
    folder: Folder,
    *,
    engine: Engine,
    count: Callable[[Sequence[bytes]], int] = count_pages,
    read: ReadPages = read_pages,
) -> bool:
    """Read every page that is missing and keep each at once; False: all places are taken, try again later."""
    try:
        _read_missing(folder, plan_of(folder), engine=engine, count=count, read=read)
    except Unreadable as refused:
        if refused.code == _LATER:
            return False
        keep_refusal(folder, refused.code)
    return True


def _read_missing(
    folder: Folder,
    plan: Plan,
    *,
    engine: Engine,
    count: Callable[[Sequence[bytes]], int],
    read: ReadPages,
) -> None:
    files = contents(folder, plan)
    if progress(folder).of is None:
        keep_count(folder, count(files))
    for number in _missing(folder):
        if number in plan.instead:
            _read_instead(folder, number, file=plan.instead[number], engine=engine, read=read)
    missing = _missing(folder)
    if missing:
        _read_on(folder, files, first=missing[0], engine=engine, read=read)


def _read_instead(folder: Folder, number: int, *, file: str, engine: Engine, read: ReadPages) -> None:
    """Read the photo in the place of a page; of a file with several pages the first counts."""
    _keep(folder, number, next(read([folder.get(file) or b""], engine=engine)))


def _read_on(folder: Folder, files: Sequence[bytes], *, first: int, engine: Engine, read: ReadPages) -> None:
    for number, page in enumerate(read(files, first=first - 1, engine=engine), first):
        if not has_page(folder, number):
            _keep(folder, number, page)


def _keep(folder: Folder, number: int, page: PageRead) -> None:
    keep_page(
        folder,
        number,
        lines=page.lines,
        picture=page.picture,
        trouble=page.trouble.value if page.trouble else None,
        from_picture=page.from_picture,
    )


def _missing(folder: Folder) -> list[int]:
    of = progress(folder).of or 0
    return [number for number in range(1, of + 1) if not has_page(folder, number)]
