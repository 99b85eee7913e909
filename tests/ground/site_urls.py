"""A small site for the tests of the ground: pages that work, pages that break, each in its own way."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.urls import include, path
from django.views.decorators.csrf import csrf_protect

from clearrecord import errors
from clearrecord.health import live, ready

CANARY = "Canaria-Ejemplo"
RAISED: Exception = OperationalError(CANARY)
"""What ``raises`` raises; a test puts another in its place."""


class Typed(Exception):
    """Carries what a person typed, as a careless exception would."""


def fine(request: HttpRequest) -> HttpResponse:
    return HttpResponse("fine")


def broken(request: HttpRequest, place: str) -> HttpResponse:
    name = request.POST.get("name", "") + CANARY
    try:
        int(name)
    except ValueError as error:
        raise Typed(name) from error
    return HttpResponse()


def offline(request: HttpRequest) -> HttpResponse:
    raise OperationalError(CANARY)


def raises(request: HttpRequest) -> HttpResponse:
    raise RAISED


def denied(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied(CANARY)


def suspicious(request: HttpRequest) -> HttpResponse:
    raise SuspiciousOperation(CANARY)


@csrf_protect
def form(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"saved {len(request.POST)}")


own = [
    path("fine/", fine),
    path("broken/<slug:place>/", broken),
    path("offline/", offline),
    path("raises/", raises),
    path("denied/", denied),
    path("suspicious/", suspicious),
    path("form/", form),
    path("healthz", ready),
    path("health/live/", live),
    path("health/ready/", ready),
]
for _page in own:
    _page.callback = login_not_required(_page.callback)
urlpatterns = [path("", include(own))]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.failed
