"""Every row of the staff pages."""

from __future__ import annotations

from tests.access.rows import after, county, courts, desk, ending, inside, lists, office, printing, review

STAFF_ROWS = tuple(
    row
    for part in (after, county, courts, desk, ending, inside, lists, office, printing, review)
    for row in part.ROWS
)
