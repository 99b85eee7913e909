"""The tables as they are now: the package's, with the edits that this site keeps, wherever it keeps them."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from petitions.courts.edits import Edit, laid_over
from petitions.courts.tables import Tables, shipped_tables


@dataclass(frozen=True, slots=True)
class EditsNow:
    """All edits that hold. ``version`` changes whenever they do."""

    version: Hashable
    edits: tuple[Edit, ...]


Source = Callable[[], EditsNow | None]
"""Tells the edits of now; None where this program keeps none."""
_source: Source | None = None
_made: tuple[Hashable, Tables] | None = None


def read_edits_from(source: Source | None) -> None:
    """Have the edits come from here from now on; None: the package's data alone."""
    global _source, _made
    _source, _made = source, None


def tables_now() -> Tables:
    """Return the tables; the same object for as long as nothing changes."""
    global _made  # noqa: PLW0603 - replaced whole, so that no reader sees half of a change
    now = _source() if _source else None
    if now is None or not now.edits:
        return shipped_tables()
    made = _made
    if made is None or made[0] != now.version:
        made = _made = now.version, laid_over(shipped_tables(), now.edits)
    return made[1]
