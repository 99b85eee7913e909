"""Fits texts to their places: as large as the place lets, down to 8 points, and else to an attachment."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from petitions.documents.official.form import Rectangle
from petitions.documents.official.items import Item

SIZES = (10.0, 9.5, 9.0, 8.5, 8.0)
MEASURED_AT = 10.0
PADDING = 1.0
TOLERANCE = 1.01
_REFERENCES = ("See attachment, item {}", "See att., item {}", "Att. {}", "{}")

Measure = Callable[[Sequence[str]], Sequence[float]]
"""Return the widths of texts set on one line at ``MEASURED_AT`` points."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A text in its place; ``place`` counts the form's places from 0, ``size`` is in points."""

    place: int
    text: str
    size: float


@dataclass(frozen=True, slots=True)
class Attached:
    """A text that its place does not hold, whole; ``number`` is what the place refers to."""

    number: int
    item: Item
    text: str


def place_texts(
    texts: Sequence[tuple[Item, str]], *, places: Sequence[tuple[Item, Rectangle]], measure: Measure
) -> tuple[tuple[Placed, ...], tuple[Attached, ...]]:
    """Set each text in every place of its item; what is too long in one of them is attached and referred to."""
    widths = measure([text for _, text in texts])
    attached: list[Attached] = []
    placed: list[Placed] = []
    for (item, text), width in zip(texts, widths, strict=True):
        rooms = [(number, room) for number, (one, room) in enumerate(places) if one is item]
        sizes = [_size(width, room=room) for _, room in rooms]
        if None not in sizes:
            placed.extend(
                Placed(number, text, size) for (number, _), size in zip(rooms, sizes, strict=True) if size
            )
            continue
        attached.append(Attached(len(attached) + 1, item, text))
        placed.extend(_reference(number, len(attached), room=room, measure=measure) for number, room in rooms)
    return tuple(placed), tuple(attached)


def _size(width: float, *, room: Rectangle) -> float | None:
    """Return the largest size at which a text fits; the smallest size is let into a lower place."""
    sizes = [size for size in SIZES if size <= max(room.height, SIZES[-1])]
    needed = width * TOLERANCE / MEASURED_AT
    return next((size for size in sizes if size * needed <= room.width - 2 * PADDING), None)


def _reference(place: int, number: int, *, room: Rectangle, measure: Measure) -> Placed:
    """Refer to the attachment in the longest words that fit."""
    words = [one.format(number) for one in _REFERENCES]
    sizes = [_size(width, room=room) for width in measure(words)]
    fitting = ((text, size) for text, size in zip(words, sizes, strict=True) if size)
    text, size = next(fitting, (words[-1], SIZES[-1]))
    return Placed(place, text, size)
