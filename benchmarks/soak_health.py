"""Asks a running site whether it is well, as a load balancer does and as a visitor does."""

from __future__ import annotations

import http.client
import time
from dataclasses import dataclass, field
from threading import Event
from urllib.parse import urlencode

from benchmarks.deployed_site import asked

_CSRF = "__Host-csrf"


@dataclass
class Health:
    """Asks /healthz four times a second, as a load balancer does; ``seen`` has the times and the answers."""

    port: int
    over: Event = field(default_factory=Event)
    seen: list[tuple[float, int]] = field(default_factory=list)

    def watch(self) -> None:
        """Ask until it is over."""
        while not self.over.wait(0.25):
            self.seen.append((time.monotonic(), status(self.port, "/healthz")))

    def was_red(self, *, after: float) -> bool:
        """Say whether the site called itself unwell since then."""
        return any(found == 503 for when, found in [*self.seen] if when >= after)


def status(port: int, path: str) -> int:
    """Return what a page answers; 0 for nothing."""
    try:
        return asked(port, "GET", path, cookies={}).status_code
    except (OSError, http.client.HTTPException):
        return 0


def can_answer(port: int) -> bool:
    """Say whether a new visitor can begin and save an answer."""
    cookies: dict[str, str] = {}
    try:
        asked(port, "GET", "/", cookies=cookies)
        for path, fields in (("begin/", {}), ("c1/ending/", {"answer": "convicted"})):
            body = urlencode({"csrfmiddlewaretoken": cookies.get(_CSRF, ""), **fields})
            answered = asked(port, "POST", f"/interview/{path}", cookies=cookies, body=body)
            if answered.status_code != 302:
                return False
    except (OSError, http.client.HTTPException):
        return False
    return True
