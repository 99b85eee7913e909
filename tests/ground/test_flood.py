"""A flood of sign-ins is answered in few words, and neither hashes a password nor stops who is at work."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread

import pytest
from django.conf import settings as site_settings
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse
from pytest_django import Settings

from clearrecord import flood
from clearrecord.errors import too_many
from clearrecord.flood import (
    OF_ONE_ADDRESS,
    OF_STRANGERS,
    PATHS,
    STRANGERS_AT_ONCE,
    SignInFloodMiddleware,
)
from petitions.access.models import User
from petitions.access.signing_in.pace import remember_place

pytestmark = pytest.mark.django_db
SIGN_IN = "/account/login/"
Site = Callable[[str], int]


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Give a clock that a test turns."""
    told = [100.0]
    monkeypatch.setattr(flood, "monotonic", lambda: told[0])
    return told


def site(view: Callable[[HttpRequest], HttpResponse] | None = None) -> Site:
    """Return what a site answers to a sign-in from an address."""
    guarded = SignInFloodMiddleware(view or (lambda _request: HttpResponse("looked at")))
    return lambda address: guarded(RequestFactory().post(SIGN_IN, REMOTE_ADDR=address)).status_code


def at_home(address: str) -> None:
    remember_place(RequestFactory().post(SIGN_IN, REMOTE_ADDR=address), "member 1")


def test_one_address_may_send_a_hall_of_sign_ins_and_then_waits(clock: list[float]) -> None:
    at_home("192.0.2.1")
    ask = site()
    assert [ask("192.0.2.1") for _try in range(OF_ONE_ADDRESS + 2)] == [200] * OF_ONE_ADDRESS + [429, 429]
    clock[0] += 1
    assert [ask("192.0.2.1"), ask("192.0.2.1")] == [200, 429]


def test_the_page_for_one_too_many_leads_back_to_where_they_were() -> None:
    page = too_many(RequestFactory().post(SIGN_IN)).content.decode()
    assert f'<a class="button" href="{SIGN_IN}">Try again</a>' in page


def test_strangers_from_everywhere_wait_but_not_where_a_member_signed_in_before(clock: list[float]) -> None:
    at_home("192.0.2.200")
    ask = site()
    found = [ask(f"198.51.100.{number}") for number in range(OF_STRANGERS + 30)]
    assert found == [200] * OF_STRANGERS + [429] * 30
    assert ask("192.0.2.200") == 200
    clock[0] += 2
    assert [ask("198.51.100.250") for _try in range(3)] == [200, 200, 429]


def test_strangers_hold_no_more_than_their_part_of_the_threads() -> None:
    at_home("192.0.2.200")
    go_on, inside = Event(), []

    def slow(request: HttpRequest) -> HttpResponse:
        inside.append(request.META["REMOTE_ADDR"])
        if request.META["REMOTE_ADDR"].startswith("198"):
            go_on.wait(10)
        return HttpResponse()

    guarded = SignInFloodMiddleware(slow)
    guarded._is_known = lambda network: network == "192.0.2.200"  # type: ignore[method-assign] - threads see no test database
    busy = [
        Thread(target=lambda: guarded(RequestFactory().post(SIGN_IN, REMOTE_ADDR="198.51.100.1")))
        for _thread in range(STRANGERS_AT_ONCE)
    ]
    for thread in busy:
        thread.start()
    while len(inside) < STRANGERS_AT_ONCE:
        pass
    assert guarded(RequestFactory().post(SIGN_IN, REMOTE_ADDR="198.51.100.2")).status_code == 429
    assert guarded(RequestFactory().post(SIGN_IN, REMOTE_ADDR="192.0.2.200")).status_code == 200
    go_on.set()
    for thread in busy:
        thread.join()
    assert guarded(RequestFactory().post(SIGN_IN, REMOTE_ADDR="198.51.100.2")).status_code == 200


def test_a_flood_hashes_no_password_and_opens_no_session(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    hashed: list[str] = []
    monkeypatch.setattr(User, "set_password", lambda _user, password: hashed.append(password))
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = "a" * 32
    sent = [
        client.post(SIGN_IN, {"login": f"nobody{number}", "password": "a wrong one"})
        for number in range(OF_STRANGERS + 5)
    ]
    assert [one.status_code for one in sent] == [200] * OF_STRANGERS + [429] * 5
    assert len(hashed) == OF_STRANGERS
    assert sent[-1].headers["Retry-After"] == "5"
    assert "<h1>Please wait a moment</h1>" in sent[-1].text
    assert "nobody" not in sent[-1].text


def test_a_flood_is_answered_without_a_question_to_the_database_but_who_is_known(
    django_assert_num_queries: Callable[[int], object],
) -> None:
    ask = site()
    for _try in range(OF_STRANGERS):
        ask("198.51.100.1")
    with django_assert_num_queries(0):  # type: ignore[attr-defined]
        assert {ask("198.51.100.1") for _try in range(50)} == {429}


def test_pages_and_other_forms_are_never_held_up() -> None:
    guarded = SignInFloodMiddleware(lambda _request: HttpResponse())
    for _try in range(200):
        assert guarded(RequestFactory().get(SIGN_IN)).status_code == 200
        assert guarded(RequestFactory().post("/interview/begin/")).status_code == 200


def test_a_process_remembers_no_more_addresses_than_it_can_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flood, "_MOST_NAMES", 3)
    guarded = SignInFloodMiddleware(lambda _request: HttpResponse())
    for number in range(9):
        guarded(RequestFactory().post(SIGN_IN, REMOTE_ADDR=f"198.51.100.{number}"))
    assert len(guarded._addresses) == len(guarded._known) == 3


def test_the_guarded_pages_are_those_that_look_at_a_password_or_send_mail_for_strangers() -> None:
    assert {reverse("account_login"), reverse("account_reset_password")} == PATHS


def test_the_guard_stands_before_sessions_are_opened() -> None:
    order = site_settings.MIDDLEWARE
    own = order.index("clearrecord.flood.SignInFloodMiddleware")
    assert own < order.index("django.contrib.sessions.middleware.SessionMiddleware")
    assert own > order.index("clearrecord.headers.PrivatePagesMiddleware")
