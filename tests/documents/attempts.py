"""What a process beside the site might try, and its open line."""

from __future__ import annotations

import os
import socket
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

from petitions.documents.limits import Refused


def what_is_refused(told: dict[str, Any]) -> dict[str, Any]:
    """Try to reach a server, to read and write files and to start programs; tell what was refused."""
    port, canary = told["port"], told["canary"]
    tries: dict[str, Callable[[], object]] = {
        "connect": lambda: socket.create_connection(("127.0.0.1", port), timeout=2),
        "look up": lambda: socket.getaddrinfo("localhost", port),
        "read": lambda: Path(canary).read_text(encoding="utf-8"),
        "read below": lambda: os.open(canary, os.O_RDONLY),
        "write": lambda: Path(f"{canary}.new").write_text("x", encoding="utf-8"),
        "program": lambda: subprocess.run(["true"], check=False),
        "shell": lambda: os.system("true"),
        "fork": os.fork,
    }
    return {name: _refused(one) for name, one in tries.items()}


def _refused(one: Callable[[], object]) -> str:
    try:
        one()
    except Refused:
        return "refused"
    return "done"


def open_line() -> socket.socket:
    """Return the line to the site, as a job that is none could find it: the last socket that is open."""
    return next(one for one in map(_socket, reversed(range(3, 64))) if one is not None)


def _socket(number: int) -> socket.socket | None:
    try:
        return socket.socket(fileno=number)
    except OSError:
        return None
