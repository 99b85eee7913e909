"""Every row of the staff pages, whole and a few at a time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.access.rows import after, county, courts, desk, ending, inside, lists, office, printing, review
from tests.access.rows.shape import StaffRow

PARTS = {
    part.__name__.rpartition(".")[2]: tuple(part.ROWS)
    for part in (after, county, courts, desk, ending, inside, lists, office, printing, review)
}
"""The rows by part of the staff pages."""

STAFF_ROWS = tuple(row for rows in PARTS.values() for row in rows)

AT_A_TIME = 8
"""Rows that one test tries: making a world for each would take longer than trying it."""


def a_few_at_a_time(takes: Callable[[StaffRow], object] = lambda _row: True) -> pytest.MarkDecorator:
    """Give a test the rows that ``takes`` says yes to, a few of one part of the pages at a time."""
    found = {}
    for part, all_rows in PARTS.items():
        taken = [row for row in all_rows if takes(row)]
        for first in range(0, len(taken), AT_A_TIME):
            found[f"{part}-{first // AT_A_TIME + 1}"] = taken[first : first + AT_A_TIME]
    return pytest.mark.parametrize("rows", found.values(), ids=found.keys())
