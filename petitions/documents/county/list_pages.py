"""The pages that list cases for a court: one line a count, the case number first, in the order of the numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from petitions.documents.county.cases import CountyCase, CountyCount, Ground
from petitions.documents.county.words import BLANK, RELIEF, section, short_date
from petitions.documents.forms.fitting import broken, lines_needed
from petitions.documents.typed import Typed

LETTERS = dict(zip(Ground, "abcd", strict=True))
"""The letter under which a bulk motion states a ground."""
_NAME_WIDTH, _SECTION_WIDTH = 290.0, 116.0
"""In points: enough for some 30 capitals of the usual mix."""
_LONGEST_SECTION = "§ 11360(a) (attempt)"
"""The longest that is usual; its column is as wide as it is when measured, not estimated."""
_LINES_ON_A_PAGE = 34


@dataclass(frozen=True, slots=True)
class CourtLine:
    """A count as a list has it, ``number`` counting the lines of the court from 1."""

    number: int
    case: CountyCase
    count: CountyCount


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of two rows: number and case number above name; section above what is asked; date above a note.

    A name that one row has no room for begins behind the case number, or else is broken here: so the bulk lane sets it.
    """

    case_number: Typed
    name: tuple[Typed, ...]
    section: Typed
    relief: Typed
    conviction_date: Typed
    note: Typed


@dataclass(frozen=True, slots=True)
class ListPage:
    """One page. ``place`` says which of how many it is."""

    heading: str
    about: str
    note: str
    court: Typed
    courthouse: Typed
    place: Typed
    lines: tuple[PrintedLine, ...]


def court_lines(cases: Iterable[CountyCase]) -> tuple[CourtLine, ...]:
    """List the counts of a court's cases as clerks file them: by case number, digits compared as numbers."""
    ordered = sorted(cases, key=lambda case: in_order(case.case_number or ""))
    counts = ((case, count) for case in ordered for count in case.counts)
    return tuple(CourtLine(number, case, count) for number, (case, count) in enumerate(counts, start=1))


def exhibit_pages(lines: Sequence[CourtLine], *, court: str, courthouse: str | None) -> Iterator[ListPage]:
    """Write Exhibit A of a bulk motion; the note of each line is its ground."""
    printed = [_printed(line, note=f"Ground ({_letter(line.count)})") for line in lines]
    about = "Convictions for which relief is asked"
    yield from _pages("Exhibit A", about, "Ground", printed, court=court, courthouse=courthouse)


def list_pages(lines: Sequence[CourtLine], *, court: str, courthouse: str | None) -> Iterator[ListPage]:
    """Write the list for a clerk's desk; the note of each line is the level of the conviction."""
    printed = [_printed(line, note=line.count.level or BLANK) for line in lines]
    about = "Cases in which an order is asked"
    yield from _pages("List of cases", about, "Level", printed, court=court, courthouse=courthouse)


def _pages(
    heading: str, about: str, note: str, lines: Sequence[PrintedLine], *, court: str, courthouse: str | None
) -> Iterator[ListPage]:
    pages = list(_cut(lines))
    for number, on_page in enumerate(pages, start=1):
        yield ListPage(
            heading=heading,
            about=about,
            note=note,
            court=Typed(court),
            courthouse=Typed(f"Courthouse: {courthouse or BLANK}"),
            place=Typed(f"Page {number:,} of {len(pages):,}"),
            lines=on_page,
        )


def _cut(lines: Sequence[PrintedLine]) -> Iterator[tuple[PrintedLine, ...]]:
    """Put on each page what it surely holds, so that no page runs over on to one that is not counted."""
    page: list[PrintedLine] = []
    used = 0
    for line in lines:
        height = _height(line)
        if page and used + height > _LINES_ON_A_PAGE:
            yield tuple(page)
            page, used = [], 0
        page.append(line)
        used += height
    if page:
        yield tuple(page)


def _height(line: PrintedLine) -> int:
    left = sum(lines_needed(one, width=_NAME_WIDTH) for one in (line.case_number, *line.name))
    is_usual = len(line.section) <= len(_LONGEST_SECTION)
    right = 2 if is_usual else 1 + lines_needed(line.section, width=_SECTION_WIDTH)
    return max(left, right)


def _printed(line: CourtLine, *, note: str) -> PrintedLine:
    first, *name = _rows(line)
    return PrintedLine(
        case_number=Typed(first),
        name=tuple(map(Typed, name)),
        section=Typed(section(line.count)),
        relief=Typed(RELIEF[line.count.relief] if line.count.relief else BLANK),
        conviction_date=short_date(line.count.conviction_date),
        note=Typed(note),
    )


def _rows(line: CourtLine) -> tuple[str, ...]:
    first = f"{line.number}. {line.case.case_number or BLANK}"
    below = broken(line.case.name, width=_NAME_WIDTH)
    behind = broken(f"{first}: {line.case.name}", width=_NAME_WIDTH) if len(below) > 1 else ()
    return behind if len(behind) == 2 else (first, *below)


def _letter(count: CountyCount) -> str:
    assert count.ground is not None
    return LETTERS[count.ground]


def in_order(case_number: str) -> tuple[tuple[str, int], ...]:
    """Compare letters as letters and digits as numbers: BA9 before BA10."""
    parts = re.findall(r"(\D*)(\d*)", case_number.upper())
    return tuple((letters, int(digits or -1)) for letters, digits in parts)
