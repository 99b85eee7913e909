"""Marked words in the answers and in every text box of every route: none where it must not be, also where a page breaks (S36).

``test_canaries`` walks as a visitor over real HTTP and reads the disk; here each row of the access matrix is asked, of
the public, of staff, of county reviews and of one's own sign-in, so that a new route is asked as soon as it has a row.
"""

from __future__ import annotations

import io
import json
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from django.conf import settings as django_settings
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.core import mail
from django.db import transaction
from django.http import HttpResponse
from django.urls import get_resolver
from pytest_django import Settings

from clearrecord.logs import AllowedFacts
from petitions.access.organizations.models import AuditEntry
from petitions.records.reading import open_interview
from petitions.records.writing import save_answers
from tests.access.conftest import _no_printer_is_started, _no_review_is_started
from tests.access.every_route import Route, every_route
from tests.access.test_routes import routes as names_of
from tests.clinic.people import answered
from tests.security.breaking import HEADER
from tests.security.fuzz.drawn import Drawn, drawn_in
from tests.security.test_canaries import forms_of
from tests.security.whole_database import dumped

__all__ = ["_no_printer_is_started", "_no_review_is_started"]

pytestmark = pytest.mark.django_db
MARK, STAFF = "Zeisigfink", "Stieglitzhahn"
"""In what petitioners say, and in what an office says of itself, which may stand in the database as it is."""
_SAID = {
    "Ánh Zuñiga": f"Ánh {MARK}",
    "Annie Zuniga": f"Annie {MARK}",
    "12 Elm Street": f"12 {MARK} Street",
    "CR-05-1234": f"{MARK}-05",
}
COUNTY = ("DOE,JAN", "SAMPLE,ALEX", "TESTER,KIM", "Doe, Jan", "Jan Doe")
"""Names in the research file."""
HIDDEN = (MARK, *COUNTY)
OF_THE_OFFICE = (
    "office_",
    "export_identified",
    "invitation",
    "break_glass",
    "account_",
    "mfa_",
    "audit_",
    "set_language",
)
WITH_A_REASON = ("export_identified",)
"""Routes at which staff say why; the reason is for the log, and the page says so."""
NOT_ASKED = {
    "break_glass": "of whoever runs the site alone; tests/clinic/office/test_glass.py keeps its reason out of the log",
}
"""Routes that this journey does not visit, with why."""
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_LINK = re.compile(r'(?:href|src|action|formaction|data-[a-z]+)="([^"]*)"')


@dataclass
class Walked:
    """What a walk over all routes left."""

    asked: set[str] = field(default_factory=set)
    taken: int = 0
    broken: int = 0
    wrong: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)


class _Lines(logging.Handler):
    def __init__(self, lines: list[str]) -> None:
        super().__init__()
        self.setFormatter(AllowedFacts())
        self.lines = lines

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@pytest.fixture
def walked(settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Walked]:
    """Make a world whose petitioners are marked, in a site that breaks on demand."""
    settings.MIDDLEWARE = [*django_settings.MIDDLEWARE, "tests.security.breaking.BreaksOnDemand"]
    settings.SHEETS_DIR, settings.PRINTS_DIR = str(tmp_path / "sheets"), str(tmp_path / "prints")
    monkeypatch.setattr("tests.access.rows.shape.answered", lambda: marked(answered()))
    found = Walked()
    handler = _Lines(found.lines)
    logging.getLogger().addHandler(handler)
    yield found
    logging.getLogger().removeHandler(handler)


def marked(answers: dict[str, Any]) -> dict[str, Any]:
    """Return the answers with a mark in every name, address and number."""
    text = json.dumps(answers, ensure_ascii=False)
    for said, mark in _SAID.items():
        assert said in text
        text = text.replace(said, mark)
    changed: dict[str, Any] = json.loads(text)
    return changed


def routes_with_marks() -> list[Route]:
    """Return all routes; the visitor's answers are marked too."""
    found = [one for one in every_route() if one.name not in NOT_ASKED]
    key = next(one.client for one in found if one.name == "tasks").session["interview"]
    opened = open_interview(key)
    assert opened is not None
    save_answers(key, answers=marked(opened.answers), version=opened.version)
    return found


def hidden_in(told: str, words: tuple[str, ...] = (*HIDDEN, STAFF)) -> list[str]:
    return [word for word in words if word.lower() in told.lower()]


def look(walked: Walked, route: Route, response: HttpResponse) -> bytes:
    """Look at everything of an answer where no mark may be; return its content."""
    content = b"".join(response.streaming_content) if response.streaming else response.content
    heads = f"{response.headers} {response.cookies}"
    walked.wrong += [f"{route.name}: {word} in a header" for word in hidden_in(heads)]
    if response.headers.get("Content-Type", "").startswith("text/html"):
        page = unescape(content.decode())
        where = {"its title": " ".join(_TITLE.findall(page)), "a link": " ".join(_LINK.findall(page))}
        walked.wrong += [
            f"{route.name}: {word} in {place}" for place, text in where.items() for word in hidden_in(text)
        ]
    if content.startswith(b"%PDF"):
        walked.wrong += [
            f"{route.name}: {word} in what a PDF says of itself" for word in hidden_in(about(content))
        ]
    return content


def about(pdf: bytes) -> str:
    """Return what a PDF says of itself."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        said = " ".join(f"{name} {value}" for name, value in opened.docinfo.items())
        metadata = opened.Root.get("/Metadata")
        return said + (metadata.read_bytes().decode("utf-8", "replace") if metadata is not None else "")


def filled(form: Drawn, mark: str) -> dict[str, Any]:
    """Fill a form as it was drawn, with a mark in each text box."""
    fields = {name: values[-1] for name, values in form.fields.items()}
    return fields | {
        name: f"{mark}@example.org" if "mail" in name else f"{mark} {name}" for name in form.texts
    }


def break_it(walked: Walked, route: Route) -> None:
    """Have a route break in both ways, with marks in everything that is sent."""
    route.client.raise_request_exception = False
    for kind in ("fault", "database"):
        fields, given = (
            {"answer": MARK, "name": MARK, "part_name": MARK, "file": io.BytesIO(MARK.encode())},
            {HEADER: kind, "Referer": MARK, "User-Agent": MARK},
        )
        response = route.client.post(f"{route.path}?q={MARK}&next=/{MARK}", fields, headers=given)
        if response.status_code in (500, 503):
            walked.broken += 1
            walked.wrong += [
                f"{route.name}: {word} in its error page" for word in hidden_in(response.content.decode())
            ]
        elif response.status_code not in (405, 302):
            walked.wrong.append(f"{route.name} did not break: {response.status_code}")
        look(walked, route, response)
    route.client.raise_request_exception = True


def in_the_database(walked: Walked, route: Route) -> None:
    """Look for marks in everything that is stored, also in how bytes and sessions are written."""
    found = dumped().lower()
    may_stand = any(route.name.startswith(part) for part in OF_THE_OFFICE)
    for word in HIDDEN if not may_stand else (MARK,):
        walked.wrong += [
            f"{route.name}: {word} in the database" for form in forms_of(word) if form.lower() in found
        ]
    sessions = repr([one.get_decoded() for one in Session.objects.all()])
    walked.wrong += [f"{route.name}: {word} in a session" for word in hidden_in(sessions)]
    audit, words = (
        repr([*AuditEntry.objects.values()]),
        (*HIDDEN, *(() if route.name in WITH_A_REASON else (STAFF,))),
    )
    walked.wrong += [f"{route.name}: {word} in the audit log" for word in hidden_in(audit, words)]


def in_mails(walked: Walked, route: Route) -> None:
    """Look at mails: their words, and whatever stands in their heads but for the one they go to."""
    for one in mail.outbox:
        heads = {name: value for name, value in one.message().items() if name != "To"}
        walked.wrong += [
            f"{route.name}: {word} in a mail" for word in hidden_in(f"{heads} {one.subject} {one.body}")
        ]


def test_each_route_that_breaks_says_nothing(walked: Walked) -> None:
    routes = routes_with_marks()
    for route in routes:
        break_it(walked, route)
        walked.asked.add(route.name)
    assert walked.wrong == []
    assert walked.broken > 250 and len([line for line in walked.lines if '"status": 500' in line]) > 125
    assert not [line for line in walked.lines if hidden_in(line)]
    assert {str(name) for name in names_of(get_resolver().url_patterns)} - walked.asked == set(NOT_ASKED)


@pytest.mark.long
def test_marks_in_every_box_of_every_route_stay_where_they_belong(walked: Walked) -> None:
    for route in routes_with_marks():
        mark = STAFF if any(route.name.startswith(part) for part in OF_THE_OFFICE) else MARK
        with transaction.atomic():
            content = look(walked, route, route.client.get(route.path))
            forms = drawn_in(content.decode()) if content.startswith(b"<!doctype html>") else []
            for form in [one for one in forms if one.is_post and one.action in ("", route.path)]:
                response = route.client.post(route.path, filled(form, mark))
                walked.taken += response.status_code == 302
                look(walked, route, response)
            in_the_database(walked, route)
            in_mails(walked, route)
            transaction.set_rollback(True)
        mail.outbox.clear()
    assert sorted(set(walked.wrong)) == []
    assert walked.taken > 20
    assert not [line for line in walked.lines if hidden_in(line)]


def test_a_mark_in_each_of_these_places_would_be_found(walked: Walked) -> None:
    (route,) = [one for one in routes_with_marks() if one.name == "healthz"]
    response = HttpResponse(
        f'<!doctype html><title>{MARK}</title><a href="/{MARK}/">', headers={"X-Mark": MARK}
    )
    look(walked, route, response)
    kind = ContentType.objects.get_for_model(AuditEntry)
    AuditEntry.objects.create(action=0, object_pk="1", object_repr=MARK, content_type=kind)
    in_the_database(walked, route)
    mail.EmailMessage(MARK, "", "a@example.org", ["b@example.org"]).send()
    in_mails(walked, route)
    told = " ".join(walked.wrong)
    for place in ("a header", "its title", "a link", "the database", "the audit log", "a mail"):
        assert f"{MARK} in {place}" in told
