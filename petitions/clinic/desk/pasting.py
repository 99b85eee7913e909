"""Reads rows that were copied from a spreadsheet into counts: by their heads, or in the order of the grid."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from petitions.clinic.desk.changes import apply_cells
from petitions.clinic.desk.typed import option_for
from petitions.interview.answers import new_answers
from petitions.interview.code_words import plain_words
from petitions.interview.questions import Kind, Question, question_of

MOST_ROWS, LONGEST = 60, 40_000
IN_ORDER = ("county", "case-number", "crime", "level", "when", "convicted-when", "age", "sentence")
_HEADS: Mapping[str, str] = {
    "COUNTY": "county", "CONDADO": "county", "CASE": "case-number", "CASE NO": "case-number",
    "CASE NUMBER": "case-number", "NUMERO DE CASO": "case-number", "CASO": "case-number", "CODE": "crime",
    "CRIME": "crime", "CHARGE": "crime", "SECTION": "crime", "CODIGO": "crime", "DELITO": "crime", "LEVEL": "level",
    "FELONY MISD": "level", "F M": "level", "CLASS": "level", "NIVEL": "level", "OFFENSE DATE": "when",
    "DATE OF OFFENSE": "when", "ARREST DATE": "when", "FECHA DEL HECHO": "when", "CONVICTION DATE": "convicted-when",
    "CONVICTED": "convicted-when", "DISPOSITION DATE": "convicted-when", "FECHA DE CONDENA": "convicted-when",
    "AGE": "age", "EDAD": "age", "SENTENCE": "sentence", "SERVING": "sentence", "SENTENCIA": "sentence",
    "COURTHOUSE": "courthouse", "OUTCOME": "ending", "ENDING": "ending", "COURT": "court",
}  # fmt: skip
_AGES = ((18, "under_18"), (21, "18_to_20"), (200, "21_or_older"))

PastedCells = dict[str, dict[str, str]]
"""What one row says: question key -> control -> text."""


@dataclass(frozen=True, slots=True)
class PastedRow:
    """One row: what it says, and what of it cannot be read, by question key."""

    number: int
    texts: tuple[tuple[str, str], ...]
    """Question key and text, in the order of the columns."""
    cells: PastedCells
    errors: Mapping[str, str]


def pasted_rows(text: str, *, on: date) -> tuple[PastedRow, ...]:
    """Read rows of TSV or CSV; what no column is known for is left out. One row more than the most says that it is too much."""
    table = _table(text[:LONGEST])
    keys = _keys(table)
    body = table[1:] if table and _is_head(table[0]) else table
    return tuple(
        _row(number, line, keys, on=on) for number, line in enumerate(body[: MOST_ROWS + 1], start=1)
    )


def _table(text: str) -> list[list[str]]:
    delimiter = "\t" if "\t" in text else ";" if text.count(";") > text.count(",") else ","
    rows = csv.reader(text.splitlines(), delimiter=delimiter)
    return [[cell.strip() for cell in row] for row in rows if any(cell.strip() for cell in row)]


def _is_head(row: Sequence[str]) -> bool:
    return sum(plain_words(cell) in _HEADS for cell in row) >= 2


def _keys(table: list[list[str]]) -> tuple[str, ...]:
    if table and _is_head(table[0]):
        return tuple(_HEADS.get(plain_words(cell), "") for cell in table[0])
    return IN_ORDER


def _row(number: int, line: Sequence[str], keys: Sequence[str], *, on: date) -> PastedRow:
    texts = tuple((key, cell) for key, cell in zip(keys, line, strict=False) if key and cell)
    cells = {key: _cell(key, cell) for key, cell in texts}
    sent = {f"c1.{key}": fields for key, fields in cells.items()}
    return PastedRow(number, texts, cells, _errors(sent, on=on))


def _cell(key: str, text: str) -> dict[str, str]:
    question = question_of(key)
    assert question is not None
    if question.kind is Kind.CHOICE:
        return {"answer": read_choice(key, text)}
    return {"answer": text} if question.kind is Kind.COURTHOUSE else {"text": text}


def read_choice(key: str, text: str) -> str:
    """Return the card that a word means for this question; an age in years means its band."""
    question = question_of(key)
    assert question is not None
    return _age(text) if key == "age" else option_for(question, text, labels=labels_of(question))


def labels_of(question: Question) -> dict[str, str]:
    """Return the words of each card, in the active language, by its value."""
    return {str(option.value): gettext(option.label) for option in question.options}


def _age(text: str) -> str:
    """Read an age in years, or a band."""
    if text.isascii() and text.isdigit():
        return next((band for limit, band in _AGES if int(text) < limit), text)
    question = question_of("age")
    assert question is not None
    return option_for(question, text, labels=labels_of(question))


def _errors(sent: Mapping[str, Mapping[str, str]], *, on: date) -> dict[str, str]:
    found = apply_cells(new_answers(), sent, on=on)
    return {cell.partition(".")[2]: sentence for cell, sentence in found.errors.items()}
