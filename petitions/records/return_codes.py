"""Makes and reads return codes: what a person keeps on paper to come back to their answers without an account."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from enum import Enum

LETTERS = "234679CDFGHJKMNPQRTVWXY"
"""No vowel, so that no word appears, and none of 0 O 1 I L 5 S 8 B U Z, which are taken for one another."""
SECRET = 14
"""Letters before the check letter: 63 bits."""
_GROUP = 5
_BETWEEN = re.compile(r"[\s\-\u2010-\u2015\u2212.,_]+")


class Fault(Enum):
    """What is wrong with a code before anybody looks for it."""

    NOTHING = "nothing"
    LENGTH = "length"
    LETTER = "letter"
    CHECK = "check"


class NotACode(Exception):
    """What was typed cannot be a code; ``fault`` says why, and nothing repeats what was typed."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


def code_from(seed: bytes) -> str:
    """Return the code that belongs to a random seed of at least 16 bytes: 15 letters, the last one a check."""
    number = int.from_bytes(hashlib.sha512(b"clearrecord return code\n" + seed).digest())
    secret = "".join(LETTERS[number // len(LETTERS) ** place % len(LETTERS)] for place in range(SECRET))
    return secret + _check_letter(secret)


def in_groups(code: str) -> str:
    """Return a code as it is shown: five letters, a hyphen, five letters, a hyphen, five letters."""
    return "-".join(code[at : at + _GROUP] for at in range(0, len(code), _GROUP))


def read_code(typed: str) -> str:
    """Return the code that a person typed in any case and grouping; raise NotACode where it cannot be one."""
    letters = _BETWEEN.sub("", unicodedata.normalize("NFKC", typed)).upper()
    if not letters:
        raise NotACode(Fault.NOTHING)
    if any(letter not in LETTERS for letter in letters):
        raise NotACode(Fault.LETTER)
    if len(letters) != SECRET + 1:
        raise NotACode(Fault.LENGTH)
    if _check_letter(letters[:SECRET]) != letters[SECRET]:
        raise NotACode(Fault.CHECK)
    return letters


def _check_letter(secret: str) -> str:
    """Return the letter that shows one wrong letter, or two that changed places.

    Each place has a weight of its own, from 1 to 14, and the number of letters is a prime.
    """
    return LETTERS[-sum(_weighted(secret)) % len(LETTERS)]


def _weighted(secret: str) -> Iterable[int]:
    return ((place + 1) * LETTERS.index(letter) for place, letter in enumerate(secret))
