"""Marked words go through every text box of a running site, and are looked for wherever they must not be."""

from __future__ import annotations

import base64
import io
import os
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from petitions.interview.questions import REGISTRY, Question, Scope
from tests.documents.printed_pages import text
from tests.ground.test_run import ROOT, answers, free_port
from tests.interview.test_bad_input import FIELDS
from tests.interview.walk import FILING, SIMPLE, Walk, card, crime
from tests.security.breaking import HEADER
from tests.security.browser import Browser, Reply

MARK = "Canaria"
EVERYTHING = {**SIMPLE, "crime": crime("HS 11357(b)"), "county": card("Humboldt")}
ADDRESS = {
    "part_street": f"1 {MARK}street",
    "part_unit": f"{MARK}unit",
    "part_city": f"{MARK}city",
    "part_state": "CA",
    "part_zip": "94612",
}
PAPERS = {
    **FILING,
    "case-number": {"answer": "yes", "part_case_number": f"{MARK}number"},
    "prosecutor": {"answer": "other", "part_name": f"{MARK}office", **ADDRESS},
    "name-on-case": {"part_name_on_case": f"{MARK}name Ñandú"},
    "name-now": {"answer": "other", "part_name_now": f"{MARK}now"},
    "other-names": {"answer": f"{MARK}one\r\n{MARK}two"},
    "mail": {"answer": "yes", **ADDRESS},
    "contact": {"part_phone": "(510) 555-0173", "part_email": f"{MARK}@example.org"},
    "lawyer": {"answer": "yes", "part_name": f"{MARK}lawyer", "part_bar_number": f"{MARK}bar", **ADDRESS},
    "server": {"answer": "known", "part_name": f"{MARK}server", **ADDRESS},
}
AFTER_FILING = {
    "/papers/after/c1/answered/": {"answer": "hearing", "department": f"{MARK}room"},
    "/papers/after/dates/": {"call": "30"},
    "/papers/after/dates/mail/": {"address": f"{MARK}mail@example.org"},
}
NO_MAIL_SERVER = {"EMAIL_URL": "smtp+plain://127.0.0.1:1", "MAIL_FROM": "reminders@localhost"}
HIDDEN = (MARK, "Ñandú", "555-0173")


@dataclass
class Site:
    """A site that runs, everything it said, and what its visitor saw."""

    port: int
    folder: Path
    browser: Browser
    failures: list[Reply] = field(default_factory=list)
    code: str = ""

    @property
    def log(self) -> str:
        return (self.folder / "site.log").read_text()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Run the site as bin/run does, answer every question with marked words, and break every page."""
    folder = tmp_path_factory.mktemp("site")
    port = free_port()
    run(folder, sys.executable, "manage.py", "prepare")
    with (folder / "site.log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "clearrecord.wsgi", "--bind", f"127.0.0.1:{port}"],
            env=told(folder),
            cwd=ROOT,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    try:
        wait_for(port)
        found = Site(port, folder, Browser(port))
        answer_everything(found.browser)
        note_what_came_after(found.browser)
        send_marks_everywhere(found)
        keep_under_a_code(found)
        yield found
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=20)


def told(folder: Path) -> dict[str, str]:
    """Return the environment of a site that can break, with its data in a folder of its own."""
    return (
        os.environ
        | NO_MAIL_SERVER
        | {
            "CLEARRECORD_VAR": str(folder / "var"),
            "DATABASE_URL": "",
            "DJANGO_SETTINGS_MODULE": "tests.security.breaking_settings",
            "PYTHONPATH": str(ROOT),
        }
    )


def run(folder: Path, *command: str) -> str:
    done = subprocess.run(
        command, env=told(folder), cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout + done.stderr


def wait_for(port: int) -> None:
    began = time.monotonic()
    while not answers(port):
        assert time.monotonic() - began < 60
        time.sleep(0.1)


def answer_everything(browser: Browser) -> None:
    walked = Walk(browser).begin().until(EVERYTHING)  # type: ignore[arg-type]
    assert walked.path == "/interview/result/"
    for start in ("c1/courthouse", "you/name-on-case", "c1/judge"):
        walked.go(f"/interview/{start}/?next=tasks").until(PAPERS)
        assert walked.path == "/papers/", walked.path


def note_what_came_after(browser: Browser) -> None:
    """Note a department, and ask for reminders from a mail server that does not answer."""
    for path, fields in AFTER_FILING.items():
        browser.get(path)
        assert browser.post(path, fields).status_code == 302, path


def send_marks_everywhere(site: Site) -> None:
    """Send marked words in every box of every question, well and with each way to break."""
    for question in REGISTRY:
        path, fields = address(question), marked(question)
        site.browser.get(f"{path}?next={MARK}next")
        assert site.browser.post(path, fields).status_code in (200, 302)
        for kind in ("fault", "database"):
            site.failures.append(
                site.browser.post(f"{path}?q={MARK}query", fields, headers={HEADER: kind, "Referer": MARK})
            )
    site.browser.get(f"/{MARK}nowhere/?q={MARK}")
    site.browser.post("/language/", {"language": MARK, "next": f"//{MARK}.example/"})
    site.browser.post("/interview/c1/ending/", {"csrfmiddlewaretoken": MARK, "answer": MARK})


def keep_under_a_code(site: Site) -> None:
    """Keep the marked words under a code, come back with it, with a wrong one and with marked words."""
    page = site.browser.post("/answers/keep/", {"answer": "30"}).content.decode()
    site.code = page.split('class="return-code"')[1].split(">")[1].split("<")[0]
    for typed in (f"{MARK}code", site.code[:-1] + "2", site.code):
        for kind in ("fault", "database"):
            fields = {"answer": typed}
            site.failures.append(site.browser.post("/come-back/", fields, headers={HEADER: kind}))
        assert site.browser.post("/come-back/", fields).status_code in (200, 302)


def address(question: Question) -> str:
    place = "you" if question.scope in (Scope.PETITIONER, Scope.FILER) else "c1"
    return f"/interview/{place}/{question.key}/"


def marked(question: Question) -> dict[str, str]:
    """Return a marked word for every box; none of these is a good answer, so nothing of the walk is lost."""
    boxes = (*(box for box in FIELDS if box != "seen"), *(f"part_{part.key}" for part in question.parts))
    return {box: f"{MARK}-{box} \u202e" + "x" * 300 for box in boxes}


def hidden_in(told: str) -> list[str]:
    return [word for word in HIDDEN if word.lower() in told.lower()]


def forms_of(word: str) -> list[bytes]:
    """Return the ways in which a word may stand in a file."""
    plain = word.encode()
    aligned = [base64.b64encode(b"\0" * shift + plain)[shift + 1 : -4] for shift in range(3)]
    return [plain, word.encode("utf-16-le"), ascii(word)[1:-1].encode(), plain.hex().encode(), *aligned]


def test_the_marks_reached_the_papers_so_they_were_kept(site: Site) -> None:
    printed = text(site.browser.get("/papers/all.pdf").content)
    for mark in (
        "name",
        "now",
        "one",
        "two",
        "street",
        "city",
        "number",
        "office",
        "lawyer",
        "bar",
        "server",
    ):
        assert f"{MARK}{mark}" in printed, mark
    assert f"{MARK}room" in site.browser.get("/papers/after/").content.decode()
    assert "mail_not_sent" in site.log


def test_every_page_could_be_broken_and_its_error_page_repeats_nothing(site: Site) -> None:
    assert {failure.status_code for failure in site.failures} == {500, 503}
    assert len(site.failures) == 2 * len(REGISTRY) + 6
    for failure in site.failures:
        assert not hidden_in(failure.content.decode()) and site.code not in failure.content.decode()


def test_no_log_line_holds_a_mark(site: Site) -> None:
    assert site.log.count('"status": 500') >= len(REGISTRY)
    assert not hidden_in(site.log)


def test_the_code_is_in_no_log_line_head_address_or_file(site: Site) -> None:
    assert len(site.code) == 17
    for form in (site.code, site.code.replace("-", ""), site.code.lower()):
        assert form not in site.log
        assert not [head for head in (*site.browser.heads, *site.browser.addresses) if form in head]
        for file in site.folder.rglob("*"):
            assert not (file.is_file() and form.encode() in file.read_bytes()), file.name


def test_no_header_and_no_cookie_holds_a_mark(site: Site) -> None:
    assert not [head for head in site.browser.heads if hidden_in(head)]
    assert set(site.browser.cookies) == {"session", "csrf"}
    assert not hidden_in(" ".join(site.browser.cookies.values()))


def test_no_address_that_the_site_led_to_holds_a_mark(site: Site) -> None:
    own = [address for address in site.browser.addresses if MARK not in address]
    assert len(own) > len(REGISTRY)
    page = site.browser.get("/papers/ready/").content.decode()
    for link in (*own, *(part.split('"')[0] for part in page.split('href="')[1:])):
        assert not hidden_in(link)


def test_no_file_name_holds_a_mark(site: Site) -> None:
    files = site.browser.get("/papers/clearrecord-papers.zip").content
    names = zipfile.ZipFile(io.BytesIO(files)).namelist()
    kept = [str(file.relative_to(site.folder)) for file in site.folder.rglob("*")]
    assert names and kept
    assert not hidden_in(" ".join((*names, *kept)))


def test_no_file_on_disk_holds_a_mark_in_readable_form(site: Site) -> None:
    files = [file for file in site.folder.rglob("*") if file.is_file()]
    assert {"clearrecord.sqlite3", "site.log"} <= {file.name for file in files}
    for file in files:
        content = file.read_bytes()
        for word in HIDDEN:
            assert not any(form in content for form in forms_of(word)), (file.name, word)


def test_after_72_idle_hours_the_answers_are_purged(site: Site) -> None:
    with sqlite3.connect(site.folder / "var/clearrecord.sqlite3") as database:
        assert database.execute("SELECT count(*) FROM petitions_interview").fetchone() == (1,)
        database.execute("UPDATE petitions_interview SET touched_at = datetime(touched_at, '-72 hours')")
        database.execute("UPDATE petitions_keptanswers SET until = datetime(until, '-31 days')")
    assert site.browser.get("/interview/convictions/").status_code == 410
    assert not hidden_in(run(site.folder, sys.executable, "manage.py", "purge"))
    with sqlite3.connect(site.folder / "var/clearrecord.sqlite3") as database:
        for table in ("interview", "keptanswers"):
            assert database.execute(f"SELECT count(*) FROM petitions_{table}").fetchone() == (0,)
