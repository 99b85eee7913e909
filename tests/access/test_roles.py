"""What each role may do, written out once more: the matrix of addresses asks the product itself, this table does not (S1)."""

from __future__ import annotations

import pytest

from petitions.access.roles import GLASS, Action, Role, may, sees_every_matter

INTAKE = {"see_matters", "edit_matters", "print", "follow_up", "see_figures"}
REVIEWING = INTAKE | {"review", "import", "export"}
MAY = {
    "volunteer": INTAKE,
    "reviewer": REVIEWING,
    "admin": REVIEWING | {"end_matters", "manage_office", "see_audit"},
    "auditor": {"see_audit", "see_figures"},
    "county": {"review_county", "see_figures"},
    "glass": {"see_matters", "see_audit", "see_figures"},
}
SEES_EVERY_MATTER = {
    "volunteer": False,
    "reviewer": True,
    "admin": True,
    "auditor": True,
    "county": True,
    "glass": True,
}
"""Of those who see matters at all."""


def test_every_role_is_in_the_table() -> None:
    assert {*map(str, Role), GLASS} == MAY.keys() == SEES_EVERY_MATTER.keys()


@pytest.mark.parametrize("role", MAY)
def test_a_role_may_do_this_and_nothing_else(role: str) -> None:
    assert {str(action) for action in Action if may(role, action)} == MAY[role]
    assert sees_every_matter(role) is SEES_EVERY_MATTER[role]
