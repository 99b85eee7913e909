"""Sends hostile requests to every route in turn, each taken back, and says which were answered badly or slowly."""

from __future__ import annotations

import copy
import math
import random
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

from django.core.signals import got_request_exception
from django.db import transaction
from django.test import Client

from tests.security.fuzz.drawn import Drawn, drawn_in
from tests.security.fuzz.hostile import VALUES, Request, request_from
from tests.security.fuzz.targets import Target

_PRODUCT = Path(__file__).resolve().parents[3] / "petitions"
MOST_SECONDS = 2.0
"""Of this process's own time, so that a busy computer changes nothing."""
_PLAIN = Drawn("", is_post=True, fields={"answer": ["yes"], "text": ["x"], "next": ["/"], "version": ["1"]})
_HEADS = ("HTTP_ACCEPT_LANGUAGE", "HTTP_REFERER", "HTTP_ORIGIN", "HTTP_USER_AGENT", "HTTP_ACCEPT_ENCODING")


@dataclass
class Told:
    """What came of it. ``wrong`` says route, shape and trouble."""

    answers: Counter[int] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    slowest: tuple[float, str] = (0.0, "")
    routes: set[str] = field(default_factory=set)

    def judge(self, what: str, status: int, raised: list[str], *, seconds: float) -> None:
        """Note an answer, and what is wrong with it."""
        self.answers[status] += 1
        self.slowest = max(self.slowest, (seconds, what))
        if not (
            status in (200, 301, 302) or 400 <= status < 500
        ):  # 301 leads to the same address with its slash
            self.wrong.append(f"{what}: {status} {' '.join(raised)}")
        if seconds > MOST_SECONDS:
            self.wrong.append(f"{what}: {seconds:.1f} s")


def send_many(targets: list[Target], how_many: int, *, seed: int, most_minutes: float = math.inf) -> Told:
    """Send so many requests to the targets in turn, or as many as there is time for."""
    chance, told, end = random.Random(seed), Told(), time.monotonic() + most_minutes * 60
    forms: dict[int, list[Drawn]] = {}
    order = chance.sample(range(len(targets)), k=len(targets))
    for number in range(how_many):
        if time.monotonic() > end:
            break
        place = order[number % len(order)]
        target = targets[place]
        if place not in forms:
            forms[place] = _forms(target)
        form = chance.choice(forms[place])
        _send(target, form, request_from(form, chance), chance, told)
    return told


def _forms(target: Target) -> list[Drawn]:
    """Return what can be sent to a target: the forms of its page that lead to it, its own good fields, and none."""
    with taken_back(target.client):
        response = target.client.get(target.path)
    page = b"" if response.streaming else response.content
    shown = (
        drawn_in(page.decode("utf-8", "replace"))
        if "html" in response.headers.get("Content-Type", "")
        else []
    )
    known = Drawn("", is_post=True, fields={name: [_text(value)] for name, value in target.sent.items()})
    return [*shown, known if known.fields else _PLAIN]


def _send(target: Target, form: Drawn, request: Request, chance: random.Random, told: Told) -> None:
    path = urlsplit(urljoin(target.path, form.action)).path or target.path
    if chance.random() < 0.05:
        path = _bent(path, chance)
    method = "POST" if chance.random() < 0.85 else "GET"
    heads: dict[str, Any] = {}
    if chance.random() < 0.1:
        heads[chance.choice(_HEADS)] = (
            chance.choice(VALUES)[:4_000].encode("utf-8", "replace").decode("latin-1")
        )
    raised: list[str] = []

    def note(sender: Any, **_more: Any) -> None:
        raised.append(_where())

    got_request_exception.connect(note, weak=False)
    began = time.process_time()
    try:
        status = _answer(target, method, path, request, heads)
    finally:
        got_request_exception.disconnect(note)
    what = f"{method} {target.name} at {path[:80]} ({request.shape})"
    told.routes.add(target.name)
    told.judge(what, status, raised, seconds=time.process_time() - began)


def _answer(target: Target, method: str, path: str, request: Request, heads: dict[str, Any]) -> int:
    body = request.body if method == "POST" else b""
    with taken_back(target.client):
        response = target.client.generic(
            method, path, body, request.kind, QUERY_STRING=request.query, **heads
        )
        if response.streaming:
            for _part in response.streaming_content:
                pass
    return response.status_code


@contextmanager
def taken_back(client: Client) -> Iterator[None]:
    """Take back whatever a request did, in the database and in the browser's cookies."""
    cookies = copy.deepcopy(client.cookies)
    client.raise_request_exception = False
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    client.cookies = cookies


def _bent(path: str, chance: random.Random) -> str:
    """Put something hostile in place of one part of an address."""
    parts = path.split("/")
    parts[chance.randrange(1, len(parts))] = quote(chance.choice(VALUES)[:500], errors="surrogatepass")
    return "/".join(parts)


def _text(value: Any) -> str:
    return str(value[0] if isinstance(value, list) and value else value)


def _where() -> str:
    """Say which exception is on its way, and from which line of ours."""
    kind, error, trace = sys.exc_info()
    ours = [one for one in traceback.extract_tb(trace) if Path(one.filename).is_relative_to(_PRODUCT)]
    at = f"{ours[-1].filename}:{ours[-1].lineno}" if ours else ""
    return f"{kind.__name__ if kind else ''} {at} {str(error)[:120]!r}"
