"""Puts counts that come as rows, pasted or from a file, into answers: each in a new count, the first in an empty one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from petitions.clinic.desk.changes import Applied, apply_cells
from petitions.interview.answers import Answers, conviction_ids
from petitions.interview.counts import MOST_CONVICTIONS, with_conviction

RowCells = Mapping[str, Mapping[str, Any]]
"""What one row says: question key -> control -> text."""


def with_rows(answers: Answers, rows: Sequence[RowCells], *, on: date) -> Applied:
    """Return the answers with a count for each row; what of a row cannot be read is told and left out."""
    result = Applied(answers)
    for cells in rows:
        _fill(result, cells, on=on)
    return result


def room_left(answers: Answers) -> int:
    """Return how many more counts a matter can take; one that nobody has begun is free."""
    return MOST_CONVICTIONS - len(conviction_ids(answers)) + (_empty_place(answers) is not None)


def _fill(result: Applied, cells: RowCells, *, on: date) -> None:
    place = _empty_place(result.answers)
    if place is None:
        result.answers = with_conviction(result.answers)
        place = conviction_ids(result.answers)[-1]
    found = apply_cells(result.answers, {f"{place}.{key}": fields for key, fields in cells.items()}, on=on)
    result.answers = found.answers
    result.changed += found.changed
    result.errors |= found.errors


def _empty_place(answers: Answers) -> str | None:
    """Return the only count of a matter that nobody has begun."""
    places = conviction_ids(answers)
    begun = {entry.partition("/")[0] for entry in answers["trail"]}
    return places[0] if len(places) == 1 and places[0] not in begun else None
