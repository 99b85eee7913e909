"""Answers when something goes wrong: kind pages that need no database and repeat nothing of an error."""

from __future__ import annotations

import logging
import sys
from typing import Any

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language_from_request, override

_log = logging.getLogger(__name__)
_BASES = ("base.html", "errors/bare.html")
_TOKEN = "csrfmiddlewaretoken"
_TRY_AGAIN_SECONDS = "30"
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
    """Say that the fault is ours; where the database is away, say that instead."""
    error = sys.exception()
    if isinstance(error, OperationalError | InterfaceError):
        return database_offline(request)
    return _page(request, "500.html", status=500)


def database_offline(request: HttpRequest) -> HttpResponse:
    """Say that answers cannot be reached now, and that what was saved is safe."""
    response = _page(request, "503.html", status=503)
    response.headers["Retry-After"] = _TRY_AGAIN_SECONDS
    return response


def expired_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Let a person send an expired form again; only a page of this site gets that offer."""
    fields = _typed(request) if _came_from_here(request) else []
    return _page(request, "403_csrf.html", status=403, fields=fields, action=request.get_full_path())


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
    """Draw a page in the site's frame; where that fails, in a bare one; where that fails, from memory."""
    for base in _BASES:
        try:
            return render_to_string(template, {**context, "base": base}, request)
        except Exception:  # noqa: BLE001 - whatever broke the frame, the person still gets a page
            _log.exception("error_page_failed")
    return _LAST_RESORT
