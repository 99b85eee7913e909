"""Signs that a picture lets one take for another, and how near two words are."""

from __future__ import annotations

import re

_NOT_LETTERS = re.compile(r"[^A-Z0-9]")
_SHAPES = bytes.maketrans(b"0QD1L|!5$8GZ", b"OOOIIIISSB62")
"""Letters and digits of one shape become one sign; only ever used to compare, never to show."""
_DIGITS = str.maketrans("OQDIL|!SBZG", "00011115826")


def letters_of(text: str) -> str:
    """Return the capitals and digits of a text, without what stands between them."""
    return _NOT_LETTERS.sub("", text)


def shape(word: str) -> str:
    """Return the word with every sign of one shape made the same (upper case in, for comparing only)."""
    return word.encode("ascii", "replace").translate(_SHAPES).decode("ascii")


def as_digits(text: str) -> str:
    """Read letters that stand where only digits can as those digits."""
    return text.translate(_DIGITS)


def within(left: str, right: str, *, most: int) -> bool:
    """Say whether at most so many signs must be changed, added or dropped to make one word the other."""
    if left == right:
        return True
    if abs(len(left) - len(right)) > most or most == 0:
        return False
    start = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        start += 1
    left, right = left[start:], right[start:]
    return (
        within(left[1:], right[1:], most=most - 1)
        or within(left[1:], right, most=most - 1)
        or within(left, right[1:], most=most - 1)
    )
