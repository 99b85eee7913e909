"""Workers do every job once, say what went wrong, and one that is lost is noticed."""

from __future__ import annotations

import json
import multiprocessing
import signal
import subprocess
import sys
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest

from petitions.exchange.runs.crew import Crew, WorkerDied
from petitions.exchange.runs.worker import start_ahead
from tests.exchange.packet_run.crew_jobs import Nothing

JOBS = "tests.exchange.packet_run.crew_jobs"


@pytest.fixture
def crew() -> Iterator[Crew]:
    yield Crew(task=Nothing(), workers=2)
    assert multiprocessing.active_children() == []


def test_every_job_is_done_once_and_the_same_workers_do_the_next_ones(crew: Crew) -> None:
    with crew:
        assert sorted(crew.each(range(50), work=f"{JOBS}:double")) == list(range(0, 100, 2))
        assert list(crew.each([], work=f"{JOBS}:double")) == []
        before = multiprocessing.active_children()
        assert list(crew.each([4], work=f"{JOBS}:double")) == [8]
        assert multiprocessing.active_children() == before and len(before) == 2


def test_what_a_job_raises_is_raised_here(crew: Crew) -> None:
    with pytest.raises(PermissionError), crew:
        list(crew.each([1], work=f"{JOBS}:refuse"))


def test_a_worker_that_is_killed_is_told(crew: Crew) -> None:
    with pytest.raises(WorkerDied), crew:
        list(crew.each(range(9), work=f"{JOBS}:die"))


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_ctrl_c_in_a_callback_of_the_interpreter_is_not_lost(crew: Crew) -> None:
    with pytest.raises(KeyboardInterrupt):
        pressed_in_a_callback(crew)


def pressed_in_a_callback(crew: Crew) -> None:
    class Thing:
        pass

    with crew:
        answers = crew.each(range(9), work=f"{JOBS}:double")
        next(answers)
        thing = Thing()
        watched = weakref.ref(thing, lambda _gone: signal.raise_signal(signal.SIGINT))
        del thing  # what the callback raises is ignored
        assert watched() is None
        list(answers)


def test_afterwards_ctrl_c_is_heard_by_whom_it_was_before(crew: Crew) -> None:
    before = signal.getsignal(signal.SIGINT)
    with crew:
        assert signal.getsignal(signal.SIGINT) != before
    assert signal.getsignal(signal.SIGINT) == before


FIRST_CREW = f"""
from petitions.exchange.runs.crew import Crew
from tests.exchange.packet_run.crew_jobs import Nothing

with Crew(task=Nothing(), workers=2) as crew:
    print(list(crew.each(range(2), work="{JOBS}:is_deaf_to_ctrl_c")))
"""


def test_no_worker_hears_ctrl_c_not_even_the_first_of_a_process() -> None:
    said = subprocess.run(
        [sys.executable, "-c", FIRST_CREW], capture_output=True, text=True, check=True
    ).stdout
    assert said == "[True, True]\n"


LOADED = "wave"  # nothing here loads it by itself


def test_workers_that_were_started_ahead_are_the_next_crews_and_have_loaded_what_was_said() -> None:
    start_ahead(1, loads=[LOADED])
    (before,) = multiprocessing.active_children()
    with Crew(task=Nothing(), workers=2) as crew:
        assert sorted(crew.each([LOADED, LOADED], work=f"{JOBS}:has_loaded")) in ([False, True], [True, True])
        assert before in multiprocessing.active_children()
    assert multiprocessing.active_children() == []


AHEAD = """
import multiprocessing
from petitions.exchange.runs.worker import start_ahead

start_ahead(2, loads=["wave"])
print([one.pid for one in multiprocessing.active_children()])
"""


def test_workers_that_were_started_ahead_for_nothing_end_with_their_process() -> None:
    said = subprocess.run(
        [sys.executable, "-c", AHEAD], capture_output=True, text=True, check=True, timeout=60
    )
    assert said.stderr == ""
    assert len(json.loads(said.stdout)) == 2
    assert not [one for one in json.loads(said.stdout) if Path(f"/proc/{one}").exists()]
