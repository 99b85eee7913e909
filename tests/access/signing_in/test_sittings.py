"""A sitting ends by itself, takes nothing over from whoever sat there before, and leaves nothing behind (S13 to S15)."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from petitions.access.organizations.models import AuditEntry, Membership
from petitions.access.roles import Role
from petitions.access.signing_in.sittings import unattended
from tests.access.signing_in.conftest import Later
from tests.access.signing_in.members import CODE, LOGIN, OWN, code_of, give_password, member, sign_in
from tests.interview.visitors import after, filed

pytestmark = pytest.mark.django_db
STAY, OUT = "/account/stay/", "/account/logout/"


def session_of(client: Client) -> str:
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def is_in(client: Client) -> bool:
    return client.get("/clinic/").status_code == 200


def left(client: Client) -> int:
    return int(client.get(STAY).json()["seconds"])


def test_fifteen_minutes_without_use_end_it(later: Later) -> None:
    client = sign_in(member().user)
    later(minutes=14, seconds=58)
    assert is_in(client)
    later(minutes=14, seconds=58)
    assert is_in(client)
    later(minutes=15, seconds=1)
    assert client.get("/clinic/").headers.get("Location") == f"{LOGIN}?next=/clinic/"
    assert "_auth_user_id" not in client.session


def test_eight_hours_end_it_however_busy_it_is(later: Later) -> None:
    client = sign_in(member().user)
    for _ten_minutes in range(47):
        later(minutes=10)
        assert is_in(client)
    later(minutes=9, seconds=58)
    assert is_in(client) and left(client) <= 2
    client.post(STAY)
    later(seconds=3)
    assert not is_in(client)


def test_a_page_that_asks_how_long_it_still_lasts_does_not_make_it_last(later: Later) -> None:
    client = sign_in(member().user)
    later(minutes=13)
    assert left(client) == 120
    later(minutes=1)
    assert left(client) == 60
    client.post(STAY)
    assert left(client) == 900
    later(minutes=16)
    assert left(client) == 0 and client.post(STAY).json() == {"seconds": 0}
    assert not is_in(client)


@pytest.mark.parametrize(
    ("part", "seconds"), [("image", 120), ("script", 120), ("document", 900), ("empty", 900)]
)
def test_pictures_of_a_page_are_no_sign_of_anyone_and_write_nothing(
    later: Later, part: str, seconds: int
) -> None:
    client = sign_in(member().user)
    later(minutes=13)
    assert client.get("/clinic/", headers={"Sec-Fetch-Dest": part}).status_code == 200
    assert left(client) == seconds


def test_what_a_page_asks_by_itself_is_no_sign_of_anyone() -> None:
    @unattended
    def how_far(_request: HttpRequest) -> HttpResponse:
        return HttpResponse("half")

    assert getattr(how_far, "is_unattended") and how_far(RequestFactory().get("/")).content == b"half"  # noqa: B009


def test_a_staff_page_warns_two_minutes_before() -> None:
    page = sign_in(member().user).get("/clinic/").content.decode()
    assert 'class="time-left"' in page and f'data-stay="{STAY}"' in page
    assert f'data-after="{LOGIN}?next=/clinic/"' in page
    assert 'class="time-left"' not in Client().get(LOGIN).content.decode()


def test_the_session_id_changes_at_each_proof_and_the_old_ones_are_dead() -> None:
    who, client = member(), Client()
    client.get(LOGIN)
    client.post("/interview/begin/")
    ids = [session_of(client)]
    give_password(client, who.user)
    ids.append(session_of(client))
    client.post(CODE, {"code": code_of()})
    ids.append(session_of(client))
    client.post("/account/again/", {"password": who.user.username})
    ids.append(session_of(client))
    assert len(set(ids)) == 4
    client.post(OUT)
    assert not Session.objects.filter(pk__in=ids).exists()
    for old in ids:
        thief = Client()
        thief.cookies[settings.SESSION_COOKIE_NAME] = old
        assert not is_in(thief)


def test_the_answers_of_whoever_sat_there_before_are_gone() -> None:
    client = after(filed).client
    before = {*client.session.keys()}
    assert client.get("/papers/ready/").status_code == 200
    sign_in(member().user, client=client)
    assert not before & {*client.session.keys()} - {"_session_expiry"}
    assert client.get("/papers/ready/").status_code == 410


def test_signing_out_empties_the_session_and_the_browser() -> None:
    client = sign_in(member().user)
    response = client.post(OUT)
    assert response.headers.get("Clear-Site-Data", "") == '"cache", "storage"'
    assert response.headers.get("Location") == LOGIN
    assert not [*client.session.keys()] and not is_in(client)


def test_signing_out_amid_the_sign_in_forgets_the_password_that_was_given() -> None:
    client = Client()
    give_password(client, member().user)
    client.post(OUT)
    assert client.get(CODE).headers.get("Location") == LOGIN


@pytest.mark.parametrize("path", ["/clinic/", OWN, "/account/password/", "/account/codes/", LOGIN])
def test_no_page_is_kept_by_a_browser(path: str) -> None:
    assert sign_in(member().user).get(path).headers.get("Cache-Control", "") == "no-store"


def test_a_new_password_ends_the_other_sessions_and_not_this_one() -> None:
    who = member()
    here, there = sign_in(who.user), who.client
    assert is_in(here) and is_in(there)
    new = "a quiet river in spring"
    sent = {"oldpassword": who.user.username, "password1": new, "password2": new}
    assert here.post("/account/password/", sent).headers.get("Location") == OWN
    assert "Your password is changed." in here.get(OWN).content.decode()
    assert is_in(here) and not is_in(there)


def test_each_role_comes_to_a_page_that_it_may_open() -> None:
    assert give_and_prove(Role.VOLUNTEER) == "/clinic/"
    assert give_and_prove(Role.AUDITOR) in (
        OWN,
        "/clinic/audit/",
        "/clinic/office/audit/",
        "/clinic/audit-log/",
    )


def give_and_prove(role: Role) -> str:
    client, who = Client(), member(role)
    give_password(client, who.user)
    return client.post(CODE, {"code": code_of()}).headers["Location"]


def test_whoever_left_the_office_sees_nothing_on_the_next_request() -> None:
    who = member()
    client = sign_in(who.user)
    assert is_in(client)
    membership = Membership.objects.get(user=who.user)
    membership.ended_at = membership.added_at
    membership.save()
    assert client.get("/clinic/").status_code == 404
    assert client.get(OWN).status_code == 200, "their own sign-in stays theirs"
    who.user.is_active = False
    who.user.save()
    assert client.get(OWN).headers["Location"].startswith(LOGIN)


def test_a_sign_in_stands_in_the_log_of_the_office() -> None:
    who = member()
    sign_in(who.user)
    entry = AuditEntry.objects.get(organization=who.organization)
    assert (entry.actor_id, entry.additional_data["what"]) == (who.user.pk, "signed in")


def test_a_new_password_stands_in_the_log_and_neither_password_does() -> None:
    who = member()
    new = "a quiet river in spring"
    sent = {"oldpassword": who.user.username, "password1": new, "password2": new}
    sign_in(who.user).post("/account/password/", sent)
    entry = AuditEntry.objects.filter(organization=who.organization).latest("pk")
    assert (entry.actor_id, entry.additional_data["what"]) == (who.user.pk, "changed their sign-in")
    assert new not in repr([*AuditEntry.objects.values()])
