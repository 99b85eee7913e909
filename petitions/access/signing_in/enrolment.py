"""Keeps a member who has no second step, or has lost it, at its enrolment until there is one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from petitions.access.actors import actor_of
from petitions.access.signing_in.factors import has_second_step, must_enrol_anew

_ENROLMENT = frozenset({"mfa_index", "mfa_activate_totp", "mfa_add_webauthn", "account_reauthenticate"})
_ACCOUNT = "/account/"


class SecondStepMiddleware:
    """Opens no page of staff before the second step is there. What is open to everyone stays open."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass on; the work is done once the view is known."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], *_parts: Any
    ) -> HttpResponse | None:
        """Lead to the enrolment."""
        if not getattr(view, "login_required", True) or not request.user.is_authenticated:
            return None
        if is_enrolled(request):
            _show_the_clinic(request)
            return None
        name = request.resolver_match.url_name if request.resolver_match else ""
        return None if name in _ENROLMENT else redirect("mfa_index")


def is_enrolled(request: HttpRequest) -> bool:
    """Say whether the member who is signed in has a second step that still counts."""
    return has_second_step(request.user) and not must_enrol_anew(request)  # type: ignore[arg-type]


def _show_the_clinic(request: HttpRequest) -> None:
    """Let the pages of one's own sign-in have the links of the clinic at their top."""
    if request.path.startswith(_ACCOUNT):
        request.actor = actor_of(request)  # type: ignore[attr-defined]
