"""When something goes wrong a person gets a kind page in their language, which repeats nothing."""

from __future__ import annotations

import errno
import re

import pytest
from django.conf import settings
from django.db import InterfaceError, InternalError, OperationalError, connection
from django.test import Client
from django.utils.translation import gettext, override
from psycopg.errors import ReadOnlySqlTransaction

from tests.ground.site_urls import CANARY

pytestmark = pytest.mark.urls("tests.ground.site_urls")

PAGES = {
    "/nowhere/": (404, "There is no page here"),
    "/broken/you/": (500, "Something went wrong"),
    "/offline/": (503, "We cannot reach your answers right now"),
    "/denied/": (403, "You cannot open this page"),
    "/suspicious/": (400, "We could not read that"),
}


def browser(*, language: str = "en", **more: object) -> Client:
    client = Client(raise_request_exception=False, **more)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    return client


@pytest.mark.parametrize("path", PAGES)
def test_each_error_has_its_page_without_the_database(path: str) -> None:
    status, heading = PAGES[path]
    page = browser().get(path)
    assert page.status_code == status
    assert f"<h1>{heading}</h1>" in page.text
    assert 'lang="en"' in page.text


@pytest.mark.parametrize("path", PAGES)
def test_each_error_page_speaks_spanish(path: str) -> None:
    status, heading = PAGES[path]
    with override("es"):
        spanish = gettext(heading)
    assert spanish != heading
    page = browser(language="es").get(path)
    assert page.status_code == status
    assert 'lang="es"' in page.text and f"<h1>{spanish}</h1>" in page.text


@pytest.mark.parametrize("path", PAGES)
def test_no_error_page_repeats_the_error_or_what_was_sent(path: str) -> None:
    page = browser().post(f"{path}?name={CANARY}", {"name": "Typed-Name"})
    assert CANARY not in page.text
    assert "Typed-Name" not in page.text
    assert "Traceback" not in page.text


@pytest.mark.urls("clearrecord.urls")
@pytest.mark.django_db
def test_in_the_frame_of_the_site_itself_nothing_is_repeated_either() -> None:
    page = browser().post(f"/nowhere/?name={CANARY}", {"name": "Typed-Name"})
    assert page.status_code == 404 and 'class="brand"' in page.text
    assert CANARY not in page.text and "Typed-Name" not in page.text


@pytest.mark.parametrize("path", PAGES)
def test_error_pages_carry_the_headers_of_every_page(path: str) -> None:
    page = browser().get(path)
    assert page.headers.get("Cache-Control", "") == "no-store"
    assert "default-src 'none'" in page.headers.get("Content-Security-Policy", "")


NOTHING_IS_KEPT = {
    "no database": OperationalError(CANARY),
    "a lost connection": InterfaceError(CANARY),
    "a full disk": OSError(errno.ENOSPC, CANARY),
    "a full share of a disk": OSError(errno.EDQUOT, CANARY),
    "a disk that only reads": OSError(errno.EROFS, CANARY),
}


def read_only() -> InternalError:
    """Return what Django makes of a write to a database that follows another."""
    error = InternalError(CANARY)
    error.__cause__ = ReadOnlySqlTransaction()
    return error


@pytest.mark.parametrize(
    "error", [*NOTHING_IS_KEPT.values(), read_only()], ids=[*NOTHING_IS_KEPT, "a follower"]
)
def test_where_nothing_can_be_kept_the_page_says_so(
    error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.ground.site_urls.RAISED", error)
    page = browser().post("/raises/", {"name": "Typed-Name"})
    assert page.status_code == 503
    assert "What you saved before is still there." in page.text
    assert CANARY not in page.text and "Typed-Name" not in page.text


@pytest.mark.parametrize("error", [OSError(errno.EIO, CANARY), InternalError(CANARY)])
def test_another_fault_does_not_pass_for_a_full_disk(
    error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.ground.site_urls.RAISED", error)
    assert browser().get("/raises/").status_code == 500


@pytest.mark.urls("clearrecord.urls")
@pytest.mark.django_db
def test_the_offline_page_has_its_frame_though_nobody_can_ask_for_the_session(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def away() -> None:
        raise OperationalError

    monkeypatch.setattr(connection, "cursor", away)
    visitor = browser()
    visitor.cookies[settings.SESSION_COOKIE_NAME] = "a" * 32
    page = visitor.get("/interview/c1/ending/")
    assert page.status_code == 503
    assert "<h1>We cannot reach your answers right now</h1>" in page.text
    assert "What we keep" in page.text
    assert settings.SESSION_COOKIE_NAME not in page.cookies


def test_the_offline_page_says_when_to_come_back() -> None:
    assert browser().get("/offline/").headers.get("Retry-After") == "30"


def test_a_wrong_host_is_refused_without_repeating_it() -> None:
    page = browser().get("/fine/", headers={"host": "canary.example"})
    assert page.status_code == 400
    assert "canary.example" not in page.text


@pytest.mark.parametrize("path", PAGES)
def test_a_broken_frame_still_gives_the_page(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clearrecord.errors._FRAME", "no-such-frame.html")
    status, heading = PAGES[path]
    page = browser().get(path)
    assert page.status_code == status
    assert heading in page.text


def test_when_no_template_works_the_page_comes_from_memory_in_both_languages(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("clearrecord.errors._FRAME", "no-such-frame.html")
    monkeypatch.setattr("clearrecord.errors._BARE", "no-such-frame.html")
    page = browser().get("/broken/you/")
    assert page.status_code == 500
    assert "Something went wrong" in page.text
    assert "Algo salió mal" in page.text


def expired(client: Client, **headers: str) -> object:
    typed = {"name": 'Testa "<b>', "years": ["1999", "2001"]}
    return client.post("/form/?next=result", typed, headers=headers)


def test_an_expired_form_of_ours_can_be_sent_again_with_all_that_was_typed() -> None:
    client = browser(enforce_csrf_checks=True)
    page = expired(client, origin="http://testserver")
    assert page.status_code == 403
    assert "This page was open for too long" in page.text
    assert '<input type="hidden" name="name" value="Testa &quot;&lt;b&gt;">' in page.text
    assert page.text.count('name="years"') == 2
    assert 'action="/form/?next=result"' in page.text
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.text)
    assert token
    again = client.post(
        "/form/?next=result",
        {"csrfmiddlewaretoken": token[1], "name": "Testa"},
        headers={"origin": "http://testserver"},
    )
    assert again.text == "saved 2"


def test_an_expired_form_speaks_spanish() -> None:
    page = expired(browser(language="es", enforce_csrf_checks=True), origin="http://testserver")
    assert page.status_code == 403
    assert 'lang="es"' in page.text and "This page was open" not in page.text
    assert 'name="name" value="Testa' in page.text


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://testserver.evil.example"])
def test_a_form_from_another_site_gets_no_such_offer(origin: str) -> None:
    page = expired(browser(enforce_csrf_checks=True), origin=origin)
    assert page.status_code == 403
    assert "Testa" not in page.text
    assert '<form method="post" action="/form/' not in page.text


def test_a_form_of_unknown_origin_gets_no_such_offer() -> None:
    assert "Testa" not in expired(browser(enforce_csrf_checks=True)).text
