"""Writes what staff have changed as the project takes it: its data files, and a patch of them."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import unified_diff

from petitions.courts.edits import Edit, laid_over
from petitions.courts.tables import FOLDER, Table, Tables, csv_text

PATCH = "courts.patch"


def all_files(shipped: Tables, edits: Iterable[Edit]) -> dict[str, str]:
    """Return the text of each data file as it would be with the edits, by its name."""
    now = laid_over(shipped, edits)
    return {table.file: csv_text(table, now[table]) for table in Table}


def patch(shipped: Tables, edits: Iterable[Edit]) -> str:
    """Return the change of the data files as ``git apply`` takes it; empty where there is none."""
    now = laid_over(shipped, edits)
    return "".join(
        _patch_of(table.file, before=csv_text(table, shipped[table]), after=csv_text(table, now[table]))
        for table in Table
    )


def _patch_of(file: str, *, before: str, after: str) -> str:
    if before == after:
        return ""
    path = f"{FOLDER}/{file}"
    lines = unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), f"a/{path}", f"b/{path}"
    )
    return "".join([f"diff --git a/{path} b/{path}\n", *lines])
