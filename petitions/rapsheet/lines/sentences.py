"""Reads what follows SEN: the parts that take time, and the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence

from petitions.rapsheet.lines.confusables import as_digits, shape
from petitions.rapsheet.sheet import Length, Penalty, Place, Sentence, SentencePart

_ENDINGS = (
    ("PROBATION", Penalty.PROBATION),
    ("PROB", Penalty.PROBATION),
    ("JAIL", Penalty.JAIL),
    ("JL", Penalty.JAIL),
    ("JL WORK", Penalty.JAIL),
    ("PRISON", Penalty.PRISON),
)
_SHAPED = tuple((shape(word), penalty) for word, penalty in _ENDINGS)
_LENGTH = re.compile(r"(?<![A-Z0-9$.])([0-9OIL]{0,4}\d[0-9OIL]{0,2})\s?([YMWD])")
_LIFE = re.compile(r"\bLIFE\b")
_WORDS = {"RESTN": "restitution", "RSTN": "restitution"}
_WORD = re.compile(r"[A-Z]+")
_REDUCED = ("FINE SS", "CONCURRENT")
"""A part that holds one of these says no more than that."""
_NOISE = 3
"""Lines of so many signs or fewer are dirt on the page."""
_SHORT = ("SS", "ESS", "CC", "CS")
"""Words that short which say something: suspended, concurrent, consecutive."""
_JUNK = str.maketrans("", "", ".'\"")
_UNITS = {"Y": "years", "M": "months", "W": "weeks", "D": "days"}


def clean_sentence(lines: Sequence[str]) -> str:
    """Return the lines of a sentence as one text: no points, no dirt, one blank between."""
    bare = [line.translate(_JUNK).strip() for line in lines]
    return " ".join(
        line for line in bare if len(line) > _NOISE or line in _SHORT or (line and line is bare[0])
    )


def read_sentence(text: str, *, place: Place, needs_check: bool) -> Sentence | None:
    """Read a sentence that was made clean; None where it says nothing."""
    parts: list[SentencePart] = []
    details: list[str] = []
    unsure = needs_check
    for piece in text.split(","):
        bare = piece.strip(" -:;")
        if not bare:
            continue
        part = _part(bare)
        if part is None:
            details.append(_detail(bare))
            continue
        parts.append(part)
        unsure = unsure or _looks_worn(bare)
    return Sentence(tuple(parts), tuple(details), place, unsure) if parts or details else None


def _part(text: str) -> SentencePart | None:
    if "LIFE" in text and _LIFE.search(text):
        return SentencePart(Penalty.PRISON, _length(text), life=True)
    penalty = _penalty(text)
    return SentencePart(penalty, _length(text)) if penalty else None


def _penalty(text: str) -> Penalty | None:
    for word, penalty in _ENDINGS:
        if text.endswith(word):
            return penalty
    shaped = shape(text)
    return next((penalty for word, penalty in _SHAPED if shaped.endswith(word)), None)


def _length(text: str) -> Length:
    found = {"years": 0, "months": 0, "weeks": 0, "days": 0}
    for number, unit in _LENGTH.findall(text):
        found[_UNITS[unit]] += int(as_digits(number))
    return Length(**found)


def _looks_worn(text: str) -> bool:
    """Say whether a part that takes time was written with signs of another shape."""
    return not any(text.endswith(word) for word, _ in _ENDINGS) or any(
        not number.isdigit() for number, _ in _LENGTH.findall(text)
    )


def _detail(text: str) -> str:
    plain = text.replace("FINESS", "FINE SS")
    for words in _REDUCED:
        if words in plain:
            return words.lower()
    return _WORD.sub(lambda word: _WORDS.get(word[0], word[0]), plain).lower()
