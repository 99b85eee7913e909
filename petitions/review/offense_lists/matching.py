"""Finds a listed code section in the text of an offense, as a whole number or anywhere as the peer does."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

_WHOLE_NUMBER = r"(?:(?<!\d)(?<!\d\.)|(?<=^664)|(?<=^664\.))"
"""Nothing of another number stands before it, but for the prefix of an attempt: 664/187, 664.187, 664187."""


@dataclass(frozen=True)
class OffenseList:
    """Code sections as patterns; ``missed`` are those that belong here and the peer leaves out."""

    patterns: tuple[str, ...]
    missed: tuple[str, ...] = ()
    _ours: re.Pattern[str] = field(init=False, repr=False, compare=False)
    _peers: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        ours = _either((*self.patterns, *self.missed))
        object.__setattr__(self, "_ours", re.compile(f"{_WHOLE_NUMBER}{ours}"))
        object.__setattr__(self, "_peers", re.compile(_either(self.patterns)))

    def holds(self, code_section: str) -> bool:
        """Say whether the text names an offense of the list."""
        return self._ours.search(code_section) is not None

    def peer_finds(self, code_section: str) -> bool:
        """Say whether the peer would find one, which looks for the number anywhere."""
        return self._peers.search(code_section) is not None


def sections(table: str, *, code: str) -> tuple[str, ...]:
    """Return a table of sections, parted by blanks, each directly followed by one blank and its code."""
    return tuple(f"{one} {code}" for one in table.split())


def _either(patterns: Iterable[str]) -> str:
    return f"(?:{'|'.join(patterns)})"
