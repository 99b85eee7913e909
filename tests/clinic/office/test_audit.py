"""The audit log tells who did what, never to what; it is found, taken as a file, and safe to open."""

from __future__ import annotations

import csv
import io
from datetime import timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core import mail
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from petitions.access.audit_log import purge_audit
from petitions.access.organizations.break_glass import break_glass
from petitions.access.organizations.models import AuditEntry, BreakGlass
from petitions.access.roles import Role
from petitions.exchange.safe_cells import plain_cell, safe_cell
from tests.access.signing_in.members import just_proved
from tests.clinic.people import Member, Office, answered, matter_of, new_user, office, signed_in

LOG = "/clinic/audit-log/"


@pytest.fixture
def ours(db: None) -> Office:
    return office()


def test_who_did_what_is_found_by_member_number_and_day(ours: Office) -> None:
    reviewer, admin = ours.member(Role.REVIEWER), ours.member(Role.ADMIN)
    for _number in range(2):
        matter = matter_of(reviewer, answers=answered())
        reviewer.client.get(f"/clinic/matters/{matter.pk}/")
    reviewer.client.post(f"/clinic/matters/{matter.pk}/cells/", {"c1.age.answer": "18_to_20"})
    page = admin.client.get(LOG).text
    assert "looked at matter 1" in page and "changed matter 2" in page and "Age when it happened" in page
    assert "matter 1" not in admin.client.get(f"{LOG}?about=2").text
    assert "looked at matter" not in admin.client.get(f"{LOG}?action=1").text
    assert "No line fits" in admin.client.get(f"{LOG}?member={admin.user.pk}&about=2").text
    assert "No line fits" in admin.client.get(f"{LOG}?last=2020-01-01").text
    assert "No line fits" in admin.client.get(f"{LOG}?first=2999-01-01&member=x&page=z").text


def test_no_value_of_a_person_stands_in_the_log(ours: Office) -> None:
    reviewer = ours.member(Role.REVIEWER)
    matter = matter_of(reviewer)
    sent = {"you.name-on-case.part_name_on_case": "Canary Person", "c1.case-number.text": "CANARY1"}
    reviewer.client.post(f"/clinic/matters/{matter.pk}/cells/", sent)
    reviewer.client.post(f"/clinic/matters/{matter.pk}/comment/", {"text": "Canary words"})
    assert AuditEntry.objects.count() >= 2
    assert "canary" not in repr(list(AuditEntry.objects.values())).lower()


def test_the_log_of_another_organization_is_not_seen(ours: Office) -> None:
    other = office("Another Office")
    matter_of(other.member(Role.ADMIN))
    other.member(Role.ADMIN).client.get("/clinic/matters/new/")
    just_proved(other.member(Role.ADMIN)).get("/clinic/audit-log/audit-log.csv")
    assert "No line fits" in ours.member(Role.ADMIN).client.get(LOG).text


def test_the_file_holds_what_was_looked_for_and_is_noted(ours: Office) -> None:
    reviewer, admin = ours.member(Role.REVIEWER), ours.member(Role.ADMIN)
    matter = matter_of(reviewer, answers=answered())
    reviewer.user.first_name, reviewer.user.last_name = "=HYPERLINK(1)", ""
    reviewer.user.save()
    reviewer.client.get(f"/clinic/matters/{matter.pk}/")
    response = just_proved(admin).get("/clinic/audit-log/audit-log.csv?about=1")
    rows = list(csv.reader(io.StringIO(response.content.decode())))
    assert rows[1][1:4] == ["'=HYPERLINK(1)", "looked at", "matter 1"] and len(rows) == 2
    assert AuditEntry.objects.filter(additional_data__what="audit export").exists()


@pytest.mark.parametrize(("days", "gone"), [(2 * 365, 0), (3 * 365 - 1, 0), (3 * 365, 1), (3 * 365 + 30, 1)])
def test_three_years_later_a_line_is_gone(ours: Office, days: int, gone: int) -> None:
    AuditEntry.objects.create(
        organization=ours.organization,
        action=AuditEntry.Action.ACCESS,
        content_type=ContentType.objects.get_for_model(ours.organization),
        object_pk="1",
        timestamp=timezone.now() - timedelta(days=days),
    )
    assert purge_audit(now=timezone.now()) == gone
    assert AuditEntry.objects.count() == 1 - gone


@given(st.text(st.sampled_from(" =+-@'\t\r\n\0＝a"), max_size=5) | st.text(max_size=30))
def test_a_safe_cell_starts_no_formula_and_reads_back(text: str) -> None:
    safe = safe_cell(text)
    assert not safe.strip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))
    assert plain_cell(safe) == text.replace("\0", "")


def test_whoever_runs_the_site_sees_no_matter_before_they_gave_a_reason(
    ours: Office, settings: Settings
) -> None:
    settings.MAIL_OFFERED = True
    admin, operator = ours.member(Role.ADMIN), new_user(is_superuser=True)
    matter = matter_of(ours.member(Role.REVIEWER), answers=answered())
    client, review = just_proved(Member(operator, ours.organization)), f"/clinic/matters/{matter.pk}/review/"
    assert {client.get(path).status_code for path in ("/clinic/", review, LOG)} == {404}
    assert (
        client.post("/clinic/break-glass/", {"organization": ours.organization.pk, "reason": "x"}).status_code
        == 200
    )
    assert not BreakGlass.objects.exists()
    client.post(
        "/clinic/break-glass/", {"organization": ours.organization.pk, "reason": "A member sees an error."}
    )
    assert {client.get(path).status_code for path in ("/clinic/", review, LOG)} == {200}
    assert "break glass" in admin.client.get(LOG).text
    assert "A member sees an error." in admin.client.get("/clinic/office/").text
    assert mail.outbox[0].to == [admin.user.email] and "error" not in mail.outbox[0].body


def test_through_the_glass_nothing_can_be_changed(ours: Office) -> None:
    operator = new_user(is_superuser=True)
    matter = matter_of(ours.member(Role.REVIEWER), answers=answered())
    break_glass(ours.organization, user_id=operator.pk, reason="A test of the glass.")
    client = signed_in(operator)
    for page in ("", "cells/", "rows/", "review/approve/", "comment/", "hand-over/", "assign/"):
        assert client.post(f"/clinic/matters/{matter.pk}/{page}").status_code == 404, page
    foreign = matter_of(office("Another Office").member(Role.ADMIN))
    assert client.get(f"/clinic/matters/{foreign.pk}/review/").status_code == 404
    client.post("/clinic/break-glass/", {"end": "1"})
    assert client.get("/clinic/").status_code == 404


@pytest.mark.parametrize("role", Role)
def test_for_members_there_is_no_glass_to_break(ours: Office, role: Role) -> None:
    client = ours.member(role).client
    assert {
        client.get("/clinic/break-glass/").status_code,
        client.post("/clinic/break-glass/").status_code,
    } == {404}
