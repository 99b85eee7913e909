"""Starts a process apart from the site, so that neither a page nor a restart ends it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

_PROGRAM = Path(__file__).resolve().parents[2]
_PATIENCE = 20
"""Seconds until the process must have taken its orders and stepped aside."""


def start_apart(module: str, orders: bytes) -> None:
    """Run a module that takes its orders from standard input and then calls ``step_aside``."""
    subprocess.run(  # noqa: S603 - both words are ours, never a person’s
        [sys.executable, "-m", module],
        input=orders,
        stdout=subprocess.DEVNULL,
        cwd=_PROGRAM,
        timeout=_PATIENCE,
        check=True,
    )


def step_aside() -> None:
    """Go on in a fork that nobody waits for; whoever called goes on too."""
    if os.fork():
        os._exit(0)
    os.setsid()
