"""The rows of the directory of courts, which a right of its own opens; what they name belongs to no office."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.utils import timezone

from petitions.access.roles import Action
from petitions.courts.changing import Change
from petitions.courts.edits import Edit
from petitions.courts.tables import Place, Table
from petitions.records.court_edits.writing import add_edits
from tests.access.rows.shape import NOT_ALLOWED, OK, StaffRow, World

COUNTY = "/clinic/courts/alpine/"


def of_county(_world: World) -> Mapping[str, Any]:
    """Name a county."""
    return {"county": "alpine"}


def of_row(_world: World) -> Mapping[str, Any]:
    """Name one row of it."""
    return {"county": "alpine", "entry": "district-attorney"}


def of_change(_world: World) -> Mapping[str, Any]:
    """Change something, and name the change."""
    day = timezone.localdate() - timedelta(days=1)
    edit = Edit(Place(Table.PROSECUTORS, "Alpine"), "phone", "(530) 555-0100", "The office, by phone", day)
    (row,) = add_edits([Change(edit, "")], user_id=None)
    return {"county": "alpine", "change": row.change}


ROWS = (
    StaffRow("court_directory", Action.EDIT_COURTS),
    StaffRow("court_changes", Action.EDIT_COURTS),
    StaffRow("court_county", Action.EDIT_COURTS, parts=of_county, names=False),
    StaffRow("court_edit", Action.EDIT_COURTS, post=OK, parts=of_row, names=False, fresh=True),
    StaffRow("court_confirm", Action.EDIT_COURTS, get=NOT_ALLOWED, post=COUNTY, parts=of_row, names=False),
    StaffRow(
        "court_take_back",
        Action.EDIT_COURTS,
        get=NOT_ALLOWED,
        post=COUNTY,
        parts=of_change,
        names=False,
    ),
)
