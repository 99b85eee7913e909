"""Every route answers, whatever it answers, with the headers that keep a page private (S15, S18)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client

from clearrecord.headers import _OF_A_FILE
from petitions.access.throttle import Limit
from petitions.records.return_codes import code_from
from tests.access.conftest import _no_printer_is_started, _no_review_is_started
from tests.access.every_route import Route, every_route

__all__ = ["_no_printer_is_started", "_no_review_is_started"]

pytestmark = pytest.mark.django_db
NONE, OWN = "'none'", "'self'"
POLICY = {
    "default-src": NONE, "script-src": OWN, "style-src": OWN, "img-src": OWN, "connect-src": OWN, "font-src": OWN,
    "form-action": OWN, "base-uri": NONE, "frame-ancestors": NONE,
}  # fmt: skip
EXACT = {
    "Cache-Control": "no-store",
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def lacking(response: HttpResponse) -> list[str]:
    """Return which headers are missing or other than they must be."""
    found = [name for name, value in EXACT.items() if response.headers.get(name) != value]
    policy = response.headers.get("Content-Security-Policy", "")
    parts = dict(part.strip().partition(" ")[::2] for part in policy.split(";"))
    if parts != POLICY and not ("Content-Disposition" in response.headers and policy == _OF_A_FILE):
        found.append(f"Content-Security-Policy: {policy}")
    if "geolocation=()" not in response.headers.get("Permissions-Policy", ""):
        found.append("Permissions-Policy")
    if "Server" in response.headers or "X-Powered-By" in response.headers:
        found.append("says what it runs on")
    return found


def asked(client: Client, route: Route, method: str) -> HttpResponse:
    response = client.generic(method, route.path)
    if response.streaming:
        list(response.streaming_content)
    return response


@pytest.fixture
def routes() -> list[Route]:
    return every_route()


def test_whoever_is_not_signed_in_gets_them_with_every_answer(routes: list[Route]) -> None:
    statuses, wrong = set(), []
    for route in routes:
        for method in ("GET", "POST", "PUT"):
            response = asked(Client(), route, method)
            statuses.add(response.status_code)
            wrong += [(route.name, method, response.status_code, found) for found in lacking(response)]
    assert wrong == []
    assert statuses >= {200, 302, 404, 405, 410}


@pytest.mark.long
def test_whoever_may_open_a_page_gets_them_with_it(routes: list[Route]) -> None:
    wrong, opened = [], 0
    for route in routes:
        response = asked(route.client, route, "GET")
        opened += response.status_code == 200
        wrong += [(route.name, found) for found in lacking(response)]
    assert wrong == []
    assert opened > 100


@pytest.mark.urls("tests.ground.site_urls")
@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("fine", 200),
        ("suspicious", 400),
        ("denied", 403),
        ("nowhere", 404),
        ("broken/you", 500),
        ("offline", 503),
    ],
)
def test_they_come_with_every_status(path: str, status: int) -> None:
    response = Client(raise_request_exception=False).get(f"/{path}/")
    assert response.status_code == status
    assert lacking(response) == []


def test_they_come_with_a_form_that_was_refused() -> None:
    response = Client(enforce_csrf_checks=True).post("/come-back/", {"answer": "x"})
    assert response.status_code == 403 and lacking(response) == []


def test_they_come_where_there_were_too_many_tries(monkeypatch: pytest.MonkeyPatch) -> None:
    one = Limit("return code", tries=1, within=timedelta(minutes=10))
    monkeypatch.setattr("petitions.interview.keeping_views.RETURN_CODES", one)
    client, typed = Client(), {"answer": code_from(b"a seed for a test")}
    client.post("/come-back/", typed)
    response = client.post("/come-back/", typed)
    assert response.status_code == 429 and lacking(response) == []


def test_in_production_nobody_comes_without_https() -> None:
    assert settings.SECURE_REFERRER_POLICY == "same-origin"
    assert not [
        part for part in settings.CONTENT_SECURITY_POLICY["DIRECTIVES"].values() if "unsafe" in str(part)
    ]
