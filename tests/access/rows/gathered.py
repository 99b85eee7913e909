"""Every row of the staff pages."""

from __future__ import annotations

from tests.access.rows import desk, inside, office, printing, review

STAFF_ROWS = (*desk.ROWS, *inside.ROWS, *office.ROWS, *printing.ROWS, *review.ROWS)
