"""Cuts research files into pieces of bounded size, each of which begins and ends with a row.

Where the cuts fall changes nothing: none falls inside a row of several lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from petitions.review.reading.reasons import Reason
from petitions.review.reading.records import MOST_LINES, reason_against

_BYTE_MARK = b"\xef\xbb\xbf"
_HEADER = b"RECORD_ID"
_LOOK_BACK = 256 * 1024


@dataclass(frozen=True, slots=True)
class Piece:
    """Some bytes of one of the files; ``lines_before`` counts a header."""

    number: int
    file: int
    start: int
    end: int
    lines_before: int

    @property
    def size(self) -> int:
        """Return the number of bytes."""
        return self.end - self.start


def pieces_of(files: Sequence[Path], *, size: int) -> list[Piece]:
    """Cut the files into pieces of about that many bytes; raise OSError where one cannot be read."""
    pieces: list[Piece] = []
    for number, path in enumerate(files):
        with path.open("rb") as file:
            pieces += _pieces(file, number=number, first=len(pieces), size=size)
    return pieces


def text_of(piece: Piece, *, file: IO[bytes]) -> bytes:
    """Read a piece, with LF for every line end."""
    file.seek(piece.start)
    text = file.read(piece.size)
    if b"\r" in text:
        text = text.replace(b"\r\n", b"\n")
    return text if text.endswith(b"\n") or not text else text + b"\n"


def _pieces(file: IO[bytes], *, number: int, first: int, size: int) -> Iterator[Piece]:
    start, header_lines = _data_begins(file)
    whole = file.seek(0, 2)
    while start < whole:
        end = _cut(file, after=start, at=start + size, whole=whole)
        yield Piece(first, number, start, end, header_lines)
        start, first, header_lines = end, first + 1, 0


def _data_begins(file: IO[bytes]) -> tuple[int, int]:
    """Return where the first data row begins, and how many lines stand before it."""
    begin = len(_BYTE_MARK) if file.read(len(_BYTE_MARK)) == _BYTE_MARK else 0
    file.seek(begin)
    if file.read(len(_HEADER)) != _HEADER:
        return begin, 0
    file.readline()
    return file.tell(), 1


def _cut(file: IO[bytes], *, after: int, at: int, whole: int) -> int:
    """Return where a row ends: near ``at`` if that can be, else further on."""
    while at < whole:
        start = max(after, at - _LOOK_BACK)
        file.seek(start)
        length = _safe_length(file.read(at - start), lines_unseen=0 if start == after else 1)
        if length:
            return start + length
        at += _LOOK_BACK
    return whole


def _safe_length(window: bytes, *, lines_unseen: int) -> int:
    """Return how much of the window ends before a line that no row of several lines can reach; 0 where none does.

    A row that reaches a line opens a quote in one of the lines before it, of which the window must hold enough;
    its first line may be cut.
    """
    lines = window.split(b"\n")
    length = len(window) - len(lines.pop())
    while len(lines) > MOST_LINES * lines_unseen:
        if not any(_opens(line) for line in lines[-MOST_LINES:]):
            return length
        length -= len(lines.pop()) + 1
    return 0


def _opens(line: bytes) -> bool:
    return line.count(b'"') % 2 == 1 and reason_against(line) is Reason.OPEN_QUOTE
