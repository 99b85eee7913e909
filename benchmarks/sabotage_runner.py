"""Runs pytest in forks of a process that has loaded what is not ours: that is half of the time of a start.

Each line of standard input is a job as JSON: the arguments, the file for what is printed, the seconds. Each gets one line back.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import signal
import sys
import time
from collections.abc import Sequence

_LOADED = (
    "pytest", "pytest_django", "hypothesis", "django.test", "django.forms", "django.template.loader", "django.db.models",
    "django.core.management", "weasyprint", "pikepdf", "pypdfium2", "PIL.Image", "polars", "openpyxl", "tablib",
    "cryptography.hazmat.primitives.ciphers.aead", "cryptography.hazmat.primitives.hpke", "jsonschema",
)  # fmt: skip
"""Packages of others; none needs Django's settings, and nothing of the product is among them."""


def main() -> None:
    """Do jobs until there are no more."""
    sys.path.insert(0, os.getcwd())  # noqa: PTH109 - as pytest has it
    for name in _LOADED:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    for line in sys.stdin:
        asked = json.loads(line)
        print(
            "done" if _done(asked["arguments"], said=asked["said"], seconds=asked["seconds"]) else "late",
            flush=True,
        )


def _done(arguments: Sequence[str], *, said: str, seconds: float) -> bool:
    """Run pytest in a fork; end it, with all that it started, where it takes too long."""
    child = os.fork()
    if child == 0:
        _run(arguments, said=said)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if os.waitpid(child, os.WNOHANG)[0]:
            return True
        time.sleep(0.05)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return False


def _run(arguments: Sequence[str], *, said: str) -> None:
    os.setsid()
    told, nothing = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), os.open(os.devnull, os.O_RDONLY)
    for number, stream in enumerate((nothing, told, told)):
        os.dup2(stream, number)
    try:
        import pytest  # noqa: PLC0415 - loaded by then

        pytest.main([*arguments])
    finally:
        os._exit(0)


if __name__ == "__main__":
    main()
