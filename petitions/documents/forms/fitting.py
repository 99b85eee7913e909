"""How many lines a text needs in a narrow block, by widths never too small for Noto Serif at 12 pt."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_WIDTHS = (
    (4.5, frozenset("iljtfIJ'.,:;()[]!-/’ ")),
    (6.9, frozenset("acegorsvxyz0123456789_")),
    (7.9, frozenset("bdhknpquCEFLPSTXYZ")),
    (9.6, frozenset("ABDGHKNOQRUV")),
)
_WIDEST = 12.7
_MEASURED_AT = 12.0
_SPACE = 4.5


def lines_needed(text: str, *, width: float) -> int:
    """Count the lines that a text takes, in points of width, breaking between words or else within one."""
    lines, used = 1, 0.0
    for word in text.split():
        size = sum(map(_sign_width, word))
        if used and used + _SPACE + size <= width:
            used += _SPACE + size
            continue
        lines += 1 if used else 0
        full_lines = int(size // (width - _WIDEST)) if size > width else 0
        lines += full_lines
        used = size - full_lines * (width - _WIDEST)
    return lines


def text_width(text: str, *, size: float) -> float:
    """Return the width of a text on one line, in points, never too small for Noto Serif at a size."""
    return sum(map(_sign_width, text)) * size / _MEASURED_AT


def broken(*parts: str, width: float) -> tuple[str, ...]:
    """Write parts on one line where they fit, else each on its own, and what is too long between its words."""
    whole = " ".join(parts)
    if lines_needed(whole, width=width) == 1:
        return (whole,)
    return tuple(line for part in parts for line in _broken(part, width=width))


def _broken(text: str, *, width: float) -> list[str]:
    """Break between words, an e-mail address after its sign; any other long word is left to the page."""
    lines: list[str] = []
    for word in text.replace("@", "@ ").split() if "@" in text else text.split():
        glue = "" if lines and lines[-1].endswith("@") else " "
        joined = f"{lines[-1]}{glue}{word}" if lines else word
        if lines and lines_needed(joined, width=width) == 1:
            lines[-1] = joined
        else:
            lines.append(word)
    return lines


@lru_cache(maxsize=4_096)
def _sign_width(sign: str) -> float:
    base = unicodedata.normalize("NFD", sign)[0]
    return next((width for width, signs in _WIDTHS if base in signs), _WIDEST)
