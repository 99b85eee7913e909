"""Every row of the staff pages."""

from __future__ import annotations

from tests.access.rows import desk, inside, printing, review

STAFF_ROWS = (*desk.ROWS, *inside.ROWS, *printing.ROWS, *review.ROWS)
