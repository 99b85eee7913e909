"""The rows of the desk."""

from __future__ import annotations

from petitions.access.roles import Action
from tests.access.rows.shape import OK, StaffRow, of_matter, of_own

_MATTER = "/clinic/matters/"
ROWS = (
    StaffRow("matters", Action.SEE_MATTERS, post=OK),
    StaffRow(
        "matters_assign",
        Action.REVIEW,
        get=405,
        post="/clinic/",
        sent=lambda where: {"matters": [where.matter.pk]},
    ),
    StaffRow("new_matter", Action.EDIT_MATTERS, post=OK),
    StaffRow("matter", Action.EDIT_MATTERS, post=_MATTER, parts=of_matter, own=of_own),
    StaffRow("matter_cell", Action.EDIT_MATTERS, get=405, post=OK, parts=of_matter, own=of_own),
    StaffRow("matter_rows", Action.EDIT_MATTERS, get=405, post=_MATTER, parts=of_matter, own=of_own),
    StaffRow("matter_paste", Action.EDIT_MATTERS, post=OK, parts=of_matter, own=of_own),
)
