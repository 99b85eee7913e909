"""Files that want to do harm are refused or read, soon, and neither memory nor a process is left of them."""

from __future__ import annotations

import time
from pathlib import Path
from threading import Event, Thread

import pytest

from petitions.rapsheet.engines import Engine
from petitions.rapsheet.extract import Unreadable, check_sizes, count_pages, read_pages
from petitions.rapsheet.files import jail
from petitions.rapsheet.files.unreadable import CODES
from tests.rapsheet.hostile_files import HOSTILE, READ, SLOW
from tests.rapsheet.left import children_of, forget_the_most, megabytes_of, most_megabytes, wait_until
from tests.rapsheet.sheet_files import text_pdf

SOON = 10
ROOM = 25
"""Megabytes that a page of answers and the copy of a file may need for a moment."""
QUICK = sorted(set(HOSTILE) - SLOW)


def _outcome(content: bytes) -> str:
    try:
        for _page in read_pages([content], engine=Engine.NONE):
            pass
    except Unreadable as unreadable:
        return unreadable.code
    return READ


@pytest.fixture(scope="module", autouse=True)
def _loaded() -> None:
    """Load what is loaded once, so that it counts for no file."""
    assert _outcome(text_pdf()) == READ


def _check(name: str) -> None:
    builder, may = HOSTILE[name]
    content = builder()
    before = megabytes_of()
    forget_the_most()
    started = time.monotonic()
    outcome = _outcome(content)
    took = time.monotonic() - started
    assert outcome in may
    assert took < SOON
    assert most_megabytes() - before < ROOM + len(content) / 1_000_000
    assert jail.CELL._process is not None
    process = jail.CELL.number
    wait_until(lambda: not children_of(process))


def _counted(content: bytes) -> str:
    try:
        count_pages([content])
    except Unreadable as unreadable:
        return unreadable.code
    return READ


def test_every_code_that_may_come_is_one() -> None:
    assert {code for _builder, may in HOSTILE.values() for code in may} - {READ} <= CODES
    assert set(HOSTILE) >= SLOW


@pytest.mark.parametrize("name", QUICK)
def test_it_is_refused_or_read(name: str) -> None:
    _check(name)


@pytest.mark.long
@pytest.mark.parametrize("name", sorted(SLOW))
def test_it_is_refused_or_read_though_it_takes_a_while(name: str) -> None:
    _check(name)


@pytest.mark.parametrize(
    "name", ["a page of 300 MB of lines", "a locked PDF", "a PNG of 60,000 by 60,000 points", "201 pages"]
)
def test_counting_is_as_careful(name: str) -> None:
    builder, may = HOSTILE[name]
    assert _counted(builder()) in may


def test_a_gigabyte_is_refused_from_its_size() -> None:
    """The size is told with the upload; its bytes are not touched, and here there are none."""
    with pytest.raises(Unreadable) as found:
        check_sizes([1_000_000_000])
    assert found.value.code == "too_large"


@pytest.mark.long
def test_one_who_sends_a_bomb_keeps_no_other_waiting() -> None:
    bomb, _may = HOSTILE["a fax of 60,000 by 60,000 points"]
    done = Event()

    def read_it() -> None:
        _outcome(bomb())
        done.set()

    thread = Thread(target=read_it)
    thread.start()
    started = time.monotonic()
    for _time in range(3):
        assert _outcome(text_pdf()) == READ
    assert time.monotonic() - started < 3 and not done.is_set()
    thread.join(SOON)
    assert done.is_set()


def test_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    for name in ("a file within the file", "a program to be started", "a PNG that is a ZIP too"):
        assert _outcome(HOSTILE[name][0]()) == READ
    assert not list(tmp_path.iterdir())
