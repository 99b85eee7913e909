"""Answers when something goes wrong: kind pages that need no database and repeat nothing of an error."""

from __future__ import annotations

import logging
import sys
from copy import copy
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils.translation import get_language_from_request, override

from petitions.records.outage import is_outage

_log = logging.getLogger(__name__)
_FRAME, _BARE = "base.html", "errors/bare.html"
_TOKEN = "csrfmiddlewaretoken"
_TRY_AGAIN_SECONDS, _SOON_SECONDS = "30", "5"
_LAST_RESORT = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>ClearRecord</title>'
    "<h1>Something went wrong</h1><p>This is our fault. Try again in a few minutes.</p>"
    '<h1 lang="es">Algo salió mal</h1><p lang="es">La culpa es nuestra. Intente otra vez en unos minutos.</p>'
)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that the browser sent what this site cannot read."""
    return _page(request, "400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that a page may not be opened."""
    return _page(request, "403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that there is no such page."""
    return _page(request, "404.html", status=404)


def failed(request: HttpRequest) -> HttpResponse:
    """Say that the fault is ours; where nothing can be kept for now, say that instead."""
    if is_outage(sys.exception()):
        return database_offline(request)
    return _page(request, "500.html", status=500)


def database_offline(request: HttpRequest) -> HttpResponse:
    """Say that answers cannot be reached now, and that what was saved is safe."""
    with override(get_language_from_request(request)):
        page = _html(_without_session(request), "503.html", {})
    response = HttpResponse(page, status=503)
    response.headers["Retry-After"] = _TRY_AGAIN_SECONDS
    return response


def too_many(request: HttpRequest) -> HttpResponse:
    """Say in few words that too many sign-ins came at once; nothing is asked for it, so that it costs next to nothing."""
    with override(get_language_from_request(request)):
        page = render_to_string("429.html", {"base": _BARE, "path": request.path})
    return HttpResponse(page, status=429, headers={"Retry-After": _SOON_SECONDS})


def expired_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Let a person send an expired form again; only a page of this site gets that offer."""
    fields = _typed(request) if _came_from_here(request) else []
    return _page(request, "403_csrf.html", status=403, fields=fields, action=request.get_full_path())


def _without_session(request: HttpRequest) -> HttpRequest:
    """Return the request as of a visitor whom nobody knows: the frame of a page asks the session, and that the database."""
    stranger = copy(request)
    stranger.COOKIES = {}
    stranger.session, stranger.user = SessionBase(), AnonymousUser()
    stranger.__dict__.pop("within", None)
    return stranger


def _came_from_here(request: HttpRequest) -> bool:
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    """Return what the form held, so that it can be sent again without being typed again."""
    given = request.POST.lists()
    return [(name, str(value)) for name, values in given if name != _TOKEN for value in values]


def _page(request: HttpRequest, template: str, *, status: int, **context: Any) -> HttpResponse:
    with override(get_language_from_request(request)):
        return HttpResponse(_html(request, template, context), status=status)


def _html(request: HttpRequest, template: str, context: dict[str, Any]) -> str:
    """Draw a page in the site's frame; where that fails, in a bare one that asks nobody; where that fails, from memory."""
    try:
        return render_to_string(template, {**context, "base": _FRAME}, request)
    except Exception:  # noqa: BLE001 - whatever broke the frame, the person still gets a page
        _log.exception("error_page_failed")
    try:
        return render_to_string(template, {**context, "base": _BARE, "csrf_token": get_token(request)})
    except Exception:  # noqa: BLE001 - and where that breaks too
        _log.exception("error_page_failed")
    return _LAST_RESORT
