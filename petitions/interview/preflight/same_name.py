"""Whether two names may be those of one person, however they are written."""

from __future__ import annotations

import re
import unicodedata


def name_words(name: str) -> frozenset[str]:
    """Return the words of a name without case, accents and signs."""
    plain = unicodedata.normalize("NFKD", name)
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return frozenset(re.findall(r"\w+", letters.casefold()))


def is_same_person(one: str, other: str) -> bool:
    """Say whether the names have the same words, in any order."""
    return bool(name_words(one)) and name_words(one) == name_words(other)
