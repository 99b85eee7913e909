"""An installed official form as papers use it: its edition, its empty page, and the place of each item."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from petitions.documents.official.items import Item
from petitions.documents.printed import MONTHS

CURRENT = date(2024, 1, 1)
"""The day of the newest edition that was known when this was written."""
READ_ON = date(2026, 11, 28)
"""When the newest edition was last looked for."""

_EDITION = re.compile(r"(New|Rev\.) ([A-Z][a-z]+) (\d{1,2}), (\d{4})")


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of a form, as its foot names it: ``wording`` is "Rev. January 1, 2024"."""

    form: str
    wording: str
    day: date

    @property
    def name(self) -> str:
        """Name form and edition, as the manifest does."""
        return f"{self.form} {self.wording}"

    @property
    def is_old(self) -> bool:
        """Say whether a newer edition is known."""
        return self.day < CURRENT


def read_edition(form: str, *, wording: str) -> Edition | None:
    """Read the words between the brackets at a form's foot; None where they name no day."""
    found = _EDITION.fullmatch(wording)
    if found is None or found[2] not in MONTHS:
        return None
    try:
        day = date(int(found[4]), MONTHS.index(found[2]) + 1, int(found[3]))
    except ValueError:
        return None
    return Edition(form, wording, day)


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A place on the page, in points from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """Return the width in points."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Return the height in points."""
        return self.top - self.bottom


@dataclass(frozen=True, slots=True)
class OfficialForm:
    """The form without its fields: ``blank`` is a one-page PDF of what is printed on it, and nothing else."""

    edition: Edition
    width: float
    height: float
    places: tuple[tuple[Item, Rectangle], ...]
    blank: bytes = field(repr=False)

    @property
    def items(self) -> frozenset[Item]:
        """Return the items that have a place."""
        return frozenset(item for item, _ in self.places)
