"""People who answer the interview at the same time and do what people do when a page fails: wait, and try again."""

from __future__ import annotations

import http.client
import random
import re
import secrets
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from threading import Event, Lock
from urllib.parse import urlencode

from benchmarks.served_site import Answered
from tests.interview.walk import FILING, FILING_STARTS, POSSESSION

LOOKS = (2.0, 6.0)
"""For so many seconds a person looks at a page; real ones take longer."""
WAITS = (1.0, 3.0)
"""After so many seconds a person tries a page again that failed."""
CANARY = "Canaria"
HONEST = b"We cannot reach your answers right now"
_AT = re.compile(r"^/interview/(?P<place>you|c\d+)/(?P<key>[a-z-]+)/")
_SEEN = re.compile(rb'name="seen" value="([^"]*)"')
_CSRF, SESSION = "__Host-csrf", "__Host-session"
_MOST_STEPS = 60
Fields = dict[str, str]
Ask = Callable[..., Answered]


@dataclass(frozen=True, slots=True)
class Asked:
    """One request: when it began, on the clock of ``time.monotonic``, its seconds, and what came: a status, 0 for none.

    ``is_honest`` says whether a page that failed told the truth: that the answers cannot be reached, and to try again.
    """

    began: float
    seconds: float
    status: int
    name: str
    is_honest: bool

    @property
    def ended(self) -> float:
        """Return when it was over."""
        return self.began + self.seconds


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """An answer of which the site said that it is saved."""

    session: str
    place: str
    key: str
    fields: tuple[tuple[str, str], ...]


@dataclass
class Told:
    """What all people saw."""

    asked: list[Asked] = field(default_factory=list)
    saved: list[Acknowledged] = field(default_factory=list)
    finished: int = 0
    lost_on_the_way: list[str] = field(default_factory=list)
    lock: Lock = field(default_factory=Lock)


@dataclass
class Person:
    """One person after the other at one browser; ``over`` tells them to stop."""

    ask: Ask
    told: Told
    over: Event
    number: int
    chance: random.Random
    cookies: dict[str, str] = field(default_factory=dict)

    def live(self) -> None:
        """Answer interviews, each in a new browser, until it is over."""
        time.sleep(self.chance.uniform(0, LOOKS[1]))
        while not self.over.is_set():
            self.cookies = {}
            if self.interview():
                with self.told.lock:
                    self.told.finished += 1

    def interview(self) -> bool:
        """Go from the start page to check-your-answers; say whether that was reached."""
        typed = _typed(secrets.token_hex(4))
        self._until("GET", "/")
        answered = self._until("POST", "/interview/begin/", {})
        answered, path = self._followed(answered, "/interview/begin/")
        answered, path = self._answer_all(answered, path, typed)
        for start in FILING_STARTS:
            answered, path = self._followed(self._until("GET", f"{start}?next=tasks"), f"{start}?next=tasks")
            answered, path = self._answer_all(answered, path, typed)
        return self._until("GET", "/papers/check/").status_code == 200

    def _answer_all(self, page: Answered, path: str, typed: dict[str, Fields]) -> tuple[Answered, str]:
        for _step in range(_MOST_STEPS):
            at = _AT.match(path)
            if self.over.is_set() or at is None or at["key"] not in typed:
                break
            self._look()
            fields = typed[at["key"]]
            answered = self._until("POST", path, {"seen": _seen(page), **fields})
            if answered.status_code == 302:
                self._note(at["place"], at["key"], fields)
            elif not self.over.is_set():
                self._lost(f"POST {at['key']} {answered.status_code}")
                break
            page, path = self._followed(answered, path)
        return page, path

    def _followed(self, answered: Answered, path: str) -> tuple[Answered, str]:
        while answered.status_code == 302 and not self.over.is_set():
            path = answered.headers["Location"]
            answered = self._until("GET", path)
        if answered.status_code in (404, 410):
            self._lost(f"GET {path} {answered.status_code}")
        return answered, path

    def _until(self, method: str, path: str, fields: Fields | None = None) -> Answered:
        """Ask until the site answers, as a person does who presses again."""
        answered = self._once(method, path, fields)
        while answered.status_code in (0, 500, 502, 503) and not self.over.is_set():
            time.sleep(self.chance.uniform(*WAITS))
            answered = self._once(method, path, fields)
        return answered

    def _once(self, method: str, path: str, fields: Fields | None) -> Answered:
        sent = None if fields is None else {"csrfmiddlewaretoken": self.cookies.get(_CSRF, ""), **fields}
        body = None if sent is None else urlencode(sent, doseq=True)
        began = time.monotonic()
        try:
            answered = self.ask(method, path, cookies=self.cookies, body=body, by=f"198.51.100.{self.number}")
        except (OSError, http.client.HTTPException):
            answered = Answered(0, {}, b"", {})
        took, at = time.monotonic() - began, _AT.match(path)
        name = f"{method} {'question' if at else path.partition('?')[0]}"
        is_honest = answered.status_code == 503 and HONEST in answered.content
        with self.told.lock:
            self.told.asked.append(Asked(began, took, answered.status_code, name, is_honest))
        return answered

    def _look(self) -> None:
        self.over.wait(self.chance.uniform(*LOOKS))

    def _note(self, place: str, key: str, fields: Fields) -> None:
        with self.told.lock:
            self.told.saved.append(
                Acknowledged(self.cookies[SESSION], place, key, tuple(sorted(fields.items())))
            )

    def _lost(self, what: str) -> None:
        with self.told.lock:
            self.told.lost_on_the_way.append(what)


def people(count: int, *, ask: Ask, told: Told, over: Event, seed: int) -> Iterator[Person]:
    """Give so many people."""
    for number in range(count):
        yield Person(ask, told, over, number + 1, random.Random(seed * 1_000 + number))


def _typed(mark: str) -> dict[str, Fields]:
    """Return what this person types: names and numbers that are nobody else's, which can be looked for."""
    typed = {**POSSESSION, **FILING}
    typed["case-number"] = {"answer": "yes", "part_case_number": f"{CANARY}{mark}"}
    typed["name-on-case"] = {"part_name_on_case": f"Testa {CANARY}{mark}"}
    typed["other-names"] = {"answer": f"{CANARY}{mark} Ñandú"}
    typed["mail"] = {**FILING["mail"], "part_street": f"12 {CANARY}{mark} Street"}
    return typed


def _seen(page: Answered) -> str:
    found = _SEEN.search(page.content)
    return found[1].decode() if found else ""
