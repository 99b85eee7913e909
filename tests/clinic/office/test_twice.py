"""Pressing twice makes one (S40), two admins never overwrite each other unseen (S41), and no way leaves an office without an admin."""

from __future__ import annotations

import re

import pytest
from django.core import mail
from django.http import HttpResponse
from django.test import Client

from petitions.access.organizations.invitations import LONGEST_ADDRESS, invite
from petitions.access.organizations.models import AttorneyProfile, Invitation, Membership, Organization
from petitions.access.roles import Role
from tests.access.signing_in.members import just_proved
from tests.clinic.people import Office, office

pytestmark = pytest.mark.django_db
OFFICE = "/clinic/office/"
PLACE = {"street": "8 Second Street", "unit": "", "city": "Fresno", "state": "CA", "zip": "93721"}
_HIDDEN = re.compile(r'<input type="hidden" name="(version|token|shown)" value="([^"]*)"')


@pytest.fixture
def ours() -> Office:
    return office()


def post(ours: Office, page: str, **sent: object) -> HttpResponse:
    return just_proved(ours.member(Role.ADMIN)).post(f"{OFFICE}{page}", sent)


def hidden(ours: Office, page: str) -> dict[str, str]:
    return dict(_HIDDEN.findall(just_proved(ours.member(Role.ADMIN)).get(f"{OFFICE}{page}").text))


def test_pressing_twice_invites_once(ours: Office) -> None:
    sent = {"email": "new@example.org", "role": "volunteer", **hidden(ours, "invite/")}
    first, second = (post(ours, "invite/", **sent) for _time in range(2))
    assert (first.status_code, second.status_code) == (200, 302)
    assert Invitation.objects.count() == len(mail.outbox) == 1
    link = re.search(r"/invitation/[\w-]+/", first.text)
    assert link and Client().get(link[0]).status_code == 200


def test_pressing_twice_adds_one_attorney(ours: Office) -> None:
    sent = {"name": "Testa Second", **PLACE, **hidden(ours, "attorneys/new/")}
    for _time in range(2):
        assert post(ours, "attorneys/new/", **sent).status_code == 302
    assert AttorneyProfile.objects.filter(name="Testa Second").count() == 1


def test_an_address_that_is_too_long_for_a_user_name_is_refused(ours: Office) -> None:
    email = f"{'x' * 60}@{'y' * 60}.{'z' * 40}.example.org"
    assert len(email) > LONGEST_ADDRESS
    assert "too long" in post(ours, "invite/", email=email, role="admin").text


def test_two_admins_see_what_the_other_wrote(ours: Office) -> None:
    attorney = AttorneyProfile.objects.get()
    for page, row in (("name/", Organization), (f"attorneys/{attorney.pk}/", AttorneyProfile)):
        seen = hidden(ours, page)
        theirs = {"name": "Named", **PLACE, "phone": "510-555-0111"}
        assert post(ours, page, **theirs, **seen).status_code == 302
        shown = post(ours, page, **{**theirs, "phone": "510-555-0122"}, **seen)
        assert shown.status_code == 200 and "It is now: 510-555-0111" in shown.text
        assert 'value="510-555-0122"' in shown.text and row.objects.get().phone == "510-555-0111"
        seen = dict(_HIDDEN.findall(shown.text))
        assert post(ours, page, **{**theirs, "phone": "510-555-0122"}, **seen).status_code == 302
        assert row.objects.get().phone == "510-555-0122"


def test_two_admins_see_which_days_the_other_chose(ours: Office) -> None:
    seen = hidden(ours, "retention/")
    post(ours, "retention/", days_after_close=91, days_untouched=181, save=1, **seen)
    shown = post(ours, "retention/", days_after_close=120, days_untouched=181, save=1, **seen)
    assert "It is now: 91" in shown.text and Organization.objects.get().days_after_close == 91


def test_a_role_that_somebody_else_changed_is_shown_first(ours: Office) -> None:
    member = ours.member(Role.VOLUNTEER)
    row = Membership.objects.get(user=member.user)
    page, seen = f"members/{row.pk}/", hidden(ours, f"members/{row.pk}/")
    post(ours, page, role="reviewer", **seen)
    shown = post(ours, page, role="auditor", **seen)
    assert "The role is now: Reviewer or attorney" in shown.text
    row.refresh_from_db()
    assert row.role == "reviewer"
    post(ours, page, role="auditor", **dict(_HIDDEN.findall(shown.text)))
    row.refresh_from_db()
    assert row.role == "auditor"


def test_an_invitation_takes_no_role_from_who_works_here_not_even_the_last_admins(ours: Office) -> None:
    admin = ours.member(Role.ADMIN)
    found = invite(
        admin.user.email, role="volunteer", organization_id=ours.organization.pk, invited_by=admin.user.pk
    )
    assert found
    admin.client.post(f"/invitation/{found[1]}/")
    assert Membership.objects.get(user=admin.user).role == "admin"


def test_who_works_for_two_offices_chooses_whatever_their_role(ours: Office) -> None:
    member, other = ours.member(Role.VOLUNTEER), office("Another Office")
    assert "work for another office" not in member.client.get("/clinic/").text
    Membership.objects.create(organization=other.organization, user=member.user, role=Role.AUDITOR)
    assert "work for another office" in member.client.get("/clinic/").text
    page = member.client.get(f"{OFFICE}switch/").text
    assert "Another Office" in page and "You are here" in page
    member.client.post(f"{OFFICE}switch/", {"organization": other.organization.pk})
    assert member.client.get("/clinic/").status_code == 404, "an auditor sees no matters"
