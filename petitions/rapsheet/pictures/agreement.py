"""Compares two readings of a page, line by line: what they read alike is trusted, the rest is doubtful."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from petitions.rapsheet.pictures.rows import pitch_of, rows_of
from petitions.rapsheet.pictures.sights import Sight

_LIKELY = 0.5
"""A line that only the second reading saw is kept from this sureness on."""
_SHORTEST = 3
"""And with so many letters or digits, for shadows and folds look like a sign or two."""
_ALIKE = str.maketrans("[{]},;—–~|\\", "(())..---//")
_TO_DIGITS = str.maketrans("OQILZSB", "0011258")
_TO_LETTERS = str.maketrans("015278", "OISZTB")
_ONE_LETTER = str.maketrans("QL", "OI")
"""Letters that are taken for one another, once digits are apart."""
_WORD = re.compile(r"[A-Z0-9]+")
_NUMBER_AHEAD = re.compile(r"#.*")


class Compared(NamedTuple):
    """A line of the first reading, or one that only the second saw."""

    sight: Sight
    agreed: bool


def compared(rows: Sequence[Sight], *, second: Sequence[Sight]) -> tuple[Compared, ...]:
    """Return the lines of the first reading and those that only the second saw, from top to bottom.

    ``second`` are words. The lines of one page stand where the other reading sees them, so they are matched by place.
    """
    reach = 2 * pitch_of(rows)
    found = tuple(_compared(row, _beneath(row, second, reach=reach)) for row in rows)
    missed = [word for word in second if not any(_shares_line(row, word) for row in rows)]
    only = tuple(Compared(row, agreed=False) for row in rows_of(missed) if _is_likely(row))
    return tuple(sorted((*found, *only), key=lambda line: line.sight.middle))


def essence(text: str) -> str:
    """Return what must be alike in two readings: letters, digits, and the signs inside of numbers and sections.

    Blanks do not count, nor do signs that the parser takes for one another; O and 0, I and 1, S and 5, B and 8
    count as one only in words that are all letters or all digits but for them, and never in a case number.
    """
    plain = text.upper().translate(_ALIKE)
    number = _NUMBER_AHEAD.search(plain)
    ahead = plain[: number.start()] if number else plain
    typed = _WORD.sub(lambda match: _of_one_kind(match).translate(_ONE_LETTER), ahead)
    return _bare(typed) + ("#" + _bare(number.group()) if number else "")


def _compared(row: Sight, words: list[Sight]) -> Compared:
    other = " ".join(word.text for word in words)
    if essence(row.text) != essence(other):
        return Compared(row, agreed=False)
    return Compared(row._replace(text=settled(row.text, other=other)), agreed=True)


def settled(text: str, *, other: str) -> str:
    """Return a text whose words of letters and digits mixed are as the other reading has them, if that is all letters or digits."""
    plain = set(_WORD.findall(other.upper()))

    def choose(match: re.Match[str]) -> str:
        of_one_kind = _of_one_kind(match)
        return of_one_kind if of_one_kind in plain and match.group() not in plain else match.group()

    return _WORD.sub(choose, text)


def _beneath(row: Sight, words: Sequence[Sight], *, reach: float) -> list[Sight]:
    on_line = (word for word in words if _shares_line(row, word))
    near = (word for word in on_line if row.left - reach < (word.left + word.right) / 2 < row.right + reach)
    return sorted(near, key=lambda word: word.left)


def _shares_line(row: Sight, word: Sight) -> bool:
    return (row.top < word.middle < row.bottom and word.top < row.middle < word.bottom) or (
        abs(row.middle - word.middle) < 0.3 * max(row.height, word.height)
    )


def _is_likely(row: Sight) -> bool:
    return row.sure >= _LIKELY and sum(sign.isalnum() for sign in row.text) >= _SHORTEST


def _of_one_kind(match: re.Match[str]) -> str:
    """Return a word of letters and digits as what most of its signs are, if it can be all of that."""
    word = match.group()
    digits = sum(sign.isdigit() for sign in word)
    as_digits, as_letters = word.translate(_TO_DIGITS), word.translate(_TO_LETTERS)
    if 2 * digits >= len(word) and as_digits.isdigit():
        return as_digits
    return as_letters if 2 * digits <= len(word) and as_letters.isalpha() else word


def _bare(text: str) -> str:
    """Drop blanks and stray signs; keep brackets, and points, hyphens and strokes between digits or brackets."""
    tight = re.sub(r"[^A-Z0-9().\-/]", "", text)
    return re.sub(r"(?<![0-9)])[.\-/]|[.\-/](?![0-9(])", "", tight)
