"""No form of any route is taken without the token of the person's own browser, or from another site (S16)."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client

from tests.access.conftest import _no_printer_is_started, _no_review_is_started
from tests.access.every_route import Route, every_route
from tests.access.test_routes import BY_TOKEN

__all__ = ["_no_printer_is_started", "_no_review_is_started"]

pytestmark = [pytest.mark.long, pytest.mark.django_db]
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
HERE = "http://testserver"
Try = Callable[[Route, str, str], HttpResponse]


def token_of(client: Client) -> str:
    """Return the token of a page in this browser."""
    found = _TOKEN.search(client.get("/").content.decode())
    assert found
    return found[1]


def send(route: Route, token: str, **headers: str) -> HttpResponse:
    fields = {"csrfmiddlewaretoken": token, **route.sent}
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return route.client.post(route.path, fields, headers=named)


WAYS: dict[str, Try] = {
    "no token": lambda route, _own, _other: send(route, ""),
    "the token of another browser": lambda route, _own, other: send(route, other),
    "an old form of token": lambda route, own, _other: send(route, own[:32]),
    "another site": lambda route, own, _other: send(route, own, origin="https://evil.example"),
    "a site that is named like this one": lambda route, own, _other: send(
        route, own, origin=f"{HERE}.evil.example"
    ),
    "nowhere": lambda route, own, _other: send(route, own, origin="null"),
}


@pytest.fixture
def routes() -> list[Route]:
    """Return the routes that take forms, with browsers in which tokens are looked at."""
    found = [one for one in every_route() if one.takes_forms and one.name not in BY_TOKEN]
    for client in {id(one.client): one.client for one in found}.values():
        client.handler.enforce_csrf_checks, client.raise_request_exception = True, False
    return found


def test_every_route_that_takes_forms_refuses_those_of_others(routes: list[Route]) -> None:
    assert len(routes) > 90
    tokens = {id(one.client): token_of(one.client) for one in routes}
    other = token_of(Client())
    wrong = [
        (route.name, way)
        for route in routes
        for way, attempt in WAYS.items()
        if attempt(route, tokens[id(route.client)], other).status_code != 403
    ]
    assert wrong == []


def test_over_https_a_form_without_an_origin_is_looked_at_by_where_it_came_from(routes: list[Route]) -> None:
    route = next(one for one in routes if one.name == "set_language")
    fields = {"csrfmiddlewaretoken": token_of(route.client), "language": "es"}
    for referer, expected in (("https://evil.example/", 403), ("", 403), ("https://testserver/", 302)):
        headers = {"referer": referer} if referer else {}
        response = route.client.post(route.path, fields, headers=headers, secure=True)
        assert response.status_code == expected, referer


def test_a_form_with_the_token_of_its_own_browser_is_taken(routes: list[Route]) -> None:
    for route in [
        one for one in routes if one.name in ("set_language", "stay", "office_profile", "mfa_index")
    ]:
        token = token_of(route.client)
        assert send(route, token, origin=HERE).status_code in (200, 302), route.name


def test_no_other_site_is_trusted_unless_it_is_named() -> None:
    assert settings.CSRF_TRUSTED_ORIGINS == []
    assert "django.middleware.csrf.CsrfViewMiddleware" in settings.MIDDLEWARE
