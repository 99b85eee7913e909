"""What a line of a court paper means, in the language of the person; the paper itself stays English.

A line of the catalogue is the printed sentence with marks where it differs from paper to paper: ``[value]`` is
kept as it is, ``[blank]`` is a place to write in, ``[numbers]`` are rows of the table of counts, ``[role]`` is
what the statute calls the person, and ``[part]`` is a line of the catalogue itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from django.utils.translation import gettext, pgettext

from petitions.documents.meanings import frame, official, order, petition, requests, service

CONTEXT = "court paper"
LINES: tuple[str, ...] = (
    *frame.LINES,
    *petition.LINES,
    *requests.LINES,
    *service.LINES,
    *order.LINES,
    *official.LINES,
)
_MARK = re.compile(r"\[(value|blank|numbers|role|part)\]")
_SHAPES = {
    "value": r"(.+?)",
    "part": r"(.+)",
    "blank": r"(\(blank\))",
    "numbers": r"Nos?\. (\d[\d, ]*(?: and \d+)?)",
    "role": r"((?i:applicant|petitioner))",
}


def meaning_of(line: str) -> str | None:
    """Return the meaning of a printed line in the active language; None for a line that is not known."""
    found = next(_matches(line), None)
    return _filled(*found) if found else None


def line_of(text: str) -> str | None:
    """Return the line of the catalogue that a printed line is."""
    found = next(_matches(text), None)
    return found[0] if found else None


def _matches(text: str) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield each line that fits, with what stands at its marks; a line without marks comes first."""
    if text in _plain_lines():
        yield text, []
    for line, pattern, marks in _patterns():
        if found := pattern.fullmatch(text):
            values = list(zip(marks, found.groups(), strict=True))
            if all(line_of(value) for mark, value in values if mark == "part"):
                yield line, values


def _filled(line: str, values: list[tuple[str, str]]) -> str:
    """Put what stands at the marks in their places, in their order."""
    said = [(mark, _said(mark, value)) for mark, value in values]

    def put(found: re.Match[str]) -> str:
        place = next(number for number, (mark, _text) in enumerate(said) if mark == found[1])
        return said.pop(place)[1]

    return _MARK.sub(put, pgettext(CONTEXT, line))


def _said(mark: str, value: str) -> str:
    if mark == "blank":
        return gettext("(blank)")
    if mark == "numbers":
        return ", ".join(re.findall(r"\d+", value))
    return (meaning_of(value) or value) if mark == "part" else value


@lru_cache(maxsize=1)
def _plain_lines() -> frozenset[str]:
    return frozenset(line for line in LINES if not _MARK.search(line))


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str], tuple[str, ...]], ...]:
    """Compile the lines with marks, those that say most by themselves first."""
    marked = [line for line in LINES if _MARK.search(line)]
    ordered = sorted(marked, key=lambda line: (line.count("[value]") + line.count("[part]"), -len(line)))
    return tuple((line, _compiled(line), tuple(_MARK.findall(line))) for line in ordered)


def _compiled(line: str) -> re.Pattern[str]:
    pieces = _MARK.split(line)
    return re.compile(
        "".join(re.escape(piece) if place % 2 == 0 else _SHAPES[piece] for place, piece in enumerate(pieces))
    )
