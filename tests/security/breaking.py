"""Breaks a page on demand, carelessly: the error quotes everything that was sent."""

from __future__ import annotations

from collections.abc import Callable

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse

HEADER = "X-Break"
_KINDS: dict[str, type[Exception]] = {"fault": RuntimeError, "database": OperationalError}


class BreaksOnDemand:
    """Stands innermost, so that all of the site's own handling lies around the error."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: object) -> None:
        kind = _KINDS.get(request.headers.get(HEADER, ""))
        if kind is not None:
            raise kind(f"{dict(request.POST)} {request.get_full_path()} {request.META}")
