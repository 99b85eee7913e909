"""Prints the answer of a command: UTF-8 whatever the terminal's, and a quiet end where nobody reads on."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

from django.core.management.base import OutputWrapper

from petitions.management.leaving import FAILURE, leave

NOT_WRITTEN = "The answer could not be written. Check the free space."


def print_answer(stdout: OutputWrapper, texts: Iterable[str]) -> None:
    """Print the texts one behind the other; leave with 1 where that fails."""
    try:
        _print(stdout, texts)
    except BrokenPipeError:  # nobody reads on, as after ``head``
        _stop_writing()
        leave(FAILURE)
    except OSError:
        _stop_writing()
        leave(FAILURE, NOT_WRITTEN)


def _print(stdout: OutputWrapper, texts: Iterable[str]) -> None:
    if hasattr(stdout, "reconfigure"):
        stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    for text in texts:
        stdout.write(text, ending="")
    stdout.flush()


def _stop_writing() -> None:
    """Let the rest go nowhere; Python would try to write it once more at its end, and complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
