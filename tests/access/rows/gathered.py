"""Every row of the staff pages."""

from __future__ import annotations

from tests.access.rows import after, desk, inside, review

STAFF_ROWS = (*after.ROWS, *desk.ROWS, *inside.ROWS, *review.ROWS)
