"""Keeps the whole rows of a piece of a file, all or those that may bear on a tally, and tells of the lines that are none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from petitions.review.reading.bits import Flags, Numbers
from petitions.review.reading.fields import fields_of
from petitions.review.reading.glance import may_bear
from petitions.review.reading.lines import Lines, survey
from petitions.review.reading.reasons import Reason
from petitions.review.reading.records import MOST_LINES, lines_of_record, reason_against

_STRETCH = 4 << 20
"""Bytes that are glanced at together."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Whole rows as they stand in the file, each with its line (from 0), and the lines that were set aside."""

    text: bytes
    lines: Numbers
    set_aside: tuple[tuple[int, Reason], ...]
    count: int
    """Lines of the piece, those set aside and blank ones too."""


def rows_of(text: bytes) -> Rows:
    """Read a piece that begins and ends with a line, its line ends being LF."""
    if not text:
        return Rows(b"", np.empty(0, np.int64), (), 0)
    lines = survey(text).lines
    if lines.plain.all():
        return Rows(text, np.arange(len(lines.ends)), (), len(lines.ends))
    kept, begins = lines.plain.copy(), lines.plain.copy()
    set_aside = tuple(_settled(text, lines=lines, kept=kept, begins=begins))
    return Rows(_only(text, lines=lines, kept=kept), np.flatnonzero(begins), set_aside, len(lines.ends))


@dataclass(frozen=True, slots=True)
class Picked:
    """Of the whole rows of a piece those that may bear on a tally or be a problem: as they stand in the file, with the number and the line of each."""

    text: bytes
    numbers: Numbers
    lines: Numbers
    set_aside: tuple[tuple[int, Reason], ...]
    rows: int
    """Whole rows of the piece, picked or not."""
    count: int
    """Lines of the piece, those set aside and blank ones too."""


def picked_rows(text: bytes) -> Picked:
    """Pick from a piece that begins and ends with a line, its line ends being LF."""
    if not text:
        none = np.empty(0, np.int64)
        return Picked(b"", none, none, (), 0, 0)
    lines, bears = _glanced_at(text)
    kept, begins = lines.plain.copy(), lines.plain.copy()
    set_aside = tuple(_settled(text, lines=lines, kept=kept, begins=begins))
    picked = begins & bears
    numbers = (np.cumsum(begins) - 1)[picked]
    found = _only(text, lines=lines, kept=kept & bears)
    return Picked(found, numbers, np.flatnonzero(picked), set_aside, int(np.count_nonzero(begins)), len(kept))


def _glanced_at(text: bytes) -> tuple[Lines, Flags]:
    """Return all lines, and which may bear: all that are not plainly rows, and of the others those that glancing leaves.

    It goes by stretches that stay near the processor; the first row of each is taken.
    """
    whole, begin = memoryview(text), 0
    found: list[tuple[Flags | Numbers, ...]] = []
    while begin < len(text):
        end = text.find(b"\n", min(begin + _STRETCH, len(text)) - 1) + 1 or len(text)
        part = survey(whole[begin:end])
        plain = np.flatnonzero(part.lines.plain)
        bears = np.ones(len(part.lines.plain), np.bool_)
        bears[plain] = may_bear(fields_of(whole[begin:end], found=part), lines=plain)
        found.append((part.lines.starts + begin, part.lines.ends + begin, part.lines.plain, bears))
        begin = end
    starts, ends, are_plain, all_bears = (np.concatenate(one) for one in zip(*found, strict=True))
    return Lines(starts, ends, are_plain), all_bears


def _settled(text: bytes, *, lines: Lines, kept: Flags, begins: Flags) -> Iterator[tuple[int, Reason]]:
    """Settle each line that is not plainly a row: note in ``kept`` and ``begins`` what is one; yield the others."""
    after = 0
    for line in np.flatnonzero(~lines.plain).tolist():
        if line < after or lines.starts[line] == lines.ends[line]:
            continue  # part of a row before, or blank
        reason = reason_against(text[lines.starts[line] : lines.ends[line]])
        long = lines_of_record(_from(line, text=text, lines=lines)) if reason is Reason.OPEN_QUOTE else 1
        if reason is None or (reason is Reason.OPEN_QUOTE and long):
            after = line + long
            kept[line:after] = True
            begins[line:after] = False
            begins[line] = True
        else:
            yield line, reason


def _from(line: int, *, text: bytes, lines: Lines) -> list[bytes]:
    last = min(line + MOST_LINES, len(lines.ends)) - 1
    return text[lines.starts[line] : lines.ends[last]].split(b"\n")


def _only(text: bytes, *, lines: Lines, kept: Flags) -> bytes:
    """Copy the lines that are kept, a stretch at a time."""
    edges, whole = np.flatnonzero(np.diff(kept, prepend=False, append=False)).reshape(-1, 2), memoryview(text)
    return b"".join(whole[lines.starts[first] : lines.ends[last - 1] + 1] for first, last in edges.tolist())
