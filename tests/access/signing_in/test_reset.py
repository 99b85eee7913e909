"""An admin lets a member who lost their device start anew; passwords are long enough and not common (S11)."""

from __future__ import annotations

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.test import Client

from petitions.access.models import User
from petitions.access.signing_in.adapters import StaffAccounts, StaffSecondSteps
from petitions.access.signing_in.reset import forget_second_factor
from tests.access.signing_in.members import OWN, give_password, member, passkey, recovery_codes, sign_in

pytestmark = pytest.mark.django_db


def test_the_member_is_signed_out_everywhere_and_enrols_at_the_next_sign_in() -> None:
    who, other = member(), member()
    recovery_codes(who.user), passkey(who.user)
    browser, bystander = sign_in(who.user), other.client
    forget_second_factor(who.user)
    assert not Authenticator.objects.filter(user=who.user).exists()
    assert browser.get("/clinic/").status_code == 302 and bystander.get("/clinic/").status_code == 200
    again = Client()
    give_password(again, who.user)
    assert again.get("/clinic/").headers.get("Location") == OWN


@pytest.mark.parametrize(
    ("password", "is_taken"),
    [
        ("x7%fQ", False),
        ("correctho", False),
        ("1234567890", False),
        ("qwertyuiop", False),
        ("testa.member", False),
        ("lowercaseonly", True),
        ("8412907735", True),
        ("río tranquilo en primavera", True),
        ("x" * 128, True),
        ("x" * 129, False),
    ],
)
def test_a_password_has_a_length_and_no_recipe(password: str, is_taken: bool) -> None:
    try:
        validate_password(password, User(username="testa.member"))
    except ValidationError:
        assert not is_taken
    else:
        assert is_taken


def test_two_new_passwords_that_differ_change_nothing() -> None:
    who = member()
    client = sign_in(who.user)
    sent = {"oldpassword": who.user.username, "password1": "a quiet river", "password2": "a loud river"}
    assert "The two new passwords differ." in client.post("/account/password/", sent).content.decode()
    wrong = {**sent, "oldpassword": "not it at all"}
    assert "not your password now" in client.post("/account/password/", wrong).content.decode()
    assert give_password(Client(), who.user).status_code == 302


def test_nobody_signs_up() -> None:
    assert not StaffAccounts().is_open_for_signup(None)


def test_secrets_are_sealed_each_time_anew() -> None:
    steps = StaffSecondSteps()
    one, other = steps.encrypt("SECRET"), steps.encrypt("SECRET")
    assert one != other and "SECRET" not in one
    assert steps.decrypt(one) == steps.decrypt(other) == "SECRET"
