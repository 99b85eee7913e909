"""Runs the site as bin/run starts it, gunicorn with two processes of four threads, and asks it over HTTP."""

from __future__ import annotations

import http.client
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[1]
GUNICORN = ("--preload", "--workers", "2", "--threads", "4", "--timeout", "60", "--log-level", "warning")
"""How the site is started where it is deployed: bin/run and README.md say the same."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What the site answered, as Django's test client gives it; ``cookies`` are those that it set."""

    status_code: int
    headers: Mapping[str, str]
    content: bytes
    cookies: Mapping[str, str]


def ask(
    port: int,
    method: str,
    path: str,
    *,
    cookies: Mapping[str, str],
    body: str | None = None,
    headers: Mapping[str, str] | None = None,
) -> Answered:
    """Ask once; ``body`` is a form."""
    sent = {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items()), **(headers or {})}
    if body is not None:
        sent["Content-Type"] = "application/x-www-form-urlencoded"
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request(method, path, body=body, headers=sent)
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    pairs = (one.partition(";")[0].partition("=") for one in answer.headers.get_all("Set-Cookie", []))
    return Answered(
        answer.status, dict(answer.headers), content, {name: value for name, _sign, value in pairs}
    )


@contextmanager
def served(environment: Mapping[str, str]) -> Iterator[int]:
    """Run the site and its workers on a free port while the block runs; give the port once every process is warm."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = int(taken.getsockname()[1])
    command = [
        *(sys.executable, "-m", "gunicorn", "clearrecord.wsgi", "--bind", f"127.0.0.1:{port}"),
        *GUNICORN,
    ]
    server = subprocess.Popen(command, cwd=_ROOT, env=dict(environment))
    workers = subprocess.Popen([sys.executable, "manage.py", "work"], cwd=_ROOT, env=dict(environment))
    try:
        wait_for(port)
        yield port
    finally:
        server.terminate()
        workers.terminate()
        server.wait()
        workers.wait()


def wait_for(port: int, *, headers: Mapping[str, str] | None = None, patience: float = 60) -> None:
    """Wait until the site answers, for ``patience`` seconds at most, and open a page in each process so that none is cold."""
    last = time.monotonic() + patience
    while True:
        try:
            for _time in range(8):
                ask(port, "GET", "/", cookies={}, headers=headers)
        except OSError:
            if time.monotonic() > last:
                raise
            time.sleep(0.1)
        else:
            return
