"""Measures pages over HTTP: an interview from start to papers, a code, a save at the desk; Django must be set up."""

from __future__ import annotations

import os
import secrets
import statistics
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from benchmarks import clinic_typing
from benchmarks.capacity_measuring import Costs, asked, say
from benchmarks.capacity_processes import megabytes, used_by
from benchmarks.clinic_typing import Told, typed
from benchmarks.packet import make
from benchmarks.pages import Browser, walk
from benchmarks.served_site import served
from tests.clinic.people import office
from tests.interview.walk import Walk

_AT_ONCE = 4
_WARM, _PEOPLE, _CODES, _MATTERS = 8, 40, 16, 8
_PRINTS = 10
_WAL = "SELECT wal_bytes::bigint FROM pg_stat_wal"
_WRITTEN = "SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint"
"""Grows with each transaction that writes."""
_CONNECTED = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
_SEED = "0123456789abcdef0123456789abcdef"


def of_pages(url: str) -> Costs:
    """Return the costs of pages, and what the running site holds."""
    sessions = [office().member("volunteer", other=str(number)).client for number in range(_AT_ONCE)]
    keys = [one.cookies["session"].value for one in sessions]
    with served(os.environ) as port:
        say("warming up")
        _each(_WARM, partial(_answered, port))
        costs = _interviews(url, port) | _codes(url, port) | _typed(url, port, keys)
        costs["connections_of_a_machine"] = (
            asked(url, _CONNECTED) - 1 - 1
        )  # this question, and this program's own
        web, workers = megabytes("web"), megabytes("worker")
        costs |= {"megabytes_of_a_web_process": web[-1], "megabytes_of_a_worker": workers[-1]}
    return costs


def _interviews(url: str, port: int) -> Costs:
    """Measure the way from the start to the check of the answers, then the papers."""
    say(f"{_PEOPLE} interviews")
    browsers: list[Browser] = []
    wal, writes = asked(url, _WAL), asked(url, _WRITTEN)
    used = used_by(lambda: browsers.extend(_each(_PEOPLE, partial(_answered, port))))
    wal, writes = asked(url, _WAL) - wal, asked(url, _WRITTEN) - writes
    requests = sum(len(times) for one in browsers for times in one.times.values())
    say(f"the papers of {_PEOPLE} people")
    for number, one in enumerate(
        browsers
    ):  # under another name each, or the papers of the first are handed to all
        Walk(one).go("/interview/you/name-on-case/?next=check").answer(
            part_name_on_case=f"Testa Example {number}"
        )
    printing = used_by(lambda: _through(browsers, lambda one: _ok(one.get("/papers/all.pdf").status_code)))
    return {
        "requests_of_an_interview": requests / _PEOPLE,
        "web_seconds_of_an_interview": used["web"] / _PEOPLE,
        "database_seconds_of_an_interview": used["database"] / _PEOPLE,
        "writes_of_an_interview": writes / _PEOPLE,
        "wal_bytes_of_an_interview": wal / _PEOPLE,
        "web_seconds_of_own_papers": printing["web"] / _PEOPLE + _printing(),
    }


def _printing() -> float:
    """Return the seconds to print a packet of one case: the site does it in forks of its press, whose time Linux forgets."""
    found = []
    for _each in range(_PRINTS):
        began = time.process_time()
        make()
        found.append(time.process_time() - began)
    return statistics.median(found[1:])


def _codes(_url: str, port: int) -> Costs:
    """Measure what it takes to keep answers under a code, beside the page itself: the slow hash."""
    say(f"{_CODES} codes")
    browsers = _each(_CODES, partial(_begun, port))

    def keep(one: Browser) -> None:
        _ok(one.post("/answers/keep/", {"answer": "30", "seed": secrets.token_hex(16)}).status_code)

    used = used_by(lambda: _through(browsers, keep))
    return {"web_seconds_of_a_code": used["web"] / _CODES}


def _typed(url: str, port: int, sessions: list[str]) -> Costs:
    """Measure matters of three cases that are typed at the desk, each box a save."""
    say(f"{_MATTERS} matters at the desk")
    told: list[Told] = []
    before, clinic_typing.PAUSE = clinic_typing.PAUSE, (0.0, 0.0)
    wal, writes = asked(url, _WAL), asked(url, _WRITTEN)
    used = used_by(lambda: told.append(typed(port, sessions, matters=_MATTERS)))
    wal, writes = asked(url, _WAL) - wal, asked(url, _WRITTEN) - writes
    clinic_typing.PAUSE = before
    if told[0].faults:
        raise SystemExit(f"the desk refused: {told[0].faults[:3]}")
    saves = len(told[0].times)
    return {
        "saves_of_a_matter": saves / _MATTERS,
        "web_seconds_of_a_save": used["web"] / saves,
        "database_seconds_of_a_save": used["database"] / saves,
        "writes_of_a_save": writes / saves,
        "wal_bytes_of_a_save": wal / saves,
    }


def _answered(port: int) -> Browser:
    browser = Browser(port, None)
    walk(browser)
    return browser


def _begun(port: int) -> Browser:
    browser = Browser(port, None)
    browser.get("/")
    browser.post("/interview/begin/")
    return browser


def _each(count: int, do: Callable[[], Browser]) -> list[Browser]:
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        return [one.result() for one in [pool.submit(do) for _each in range(count)]]


def _through(browsers: list[Browser], do: Callable[[Browser], None]) -> None:
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        list(pool.map(do, browsers))


def _ok(status: int) -> None:
    if status != 200:
        raise SystemExit(f"a page answered {status}")
