"""What a list of offenses in the law is to this reader: its sections, and the condition some count under."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from petitions.rapsheet.sections import is_under
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


def find(charge: Charge | None, among: Iterable[Listed]) -> Listed | None:
    """Return the entry that the charge falls under: the first, so the narrow ones stand first in a list."""
    for entry in among:
        if charge and is_under(charge, entry.code_section) and (entry.attempts or not charge.attempted):
            return entry
    return None
