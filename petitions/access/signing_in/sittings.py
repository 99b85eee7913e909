"""Ends the sitting of a member who is signed in: after 15 minutes without use, and after 8 hours in all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any, TypeVar

from django.conf import settings
from django.contrib.auth import SESSION_KEY, logout
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

IDLE, LONGEST = timedelta(minutes=15), timedelta(hours=8)
_BEGAN, _USED = "sitting_began", "sitting_used"
_UNATTENDED = "is_unattended"
_PARTS_OF_A_PAGE = frozenset({"image", "style", "script", "font"})
"""What a browser fetches for a page that is open already, by its own word; it asks for many at once."""
_Ask = Callable[[HttpRequest], HttpResponseBase]
View = TypeVar("View", bound=Callable[..., Any])


def unattended(view: View) -> View:
    """Mark a view that a page asks by itself, such as how far a job is: it is no sign that somebody is there."""
    setattr(view, _UNATTENDED, True)
    return view


def begin_sitting(request: HttpRequest) -> None:
    """Begin to count."""
    request.session[_BEGAN] = request.session[_USED] = _now()


def use_sitting(request: HttpRequest) -> None:
    """Note that somebody is there."""
    if _now() - request.session.get(_USED, 0) >= 1:
        request.session[_USED] = _now()


def seconds_left(request: HttpRequest) -> int:
    """Return how long the sitting still lasts where nothing is done; 0 where nobody is signed in."""
    if not _is_signed_in(request):
        return 0
    began, used = request.session.get(_BEGAN, _now()), request.session.get(_USED, _now())
    end = min(began + LONGEST.total_seconds(), used + IDLE.total_seconds())
    return max(0, int(end - _now()))


class SittingMiddleware:
    """Signs out whoever was away too long, before a page is drawn."""

    def __init__(self, get_response: _Ask) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass on; the work is done once the view is known."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable[..., Any], *_parts: Any) -> None:
        """End the sitting, or go on with it."""
        if not _is_signed_in(request):
            return
        if _BEGAN not in request.session:
            begin_sitting(request)
        if seconds_left(request) == 0:
            logout(request)
        elif not (getattr(view, _UNATTENDED, False) or _is_part_of_a_page(request)):
            use_sitting(request)


def sitting(request: HttpRequest) -> dict[str, object]:
    """Give templates ``sitting_seconds`` while a member is signed in; a context processor."""
    return {"sitting_seconds": seconds_left(request) if hasattr(request, "session") else 0}


def _is_part_of_a_page(request: HttpRequest) -> bool:
    return request.headers.get("Sec-Fetch-Dest") in _PARTS_OF_A_PAGE


def _is_signed_in(request: HttpRequest) -> bool:
    """Say whether there is a member, without opening the session of whoever has none."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES and SESSION_KEY in request.session


def _now() -> float:
    return timezone.now().timestamp()
