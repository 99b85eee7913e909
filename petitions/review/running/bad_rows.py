"""Stops a strict run at its first bad row."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from petitions.review.reading.pieces import Piece
from petitions.review.reading.reasons import Reason
from petitions.review.running.places import ReviewPlaces
from petitions.review.running.results import first_lines
from petitions.review.running.task import Read


class BadRow(Exception):
    """A bad row, where the run is to stop at the first."""

    def __init__(self, file: Path, *, line: int, reason: Reason) -> None:
        super().__init__(reason.sentence)
        self.file, self.line, self.reason = file, line, reason


def heed(
    pieces: Sequence[Piece], *, reads: Mapping[int, Read], files: Sequence[Path], places: ReviewPlaces
) -> None:
    """Raise BadRow for the first row with a problem, as soon as all pieces before it are read too."""
    in_order = []
    for piece in pieces:
        if piece.number not in reads:
            return
        in_order.append(reads[piece.number])
        if in_order[-1].problems:
            line, code = json.loads(places.problems(piece.number).read_bytes())[0]
            *_, before = first_lines(pieces, reads=in_order)
            raise BadRow(files[piece.file], line=before + line, reason=Reason(code))
