"""The letters that the bulk lane can set, and how wide and under which number each font has them."""

from __future__ import annotations

import string
from collections.abc import Hashable
from dataclasses import dataclass

_PLAIN = string.ascii_letters + string.digits + string.punctuation + " §’“”–—☐☒☑"
_LATIN = "".join(chr(code) for code in (*range(0xC0, 0x180), *range(0x1EA0, 0x1EFA)) if chr(code).isalpha())
_MORE = "ƠơƯưȘșȚț¡¿ªº°´"
ALPHABETS = (_PLAIN, _PLAIN + _LATIN + _MORE)
"""The small one keeps files small; the large one has the letters of Spanish, Vietnamese and Europe's Latin."""
_SETS = tuple(frozenset(alphabet) for alphabet in ALPHABETS)


class NeedsFullRender(Exception):
    """A value does not fit its slot, or has a letter that the bulk lane does not hold."""


@dataclass(frozen=True, slots=True)
class Letters:
    """One font's letters: its glyph number as two escaped bytes of a PDF string, and its width in 1/1000 em.

    ``source`` is what they were drawn from: the signs and the face.
    """

    source: Hashable
    codes: dict[str, bytes]
    widths: dict[str, int]

    def encode(self, value: str) -> bytes:
        """Return the value as the inside of a PDF string; raise NeedsFullRender for another letter."""
        try:
            return b"".join([self.codes[sign] for sign in value])
        except KeyError:
            raise NeedsFullRender from None

    def width(self, value: str) -> int:
        """Return the width of a value that can be encoded, in 1/1000 em."""
        return sum([self.widths[sign] for sign in value])


def alphabet_for(values: tuple[str, ...]) -> int:
    """Return the number of the smallest alphabet that has every sign; raise NeedsFullRender without one.

    A value that is empty needs the full render too: a template may leave its line out.
    """
    if not all(values):
        raise NeedsFullRender
    signs = frozenset("".join(values))
    for number, letters in enumerate(_SETS):
        if signs <= letters:
            return number
    raise NeedsFullRender


def escaped(number: int) -> bytes:
    """Write a glyph number as two bytes of a PDF string."""
    plain = number.to_bytes(2, "big")
    return b"".join(
        b"\\" + bytes((one,)) if one in b"()\\" else _LINE_ENDS.get(one, bytes((one,))) for one in plain
    )


_LINE_ENDS = {0x0D: b"\\r", 0x0A: b"\\n"}
