"""A small browser over real HTTP, with the parts of Django's test client that a walk needs; it keeps all heads."""

from __future__ import annotations

import http.client
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@dataclass(frozen=True)
class Reply:
    """What the site answered."""

    status_code: int
    headers: http.client.HTTPMessage
    content: bytes


class Browser:
    """Keeps cookies, the newest form token, every address it went to and every head it was sent."""

    def __init__(self, port: int) -> None:
        self.port, self.token = port, ""
        self.cookies: dict[str, str] = {}
        self.heads: list[str] = []
        self.addresses: list[str] = []

    def get(self, path: str, *, headers: Mapping[str, str] | None = None) -> Reply:
        """Open a page."""
        return self._send("GET", path, body=None, headers=headers or {})

    def post(
        self,
        path: str,
        fields: Mapping[str, str | Sequence[str]] | None = None,
        *,
        headers: Mapping[str, str] | None = None,
    ) -> Reply:
        """Send a form."""
        body = urlencode({"csrfmiddlewaretoken": self.token, **(fields or {})}, doseq=True)
        form = {"Content-Type": "application/x-www-form-urlencoded", **(headers or {})}
        return self._send("POST", path, body=body, headers=form)

    def _send(self, method: str, path: str, *, body: str | None, headers: Mapping[str, str]) -> Reply:
        kept = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request(method, path, body=body, headers={"Cookie": kept, **headers})
        answer = connection.getresponse()
        reply = Reply(answer.status, answer.headers, answer.read())
        connection.close()
        self._remember(path, reply)
        return reply

    def _remember(self, path: str, reply: Reply) -> None:
        self.addresses.append(path)
        self.heads.append(str(reply.headers))
        for line in reply.headers.get_all("Set-Cookie") or ():
            name, _, rest = line.partition("=")
            self.cookies[name] = rest.partition(";")[0]
        if found := _TOKEN.search(reply.content.decode("utf-8", "replace")):
            self.token = found[1]
