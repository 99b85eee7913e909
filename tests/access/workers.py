"""Several worker processes on one database of their own, embedded or PostgreSQL."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.own_database import own_database

BOTH = [
    pytest.param("sqlite", marks=pytest.mark.long),
    pytest.param("postgresql", marks=pytest.mark.services),
]
_START = """
import sys, django; django.setup()
from datetime import datetime, UTC
from unittest.mock import patch
patch("django.utils.timezone.now", lambda: datetime(2026, 11, 2, 12, 0, 1, tzinfo=UTC)).start()
"""
"""The clock of all workers stands still, so that a busy computer changes nothing of a wait or a code."""


class Workers:
    """Starts processes that know one database."""

    def __init__(self, url: str, folder: Path) -> None:
        self.told = os.environ | {
            "CLEARRECORD_VAR": str(folder),
            "DATABASE_URL": url,
            "DJANGO_SETTINGS_MODULE": "clearrecord.settings",
            "ALLOWED_HOSTS": "testserver",
            "PYTHONPATH": str(ROOT),
        }

    def say(self, *words: str) -> str:
        """Run one to its end, and return what it said."""
        return _end(self._begin(*words))

    def at_once(self, source: str, *words: str, how_many: int = 2) -> list[str]:
        """Run several with the same source, each with its number as the last word."""
        begun = [self._begin("-c", _START + source, *words, str(number)) for number in range(how_many)]
        return [_end(one) for one in begun]

    def one(self, source: str, *words: str) -> str:
        """Run one with this source."""
        return self.say("-c", _START + source, *words)

    def _begin(self, *words: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, *words],
            env=self.told,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )


def _end(process: subprocess.Popen[str]) -> str:
    out, errors = process.communicate(timeout=600)
    assert process.returncode == 0, errors
    return out.strip()


@contextmanager
def workers(kind: str, folder: Path) -> Iterator[Workers]:
    """Make a database of that kind with the sample office, and take it away afterwards."""
    with _database(kind) as url:
        made = Workers(url, folder)
        made.say("manage.py", "prepare", "--sample")
        yield made


@contextmanager
def _database(kind: str) -> Iterator[str]:
    if kind == "sqlite":
        yield ""
        return
    with own_database() as url:
        yield url
