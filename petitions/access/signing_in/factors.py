"""Says which second steps a member has, and looks at the codes of an app; each code works once."""

from __future__ import annotations

import hmac
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from petitions.access.models import User
from petitions.records.encryption import Unreadable

STEP_SECONDS = 30
DRIFT = 1
"""Codes of the step before and after are taken too, because phones and computers do not agree on the time (RFC 6238,
section 5.2, allows one step). ASVS 5.0 V6.5.5 wants the current one only: a code lives 90 seconds here, and works once."""
ANEW = "enrol_anew"
_Type = Authenticator.Type
_LAST_STEP = "last_step"


def second_steps(user: User) -> list[Authenticator]:
    """Return what a member signs in with beside the password; recovery codes alone are none."""
    rows = Authenticator.objects.filter(user=user, type__in=(_Type.TOTP, _Type.WEBAUTHN))
    return [*rows.order_by("created_at")]


def has_second_step(user: User) -> bool:
    """Say whether there is one."""
    return Authenticator.objects.filter(user=user, type__in=(_Type.TOTP, _Type.WEBAUTHN)).exists()


def step_of(secret: str, code: str) -> int | None:
    """Return the time step whose code this is; None where it is of none that counts now."""
    now = int(timezone.now().timestamp()) // STEP_SECONDS
    typed = "".join(code.split())
    for step in range(now - DRIFT, now + DRIFT + 1):
        if hmac.compare_digest(format_hotp_value(hotp_value(secret, step)).encode(), typed.encode()):
            return step
    return None


AT_THE_DOOR = (_Type.TOTP, _Type.RECOVERY_CODES)
"""Which codes sign in."""
INSIDE = (_Type.TOTP,)
"""Which codes prove it again amid a sitting: a recovery code is for a lost device alone."""


def proved_by(user: User, code: str, *, kinds: Sequence[str]) -> Authenticator | None:
    """Return what a code proves: an app, or the recovery codes; it never works again."""
    for row in Authenticator.objects.filter(user=user, type__in=kinds):
        with suppress(Unreadable):  # sealed with a key that this site no longer has: it proves nothing
            is_right = _is_new_code(row, code) if row.type == _Type.TOTP else row.wrap().validate_code(code)
            if is_right:
                return Authenticator.objects.get(pk=row.pk)
    return None


@transaction.atomic
def keep_app(request: HttpRequest, user: User, *, secret: str, step: int) -> None:
    """Let this app be the one of the member, in place of another; see that there are recovery codes."""
    if must_enrol_anew(request):
        forget_old_steps(request, user)
    Authenticator.objects.filter(user=user, type=_Type.TOTP).delete()
    data: dict[str, Any] = {"secret": get_adapter().encrypt(secret), _LAST_STEP: step}
    Authenticator.objects.create(user=user, type=_Type.TOTP, data=data)
    RecoveryCodes.activate(user)


def enrol_anew(request: HttpRequest) -> None:
    """Open nothing but enrolment: who used a recovery code has lost their device."""
    request.session[ANEW] = True


def must_enrol_anew(request: HttpRequest) -> bool:
    """Say whether this member has yet to set up a new second step."""
    return bool(request.session.get(ANEW))


def forget_old_steps(request: HttpRequest, user: User) -> None:
    """Forget the lost device and what else there was, now that a new one takes its place."""
    Authenticator.objects.filter(user=user).delete()
    request.session.pop(ANEW, None)


@transaction.atomic
def _is_new_code(row: Authenticator, code: str) -> bool:
    app = Authenticator.objects.select_for_update().filter(pk=row.pk).first()
    if app is None:
        return False
    secret = get_adapter().decrypt(app.data["secret"])
    step = step_of(secret, code)
    if step is None or step <= app.data.get(_LAST_STEP, 0):
        return False
    app.data |= {_LAST_STEP: step, "secret": get_adapter().encrypt(secret)}  # with the newest key
    app.save(update_fields=["data"])
    return True
