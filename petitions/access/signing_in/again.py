"""Asks a member who does something grave to prove anew who they are, and brings them back to where they were."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any
from urllib.parse import urlencode, urlsplit

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core.exceptions import ReauthenticationRequired
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

PROVED_FOR = timedelta(minutes=5)
_METHODS = frozenset({"password", "mfa"})
View = Callable[..., HttpResponseBase]


def fresh(view: View) -> View:
    """Let a view be opened only by who proved within five minutes who they are; the others prove it and come back.

    Put it below ``@staff`` or ``@of_matter``, so that whoever may not open the page learns nothing of it::

        @require_POST
        @staff(Action.EXPORT)
        @fresh
        def export(request, actor): ...

    A form that was sent too late is not kept: the person comes back to the page it stood on.
    """

    return fresh_within(PROVED_FOR)(view)


def fresh_within(time: timedelta) -> Callable[[View], View]:
    """Do as ``fresh`` for work that takes longer than five minutes at a stretch; a grave step within it is ``fresh``."""

    def wrap(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *who: Any, **parts: Any) -> HttpResponseBase:
            if not recently_proved(request, within=time):
                raise ReauthenticationRequired
            return view(request, *who, **parts)

        return guarded

    return wrap


def recently_proved(request: HttpRequest, *, within: timedelta = PROVED_FOR) -> bool:
    """Say whether the member gave the password or a second step a short while ago, the sign-in too."""
    if not request.user.is_authenticated:
        return False
    after = (timezone.now() - within).timestamp()
    records = get_authentication_records(request, request.user)
    return any(one.get("method") in _METHODS and one["at"] > after for one in records)


class ProveAgainMiddleware:
    """Leads to the page that asks for a proof. What was sent is not kept meanwhile, as it may be about a person."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer where a proof is wanted."""
        if not isinstance(error, ReauthenticationRequired):
            return None
        if not request.user.is_authenticated:
            return redirect(_with_next(reverse("account_login"), back_to(request)))
        ways = get_adapter().get_reauthentication_methods(request.user)
        if not ways:
            raise PermissionDenied
        return redirect(_with_next(ways[0]["url"], back_to(request)))


def back_to(request: HttpRequest) -> str:
    """Return the page that the person sees: this one, or the one on which a form was sent."""
    if request.method in ("GET", "HEAD"):
        return request.get_full_path()
    page = urlsplit(request.headers.get("Referer", ""))
    return page.path if page.netloc == request.get_host() and page.path.startswith("/") else request.path


def _with_next(url: str, target: str) -> str:
    return f"{url}?{urlencode({REDIRECT_FIELD_NAME: target})}"
