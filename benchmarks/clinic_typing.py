"""Volunteers who type matters into a running site, each at their own browser; what benchmarks/clinic.py measures."""

from __future__ import annotations

import http.client
import json
import random
import re
import time
from dataclasses import dataclass, field
from threading import Lock, Thread
from urllib.parse import urlencode

from benchmarks.served_site import Answered, ask

CASES = 3
PAUSE = (1.0, 3.0)
"""Seconds between two boxes."""
_TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="([^"]+)"')
FORM_TOKEN = re.compile(rb'name="token" value="([^"]+)"')
COUNTIES = ("Los Angeles", "San Diego", "Alameda", "Fresno", "Orange", "Kern")


@dataclass
class Told:
    """What the site said it saved, over all volunteers: matter -> cell -> text; and how long each save took, in ms."""

    saved: dict[str, dict[str, str]] = field(default_factory=dict)
    times: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    lock: Lock = field(default_factory=Lock)


@dataclass(frozen=True)
class Typing:
    """One matter that somebody types: who, where, and what is told of it."""

    browser: Browser
    told: Told
    chance: random.Random
    path: str

    @property
    def matter(self) -> str:
        """Return the id of the matter."""
        return self.path.split("/")[3]


@dataclass
class Browser:
    """One member's browser."""

    port: int
    session: str
    csrf: str = ""
    token: str = ""

    def ask(self, method: str, path: str, fields: list[tuple[str, str]] | None = None) -> Answered:
        """Ask, with the member's cookies."""
        body = None if fields is None else urlencode([("csrfmiddlewaretoken", self.token), *fields])
        headers = {} if fields is None else {"X-Asked-By": "script"}
        cookies = {"session": self.session, "csrf": self.csrf}
        answered = ask(self.port, method, path, cookies=cookies, body=body, headers=headers)
        self.csrf = answered.cookies.get("csrf", self.csrf)
        found = _TOKEN.search(answered.content)
        self.token = found[1].decode() if found else self.token
        return answered


def typed(port: int, sessions: list[str], *, matters: int) -> Told:
    """Let all volunteers type at once."""
    told = Told()
    share = [matters // len(sessions) + (number < matters % len(sessions)) for number in range(len(sessions))]
    threads = [
        Thread(target=work, args=(Browser(port, session), told, number, count))
        for number, (session, count) in enumerate(zip(sessions, share, strict=True))
    ]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seconds = time.perf_counter() - began
    print(
        f"typing    {len(sessions)} volunteers, {len(told.saved)} matters, {len(told.times):,} saves in {seconds:.0f} s ({len(told.times) / seconds:.1f} a second)"
    )
    return told


def work(browser: Browser, told: Told, number: int, matters: int) -> None:
    """Type so many matters; a fault is noted and ends only this matter."""
    chance = random.Random(number)
    for count in range(matters):
        try:
            one_matter(browser, told, chance, f"Testa Volunteer{number} Person{count}")
        except (OSError, AssertionError, http.client.HTTPException, ValueError) as fault:
            with told.lock:
                told.faults.append(f"{type(fault).__name__}: {str(fault)[:120]}")


def one_matter(browser: Browser, told: Told, chance: random.Random, name: str) -> None:
    """Open a matter and type three cases."""
    page = browser.ask("GET", "/clinic/matters/new/")
    token = FORM_TOKEN.search(page.content)
    assert token, "no form"
    opening = [
        ("name", name),
        ("language", "en"),
        ("attorney", ""),
        ("agreed", "on"),
        ("token", token[1].decode()),
    ]
    answered = browser.ask("POST", "/clinic/matters/new/", opening)
    assert answered.status_code == 302, answered.status_code
    browser.ask("POST", "/clinic/matters/new/", opening)  # pressed twice
    path = answered.headers["Location"]
    browser.ask("GET", path)
    typing = Typing(browser, told, chance, path)
    with told.lock:
        told.saved[typing.matter] = {"name": name}
    for place in range(1, CASES + 1):
        if place > 1:
            browser.ask("POST", f"{path}rows/", [("do", "add:")])
        for cell, control, text in case_cells(f"c{place}", chance):
            save(typing, cell, control, text)
    for cell, control, text in person_cells():
        save(typing, cell, control, text)


def save(typing: Typing, cell: str, control: str, text: str) -> None:
    """Leave one box, after the time that typing takes; note what the site says."""
    time.sleep(typing.chance.uniform(*PAUSE))
    told, matter = typing.told, typing.matter
    fields = [(f"{cell}.{control}", text)] + ([(f"{cell}.ticks", "1")] if control == "answer[]" else [])
    began = time.perf_counter()
    answered = typing.browser.ask("POST", f"{typing.path}cells/", fields)
    took = (time.perf_counter() - began) * 1_000
    status = answered.status_code
    answer = json.loads(answered.content) if status == 200 else {}
    with told.lock:
        told.times.append(took)
        if cell in answer.get("saved", ()):
            told.saved[matter][cell] = text
        else:
            told.faults.append(f"{cell} {status} {str(answer.get('refused'))[:80]}")


def case_cells(place: str, chance: random.Random) -> list[tuple[str, str, str]]:
    """Return what is typed for one case: cell, control, text."""
    return [
        (f"{place}.county", "text", chance.choice(COUNTIES)),
        (f"{place}.case-number", "text", f"CR{chance.randrange(10**6)}"),
        (f"{place}.crime", "text", chance.choice(("11357", "11358", "11359", "11360"))),
        (f"{place}.level", "answer", "felony"),
        (f"{place}.when", "text", str(chance.randrange(1990, 2015))),
        (f"{place}.age", "answer", "21_or_older"),
        (f"{place}.sentence", "answer", "completed"),
        (f"{place}.ending", "answer", "convicted"),
        (f"{place}.court", "answer", "california_adult"),
        (f"{place}.changed", "answer[]", "none"),
        (f"{place}.courthouse", "answer", "unsure"),
        (f"{place}.prosecutor", "answer", "district_attorney"),
        (f"{place}.judge", "answer", "yes"),
        (f"{place}.hearing", "answer", "no"),
        (f"{place}.order", "answer", "no"),
        (f"{place}.server", "answer", "unknown"),
    ]


def person_cells() -> list[tuple[str, str, str]]:
    """Return what is typed of the person."""
    return [
        ("you.name-now", "answer", "same"),
        ("you.mail", "answer", "no"),
        ("you.lawyer", "answer", "no"),
        ("you.serious-crimes", "answer", "no"),
        ("you.registration", "answer", "no"),
    ]
