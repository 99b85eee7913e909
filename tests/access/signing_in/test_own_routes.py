"""Who gets what from every address of one's own sign-in."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse

from petitions.access.models import User
from petitions.access.roles import Role
from tests.access.rows.shape import NOT_ALLOWED, OK, Answer
from tests.access.rows.sign_in import ENROL, OWN_ROWS, OwnRow
from tests.access.signing_in.members import member, passkey, recovery_codes, sign_in
from tests.clinic.people import new_user, signed_in

pytestmark = pytest.mark.django_db
SIGN_IN = "/account/login/"
GONE = (
    "account_signup",
    "account_email",
    "account_inactive",
    "account_set_password",
    "account_confirm_login_code",
    "account_request_reauthentication_code",
    "account_email_verification_sent",
    "mfa_trust",
    "mfa_signup_webauthn",
)


def answer(client: Client, row: OwnRow, user: User, *, method: str) -> Answer:
    response = client.generic(method, reverse(row.name, kwargs=dict(row.parts(user))))
    return response.headers["Location"].split("?")[0] if response.status_code == 302 else response.status_code


def label(row: OwnRow) -> str:
    return row.name


def stale(expected: Answer, row: OwnRow) -> Answer:
    return expected if expected == NOT_ALLOWED or row.stale is None else row.stale


@pytest.mark.parametrize("role", [Role.VOLUNTEER, Role.AUDITOR])
@pytest.mark.parametrize("row", OWN_ROWS, ids=label)
def test_a_member_of_any_role_opens_their_own(row: OwnRow, role: Role) -> None:
    one = member(role)
    recovery_codes(one.user)
    client = sign_in(one.user)
    assert answer(client, row, one.user, method="GET") == row.get
    assert answer(client, row, one.user, method="POST") == row.post


@pytest.mark.parametrize("row", OWN_ROWS, ids=label)
def test_whoever_proved_long_ago_proves_it_again(row: OwnRow) -> None:
    one = member()
    recovery_codes(one.user)
    assert answer(one.client, row, one.user, method="GET") == stale(row.get, row)
    assert answer(one.client, row, one.user, method="POST") == stale(row.post, row)


@pytest.mark.parametrize("row", OWN_ROWS, ids=label)
def test_nobody_else_gets_in(row: OwnRow) -> None:
    one, superuser = member(), new_user(is_superuser=True, is_staff=True, second_factor=False)
    for method in ("GET", "POST"):
        assert answer(Client(), row, one.user, method=method) in (SIGN_IN, NOT_ALLOWED)
        if not row.enrols:
            assert answer(signed_in(superuser), row, one.user, method=method) in (ENROL, NOT_ALLOWED)


@pytest.mark.parametrize("name", ["mfa_remove_webauthn", "mfa_edit_webauthn"])
def test_the_passkey_of_another_does_not_exist(name: str) -> None:
    one, other = member(), member()
    path = reverse(name, kwargs={"pk": passkey(other.user).pk})
    client = sign_in(one.user)
    assert (client.get(path).status_code, client.post(path, {"name": "Mine"}).status_code) == (404, 404)


@pytest.mark.parametrize("row", OWN_ROWS, ids=label)
def test_no_route_takes_another_method(row: OwnRow) -> None:
    one = member()
    for method in ("PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"):
        assert answer(one.client, row, one.user, method=method) == NOT_ALLOWED


def test_a_form_without_its_token_is_refused() -> None:
    one = member()
    strict = sign_in(one.user, client=Client())
    strict.handler.enforce_csrf_checks = True
    for row in OWN_ROWS:
        if row.post != NOT_ALLOWED:
            assert answer(strict, row, one.user, method="POST") == 403, row.name


@pytest.mark.parametrize("name", GONE)
def test_no_page_of_signing_up_is_there(name: str) -> None:
    with pytest.raises(NoReverseMatch):
        reverse(name)


def test_the_old_address_of_signing_up_leads_nowhere() -> None:
    assert Client().get("/account/signup/").status_code == 404
    assert sign_in(member().user).get("/account/").status_code == OK
