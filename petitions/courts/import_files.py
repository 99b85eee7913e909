"""Reads a CSV file as one of the data files, each row with the number of its line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from petitions.courts.tables import Table, columns

MOST_ROWS = 2_000
HEADS = "These are not the heads of a data file. Change a file that “courts export” has written."
NO_ROWS = "The file has no rows below its heads."
TOO_MANY_ROWS = "The file has too many rows. Take 2,000 at a time."
NOT_A_TABLE = "This line cannot be read as a table. Save the file as CSV with commas."
CELLS = "This row has more or fewer cells than the heads. Look for a missing comma or quotation mark."
_FIRST = 1


class BadImport(Exception):
    """The file cannot be taken: ``problems`` has the line and the sentence of each."""

    def __init__(self, *problems: tuple[int, str]) -> None:
        super().__init__("a file cannot be imported")
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Line:
    """One row: the line on which it begins, and its cells by their heads."""

    number: int
    cells: Mapping[str, str]


def read_table(text: str) -> tuple[Table, list[Line]]:
    """Find which data file this is by its heads, in any order, and return its rows; raise BadImport."""
    rows = _rows(text)
    heads = [head.strip() for head in next(rows, (_FIRST, []))[1]]
    table = next((one for one in Table if sorted(columns(one)) == sorted(heads)), None)
    if table is None:
        raise BadImport((_FIRST, HEADS))
    lines, problems = [], []
    for number, cells in rows:
        if len(cells) == len(heads):
            lines.append(Line(number, {head: cell.strip() for head, cell in zip(heads, cells, strict=True)}))
        else:
            problems.append((number, CELLS))
        if len(lines) > MOST_ROWS:
            raise BadImport((_FIRST, TOO_MANY_ROWS))
    if problems:
        raise BadImport(*problems)
    if not lines:
        raise BadImport((_FIRST, NO_ROWS))
    return table, lines


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each row that is not blank with the line on which it begins: a cell may hold line ends."""
    reader, number = csv.reader(io.StringIO(text, newline=""), strict=True), _FIRST
    try:
        for cells in reader:
            if any(cells):
                yield number, cells
            number = reader.line_num + 1
    except csv.Error:
        raise BadImport((number, NOT_A_TABLE)) from None
