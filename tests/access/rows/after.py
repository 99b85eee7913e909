"""The rows of what became of the cases, and of the figures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from petitions.access.roles import Action
from tests.access.rows.shape import NOT_ALLOWED, OK, Parts, StaffRow, World, of_matter, of_own

_CASE = "/clinic/matters/"


def _case(parts: Parts) -> Parts:
    return lambda world: {**parts(world), "place": "c1"}


def _chosen(world: World) -> Mapping[str, Any]:
    return {"cases": [f"{world.own.pk}.c1"], "happened": "filed", "on": "2026-11-01"}


def _of_case(name: str, *, get: int, post: int | str, sent: Mapping[str, Any]) -> StaffRow:
    return StaffRow(
        name,
        Action.FOLLOW_UP,
        get=get,
        post=post,
        parts=_case(of_matter),
        own=_case(of_own),
        sent=sent,
    )


ROWS = (
    StaffRow("follow_up", Action.FOLLOW_UP),
    StaffRow("follow_up_many", Action.FOLLOW_UP, get=NOT_ALLOWED, post=OK, sent=_chosen),
    StaffRow("due", Action.FOLLOW_UP),
    StaffRow("hearings", Action.FOLLOW_UP),
    StaffRow("matter_hearings", Action.FOLLOW_UP, parts=of_matter, own=of_own),
    _of_case("case_steps", get=OK, post=_CASE, sent={"happened": "filed", "on": "2026-11-01"}),
    _of_case("case_take_back", get=NOT_ALLOWED, post=_CASE, sent={"status": "filed", "version": "1"}),
    _of_case("case_tell_again", get=NOT_ALLOWED, post=_CASE, sent={"message": "none"}),
    StaffRow("figures", Action.SEE_FIGURES),
    StaffRow("figure_svg", Action.SEE_FIGURES),
    StaffRow("figure_csv", Action.SEE_FIGURES),
)
