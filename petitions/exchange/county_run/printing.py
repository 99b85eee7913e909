"""Prints papers of a county review: by the bulk lane, or by the full one where a value does not fit it."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import pikepdf

from petitions.documents.build import Written
from petitions.documents.bulk.content import NoSkeleton
from petitions.documents.bulk.lane import BulkLane
from petitions.documents.bulk.letters import NeedsFullRender
from petitions.documents.bulk.store import Store
from petitions.documents.bulk.volumes import Part, join
from petitions.documents.county.list_pages import ListPage
from petitions.documents.files import PlannedFile
from petitions.documents.packet import Paper
from petitions.documents.pages import page
from petitions.documents.single import printed_page

_TOGETHER = 20
"""Pages of a list below one line of the outline."""


def print_papers(papers: Sequence[Paper], *, shelf: Path | None) -> tuple[list[Written], bool]:
    """Print each paper alone, and say whether it took the full lane; which one depends on the papers alone.

    Raise FilingProblems for missing letters, NotPrinted where a paper takes too long.
    """
    files = [PlannedFile(paper.document, (paper,), paper.language, is_packet=False) for paper in papers]
    try:
        return list(_lane(shelf).print_files(files).values()), False
    except (NeedsFullRender, NoSkeleton):
        return [_whole(paper) for paper in papers], True


def print_list(pages: Sequence[ListPage], *, title: str, shelf: Path | None) -> Iterator[Part]:
    """Print the pages of a list, a part each, so that they can be joined; some of them stand in the outline."""
    for number, one in enumerate(pages, start=1):
        [printed], _ = print_papers([Paper("county-list", title, "en", one)], shelf=shelf)
        yield Part(f"{title}, page {number:,}" if number % _TOGETHER == 1 else "", printed.content)


def joined(parts: Iterable[Part]) -> Written:
    """Write parts as one file."""
    return _counted(join(parts))


def _whole(paper: Paper) -> Written:
    return _counted(printed_page(page(paper)))


def _counted(content: bytes) -> Written:
    with pikepdf.open(io.BytesIO(content)) as opened:
        return Written(content, len(opened.pages))


@lru_cache(maxsize=1)
def _lane(shelf: Path | None) -> BulkLane:
    return BulkLane(Store(shelf) if shelf else None)
