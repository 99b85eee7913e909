"""Asks the HTML checker (vnu) what is wrong with a page; it runs in Java, once for all tests of a process."""

from __future__ import annotations

import json
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from django.conf import settings

PROGRAM = Path(settings.BASE_DIR) / "var/browser_tools/node_modules/vnu-jar/build/dist/vnu.jar"
_HEADERS = {"Content-Type": "text/html; charset=utf-8", "User-Agent": "tests"}
_TO_START = 120
"""Seconds."""


@dataclass(frozen=True)
class Checker:
    """The checker, listening on this computer alone."""

    port: int

    def faults(self, page: bytes) -> list[str]:
        """Return the errors and warnings of a page, one line each."""
        asked = HTTPConnection("127.0.0.1", self.port, timeout=60)
        asked.request("POST", "/?out=json", page, _HEADERS)
        messages = json.loads(asked.getresponse().read())["messages"]
        asked.close()
        return [
            f"{one.get('subType', one['type'])}: {one['message']} {one.get('extract', '')[:160]}"
            for one in messages
        ]


@contextmanager
def running_checker() -> Iterator[Checker]:
    """Start the checker, and end it afterwards."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    place = ["-Dnu.validator.servlet.bind-address=127.0.0.1", "-cp", str(PROGRAM)]
    started = subprocess.Popen(
        ["java", "-Xss4m", "-Xmx512m", *place, "nu.validator.servlet.Main", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(port)
        yield Checker(port)
    finally:
        started.kill()
        started.wait()


def _wait_for(port: int) -> None:
    end = time.monotonic() + _TO_START
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)
        else:
            return
