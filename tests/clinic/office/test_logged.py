"""Every change of an organization's own rows stands in its log by itself, with who did it and without what was typed."""

from __future__ import annotations

import pytest
from auditlog.registry import auditlog
from django.core.management import call_command

from petitions.access.api_tokens.models import ApiToken
from petitions.access.organizations.models import (
    AttorneyProfile,
    AuditEntry,
    BreakGlass,
    Invitation,
    Membership,
    Organization,
)
from petitions.access.roles import Role
from tests.access.signing_in.members import just_proved, sign_in
from tests.clinic.people import Office, new_member, new_user, office

pytestmark = pytest.mark.django_db
OFFICE, LOG = "/clinic/office/", "/clinic/audit-log/"
CANARY = {
    "name": "Canaria Office",
    "street": "77 Canaria Street",
    "unit": "Suite Canaria",
    "city": "Canaria",
    "state": "CA",
    "zip": "90077",
    "phone": "510-555-0177",
    "email": "canaria@example.org",
    "bar_number": "770077",
    "firm": "Canaria Firm",
    "is_usual": "on",
}
FORBIDDEN = ("anaria", "90077", "0177", "770077")


@pytest.fixture
def ours() -> Office:
    return office()


def entries(ours: Office) -> list[AuditEntry]:
    return [*AuditEntry.objects.filter(organization=ours.organization).order_by("pk")]


def test_all_rows_of_an_organization_itself_are_registered() -> None:
    assert {*auditlog.get_models()} == {
        Organization,
        Membership,
        Invitation,
        AttorneyProfile,
        BreakGlass,
        ApiToken,
    }


def test_the_log_keeps_nothing_that_an_admin_typed(ours: Office) -> None:
    client = just_proved(ours.member(Role.ADMIN))
    for path in ("name/", "attorneys/new/"):
        assert client.post(f"{OFFICE}{path}", CANARY).status_code == 302
    path = f"{OFFICE}attorneys/{AttorneyProfile.objects.get(name=CANARY['name']).pk}/"
    assert client.post(path, {**CANARY, "firm": "Canaria Two"}).status_code == 302
    client.post(path, {"end": "1"})
    client.post(f"{OFFICE}invite/", {"email": "canaria@example.org", "role": "admin"})
    kept = repr([*AuditEntry.objects.values()])
    assert not [word for word in FORBIDDEN if word in kept]
    assert {"organization", "attorneyprofile", "invitation"} == {one.object_repr for one in entries(ours)}
    assert {one.actor_id for one in entries(ours)} == {ours.member(Role.ADMIN).user.pk}


def test_a_change_names_its_parts_and_masks_them_whole(ours: Office) -> None:
    place = {"street": "100 Sample Street", "city": "Oakland", "state": "CA", "zip": "94601"}
    sent = {"name": "Example Legal Aid", **place, "phone": "510-555-0199"}
    just_proved(ours.member(Role.ADMIN)).post(f"{OFFICE}name/", sent)
    assert entries(ours)[0].changes == {"phone": ["***", "***"]}


def test_another_role_stands_in_the_log_as_it_was_and_is_and_the_page_names_the_member(ours: Office) -> None:
    member = new_member(ours.organization, Role.VOLUNTEER, first_name="Vera", last_name="Volunteer")
    row = Membership.objects.get(user=member.user)
    admin = just_proved(ours.member(Role.ADMIN))
    admin.post(f"{OFFICE}members/{row.pk}/", {"role": "reviewer", "shown": "volunteer"})
    (entry,) = entries(ours)
    assert (entry.changes, entry.object_repr) == ({"role": ["volunteer", "reviewer"]}, "membership")
    assert "Vera" not in repr([*AuditEntry.objects.values()])
    page = admin.get(LOG).text
    assert "changed a member Vera Volunteer" in page
    assert "role: Intake volunteer → Reviewer or attorney" in page


def test_what_a_command_does_is_the_sites(ours: Office) -> None:
    call_command("suspend_organization", ours.organization.pk)
    call_command("suspend_organization", ours.organization.pk, "--end")
    assert [(one.actor_id, [*(one.changes or {})]) for one in entries(ours)] == [
        (None, ["suspended_at"]),
        (None, ["suspended_at"]),
    ]
    assert ours.member(Role.ADMIN).client.get(LOG).text.count("the site</th>") == 2


def test_a_sign_in_keeps_no_mail_address(ours: Office) -> None:
    member = new_member(ours.organization, Role.VOLUNTEER, name="vera.canaria")
    sign_in(member.user)
    assert "canaria" not in repr([*AuditEntry.objects.values()])


def test_a_joining_is_logged_as_the_new_members(ours: Office) -> None:
    member = Membership.objects.create(organization=ours.organization, user=new_user(), role=Role.AUDITOR)
    (entry,) = entries(ours)
    assert (entry.object_pk, entry.action) == (str(member.pk), AuditEntry.Action.CREATE)


def test_the_end_of_a_whole_organization_is_no_trouble(ours: Office) -> None:
    ours.member(Role.ADMIN)
    ours.organization.delete()
    assert not Membership.objects.exists()
