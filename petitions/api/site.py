"""The addresses of the API under ``/api/v1/``, its description, and its answers to errors."""

from __future__ import annotations

import logging

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError

from petitions.api import packets, screening
from petitions.api.contract import components
from petitions.api.problems import NO_SUCH, NO_TOKEN, OURS, Refused, refused
from petitions.api.tokens import Token
from petitions.records.outage import is_outage

_log = logging.getLogger("django.request")
ROOT = "/api/v1/"

api = NinjaAPI(
    title="ClearRecord",
    version="1",
    description="What California law gives each old marijuana conviction, and the court papers. Nothing that is sent is kept.",
    auth=Token(),
    docs_url=None,
    openapi_url=None,
    urls_namespace="api",
    openapi_extra={"components": {"schemas": components()}},
)
api.add_router("", screening.router)
api.add_router("", packets.router)


@api.exception_handler(Refused)
def _refused(_request: HttpRequest, error: Refused) -> HttpResponse:
    return error.response()


@api.exception_handler(AuthenticationError)
def _no_token(_request: HttpRequest, _error: AuthenticationError) -> HttpResponse:
    return refused(401, NO_TOKEN).response()


@api.exception_handler(Http404)
def _no_such(_request: HttpRequest, _error: Http404) -> HttpResponse:
    return refused(404, NO_SUCH).response()


@api.exception_handler(Exception)
def _ours(request: HttpRequest, error: Exception) -> HttpResponse:
    """Log the place alone, as every error of the site is logged."""
    _log.error("error", exc_info=error, extra={"status_code": 500, "request": request})
    return refused(503 if is_outage(error) else 500, OURS).response()
