"""A page's content with slots: the parts that stay, and between them the values and what moves with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from petitions.documents.bulk.deflate import Part, between, joined, varying
from petitions.documents.bulk.internals import Place, Run
from petitions.documents.bulk.letters import Letters, NeedsFullRender
from petitions.documents.bulk.slots import MARK_SENTINEL, SENTINEL, is_sentinel
from petitions.documents.typed import Mark, Typed

_TOUCH = 0.1
"""How near, in CSS pixels, a text must follow another to be the end of the same line of it."""


class NoSkeleton(Exception):
    """A template sets a typed value where the bulk lane cannot: it is to be changed."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Where one value goes: its font and size, and its most width, in CSS pixels."""

    value: int
    letters: Letters
    size: float
    space: float


@dataclass(frozen=True, slots=True)
class Moved:
    """Where a text that follows a value begins, when the value is as wide as ``of`` takes it."""

    of: Slot
    x: float
    y: bytes


@dataclass(slots=True)
class PageContent:
    """One page: constant parts and slots in turn."""

    parts: list[Part | Slot | Moved] = field(default_factory=list)

    def fill(self, values: Sequence[Typed], *, shown: Shown | None = None) -> bytes:
        """Return the compressed content with the values set; raise NeedsFullRender where one does not fit."""
        known = {} if shown is None else shown
        return joined(
            [
                part if isinstance(part, tuple) else _set(part, values=values, shown=known)
                for part in self.parts
            ]
        )


Shown = dict[tuple[int, str], tuple[Part, int]]
"""What was set already, by font and value, and its width in 1/1000 em: a packet shows a value many times."""


def _set(part: Slot | Moved, *, values: Sequence[Typed], shown: Shown) -> Part:
    if isinstance(part, Moved):
        _, width = shown[id(part.of.letters), values[part.of.value]]
        return varying(b"1 0 0 -1 %.6f %s Tm\n" % (part.x + width * part.of.size / 1000, part.y))
    value = values[part.value]
    known = shown.get((id(part.letters), value))
    if known is None:
        known = shown[id(part.letters), value] = _shown(value, letters=part.letters)
    if known[1] * part.size / 1000 > part.space:
        raise NeedsFullRender
    return known[0]


def _shown(value: str, *, letters: Letters) -> tuple[Part, int]:
    if value != " ".join(value.split()):
        raise NeedsFullRender
    return varying(b"(" + letters.encode(value) + b") Tj\n"), letters.width(value)


def page_content(
    lines: list[bytes],
    *,
    runs: Sequence[Run],
    places: Sequence[Place],
    letters: dict[str, Letters],
    marks: Sequence[int],
) -> PageContent:
    """Cut a page's content at its sentinels. ``marks`` numbers the values of its boxes, in order."""
    left_marks, left_places = list(marks), [place for place in places if is_sentinel(place.text)]
    cuts: dict[int, Slot | Moved] = {}
    for run, follower in pairwise([*runs, None]):
        if run is None or not is_sentinel(run.text):
            continue
        place = _take(left_places, text=run.text)
        slot = Slot(_number(run.text, marks=left_marks), letters[run.font], run.size, place.space)
        cuts[run.text_line] = slot
        if place.after and run.text != MARK_SENTINEL:
            if place.after > 1 or follower is None or not _touches(run, follower=follower, letters=letters):
                raise NoSkeleton("More than one text follows a typed value on its line.")
            cuts[follower.position_line] = Moved(slot, run.x, b"%.6f" % follower.y)
    if left_places:
        raise NoSkeleton("A typed value is not found in the content of its page.")
    pieces: list[bytes | Slot | Moved] = [cuts.get(number, line + b"\n") for number, line in enumerate(lines)]
    return PageContent(between(pieces))


def _take(left: list[Place], *, text: str) -> Place:
    found = next((place for place in left if place.text == text), None)
    if found is None or not (found.alone or text == MARK_SENTINEL):
        raise NoSkeleton("A typed value stands in a paragraph of several lines.")
    if not (found.steady or text == MARK_SENTINEL):
        raise NoSkeleton("A typed value is kerned, spaced, or not set from the left.")
    left.remove(found)
    return found


def _number(text: str, *, marks: list[int]) -> int:
    found = SENTINEL.fullmatch(text)
    return int(found[1]) if found else marks.pop(0)


def _touches(run: Run, *, follower: Run, letters: dict[str, Letters]) -> bool:
    end = run.x + letters[run.font].width(run.text) * run.size / 1000
    return follower.y == run.y and abs(follower.x - end) < _TOUCH and not is_sentinel(follower.text)


def values_of_marks(values: Sequence[Typed]) -> list[int]:
    """Return the numbers of the values that are boxes."""
    return [number for number, value in enumerate(values) if isinstance(value, Mark)]
