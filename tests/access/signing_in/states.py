"""The states of the pages of signing in."""

from __future__ import annotations

from collections.abc import Iterator

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.test import Client, override_settings

from petitions.access.roles import Role
from tests.access.signing_in.members import (
    CODE,
    LOGIN,
    OWN,
    give_password,
    member,
    passkey,
    recovery_codes,
    sign_in,
    wrong_code,
)
from tests.pages.state import Scene, State

NO_PAGE = {
    "account_logout": "only leads to the sign-in",
    "mfa_login_webauthn": "only leads on, or back to the sign-in",
    "staff_stay": "says how many seconds are left, to a script",
    "mfa_download_recovery_codes": "is a text file",
}
_FORGOTTEN, _PASSWORD, _APP = "/account/password/forgotten/", "/account/password/", "/account/app/"
_CODES, _KEYS, _AGAIN = "/account/codes/", "/account/passkeys/", "/account/again/"
_WRONG = {"login": "nobody", "password": "not it at all"}
_DIFFERENT = {"oldpassword": "not it at all", "password1": "short", "password2": "shorter"}


def states() -> Iterator[State]:
    """Give them all."""
    yield from _at_the_door()
    yield from _forgotten()
    yield from _own()
    yield from _second_steps()
    yield from _again()


def _at_the_door() -> Iterator[State]:
    yield State("sign-in", "account_login", LOGIN)
    yield State("empty-sign-in", "account_login", LOGIN, sent={})
    yield State("wrong-sign-in", "account_login", LOGIN, sent=_WRONG)
    yield State("wrong-sign-in-too-often", "account_login", staff=_guessed, sent=_WRONG)
    yield State("second-step", "mfa_authenticate", staff=lambda: _half_way(keys=0))
    yield State("second-step-passkey", "mfa_authenticate", staff=lambda: _half_way(keys=1))
    wrong = {"code": wrong_code()}
    yield State("wrong-second-step", "mfa_authenticate", staff=lambda: _half_way(keys=1), sent=wrong)
    nothing = {"credential": "{}"}
    yield State("second-step-no-key", "mfa_authenticate", staff=lambda: _half_way(keys=1), sent=nothing)


def _forgotten() -> Iterator[State]:
    route = "account_reset_password"
    yield State("forgotten", route, _FORGOTTEN)
    yield State("wrong-forgotten", route, _FORGOTTEN, sent={"email": "me"})
    yield State(
        "forgotten-without-mail", route, _FORGOTTEN, amid=lambda: override_settings(MAIL_OFFERED=False)
    )
    yield State("forgotten-sent", f"{route}_done", f"{_FORGOTTEN}sent/")
    yield State("forgotten-old-link", f"{route}_from_key", f"{_FORGOTTEN}1-no-such-key/")
    yield State("forgotten-new", f"{route}_from_key", staff=_with_link)
    yield State("wrong-forgotten-new", f"{route}_from_key", staff=_with_link, sent=_DIFFERENT)
    yield State("forgotten-done", f"{route}_from_key_done", f"{_FORGOTTEN}done/")


def _own() -> Iterator[State]:
    yield State("enrol", "mfa_index", staff=lambda: _unenrolled(OWN))
    yield State("enrol-lost-device", "mfa_index", staff=_lost)
    yield State("own", "mfa_index", staff=lambda: _inside(OWN))
    yield State("own-all", "mfa_index", staff=lambda: _inside(OWN, keys=2, codes=True))
    yield State("own-of-auditor", "mfa_index", staff=lambda: _inside(OWN, role=Role.AUDITOR, keys=1))
    yield State("password", "account_change_password", staff=lambda: _inside(_PASSWORD))
    yield State(
        "wrong-password", "account_change_password", staff=lambda: _inside(_PASSWORD), sent=_DIFFERENT
    )


def _second_steps() -> Iterator[State]:
    wrong = {"code": wrong_code()}
    yield State("app", "mfa_activate_totp", staff=lambda: _unenrolled(_APP))
    yield State("wrong-app", "mfa_activate_totp", staff=lambda: _inside(_APP), sent=wrong)
    yield State("app-remove", "mfa_deactivate_totp", staff=lambda: _inside(f"{_APP}remove/", keys=1))
    yield State("app-stays", "mfa_deactivate_totp", staff=lambda: _inside(f"{_APP}remove/"))
    yield State("codes", "mfa_view_recovery_codes", staff=lambda: _inside(_CODES, codes=True))
    yield State(
        "codes-new", "mfa_generate_recovery_codes", staff=lambda: _inside(f"{_CODES}new/", codes=True)
    )
    yield State("passkeys", "mfa_list_webauthn", staff=lambda: _inside(_KEYS, keys=2))
    yield State("passkeys-none", "mfa_list_webauthn", staff=lambda: _inside(_KEYS))
    yield State("passkey-add", "mfa_add_webauthn", staff=lambda: _unenrolled(f"{_KEYS}add/"))
    nothing = {"credential": "{}", "name": ""}
    yield State("passkey-no-key", "mfa_add_webauthn", staff=lambda: _inside(f"{_KEYS}add/"), sent=nothing)
    yield State("passkey-name", "mfa_edit_webauthn", staff=lambda: _at_a_key("name"))
    yield State("empty-passkey-name", "mfa_edit_webauthn", staff=lambda: _at_a_key("name"), sent={"name": ""})
    yield State("passkey-remove", "mfa_remove_webauthn", staff=lambda: _at_a_key("remove"))


def _again() -> Iterator[State]:
    wrong, code = {"password": "not it at all"}, {"code": wrong_code()}
    yield State("again", "account_reauthenticate", staff=lambda: _inside(f"{_AGAIN}?next=/clinic/", keys=1))
    yield State("wrong-again", "account_reauthenticate", staff=lambda: _inside(_AGAIN), sent=wrong)
    yield State("again-code", "mfa_reauthenticate", staff=lambda: _inside(f"{_AGAIN}code/"))
    yield State("wrong-again-code", "mfa_reauthenticate", staff=lambda: _inside(f"{_AGAIN}code/"), sent=code)
    path, route = f"{_AGAIN}passkey/", "mfa_reauthenticate_webauthn"
    yield State("again-passkey", route, staff=lambda: _inside(path, keys=1))
    yield State("again-no-key", route, staff=lambda: _inside(path, keys=1), sent={"credential": "{}"})


def _guessed() -> Scene:
    client = Client()
    for _try in range(5):
        client.post(LOGIN, _WRONG)
    return Scene(client, LOGIN)


def _half_way(*, keys: int) -> Scene:
    who, client = member(), Client()
    for _key in range(keys):
        passkey(who.user)
    give_password(client, who.user)
    return Scene(client, CODE)


def _with_link() -> Scene:
    user, client = member().user, Client()
    client.post(_FORGOTTEN, {"email": user.email})
    link = f"{_FORGOTTEN}{user_pk_to_url_str(user)}-{default_token_generator.make_token(user)}/"
    return Scene(client, client.get(link).headers["Location"])


def _unenrolled(path: str) -> Scene:
    client = Client()
    give_password(client, member(second_factor=False).user)
    return Scene(client, path)


def _lost() -> Scene:
    who, client = member(), Client()
    code = recovery_codes(who.user)[0]
    give_password(client, who.user)
    client.post(CODE, {"code": code})
    return Scene(client, OWN)


def _inside(path: str, *, role: Role = Role.VOLUNTEER, keys: int = 0, codes: bool = False) -> Scene:
    who = member(role)
    for number in range(keys):
        passkey(who.user, name=("My laptop", "The phone of the office")[number])
    if codes:
        recovery_codes(who.user)
    return Scene(sign_in(who.user), path)


def _at_a_key(page: str) -> Scene:
    who = member()
    key = passkey(who.user)
    return Scene(sign_in(who.user), f"{_KEYS}{key.pk}/{page}/")
