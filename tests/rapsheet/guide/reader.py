"""A person with a made-up sheet in their hand, who answers each step of the guide by its key."""

from __future__ import annotations

import re

from petitions.records.reading import open_interview
from tests.interview.visitors import after
from tests.interview.walk import Fields, Walk, card, crime, when

START = "/read-your-record/"
_AT = re.compile(r"^/read-your-record/(?P<place>you|c\d+)/(?P<key>[a-z-]+)/")
SKIP: Fields = {"skip": "1"}

TOP: dict[str, Fields] = {
    "sheet": card("yes"),
    "notices": {"answer": ["other-records", "supervision"]},
    "events": card("yes"),
}
COUNT: dict[str, Fields] = {
    "code": crime("11359 HS-POSSESS FOR SALE"),
    "dispo": card("convicted"),
    "status": card("felony"),
    "court": card("california_adult"),
    "town": card("Alameda"),
    "case-number": {"part_case_number": "A12345"},
    "court-date": when("2005", "6", "20"),
    "arrest-date": when("2005", "5", "4"),
    "sen": card("completed"),
    "later": {"answer": ["none"]},
}
"""The first count of a case, where every line is there."""


class Reader(Walk):
    """A walk through the guide; ``at`` is the step that one is on."""

    def open(self) -> Reader:
        """Begin to read."""
        self.go(START).follow(self.client.post(START))
        return self

    @property
    def at(self) -> str:
        """Return the place and key of the step on the page; empty on any other page."""
        match = _AT.match(self.path)
        return f"{match['place']}/{match['key']}" if match else ""

    def through(self, answers: dict[str, Fields]) -> Reader:
        """Answer steps by their keys until there is one without an answer."""
        while (key := self.at.rpartition("/")[2]) in answers:
            before = self.path
            self.follow(self.post(**answers[key]))
            assert self.path != before, f"{before} was not accepted"
        return self

    @property
    def answers(self) -> dict[str, object]:
        """Return what is stored."""
        opened = open_interview(self.client.session["interview"])
        assert opened is not None
        return opened.answers


def read_by_now() -> Reader:
    """Return a person who has read all of it, at its end."""
    return Reader(after(whole).client).go(f"{START}you/rest/")  # type: ignore[return-value]


def whole() -> Reader:
    """Read two counts of one case and one of another."""
    found = Reader().open().through({**TOP, **COUNT})
    found.through({"another": card("same")})
    found.through({"code": crime("11357(B) HS"), "dispo": card("convicted"), "status": card("misdemeanor")})
    found.through({"later": {"answer": ["dismissed_1203"]}})
    found.through({"another": card("other")})
    found.through({**COUNT, **OTHER_CASE})
    return found.through({"another": card("no")})


OTHER_CASE: dict[str, Fields] = {
    "code": crime("11360(A) HS"),
    "town": card("Orange"),
    "case-number": {"part_case_number": "98CF0001"},
    "court-date": when("1999", "3", "2"),
    "arrest-date": when("1998", "12"),
    "later": {"answer": ["reduced_17b"]},
}
