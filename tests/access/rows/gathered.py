"""Every row of the staff pages."""

from __future__ import annotations

from tests.access.rows import desk, ending, inside, lists, office, printing, review

STAFF_ROWS = (*desk.ROWS, *ending.ROWS, *lists.ROWS, *inside.ROWS, *office.ROWS, *printing.ROWS, *review.ROWS)
