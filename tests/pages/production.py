"""Runs the site as it runs for others (gunicorn, HTTPS, production settings, collected files), and asks it."""

from __future__ import annotations

import http.client
import os
import re
import socket
import ssl
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from clearrecord.development import development_secrets
from tests.pages.certificate import write_certificate

ROOT = Path(__file__).resolve().parents[2]
HOST = "localhost"
_ANY_CERTIFICATE = ssl._create_unverified_context()
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Answered:
    """What the site answered, as Django's test client gives it; ``weight`` is its bytes as they were sent."""

    status_code: int
    headers: Mapping[str, str]
    content: bytes
    weight: int


@dataclass(slots=True)
class Visitor:
    """One person's browser over HTTP, with the interface of Django's test client."""

    port: int
    accepts: str = "identity"
    cookies: dict[str, str] = field(default_factory=dict)
    token: str = ""

    @property
    def cookie(self) -> str:
        """Return the header that says who this is."""
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def get(self, path: str) -> Answered:
        """Open a page."""
        return self._ask("GET", path, body=None)

    def post(self, path: str, data: Mapping[str, Any] | None = None) -> Answered:
        """Send a form."""
        fields = {"csrfmiddlewaretoken": self.token, **(data or {})}
        return self._ask("POST", path, body=urlencode(fields, doseq=True))

    def _ask(self, method: str, path: str, *, body: str | None) -> Answered:
        headers = {"Cookie": self.cookie, "Accept-Encoding": self.accepts}
        if body is not None:
            headers |= {
                "Content-Type": "application/x-www-form-urlencoded",
                "Origin": f"https://{HOST}:{self.port}",
            }
        connection = http.client.HTTPSConnection(HOST, self.port, timeout=60, context=_ANY_CERTIFICATE)
        connection.request(method, path, body=body, headers=headers)
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        for morsel in SimpleCookie("; ".join(answer.headers.get_all("Set-Cookie", []))).values():
            self.cookies[morsel.key] = morsel.value
        if found := _TOKEN.search(content.decode("utf-8", "replace")):
            self.token = found[1]
        head = sum(len(f"{name}: {value}\r\n") for name, value in answer.headers.items())
        return Answered(answer.status, dict(answer.headers), content, head + len(content))


@contextmanager
def site() -> Iterator[int]:
    """Run the site with a new database; give its port."""
    with tempfile.TemporaryDirectory() as folder:
        port, told = free_port(), _told(Path(folder))
        manage = [sys.executable, "manage.py"]
        for command in (["collectstatic", "--noinput"], ["prepare"]):
            subprocess.run([*manage, *command], cwd=ROOT, env=told, check=True, capture_output=True)
        server = subprocess.Popen(_gunicorn(Path(folder), port), cwd=ROOT, env=told)
        try:
            _wait_for(port)
            yield port
        finally:
            server.terminate()
            server.wait()


def _gunicorn(folder: Path, port: int) -> list[str]:
    certificate, key = write_certificate(folder, host=HOST)
    command = [sys.executable, "-m", "gunicorn", "clearrecord.wsgi", "--bind", f"{HOST}:{port}"]
    speaks = ["--certfile", str(certificate), "--keyfile", str(key)]
    return [*command, *speaks, "--preload", "--workers", "2", "--threads", "4", "--log-level", "critical"]


def _told(folder: Path) -> dict[str, str]:
    """Return the environment of a production site whose secrets are made for this once."""
    made = development_secrets(folder)
    return {
        **os.environ,
        "CLEARRECORD_VAR": str(folder),
        "CLEARRECORD_ENV": "production",
        "SECRET_KEY": made["SECRET_KEY"].replace("development-", "measured-"),
        "CLEARRECORD_KEYS": made["CLEARRECORD_KEYS"].replace("development", "measured"),
        "ALLOWED_HOSTS": HOST,
        "DATABASE_URL": "",
        "DEBUG": "",
    }


def free_port() -> int:
    """Return a port that nothing answers at."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def wait_for_port(port: int) -> None:
    """Wait until something answers there."""
    last = time.monotonic() + 60
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            if time.monotonic() > last:
                raise
            time.sleep(0.1)
        else:
            return


def _wait_for(port: int) -> None:
    """Wait for the site, and open a page in each process so that none is measured cold."""
    wait_for_port(port)
    for _ in range(8):
        assert Visitor(port).get("/").status_code == 200
