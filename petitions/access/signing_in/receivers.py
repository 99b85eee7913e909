"""Listens to each sign-in: nothing of whoever used the browser before stays, and no session id outlives a proof."""

from __future__ import annotations

from typing import Any

from allauth.account.signals import authentication_step_completed
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_used
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest

from petitions.access.models import User
from petitions.access.signing_in.factors import ANEW, enrol_anew
from petitions.access.signing_in.pace import remember_place
from petitions.access.signing_in.sittings import begin_sitting

_OF_THE_SIGN_IN = frozenset(
    {
        SESSION_KEY,
        BACKEND_SESSION_KEY,
        HASH_SESSION_KEY,
        "_session_expiry",
        "account_authentication_methods",
        "account_authentication_methods_user",
        ANEW,
    }
)


@receiver(user_logged_in)
def signed_in(request: HttpRequest, user: User, **_more: Any) -> None:
    """Drop the answers of a visitor who sat here before: Django keeps an anonymous session's data."""
    for key in {*request.session.keys()} - _OF_THE_SIGN_IN:
        del request.session[key]
    begin_sitting(request)
    remember_place(request, f"member {user.pk}")


@receiver(authentication_step_completed)
def proved(request: HttpRequest, **_more: Any) -> None:
    """Give the session a new id after each proof."""
    request.session.cycle_key()


@receiver(authenticator_used)
def used(request: HttpRequest, authenticator: Authenticator, **more: Any) -> None:
    """Who signs in with a recovery code has lost their device."""
    if authenticator.type == Authenticator.Type.RECOVERY_CODES and not more["reauthenticated"]:
        enrol_anew(request)
