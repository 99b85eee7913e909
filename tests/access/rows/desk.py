"""The rows of the desk."""

from __future__ import annotations

from petitions.access.roles import Action
from tests.access.rows.shape import StaffRow, of_matter, of_own

ROWS = (
    StaffRow("matters", Action.SEE_MATTERS),
    StaffRow("matter", Action.SEE_MATTERS, parts=of_matter, own=of_own),
)
