"""A run's own folder: one run at a time, nothing half written, nothing left over."""

from __future__ import annotations

from pathlib import Path
from threading import Event, Thread

import pytest

from petitions.exchange.packet_run.places import Places
from petitions.exchange.runs.folder import AtWork, FolderNotEmpty, OtherRun
from tests.exchange.packet_run.runs import tree

RUN = {"input": "1", "on": "2026-11-24"}


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "out")


def test_two_runs_at_one_moment_are_not_let_in(places: Places) -> None:
    with places.locked():
        places.begin(RUN)
        with pytest.raises(AtWork), places.locked():
            pass
    with places.locked():
        assert places.begin(RUN) == RUN


def test_a_run_that_never_began_leaves_no_folder(places: Places) -> None:
    with pytest.raises(ZeroDivisionError), places.locked():
        raise ZeroDivisionError
    assert not places.folder.exists()


def test_an_empty_folder_that_was_there_stays(places: Places) -> None:
    places.folder.mkdir()
    with places.locked():
        pass
    assert tree(places.folder) == {}


@pytest.mark.parametrize("kind", ["file", "folder with a file", "link"])
def test_what_is_no_empty_folder_is_refused(places: Places, tmp_path: Path, kind: str) -> None:
    if kind == "file":
        places.folder.write_text("mine")
    elif kind == "link":
        places.folder.symlink_to(tmp_path)
    else:
        places.folder.mkdir()
        (places.folder / "diary.txt").write_text("mine")
    before = tree(tmp_path)
    with pytest.raises(FolderNotEmpty), places.locked():
        pass
    assert tree(tmp_path) == before


def test_another_run_is_refused_and_another_day_is_not(places: Places) -> None:
    with places.locked():
        places.begin(RUN)
        assert places.begin({**RUN, "on": "2026-12-24"}) == RUN
        with pytest.raises(OtherRun):
            places.begin({**RUN, "input": "2"})


def test_a_damaged_note_of_the_run_is_refused(places: Places) -> None:
    with places.locked():
        places.begin(RUN)
    (places.own / "run.json").write_bytes(b'{"inp')
    with pytest.raises(OtherRun), places.locked():
        pass


def test_a_damaged_note_of_a_lot_counts_for_nothing(places: Places) -> None:
    with places.locked():
        places.begin(RUN)
        for lot in range(3):
            places.note(lot, rows=["a\n", "b\n"], problems=["c\n"])
        (places.own / "lot-0000001.json").write_bytes(b'[["a')
        (places.own / "lot-0000002.json").write_bytes(b"[[]]")
        assert places.done(4) == {0: (2, 1)}


def test_what_a_killed_start_left_is_swept_away(places: Places) -> None:
    with places.locked():
        places.begin(RUN)
        places.note(0, rows=[], problems=[])
    before = tree(places.folder)
    (places.new_stage() / "r1").mkdir()
    (places.own / "run.json.77.part").write_bytes(b"{")
    (places.own / "input.ndjson").write_bytes(b"{}")
    with places.locked():
        assert tree(places.folder) == before


def test_a_finished_run_keeps_no_notes(places: Places) -> None:
    with places.locked():
        places.begin(RUN)
        places.note(1, rows=["b\n"], problems=["c\n"])
        places.note(0, rows=["a\n"], problems=[])
        places.finish(2)
        assert places.finished() == (2, 1)
    assert (places.folder / "manifest.jsonl").read_text() == "a\nb\n"
    assert (places.folder / "problems.jsonl").read_text() == "c\n"
    own = ["lock", "run.json", "workers"]
    assert sorted(entry.name for entry in places.own.iterdir()) == own
    places.note(1, rows=[], problems=[])  # as one that was killed before it had swept
    with places.locked():
        assert sorted(entry.name for entry in places.own.iterdir()) == own


def test_a_new_start_waits_for_the_workers_of_a_killed_one(places: Places) -> None:
    with places.locked():
        places.begin(RUN)
    is_in = Event()

    def start() -> None:
        with places.locked():
            is_in.set()

    with places.hold():
        thread = Thread(target=start)
        thread.start()
        assert not is_in.wait(0.3)
    thread.join(10)
    assert is_in.is_set()


def test_papers_are_for_their_owner_alone(places: Places) -> None:
    with places.locked():
        places.begin(RUN)
    assert places.folder.stat().st_mode & 0o077 == places.own.stat().st_mode & 0o077 == 0
