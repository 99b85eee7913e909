"""Papers of any length: nothing overlaps, nothing is cut, no heading ends a page and no signature begins one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile
from typing import Any

import pytest

from petitions.documents.filing import ProsecutingOffice, Server
from petitions.documents.packet import Packets
from petitions.law.terms import Track
from tests.documents.every_paper import COURT_PAPERS, TRACKS, many_counts
from tests.documents.printed_pages import pdf
from tests.documents.samples import ADDRESS, ATTORNEY, a_filing, a_filing_case, on_track, packets
from tests.documents.tagged import Piece, pieces

QUICK_COUNTS, QUICK_NAMES = (1, 6, 26, 60), (1, 8, 20)
LONG = "Wilhelmina Vandersteen-Featherstonehaugh " * 4
LONG_ADDRESS = replace(
    ADDRESS, street="1200 Test Street of the Seven Hills " * 4, unit="Building 12, Apt 4 " * 3
)
LAWYER = replace(
    ATTORNEY, name=LONG.strip(), firm="Sample, Test & Example " * 7, mailing_address=LONG_ADDRESS
)
VALUES: dict[str, dict[str, Any]] = {
    "a long name": {"name_on_case": LONG},
    "a name without a break": {"name_on_case": "W" * 200},
    "two long names": {"name_on_case": LONG, "name_now": LONG.upper()},
    "long names before": {"other_names": (LONG, "W" * 200) * 10},
    "a long address": {
        "mailing_address": LONG_ADDRESS,
        "email": f"{'m' * 120}@example.org",
        "phone": "5" * 40,
    },
    "a lawyer": {"attorney": ATTORNEY},
    "a lawyer of many words": {"attorney": LAWYER, "name_now": LONG},
    "a long office and server": {
        "cases": (
            a_filing_case(
                prosecutor=ProsecutingOffice(LONG * 1, LONG_ADDRESS), server=Server(LONG, LONG_ADDRESS.lines)
            ),
        )
    },
}


def some(all_of_them: range, *, quick: tuple[int, ...]) -> list[Any]:
    return [pytest.param(one, marks=() if one in quick else pytest.mark.long) for one in all_of_them]


def faults(made: Packets) -> list[str]:
    return [
        f"{document}: {fault}"
        for document in COURT_PAPERS
        for fault in faults_of(pieces(pdf(made, document)))
    ]


def faults_of(found: tuple[Piece, ...]) -> Iterator[str]:
    said = tuple(one for one in found if one.text.strip())
    yield from cut(said)
    yield from overlapping(said)
    yield from headings_that_end_a_page(said)
    yield from signatures_that_begin_a_page(said)


def cut(said: tuple[Piece, ...]) -> Iterator[str]:
    for one in said:
        if one.left < 106 or one.right > 575 or one.top < 70 or one.bottom > 746:
            yield f"page {one.page + 1}: {one.text[:20]} is outside the margins"


def overlapping(said: tuple[Piece, ...]) -> Iterator[str]:
    """Compare ink; accents and tails of close lines may come within a third of a letter of one another."""
    for page in {one.page for one in said}:
        downward = sorted((piece for piece in said if piece.page == page), key=lambda one: one.top)
        for at, one in enumerate(downward):
            for two in takewhile(lambda next_one, one=one: one.bottom - next_one.top > 4, downward[at + 1 :]):
                wide = min(one.right, two.right) - max(one.left, two.left)
                high = min(one.bottom, two.bottom) - two.top
                if wide > 1 and high > 4:
                    yield f"page {page + 1}: {one.text[:20]} and {two.text[:20]} overlap"


def headings_that_end_a_page(said: tuple[Piece, ...]) -> Iterator[str]:
    for one in said:
        if one.kind == "H2" and one.bottom == max(two.bottom for two in said if two.page == one.page):
            yield f"page {one.page + 1}: the heading {one.text[:20]} ends it"


def signatures_that_begin_a_page(said: tuple[Piece, ...]) -> Iterator[str]:
    for at, one in enumerate(said):
        if one.text.startswith("Dated:") and said[at - 1].page != one.page:
            yield f"page {one.page + 1}: the signature stands alone"


@pytest.mark.parametrize("amount", some(range(1, 61), quick=QUICK_COUNTS))
def test_any_number_of_counts(amount: int) -> None:
    assert faults(many_counts(amount)) == []


@pytest.mark.parametrize("amount", some(range(21), quick=QUICK_NAMES))
@pytest.mark.parametrize("track", TRACKS)
def test_any_number_of_names(track: Track, amount: int) -> None:
    names = tuple(f"Other Name {number}" for number in range(amount))
    assert faults(on_track(track, filing=a_filing(other_names=names))) == []


@pytest.mark.long
@pytest.mark.parametrize("name", VALUES)
def test_long_values(name: str) -> None:
    assert faults(packets(filing=a_filing(**VALUES[name]))) == []


def test_what_overlaps_is_cut_or_is_left_alone_is_found() -> None:
    good = pieces(pdf(packets()))
    assert list(faults_of(good)) == []
    lowered = tuple(
        replace(one, top=one.top + 20, bottom=one.bottom + 20) if at == 3 else one
        for at, one in enumerate(good)
    )
    assert list(overlapping(lowered))
    assert list(cut(tuple(replace(one, right=one.right + 80) for one in good)))
    headings = tuple(one for one in good if one.kind == "H2")
    assert list(headings_that_end_a_page(headings))
    assert list(signatures_that_begin_a_page(tuple(replace(one, page=at) for at, one in enumerate(good))))
