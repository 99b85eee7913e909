"""The answers on a real PostgreSQL: the same migrations, the same promises as on the embedded database."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.own_database import own_database

pytestmark = pytest.mark.services

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = {"DJANGO_SETTINGS_MODULE": "clearrecord.settings", "PYTHONPATH": str(ROOT)}
KEEPS = """
import django; django.setup()
from datetime import timedelta
from django.db import connection
from django.utils import timezone
from petitions.records.models import Interview
from petitions.records.reading import open_interview
from petitions.records.writing import StaleVersion, delete_interview, purge_visits, save_answers, start_interview
assert connection.vendor == "postgresql"
key = start_interview()
save_answers(key, answers={"name": "CANARY Ánh"}, version=1)
assert open_interview(key).answers == {"name": "CANARY Ánh"}
assert b"CANARY" not in bytes(Interview.objects.get(pk=key).content)
try:
    save_answers(key, answers={}, version=1)
except StaleVersion:
    pass
else:
    raise AssertionError("an old version was saved")
assert purge_visits(now=timezone.now()) == 0
assert purge_visits(now=timezone.now() + timedelta(hours=73)) == 1
gone = start_interview()
delete_interview(gone)
assert open_interview(gone) is None
from petitions.records.keeping import come_back, keep, purge_kept
from petitions.records.return_codes import code_from
code, first = code_from(b"a seed for a test"), start_interview({"name": "CANARY"})
keep(first, code=code, days=30)
save_answers(first, answers={"name": "CANARY later"}, version=1)
back = come_back(code, keeping="visit")
assert open_interview(back).answers == {"name": "CANARY later"} and open_interview(first) is None
assert purge_kept(now=timezone.now() + timedelta(days=29)) == 0
assert purge_kept(now=timezone.now() + timedelta(days=31)) == 1
assert come_back(code, keeping="visit") is None
"""
GUESSES = """
import django; django.setup()
from django.test import RequestFactory
from petitions.access.throttle import RETURN_CODES, count_wrong_try
for _ in range(10):
    count_wrong_try(RequestFactory().get("/", REMOTE_ADDR="192.0.2.1"), RETURN_CODES)
"""
WAITS = """
import django; django.setup()
from django.test import RequestFactory
from petitions.access.models import WrongTries
from petitions.access.throttle import RETURN_CODES, wait_for
print(WrongTries.objects.get().count, bool(wait_for(RequestFactory().get("/", REMOTE_ADDR="192.0.2.1"), RETURN_CODES)))
"""
ADDS = """
import sys, django; django.setup()
from petitions.records.reading import open_interview
from petitions.records.writing import StaleVersion, save_answers
for _ in range(25):
    while True:
        opened = open_interview(sys.argv[1])
        try:
            save_answers(sys.argv[1], answers={"n": opened.answers.get("n", 0) + 1}, version=opened.version)
            break
        except StaleVersion:
            continue
"""


ASKS = """
import django; django.setup()
from django.utils import timezone
from petitions.interview.screening import today
from petitions.records.reminders.throttle import may_write
from petitions.records.reminders.writing import ask, confirm
for number in range(8):
    now = timezone.now()
    confirm(ask(f"testa{number}@example.org", days=[today()], language="en", site="", now=now), now=now)
assert [may_write("all", "", on=today(), most=2) for _ in range(3)] == [True, True, False]
"""


@pytest.fixture(scope="module")
def database_url() -> Iterator[str]:
    """Make a database of our own, with the tables, and take it away afterwards."""
    with own_database() as url:
        run(url, "manage.py", "migrate", "--verbosity", "0")
        yield url


def run(url: str, *words: str) -> str:
    return finish(begin(url, *words))


def begin(url: str, *words: str, **more: str) -> subprocess.Popen[str]:
    environment = {**os.environ, **SETTINGS, "DATABASE_URL": url, **more}
    return subprocess.Popen(
        [sys.executable, *words],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finish(process: subprocess.Popen[str]) -> str:
    out, errors = process.communicate(timeout=120)
    assert process.returncode == 0, errors
    return out


def test_the_migrations_match_the_models(database_url: str) -> None:
    run(database_url, "manage.py", "makemigrations", "--check", "--dry-run")


def test_answers_are_kept_sealed_versioned_purged_and_deleted(database_url: str) -> None:
    run(database_url, "-c", KEEPS)


def test_two_processes_lose_no_answer(database_url: str) -> None:
    started = "import django; django.setup()\nfrom petitions.records.writing import start_interview\nprint(start_interview())"
    key = run(database_url, "-c", started).strip()
    for process in [begin(database_url, "-c", ADDS, key) for _ in range(2)]:
        finish(process)
    counted = f"import django; django.setup()\nfrom petitions.records.reading import open_interview\nprint(open_interview({key!r}).answers)"
    assert run(database_url, "-c", counted).strip() == "{'n': 50}"


def test_two_processes_count_wrong_codes_together(database_url: str) -> None:
    for process in [begin(database_url, "-c", GUESSES) for _ in range(2)]:
        finish(process)
    assert run(database_url, "-c", WAITS).strip() == "20 True"


def test_three_processes_send_each_reminder_once(database_url: str, tmp_path: Path) -> None:
    files = {"CLEARRECORD_VAR": str(tmp_path), "EMAIL_URL": ""}
    finish(begin(database_url, "-c", ASKS, **files))
    said = [finish(one) for one in [begin(database_url, "manage.py", "remind", **files) for _ in range(3)]]
    assert sum(int(line.split()[1]) for line in said) == 8
    written = "".join(file.read_text() for file in (tmp_path / "mail").iterdir())
    assert all(written.count(f"To: testa{number}@example.org") == 1 for number in range(8))
