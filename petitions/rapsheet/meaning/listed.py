"""What a list of offenses in the law is to this reader: its sections, and the condition some count under."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from petitions.rapsheet.meaning.sections import bare_number, is_under
from petitions.rapsheet.sheet import Charge


@dataclass(frozen=True, slots=True)
class Listed:
    """A section on a list. ``condition``: what must also hold, which no sheet says; None: the section is enough."""

    code_section: str
    citation: str
    condition: str | None = None
    attempts: bool = False
    """Whether an attempt is on the list too."""

    @property
    def is_certain(self) -> bool:
        """Say whether the section alone puts an offense on the list."""
        return self.condition is None


class ListOfOffenses:
    """A list of the law, found by the number of a section."""

    def __init__(self, entries: Iterable[Listed]) -> None:
        self._by_number: dict[str, list[Listed]] = {}
        for entry in entries:
            self._by_number.setdefault(bare_number(entry.code_section), []).append(entry)

    def find(self, charge: Charge | None) -> Listed | None:
        """Return the entry that the charge falls under; one that is certain before one with a condition."""
        found = list(self._entries(charge)) if charge else []
        return next((entry for entry in found if entry.is_certain), found[0] if found else None)

    def _entries(self, charge: Charge) -> Iterator[Listed]:
        for part in charge.sections or (charge.section,):
            for entry in self._by_number.get(f"{charge.code} {bare_number(part)}", ()):
                if is_under(charge, entry.code_section) and (entry.attempts or not charge.attempted):
                    yield entry
