"""The rows of retention, transfer and deletion."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from petitions.access.roles import Action
from petitions.records.matters.models import Transfer
from petitions.records.matters.transfers import offer
from tests.access.rows.shape import NOT_ALLOWED, OK, StaffRow, World, of_matter, of_own

_MATTER = "/clinic/matters/"


def of_transfer(world: World) -> Mapping[str, Any]:
    """Name an offer from the other office to ours."""
    found = Transfer.objects.filter(matter=world.foreign, settled_at=None).first()
    made = found or offer(
        world.foreign, to=world.ours.organization.pk, user_id=world.theirs.member("admin").user.pk
    )
    return {"transfer": made.pk}


ROWS = (
    StaffRow("endings", Action.END_MATTERS, post=OK, fresh=True),
    StaffRow(
        "transfer_answer", Action.END_MATTERS, get=NOT_ALLOWED, post="/clinic/endings/", parts=of_transfer
    ),
    StaffRow("matter_close", Action.EDIT_MATTERS, get=NOT_ALLOWED, post=_MATTER, parts=of_matter, own=of_own),
    StaffRow("matter_delete", Action.END_MATTERS, post=OK, parts=of_matter, own=of_own, fresh=True),
    StaffRow("matter_hand_out", Action.END_MATTERS, post=OK, parts=of_matter, own=of_own, fresh=True),
)
