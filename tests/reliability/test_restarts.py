"""Answers outlive restarts of the site and of its database, and the site needs few rights (S45, S46, S55)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from benchmarks.deployed_site import DeployedSite, asked, deployed
from benchmarks.own_postgresql import NoServer
from benchmarks.soak_faults import LONGEST_RECOVERY
from benchmarks.soak_health import can_answer, status
from benchmarks.soak_people import HONEST as ANSWERS_CANNOT_BE_REACHED
from benchmarks.soak_people import Acknowledged
from tests.conftest import ROOT
from tests.interview.walk import POSSESSION, RESULT, Walk

pytestmark = [pytest.mark.services, pytest.mark.long]
_ROLE = "runs_the_site"


class Visitor:
    """A browser of one visitor of the deployed site, with the parts of Django's test client that a walk needs."""

    def __init__(self, site: DeployedSite) -> None:
        self.site = site
        self.cookies: dict[str, str] = {}

    def get(self, path: str) -> object:
        return asked(self.site.port, "GET", path, cookies=self.cookies)

    def post(self, path: str, fields: dict[str, str] | None = None) -> object:
        from urllib.parse import urlencode  # noqa: PLC0415 - used here alone

        body = urlencode(
            {"csrfmiddlewaretoken": self.cookies.get("__Host-csrf", ""), **(fields or {})}, doseq=True
        )
        return asked(self.site.port, "POST", path, cookies=self.cookies, body=body)


@pytest.fixture(scope="module")
def site() -> Iterator[DeployedSite]:
    try:
        with deployed() as found:
            yield found
    except NoServer:
        pytest.skip("PostgreSQL is not installed here; bin/test --all installs it")


def some(number: int) -> dict[str, dict[str, str]]:
    """Return the first answers."""
    return dict([*POSSESSION.items()][:number])


def test_answers_outlive_a_restart_of_the_site_between_two_pages(site: DeployedSite) -> None:
    walk = Walk(Visitor(site)).begin()  # type: ignore[arg-type]
    asked_at_all = 0
    while walk.path != RESULT:
        walk.until({walk.key: POSSESSION[walk.key]})
        asked_at_all += 1
        if asked_at_all in (3, 8):
            site.stop()
            site.start()
            walk.go(walk.path)
    assert asked_at_all == len(walk.keys) == len({*walk.keys}), "no question came twice"
    session = walk.client.cookies["__Host-session"]
    saved = [Acknowledged(session, place_of(key), key, tuple(POSSESSION[key].items())) for key in walk.keys]
    assert not_stored(site, saved) == []


def place_of(key: str) -> str:
    return "you" if key in ("serious-crimes", "registration") else "c1"


def not_stored(site: DeployedSite, saved: list[Acknowledged]) -> list[str]:
    code = """
import json, sys
from benchmarks.soak_stored import not_stored
from benchmarks.soak_people import Acknowledged
rows = json.load(sys.stdin)
print(json.dumps(not_stored([Acknowledged(a, b, c, tuple(map(tuple, d))) for a, b, c, d in rows])))
"""
    rows = json.dumps([(one.session, one.place, one.key, one.fields) for one in saved])
    found: list[str] = json.loads(run(site.environment, "-c", code, sent=rows))
    return found


def run(environment: dict[str, str], *words: str, sent: str = "") -> str:
    done = subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env=environment | {"PYTHONPATH": str(ROOT)},
        input=sent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


def test_without_its_database_the_site_says_so_and_goes_on_by_itself_when_it_is_back(
    site: DeployedSite,
) -> None:
    walk = Walk(Visitor(site)).begin().until(some(3))  # type: ignore[arg-type]
    at, key = walk.path, walk.key
    site.database.stop()
    try:
        for page in (walk.post(**POSSESSION[key]), walk.client.get(at)):
            assert page.status_code == 503
            assert ANSWERS_CANNOT_BE_REACHED in page.content
            assert b"What we keep" in page.content, "it has the frame of the site"
            assert "__Host-session" not in page.cookies
        assert status(site.port, "/healthz") == 503
    finally:
        site.database.start()
    began = time.monotonic()
    while not (status(site.port, "/healthz") == 200 and can_answer(site.port)):
        assert time.monotonic() - began < LONGEST_RECOVERY
    walk.go(at)
    assert walk.key == key, "what was refused is still asked"
    assert walk.answer(**POSSESSION[key]).path != at


def test_the_site_runs_with_a_role_that_may_not_change_tables(site: DeployedSite) -> None:
    """What an operator grants: reading and writing rows, and no more. Tables are made by ``manage.py prepare``."""
    with psycopg.connect(site.database.url, autocommit=True) as owner:
        owner.execute(f"CREATE ROLE {_ROLE} LOGIN")
        owner.execute(f"GRANT USAGE ON SCHEMA public TO {_ROLE}")
        owner.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {_ROLE}")
        owner.execute(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {_ROLE}")
    url = site.database.url.replace("postgres@", f"{_ROLE}@")
    with psycopg.connect(url) as poor, pytest.raises(psycopg.errors.InsufficientPrivilege):
        poor.execute("CREATE TABLE more (id int)")
    with psycopg.connect(url) as poor, pytest.raises(psycopg.errors.InsufficientPrivilege):
        poor.execute("DROP TABLE petitions_interview")
    site.stop()
    before, site.environment = site.environment, site.environment | {"DATABASE_URL": url}
    try:
        site.start()
        walk = Walk(Visitor(site)).begin().until(POSSESSION)  # type: ignore[arg-type]
        assert walk.path == RESULT
        assert walk.client.post("/leave/").status_code == 302
        assert status(site.port, "/healthz") == 200
        run(site.environment, "manage.py", "purge")
    finally:
        site.stop()
        site.environment = before
        site.start()


def test_a_short_soak_with_faults_loses_nothing(tmp_path: Path) -> None:
    """The whole of it is benchmarks/soak.py; how fast it was is not judged on a machine that does other things."""
    told = tmp_path / "told.json"
    soak = ("benchmarks/soak.py", "--minutes", "0.25", "--people", "8", "--every", "3", "--seed", "5")
    done = subprocess.run(
        [sys.executable, *soak, "--json", str(told)],
        cwd=ROOT,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    if "not installed" in done.stderr:
        pytest.skip("PostgreSQL or Redis is not installed here")
    assert told.is_file(), done.stderr[-3000:]
    found = json.loads(told.read_text())
    assert found["acknowledged"] > 8 and found["faults"] and found["work"]["jobs"] > 1
    assert not {*found["missed"]} & {
        "answers lost", "pages failed without saying so honestly", "recovery too slow", "typed words in a log",
        "work lost, doubled or not whole", "workers too slow to recover",
    }, done.stdout  # fmt: skip
