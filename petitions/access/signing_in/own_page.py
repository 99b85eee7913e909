"""Prepares what a member sees of their own sign-in."""

from __future__ import annotations

from dataclasses import dataclass

from allauth.mfa.models import Authenticator

from petitions.access.models import User
from petitions.access.signing_in.factors import second_steps
from petitions.records.encryption import Unreadable

_FEW = 3


@dataclass(frozen=True, slots=True)
class OwnSignIn:
    """How a member signs in. ``codes_left`` is how many recovery codes still work."""

    name: str
    email: str
    must_enrol: bool
    lost_device: bool
    has_app: bool
    passkeys: int
    may_remove: bool
    codes_left: int
    has_few_codes: bool


def own_sign_in(user: User, *, anew: bool) -> OwnSignIn:
    """Return what the page shows."""
    steps = second_steps(user)
    kinds = [step.type for step in steps]
    left = _codes_left(user)
    return OwnSignIn(
        name=user.shown_name,
        email=user.email,
        must_enrol=anew or not steps,
        lost_device=anew,
        has_app=Authenticator.Type.TOTP in kinds,
        passkeys=kinds.count(Authenticator.Type.WEBAUTHN),
        may_remove=len(steps) > 1,
        codes_left=left,
        has_few_codes=left <= _FEW,
    )


def _codes_left(user: User) -> int:
    codes = Authenticator.objects.filter(user=user, type=Authenticator.Type.RECOVERY_CODES).first()
    try:
        return len(codes.wrap().get_unused_codes()) if codes else 0
    except Unreadable:  # sealed with a key that this site no longer has
        return 0


def in_groups(secret: str) -> str:
    """Return a secret so that it can be typed: four letters at a time."""
    return " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))
