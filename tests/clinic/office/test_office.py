"""Members come by invitation and go at once; an office keeps an admin; names and addresses reach the papers."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from petitions.access.models import User
from petitions.access.organizations.invitations import invite
from petitions.access.organizations.models import AttorneyProfile, Invitation, Membership, Organization
from petitions.access.organizations.profiles import has_whole_address
from petitions.access.roles import Role
from petitions.clinic.papers import packets_for
from petitions.documents.build import print_packets
from petitions.interview.screening import today
from petitions.records.matters.models import Matter
from petitions.records.matters.reading import answers_of
from tests.access.signing_in.members import just_proved
from tests.clinic.people import Member, Office, answered, matter_of, new_user, office, signed_in
from tests.documents.printed_pages import text as text_of_pdf

pytestmark = pytest.mark.django_db
PASSWORD = "a long and odd sentence"
NAMED = {"first_name": "Nora", "last_name": "New", "password": PASSWORD}


@pytest.fixture
def ours() -> Office:
    return office()


def invited(ours: Office, email: str = "new@example.org", role: str = "reviewer") -> str:
    found = invite(email, role=role, organization_id=ours.organization.pk, invited_by=None)
    assert found
    return f"/invitation/{found[1]}/"


def test_an_invited_person_chooses_a_password_and_is_a_member(ours: Office) -> None:
    link = invited(ours)
    assert ours.organization.name in Client().get(link).text
    assert Client().post(link, NAMED)["Location"] == "/account/login/"
    user = User.objects.get(email="new@example.org")
    assert user.check_password(PASSWORD) and user.get_full_name() == "Nora New"
    assert Membership.objects.get(user=user).role == Role.REVIEWER


def test_an_invitation_works_once_for_a_week_and_can_be_taken_back(ours: Office) -> None:
    used, withdrawn, old = (invited(ours, f"{name}@example.org") for name in ("used", "withdrawn", "old"))
    Client().post(used, NAMED)
    Invitation.objects.filter(email__startswith="withdrawn").update(withdrawn_at=timezone.now())
    Invitation.objects.filter(email__startswith="old").update(until=timezone.now() - timedelta(seconds=1))
    pages = {re.sub(r'value="[^"]+"', "", Client().get(link).text) for link in (used, withdrawn, old)}
    assert len(pages) == 1 and "opens nothing" in pages.pop()
    assert {Client().post(link, NAMED).status_code for link in (used, withdrawn, old)} == {404}


def test_a_second_invitation_replaces_the_first(ours: Office) -> None:
    first, second = invited(ours), invited(ours)
    assert (Client().get(first).status_code, Client().get(second).status_code) == (404, 200)


def test_guessing_codes_is_slowed_down(ours: Office) -> None:
    link = invited(ours)
    for _time in range(20):
        Client().get("/invitation/no-such-code/")
    assert Client().get(link).status_code == 404


def test_a_weak_password_is_refused_and_the_name_stays(ours: Office) -> None:
    link = invited(ours)
    page = Client().post(link, {**NAMED, "password": "password123"})
    assert page.status_code == 200 and 'value="Nora"' in page.text and 'class="error-summary"' in page.text
    assert not User.objects.filter(email="new@example.org").exists()


def test_whoever_has_an_account_signs_in_and_joins_and_nobody_else_does(ours: Office) -> None:
    known = new_user()
    link = invited(ours, known.email)
    assert "Sign in" in Client().get(link).text
    assert Client().post(link).status_code == 200 and not Membership.objects.filter(user=known).exists()
    stranger = signed_in(new_user())
    stranger.post(link)
    assert not Membership.objects.exists()
    assert signed_in(known).post(link).status_code == 302
    assert Membership.objects.get().user == known


def test_an_admin_invites_by_mail_and_the_code_is_not_kept(ours: Office, settings: Settings) -> None:
    settings.MAIL_OFFERED = True
    client = just_proved(ours.member(Role.ADMIN))
    page = client.post("/clinic/office/invite/", {"email": "new@example.org", "role": "volunteer"})
    link = re.search(r"http://testserver(/invitation/[^<]+)", page.text)
    assert link and link[1] in mail.outbox[0].body and mail.outbox[0].to == ["new@example.org"]
    assert link[1].split("/")[2] not in repr(list(Invitation.objects.values()))
    assert Client().get(link[1]).status_code == 200


def test_a_member_who_is_removed_opens_nothing_with_the_next_click(ours: Office) -> None:
    volunteer = ours.member(Role.VOLUNTEER)
    assert volunteer.client.get("/clinic/").status_code == 200
    membership = Membership.objects.get(user=volunteer.user)
    just_proved(ours.member(Role.ADMIN)).post(f"/clinic/office/members/{membership.pk}/", {"remove": "1"})
    assert volunteer.client.get("/clinic/").status_code == 404


def test_another_role_holds_with_the_next_click(ours: Office) -> None:
    volunteer = ours.member(Role.VOLUNTEER)
    assert volunteer.client.get("/clinic/review/").status_code == 404
    membership = Membership.objects.get(user=volunteer.user)
    just_proved(ours.member(Role.ADMIN)).post(
        f"/clinic/office/members/{membership.pk}/", {"role": "reviewer"}
    )
    assert volunteer.client.get("/clinic/review/").status_code == 200


def test_an_office_keeps_an_admin(ours: Office) -> None:
    admin = ours.member(Role.ADMIN)
    membership = Membership.objects.get(user=admin.user)
    client, path = just_proved(admin), f"/clinic/office/members/{membership.pk}/"
    for sent in ({"remove": "1"}, {"role": "volunteer"}):
        assert "needs an admin" in client.post(path, sent).text
    membership.refresh_from_db()
    assert membership.role == Role.ADMIN and membership.ended_at is None


def test_a_lost_device_is_forgotten_and_the_member_signed_out(ours: Office) -> None:
    volunteer = ours.member(Role.VOLUNTEER)
    volunteer.client.get("/clinic/")
    membership = Membership.objects.get(user=volunteer.user)
    just_proved(ours.member(Role.ADMIN)).post(f"/clinic/office/members/{membership.pk}/", {"device": "1"})
    assert volunteer.client.get("/clinic/")["Location"].startswith("/account/login/")


def test_a_suspended_organization_is_closed_to_all_with_the_next_click(ours: Office) -> None:
    client = ours.member(Role.ADMIN).client
    assert client.get("/clinic/").status_code == 200
    call_command("suspend_organization", ours.organization.name)
    assert client.get("/clinic/").status_code == 404
    call_command("suspend_organization", ours.organization.pk, "--end")
    assert client.get("/clinic/").status_code == 200
    with pytest.raises(CommandError):
        call_command("suspend_organization", "no such office")


def test_a_member_of_two_organizations_works_for_the_chosen_one(ours: Office) -> None:
    admin, second = ours.member(Role.ADMIN), office("Second Office").organization
    Membership.objects.create(organization=second, user=admin.user, role=Role.ADMIN)
    assert ours.organization.name in admin.client.get("/clinic/office/").text
    admin.client.post("/clinic/office/switch/", {"organization": second.pk})
    assert "<h1>Second Office</h1>" in admin.client.get("/clinic/office/").text


def test_the_command_makes_an_organization_and_the_link_of_its_admin(
    capsys: pytest.CaptureFixture[str],
) -> None:
    call_command("create_organization", "Example Office", "--admin", "ada@example.org")
    link = re.search(r"http://127.0.0.1:8000(/invitation/\S+)", capsys.readouterr().out)
    assert link and Client().post(link[1], NAMED).status_code == 302
    member = Membership.objects.get()
    assert member.role == Role.ADMIN and member.organization.name == "Example Office"


@pytest.mark.parametrize(("name", "admin"), [("An Office", "no mail"), (" ", "ada@example.org")])
def test_the_command_refuses_what_it_cannot_use_and_makes_nothing(name: str, admin: str) -> None:
    with pytest.raises(CommandError):
        call_command("create_organization", name, "--admin", admin)
    assert not Organization.objects.exists()


def with_attorney(member: Member, **place: str) -> Matter:
    profile = AttorneyProfile.objects.get(organization=member.organization)
    AttorneyProfile.objects.filter(pk=profile.pk).update(**place)
    matter = matter_of(member, answers=answered())
    member.client.post(f"/clinic/matters/{matter.pk}/attorney/", {"attorney": profile.pk})
    return Matter.objects.select_related("attorney__organization", "interview").get(pk=matter.pk)


def test_the_attorney_of_the_matter_stands_at_the_head_of_the_petition(ours: Office) -> None:
    matter = with_attorney(ours.member(Role.REVIEWER))
    packets = packets_for(matter, answers_of(matter).answers, on=today())
    file = print_packets(packets).file("case-1/petition.pdf")
    assert file is not None
    words = " ".join(text_of_pdf(file.content).split())
    for part in ("Testa Advocate", "999999", "Example Legal Aid", "100 Sample Street", "Attorney for"):
        assert part in words, part


def test_an_attorneys_own_address_goes_before_the_offices(ours: Office) -> None:
    matter = with_attorney(ours.member(Role.REVIEWER), street="5 Own Street", city="Fresno", zip="93650")
    packets = packets_for(matter, answers_of(matter).answers, on=today())
    attorney = packets.cases[0].sheet.filer.attorney
    assert attorney and attorney.mailing_address.street == "5 Own Street"


def test_half_an_address_is_refused_and_a_missing_one_is_told(ours: Office) -> None:
    admin = ours.member(Role.ADMIN)
    page = admin.client.post(
        "/clinic/office/name/", {"name": "An Office", "street": "1 Street", "state": "CA"}
    )
    assert "Give the whole address" in page.text
    admin.client.post("/clinic/office/name/", {"name": "An Office", "state": "CA"})
    assert "no address yet" in admin.client.get("/clinic/office/").text
    assert not has_whole_address(AttorneyProfile.objects.select_related("organization").get())


def test_one_attorney_is_the_usual_one_and_one_can_leave(ours: Office) -> None:
    admin = ours.member(Role.ADMIN)
    admin.client.post("/clinic/office/attorneys/new/", {"name": "Second Lawyer", "is_usual": "on"})
    assert list(AttorneyProfile.objects.filter(is_usual=True).values_list("name", flat=True)) == [
        "Second Lawyer"
    ]
    profile = AttorneyProfile.objects.get(name="Second Lawyer")
    admin.client.post(f"/clinic/office/attorneys/{profile.pk}/", {"end": "1"})
    assert "Second Lawyer" not in admin.client.get("/clinic/matters/new/").text


def test_what_other_days_mean_is_said_before_they_are_kept(ours: Office) -> None:
    client = just_proved(ours.member(Role.ADMIN))
    matter_of(ours.member(Role.REVIEWER))
    page = client.post("/clinic/office/retention/", {"days_after_close": "90", "days_untouched": "30"})
    assert "1 matter ends sooner" in page.text
    sent = {"days_after_close": "90", "days_untouched": "30", "save": "1"}
    assert client.post("/clinic/office/retention/", sent).status_code == 302
    assert Organization.objects.get().days_untouched == 30
    refused = client.post("/clinic/office/retention/", {**sent, "days_untouched": "3000"})
    assert "from 7 to 366" in refused.text and Organization.objects.get().days_untouched == 30
