"""A backup comes back by the commands of docs/backup.md: the same packet, and nothing that was deleted since (S34, S35)."""

from __future__ import annotations

import base64
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.own_database import own_database

ROOT = Path(__file__).resolve().parents[3]
_COMMANDS = re.compile(r"^bin/\w+ .*$", re.MULTILINE)
KEYS = f"only:{base64.b64encode(bytes(range(32))).decode()}"
pytestmark = pytest.mark.long


def commands(folder: Path) -> list[list[str]]:
    """Return the commands of the page, with folders of the test in place of those on it."""
    page = (ROOT / "docs/backup.md").read_text(encoding="utf-8")
    return [line.replace("/srv", str(folder)).split() for line in _COMMANDS.findall(page)]


def ran(var: Path, *words: str, url: str = "") -> str:
    around = {
        **os.environ,
        "CLEARRECORD_VAR": str(var),
        "DATABASE_URL": url,
        "CLEARRECORD_KEYS": KEYS,
        "SECRET_KEY": "development-only-for-a-test" * 3,
        "CLEARRECORD_OFFICIAL_FORMS": str(var / "none"),
        "DJANGO_SETTINGS_MODULE": "clearrecord.settings",
        "PYTHONPATH": str(ROOT),
    }
    done = subprocess.run(
        words, cwd=ROOT, env=around, capture_output=True, text=True, timeout=600, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def office(var: Path, word: str, url: str = "") -> str:
    return ran(var, sys.executable, "-m", "tests.records.backups.restored", word, url=url)


def drilled(tmp_path: Path, first: str = "", second: str = "") -> None:
    """Back up, delete, restore elsewhere; see that the same papers come of it, and no more."""
    before, after = tmp_path / "before", tmp_path / "after"
    (tmp_path / "backups").mkdir()
    (tmp_path / "keys").mkdir()
    back_up, back_up_keys, restore = commands(tmp_path)
    ran(before, sys.executable, "manage.py", "prepare", url=first)
    packet, others = office(before, "make", first).splitlines()
    assert others == "['readable 1'] True"
    ran(before, *back_up, url=first)
    ran(before, *back_up_keys, url=first)
    office(before, "delete", first)
    ran(before, *back_up_keys, url=first)
    said = ran(after, *restore, url=second)
    assert "cannot be read: 2." in said, said
    assert office(after, "tell", second).splitlines() == [packet, "[\"gone ['']\"] True"]
    modes = {oct(path.stat().st_mode)[-3:] for path in tmp_path.glob("*/*.tar")}
    assert modes == {"600"} and not list(tmp_path.glob("*/.*"))
    assert not [path for path in (tmp_path / "backups").iterdir() if b"/row_keys/" in path.read_bytes()]


def test_a_restored_site_prints_the_same_packet_and_reads_nothing_that_was_deleted(tmp_path: Path) -> None:
    drilled(tmp_path)


@pytest.fixture
def two_databases() -> Iterator[list[str]]:
    """Make two databases of our own, and take them away afterwards."""
    with own_database() as one, own_database() as other:
        yield [one, other]


@pytest.mark.services
def test_so_does_a_site_on_postgresql(tmp_path: Path, two_databases: list[str]) -> None:
    drilled(tmp_path, *two_databases)
