"""Whatever stands in ``next``, nobody is led to another site (S17)."""

from __future__ import annotations

import random
from urllib.parse import urlsplit

import pytest
from django.db import transaction
from django.http import HttpResponse

from tests.access.conftest import _no_printer_is_started, _no_review_is_started
from tests.access.every_route import Route, every_route

__all__ = ["_no_printer_is_started", "_no_review_is_started"]

pytestmark = pytest.mark.django_db
ELSEWHERE = (
    "//evil.example", "///evil.example", "////evil.example", "https:evil.example", "https://evil.example/",
    "http:///evil.example", "\\\\evil.example", "/\\evil.example", "\\/evil.example", "/\t/evil.example", "\t//evil.example",
    " //evil.example", "/\r\nLocation: https://evil.example", "%0d%0aLocation: https://evil.example", "/%2f/evil.example",
    "javascript:alert(1)", "data:text/html,x", "JaVaScRiPt:alert(1)", "evil.example", "//testserver@evil.example",
    "https://testserver.evil.example", "http://testserver:80@evil.example/", "//evil。example", "/\x00/evil.example", "?next=//evil.example",
)  # fmt: skip
READ_IT = (
    "set_language",
    "account_login",
    "account_reauthenticate",
    "account_logout",
    "office_switch",
    "question",
    "mfa_reauthenticate",
)
"""Routes of which it is known that they look at it: each gets the whole table."""
NAMES = ("next", "back", "to", "return", "redirect_to", "url", "HTTP_REFERER")


def leads_out(response: HttpResponse) -> bool:
    """Say whether a browser would leave this site: it reads backslashes as slashes, and leaves out tabs and line ends."""
    if response.status_code not in (301, 302, 303, 307, 308):
        return False
    to = response.headers["Location"]
    read = "".join(letter for letter in to.strip() if letter not in "\t\r\n\x00").replace("\\", "/")
    parts = urlsplit(read)
    is_own = parts.netloc == "testserver" or not (parts.netloc or parts.scheme)
    return bool(
        parts.scheme not in ("", "http", "https") or not is_own or read.startswith("//") or "\n" in to
    )


def tried(route: Route, target: str) -> list[str]:
    """Return where a route leads out with this target in its address, its form, its cookie and its referrer."""
    given = dict.fromkeys(NAMES, target)
    responses = []
    with transaction.atomic():
        responses.append(
            route.client.get(
                route.path, given, headers={"referer": target.encode("latin-1", "replace").decode("latin-1")}
            )
        )
        if route.takes_forms:
            responses.append(route.client.post(route.path, {**given, **route.sent}))
        transaction.set_rollback(True)
    return [response.headers["Location"] for response in responses if leads_out(response)]


def test_no_target_of_the_table_leads_out_of_the_site() -> None:
    routes = [one for one in every_route() if one.name in READ_IT]
    assert {one.name for one in routes} == set(READ_IT)
    found = [(one.name, target, out) for one in routes for target in ELSEWHERE if (out := tried(one, target))]
    assert found == []


@pytest.mark.long
def test_no_route_at_all_leads_out_of_the_site() -> None:
    chance = random.Random(17)
    routes = every_route()
    found = [
        (one.name, target, out)
        for one in routes
        for target in chance.sample(ELSEWHERE, 3)
        if (out := tried(one, target))
    ]
    assert found == []


@pytest.mark.parametrize(
    "to",
    [
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "/\t/evil.example",
        "javascript:x",
        "http:evil.example@x",
    ],
)
def test_the_judge_of_these_tests_sees_a_way_out(to: str) -> None:
    response = HttpResponse(status=302)
    response._headers = {}  # type: ignore[attr-defined]
    response.headers["Location"] = to
    assert leads_out(response)


def test_the_judge_lets_own_addresses_pass() -> None:
    for to in ("/", "/clinic/?page=2", "http://testserver/x", "?next=/x"):
        response = HttpResponse(status=302)
        response.headers["Location"] = to
        assert not leads_out(response)
