"""The rows of an office: members, invitations, profiles and the audit log."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from petitions.access.api_tokens.keeping import make_token, tokens_of
from petitions.access.organizations.invitations import invite
from petitions.access.organizations.models import AttorneyProfile, Membership
from petitions.access.roles import Action, Role
from tests.access.rows.shape import NOT_ALLOWED, OK, StaffRow, World, of_matter, of_own

OFFICE = "/clinic/office/"
GLASS_ROUTE = "break_glass"
"""Of whoever runs the site alone; tests/clinic/office/test_audit.py says what it answers to whom."""


def of_member(world: World) -> Mapping[str, Any]:
    """Name the reviewer's membership."""
    member = world.ours.member("reviewer")
    return {"member": Membership.objects.get(user=member.user, organization=member.organization).pk}


def of_attorney(world: World) -> Mapping[str, Any]:
    """Name the attorney of the office."""
    return {"attorney": AttorneyProfile.objects.get(organization=world.ours.organization).pk}


def of_invitation(world: World) -> Mapping[str, Any]:
    """Invite somebody."""
    invited = invite(
        "new@example.org", role="volunteer", organization_id=world.ours.organization.pk, invited_by=None
    )
    assert invited
    return {"invitation": invited[0].pk}


def of_program(world: World) -> Mapping[str, Any]:
    """Name a token, made where there is none."""
    own, now = {"organization_id": world.ours.organization.pk}, timezone.now()
    found = tokens_of(now=now, **own).first()
    made = None if found else make_token("A program", made_by=None, now=now, **own)
    return {"program": (found or made[0]).pk}  # type: ignore[index,union-attr]


def of_own_office(world: World) -> Mapping[str, Any]:
    """Name the organization to work for."""
    return {"organization": world.ours.organization.pk}


ROWS = (
    StaffRow("office_home", Action.SEE_FIGURES, get="/clinic/", leads={Role.COUNTY: "/county/"}),
    StaffRow("office", Action.MANAGE_OFFICE),
    StaffRow("office_invite", Action.MANAGE_OFFICE, post=OK, fresh=True),
    StaffRow("office_withdraw", Action.MANAGE_OFFICE, get=NOT_ALLOWED, post=OFFICE, parts=of_invitation),
    StaffRow("office_member", Action.MANAGE_OFFICE, post=OK, parts=of_member, fresh=True),
    StaffRow("office_programs", Action.MANAGE_OFFICE, post=OK, fresh=True),
    StaffRow(
        "office_program_end",
        Action.MANAGE_OFFICE,
        get=NOT_ALLOWED,
        post=f"{OFFICE}programs/",
        parts=of_program,
        fresh=True,
    ),
    StaffRow("office_switch", Action.SEE_FIGURES, post="/clinic/home/", sent=of_own_office),
    StaffRow("office_profile", Action.MANAGE_OFFICE, post=OK),
    StaffRow("office_attorney_new", Action.MANAGE_OFFICE, post=OK),
    StaffRow("office_attorney", Action.MANAGE_OFFICE, post=OK, parts=of_attorney),
    StaffRow("office_retention", Action.MANAGE_OFFICE, post=OK, fresh=True),
    StaffRow(
        "matter_attorney",
        Action.EDIT_MATTERS,
        get=NOT_ALLOWED,
        post="/clinic/matters/",
        parts=of_matter,
        own=of_own,
    ),
    StaffRow("audit_log", Action.SEE_AUDIT),
    StaffRow("audit_export", Action.SEE_AUDIT, fresh=True),
    StaffRow("audit_export_xlsx", Action.SEE_AUDIT, fresh=True),
)
