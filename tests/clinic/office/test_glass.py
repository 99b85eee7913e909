"""What whoever runs the site opens of an organization is noted there, page by page; each page says that they look in."""

from __future__ import annotations

import pytest

from petitions.access.organizations.break_glass import break_glass
from petitions.access.organizations.members import suspend
from petitions.access.organizations.models import AuditEntry
from petitions.access.roles import Role
from tests.access.signing_in.members import just_proved
from tests.clinic.people import Member, Office, answered, matter_of, new_user, office

pytestmark = pytest.mark.django_db
GLASS, REASON = "/clinic/break-glass/", "They asked why a matter does not open."


@pytest.fixture
def ours() -> Office:
    found = office()
    found.member(Role.ADMIN)
    return found


@pytest.fixture
def root(ours: Office) -> Member:
    return Member(new_user(is_superuser=True), ours.organization)


def test_it_wants_a_fresh_proof_to_begin_and_none_to_end(ours: Office, root: Member) -> None:
    sent = {"organization": ours.organization.pk, "reason": REASON}
    assert root.client.post(GLASS, sent).headers["Location"].startswith("/account/again/")
    assert just_proved(root).post(GLASS, sent).headers["Location"] == "/clinic/"


def test_all_that_is_opened_is_noted_and_each_page_says_so(ours: Office, root: Member) -> None:
    matter = matter_of(ours.member(Role.REVIEWER), answers=answered())
    break_glass(ours.organization, user_id=root.user.pk, reason=REASON)
    for path in ("/clinic/", f"/clinic/matters/{matter.pk}/review/", "/clinic/audit-log/"):
        assert "You look into Example Legal Aid" in root.client.get(path).text
    root.client.post(GLASS, {"end": "1"})
    mine = AuditEntry.objects.filter(organization=ours.organization, actor=root.user).order_by("pk")
    pages = [one.additional_data["what"] for one in mine if one.additional_data["what"].startswith("page")]
    assert pages == ["page matters", "page review_matter", "page audit_log"]
    assert {one.additional_data["role"] for one in mine} == {"glass"}
    assert (mine[0].action, mine.last().changes.keys()) == (AuditEntry.Action.CREATE, {"until"})  # type: ignore[union-attr]
    assert REASON not in repr([*AuditEntry.objects.values()])


def test_a_suspended_organization_is_closed_to_them_too(ours: Office, root: Member) -> None:
    break_glass(ours.organization, user_id=root.user.pk, reason=REASON)
    suspend(ours.organization, is_suspended=True)
    assert root.client.get("/clinic/").status_code == 404
    assert ours.organization.pk not in just_proved(root).get(GLASS).text
