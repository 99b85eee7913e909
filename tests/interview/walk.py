"""Walks the interview as a browser does: answers each page by its key, follows redirects, counts pages."""

from __future__ import annotations

import re
from typing import Any

from django.http import HttpResponse
from django.test import Client

_AT = re.compile(r"^/interview/(?P<place>you|c\d+)/(?P<key>[a-z-]+)/")
_SEEN = re.compile(r'name="seen" value="([^"]*)"')
RESULT = "/interview/result/"
TASKS = "/papers/"
FILING_STARTS = ("/interview/c1/courthouse/", "/interview/you/name-on-case/", "/interview/c1/judge/")

Fields = dict[str, Any]


class Walk:
    """One person with one browser. ``path`` is the page they are on, ``seen`` the keys they answered."""

    def __init__(self, client: Client | None = None) -> None:
        self.client = client or Client()
        self.path = ""
        self.keys: list[str] = []

    def begin(self) -> Walk:
        """Press Start."""
        self.client.get("/")
        return self.follow(self.client.post("/interview/begin/"))

    def follow(self, response: HttpResponse) -> Walk:
        """Follow redirects to a page."""
        while response.status_code == 302:
            self.path = response.headers["Location"]
            response = self.client.get(self.path)
        assert response.status_code == 200, (self.path, response.status_code)
        self.response = response
        return self

    def go(self, path: str) -> Walk:
        """Open a page."""
        self.path = path
        return self.follow(self.client.get(path))

    @property
    def key(self) -> str:
        """Return the key of the question on the page; empty on any other page."""
        match = _AT.match(self.path)
        return match["key"] if match else ""

    @property
    def text(self) -> str:
        """Return the page."""
        return self.response.content.decode()

    def answer(self, **fields: Any) -> Walk:
        """Answer the page that one is on."""
        self.keys.append(self.key)
        return self.follow(self.post(**fields))

    def post(self, **fields: Any) -> HttpResponse:
        """Send the form of the page that one is on."""
        seen = _SEEN.search(self.text)
        return self.client.post(self.path, {"seen": seen[1] if seen else "", **fields})

    def file(self) -> Walk:
        """Answer every question of the papers, from the task list and back to it."""
        self.go(TASKS)
        for start in FILING_STARTS:
            self.go(f"{start}?next=tasks").until(FILING)
            assert self.path == TASKS
        return self

    def until(self, answers: dict[str, Fields], *, most: int = 40) -> Walk:
        """Answer pages by their keys until there is a page without an answer, or the result."""
        for _page in range(most):
            if self.key not in answers:
                return self
            before = self.path
            self.answer(**answers[self.key])
            assert self.path != before or self.key == "", f"{before} was not accepted"
        raise AssertionError(f"no end: {self.keys}")


def card(value: str) -> Fields:
    """Answer with a card or a list entry."""
    return {"answer": value}


def when(year: str, month: str = "", day: str = "") -> Fields:
    """Answer with a date."""
    return {"answer_month": month, "answer_day": day, "answer_year": year}


def crime(code: str) -> Fields:
    """Answer with a typed code."""
    return {"typed": code}


SIMPLE: dict[str, Fields] = {
    "ending": card("convicted"),
    "court": card("california_adult"),
    "when": when("2005"),
    "changed": card("none"),
    "age": card("21_or_older"),
    "sentence": card("completed"),
    "county": card("Humboldt"),
    "convicted-when": when("2005"),
    "level": card("felony"),
    "serious-crimes": card("no"),
    "registration": card("no"),
    "minors": card("no"),
    "young-helpers": card("no"),
    "harm": card("no"),
    "earlier": card("0"),
}
"""A conviction in 2005 with nothing special about it, but for the crime."""
POSSESSION: dict[str, Fields] = {**SIMPLE, "crime": crime("HS 11357(b)")}
"""The simplest way to a dismissal."""

FILING: dict[str, Fields] = {
    "courthouse": card("unsure"),
    "case-number": {"answer": "yes", "part_case_number": "CR-05-1234"},
    "prosecutor": card("district_attorney"),
    "name-on-case": {"part_name_on_case": "Ánh Zuñiga"},
    "name-now": card("same"),
    "other-names": {"answer": "Annie Zuniga\r\nA. Z."},
    "mail": {
        "answer": "yes",
        "part_street": "12 Elm Street",
        "part_unit": "4",
        "part_city": "Oakland",
        "part_state": "CA",
        "part_zip": "94612",
    },
    "contact": {"part_phone": "", "part_email": ""},
    "lawyer": card("no"),
    "judge": card("yes"),
    "hearing": card("no"),
    "order": card("yes"),
    "server": card("unknown"),
}
