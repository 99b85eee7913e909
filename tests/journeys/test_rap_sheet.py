"""A person hands in a sheet, sees it read, confirms what is right, and is asked only what no sheet says."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.ground.test_run import ROOT, free_port
from tests.journeys.traveler import Traveler
from tests.rapsheet.handing.handed import CANARY, sheet_pdf
from tests.security.test_canaries import wait_for

pytestmark = [pytest.mark.long, pytest.mark.journey]
SHEET = "/rap-sheet/"
NOT_ON_A_SHEET = {"changed", "age", "sentence", "minors", "young-helpers", "harm"}
HIDDEN = (CANARY, "BURGLARY", "TORTURE", "A99000099", "CANARIA-TITLE")


@dataclass
class Site:
    """A site that runs as in production, but that the public may hand in sheets."""

    url: str
    folder: Path

    @property
    def sheets(self) -> Path:
        """Return where sheets are held."""
        return self.folder / "sheets"

    @property
    def left_on_disk(self) -> bytes:
        """Return every byte that the site wrote: database, logs, held files."""
        files = [file for file in self.folder.rglob("*") if file.is_file()]
        assert any("sqlite3" in file.name for file in files)
        return b"".join(file.read_bytes() for file in files)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Run the site."""
    folder = tmp_path_factory.mktemp("site")
    told = os.environ | {
        "CLEARRECORD_VAR": str(folder),
        "DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "clearrecord.settings",
        "READ_RAP_SHEETS": "everyone",
        "PICTURE_READER": "none",
    }
    port = free_port()
    subprocess.run([sys.executable, "manage.py", "prepare"], env=told, cwd=ROOT, check=True, timeout=60)
    with (folder / "site.log").open("w") as log:
        work = [sys.executable, "manage.py", "work", "--processes", "1"]
        workers = subprocess.Popen(work, env=told, cwd=ROOT, stdout=log, stderr=log)
        command = [sys.executable, "-m", "gunicorn", "clearrecord.wsgi", "--bind", f"127.0.0.1:{port}"]
        process = subprocess.Popen(
            command, env=told, cwd=ROOT, stdout=log, stderr=log, start_new_session=True
        )
    try:
        wait_for(port)
        wait_for_workers(folder / "clearrecord.sqlite3")
        yield Site(f"http://127.0.0.1:{port}", folder)
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        workers.terminate()
        process.wait(timeout=20)
        workers.wait(timeout=60)


def wait_for_workers(database: Path) -> None:
    """Wait until the workers have done what the first beat begins."""
    done = "SELECT count(*) FROM django_tasks_database_dbtaskresult WHERE status = 'SUCCESSFUL'"
    last = time.monotonic() + 120
    while time.monotonic() < last:
        with closing(sqlite3.connect(database)) as opened:
            if opened.execute(done).fetchone()[0] >= 2:
                return
        time.sleep(0.2)
    raise TimeoutError("no worker came")


@pytest.fixture
def contexts(browser: Browser) -> Iterator[list[BrowserContext]]:
    """Close every browser in the end."""
    opened: list[BrowserContext] = []
    yield opened
    for context in opened:
        context.close()


def person(browser: Browser, contexts: list[BrowserContext], site: Site, **options: object) -> Traveler:
    contexts.append(browser.new_context(**{"locale": "en-US", **options}))  # type: ignore[arg-type]
    contexts[-1].set_default_timeout(20_000)
    return Traveler(contexts[-1].new_page(), site=site.url)


def handed_in(found: Traveler, path: Path) -> Traveler:
    """Agree, choose the file, and wait until it is read."""
    found.go(SHEET)
    found.page.check("#agreed")
    found.press("form.start button[type=submit]")
    file = path / "CANARIA-TITLE.pdf"
    file.write_bytes(sheet_pdf())
    found.page.set_input_files("#files", str(file))
    found.press("button[name=read]")
    return found


@pytest.mark.parametrize("has_script", [True, False])
def test_a_sheet_fills_the_questionnaire(
    browser: Browser, contexts: list[BrowserContext], site: Site, tmp_path: Path, has_script: bool
) -> None:
    found = handed_in(person(browser, contexts, site, java_script_enabled=has_script), tmp_path)
    found.page.wait_for_url("**/rap-sheet/check/", timeout=40_000)
    assert not any(word.encode() in site.left_on_disk for word in HIDDEN), "while it is held"
    found.press("Check the next one")
    found.page.fill("[name=crime]", "HS 11360(a)")
    found.press("Confirm")
    assert found.path == f"{SHEET}check/c2/"
    found.press("Leave this one out")
    found.page.select_option("[name=level]", label="I cannot tell")
    found.press("Confirm")
    found.page.check("[name=super_strike][value=yes]")
    found.press("Confirm").press("Use this, and delete the sheet")
    assert found.key in NOT_ON_A_SHEET, found.path
    assert list(site.sheets.iterdir()) == []
    assert not any(word.encode() in site.left_on_disk for word in HIDDEN), "afterwards"
    found.go("/interview/convictions/")
    assert "HS 11360(a)" in found.text
    assert "Alameda" in found.text
    assert "HS 11358" in found.text
    assert "HS 11357" not in found.text


def test_whoever_stops_leaves_nothing(
    browser: Browser, contexts: list[BrowserContext], site: Site, tmp_path: Path
) -> None:
    found = handed_in(person(browser, contexts, site), tmp_path)
    found.press("Stop, and delete my sheet")
    assert found.path == f"{SHEET}stopped/"
    assert list(site.sheets.iterdir()) == []


def test_a_conviction_is_checked_by_keyboard_alone(
    browser: Browser, contexts: list[BrowserContext], site: Site, tmp_path: Path
) -> None:
    found = handed_in(person(browser, contexts, site), tmp_path)
    found.page.wait_for_url("**/rap-sheet/check/", timeout=40_000)
    found.go(f"{SHEET}check/c1/")
    order = []
    for _press in range(40):
        found.page.keyboard.press("Tab")
        order.append(found.page.evaluate("document.activeElement.name || ''"))
    fields = [name for name in order if name in ("crime", "level", "county", "case_number", "leave-out")]
    assert fields[:5] == ["crime", "level", "county", "case_number", "leave-out"]
    found.page.focus("[name=case_number]")
    found.page.keyboard.press("Enter")
    found.page.wait_for_url("**/check/c2/")
