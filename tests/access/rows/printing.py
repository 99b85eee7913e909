"""The rows of printing and the check-out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from petitions.access.roles import Action
from petitions.clinic.printing.plan import Options
from petitions.interview.screening import today
from petitions.records.matters.printing import Wanted, ask_for_job
from tests.access.rows.shape import NO_SUCH, NOT_ALLOWED, OK, StaffRow, World, of_matter, of_own


def job_of(world: World, *, own: bool) -> Mapping[str, Any]:
    """Ask for the papers of a matter; asking again finds the same job."""
    matter = world.own if own else world.matter
    kept = {"print": Options().as_json(), "language": "en", "on": today().isoformat()}
    job = ask_for_job(
        [Wanted(matter, 1, "", "open")],
        organization_id=matter.organization_id,
        user_id=world.ours.member("reviewer").user.pk,
        token=f"job of {matter.pk}",
        options=kept,
    )
    return {"job": job.pk}


def _job(name: str, get: Any, post: Any = NOT_ALLOWED) -> StaffRow:
    return StaffRow(
        name,
        Action.PRINT,
        get=get,
        post=post,
        parts=lambda world: job_of(world, own=False),
        own=lambda world: job_of(world, own=True),
    )


ROWS = (
    StaffRow("print_desk", Action.PRINT),
    StaffRow("print_new", Action.PRINT, get=NOT_ALLOWED, post="/clinic/print/"),
    StaffRow("checkout", Action.PRINT),
    StaffRow("checkout_sheet", Action.PRINT, get=NOT_ALLOWED, post=NO_SUCH),
    StaffRow(
        "checkout_tick",
        Action.PRINT,
        get=NOT_ALLOWED,
        post="/clinic/print/check-out/",
        parts=of_matter,
        own=of_own,
    ),
    _job("print_job", OK),
    _job("print_job_now", OK),
    _job("print_stop", NOT_ALLOWED, "/clinic/print/"),
    _job("print_taken", NOT_ALLOWED, "/clinic/print/check-out/"),
    _job("print_file", NO_SUCH),
)
