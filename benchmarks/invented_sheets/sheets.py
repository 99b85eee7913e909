"""Makes one invented sheet: pages of text, and the truth of what stands on them."""

from __future__ import annotations

import random
from dataclasses import dataclass

from benchmarks.invented_sheets import words
from benchmarks.invented_sheets.heads import head_lines
from benchmarks.invented_sheets.layouts import LAYOUTS, Layout
from benchmarks.invented_sheets.lives import invented_cycles, invented_person
from benchmarks.invented_sheets.printing import cycle_lines, end_lines
from benchmarks.invented_sheets.record import Event, Person, Record
from benchmarks.invented_sheets.truth import Fact, truth_of

MOST_PAGES = 30
_TRIES, _MOST_TRIES = 6, 200
"""Cycles that may prove too long for the last page before it stays as full as it is."""


@dataclass(frozen=True, slots=True)
class InventedSheet:
    """A sheet. ``pages``: the lines as printed, furniture included."""

    seed: int
    layout: str
    pages: tuple[tuple[str, ...], ...]
    truth: tuple[Fact, ...]

    @property
    def text(self) -> str:
        """Return all pages as one text, a form feed between."""
        return "\f".join("\n".join(page) for page in self.pages)


def invented_sheet(seed: int, *, layout: str, pages: int = 2) -> InventedSheet:
    """Invent a sheet of so many pages (1 to 30); the same arguments give the same sheet."""
    if not 1 <= pages <= MOST_PAGES:
        raise ValueError(f"A sheet has 1 to {MOST_PAGES} pages.")
    dice = random.Random(f"{layout} {seed} {pages}")
    made = LAYOUTS[layout]
    person = invented_person(dice, layout=made)
    head = head_lines(person, layout=made, dice=dice)
    cycles = _cycles(dice, person=person, head=head, layout=made, pages=pages)
    lines = _lines(head, cycles, made)
    return InventedSheet(seed, layout, _furnished(lines, made), truth_of(Record(person, cycles)))


def _cycles(
    dice: random.Random, *, person: Person, head: list[str], layout: Layout, pages: int
) -> tuple[tuple[Event, ...], ...]:
    """Take cycles while they have room: the last page is used, and none is begun beyond it."""
    kept: list[tuple[Event, ...]] = []
    room, tries = pages * _body(layout) - len(_lines(head, (), layout)) - len(words.END_NOTE), 0
    for cycle in invented_cycles(dice, person=person, layout=layout, pages=pages):
        length = len(cycle_lines(cycle, layout=layout))
        if length <= room:
            kept.append(cycle)
            room -= length
        else:
            tries += 1
        if tries >= _TRIES and (tries >= _MOST_TRIES or (kept and room < _body(layout))):
            break
    return tuple(kept)


def _lines(head: list[str], cycles: tuple[tuple[Event, ...], ...], layout: Layout) -> list[str]:
    body = [line for cycle in cycles for line in cycle_lines(cycle, layout=layout)]
    return [*head, *body, *end_lines(cycles, layout=layout)]


def _body(layout: Layout) -> int:
    return layout.lines - len(layout.top) - len(layout.bottom)


def _furnished(lines: list[str], layout: Layout) -> tuple[tuple[str, ...], ...]:
    """Cut the lines into pages, wherever the cut falls, and put the furniture around each."""
    size = _body(layout)
    cut = [lines[start : start + size] for start in range(0, len(lines), size)]
    pages = []
    for number, body in enumerate(cut, start=1):
        filled = body + [""] * (size - len(body) if layout.bottom else 0)
        around = {"page": number, "pages": len(cut)}
        top = [line.format(**around) for line in layout.top]
        bottom = [line.format(**around) for line in layout.bottom]
        indented = [f"{' ' * layout.margin}{line}".rstrip() for line in filled]
        pages.append((*top, *indented, *bottom))
    return tuple(pages)
