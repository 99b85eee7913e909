"""Members at the door, for the tests of signing in: their codes, their proofs, their steps."""

from __future__ import annotations

from allauth.account.internal.userkit import user_id_to_str
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from petitions.access.models import User
from petitions.access.roles import Role
from tests.access.signing_in.device import Device
from tests.clinic.people import SECRET, Member, new_member, office

LOGIN, CODE, OWN = "/account/login/", "/account/login/code/", "/account/"


def member(role: Role = Role.VOLUNTEER, *, second_factor: bool = True) -> Member:
    """Return a member of an office, who has not signed in."""
    return new_member(office().organization, role, second_factor=second_factor)


def code_of(secret: str = SECRET, *, steps: int = 0) -> str:
    """Return the code that an app shows, some steps from now."""
    return format_hotp_value(hotp_value(secret, int(timezone.now().timestamp()) // 30 + steps))


def wrong_code() -> str:
    """Return one that no app shows now."""
    now = {code_of(steps=steps) for steps in (-1, 0, 1)}
    return next(code for code in ("111111", "222222", "333333", "444444") if code not in now)


def give_password(
    client: Client, user: User, *, password: str = "", name: str = "", **more: str
) -> HttpResponse:
    """Send the first step; the password of a made-up member is their name."""
    sent = {"login": name or user.username, "password": password or user.username, **more}
    return client.post(LOGIN, sent)


def sign_in(user: User, *, client: Client | None = None) -> Client:
    """Sign in by both steps."""
    browser = client or Client()
    give_password(browser, user)
    assert browser.post(CODE, {"code": code_of()}).status_code == 302
    return browser


def just_proved(one: Member) -> Client:
    """Return the member's browser, in which they proved a moment ago who they are, for pages that want that."""
    session = one.client.session
    session["account_authentication_methods"] = [{"method": "mfa", "at": timezone.now().timestamp()}]
    session["account_authentication_methods_user"] = user_id_to_str(one.user)
    session.save()
    return one.client


def recovery_codes(user: User) -> list[str]:
    """Give the member recovery codes, and return them."""
    codes: list[str] = RecoveryCodes.activate(user).get_unused_codes()
    return codes


def passkey(user: User, *, name: str = "My laptop", device: Device | None = None) -> Authenticator:
    """Give the member a passkey."""
    data = {"name": name, "credential": (device or Device()).made()}
    return Authenticator.objects.create(user=user, type=Authenticator.Type.WEBAUTHN, data=data)
