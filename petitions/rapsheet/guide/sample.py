"""The made-up sheet of Pat Sample, and how it is drawn with one part marked."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

TOP = (
    "[notice|III MULTIPLE SOURCE RECORD]",
    "[notice|** VICTIM OF IDENTITY THEFT **]",
    "[number|CII/A01234567]",
    "DOB/19800101  SEX/M",
    "[name|NAM/01 SAMPLE,PAT]",
    "[notice|PROBATION: EXP:20070620]",
    "[stars|* * * *]",
)
ARREST = (
    "[stars|* * * *]",
    "[arrest|ARR/DET/CITE:]       NAM:01",
    "[arrest-day|20050504]  CAPD OAKLAND",
    "CNT:01    #P55555",
    "  11359 HS-POSSESS FOR SALE",
    "   TOC:F",
    "[dashes|- - - -]",
)
COURT = (
    "[court-event|COURT:]              NAM:01",
    "[court-day|20050620]  [letters|CASC] [town|OAKLAND]",
    "[count|CNT:01]    [case-number|#A12345]",
    "  [code|11357(B) HS]-POSSESS MARIJUANA",
    "[result|*DISPO:CONVICTED]",
    "   [status|CONV STATUS:MISDEMEANOR]",
    "   [sentence|SEN: 2 YEARS PROBATION, FINE]",
)
LATER = (
    "[later|20070801]",
    "[later| DISPO:CONV SET ASIDE & DISM]",
    "[later|  PER 1203.4 PC]",
)
SECOND_COUNT = (
    "[next-count|CNT:02]",
    "  [next-code|11358 HS]-CULTIVATE MARIJUANA",
    " DISPO:DISMISSED",
)
END = ("[stars|* * * *]",)
REGISTRATION = (
    "* * * *",
    "[registration|REGISTRATION:]        NAM:01",
    "20010203  CAPD OAKLAND",
    "CNT:01",
    "  [registration|290 PC]-SEX OFFENDER",
    "* * * *",
)
WHOLE = (*TOP[:-1], *ARREST, *COURT, *LATER, *SECOND_COUNT, *END)

_PIECE = re.compile(r"\[(?P<part>[a-z-]+)\|(?P<named>[^\]]*)\]|(?P<plain>[^\[]+)")
_RUN = re.compile(r"\S+(?: \S+)*")
_WIDE, _HIGH, _LEFT, _TOP = 8, 19, 15, 25
"""In units of the drawing: a letter, a line, and the two margins. Whole numbers, which every language writes alike."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand together on a line: where they begin, how long they are, and whether they are marked."""

    text: str
    left: int
    base: int
    width: int
    is_marked: bool

    @property
    def mark_left(self) -> int:
        """Return where the mark begins."""
        return self.left - 2

    @property
    def mark_top(self) -> int:
        """Return where the mark begins, from above."""
        return self.base - 13

    @property
    def mark_width(self) -> int:
        """Return how wide the mark is."""
        return self.width + 3


@dataclass(frozen=True, slots=True)
class Drawing:
    """A part of the sheet, ready to be drawn."""

    runs: tuple[Run, ...]
    height: int

    @property
    def edge(self) -> int:
        """Return where the leaf ends below."""
        return self.height - 2

    @property
    def marked(self) -> str:
        """Return the marked words as one line, for whoever does not see the mark."""
        return ", ".join(run.text for run in self.runs if run.is_marked)


def drawing_of(lines: Collection[str], *, marked: Collection[str]) -> Drawing:
    """Place every word of these lines, and mark the parts that are named."""
    runs = tuple(
        run
        for number, line in enumerate(lines)
        for run in _runs(line, base=_TOP + number * _HIGH, marked=marked)
    )
    return Drawing(runs, height=_TOP + len(lines) * _HIGH)


def text_of(line: str) -> str:
    """Return a line as it stands on the sheet."""
    return "".join(found["named"] or found["plain"] or "" for found in _PIECE.finditer(line))


def parts_of(lines: Collection[str]) -> frozenset[str]:
    """Return the names of the parts that can be marked."""
    return frozenset(found["part"] for line in lines for found in _PIECE.finditer(line) if found["part"])


def _runs(line: str, *, base: int, marked: Collection[str]) -> list[Run]:
    runs, column = [], 0
    for piece in _PIECE.finditer(line):
        text = piece["named"] or piece["plain"] or ""
        for found in _RUN.finditer(text):
            left, width = _LEFT + (column + found.start()) * _WIDE, len(found[0]) * _WIDE
            runs.append(Run(found[0], left, base, width, is_marked=piece["part"] in marked))
        column += len(text)
    return runs
