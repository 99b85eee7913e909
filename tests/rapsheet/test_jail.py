"""The jail: what it may use, what is refused, and that nothing is left of it."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from pathlib import Path
from threading import BoundedSemaphore

import pytest

from petitions.documents.framing import Reply
from petitions.rapsheet.files import jail, places
from petitions.rapsheet.files.jail import Ended, Job, Prisoner, jailed
from petitions.rapsheet.files.places import a_place
from petitions.rapsheet.files.unreadable import Unreadable
from tests.rapsheet.left import children_of, wait_until

_MB = 1024 * 1024
ROOT = Path(__file__).resolve().parents[2]


def _job(name: str, *, seconds: int = 20) -> Job:
    jobs = "tests.rapsheet.cell_jobs"
    return Job(f"{jobs}:{name}", f"{jobs}:prepare", processor_seconds=seconds, own_data=200 * _MB)


def _is_gone(process: int) -> bool:
    return not Path(f"/proc/{process}").exists()


def _heard(name: str, **values: object) -> Reply:
    with jailed(_job(name), **values) as prisoner:
        return prisoner.hear(seconds=10)


def test_a_job_answers_piece_by_piece() -> None:
    with jailed(_job("echo"), files=[b"a file"], say="hello") as prisoner:
        assert prisoner.hear(seconds=10) == Reply({"said": "hello"}, (b"a file",))
        for word in ("one", "two"):
            prisoner.tell(Reply({"word": word}))
            assert prisoner.hear(seconds=10).head == {"word": word}


def test_in_the_jail_there_is_no_server_no_file_and_no_program(tmp_path: Path) -> None:
    canary = tmp_path / "canary.txt"
    canary.write_text("canary", encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        told = _heard("attempt", told={"port": server.getsockname()[1], "canary": str(canary)}).head
        assert set(told.values()) == {"refused"}, told
        with pytest.raises(TimeoutError):
            server.accept()
    assert [file.name for file in tmp_path.iterdir()] == ["canary.txt"]


def test_where_the_system_permits_it_the_jail_has_a_network_of_its_own() -> None:
    command = "from petitions.rapsheet.files.cell.fences import cut_the_network as cut; import os; print(cut(), os.readlink('/proc/self/ns/net'))"
    run = subprocess.run(
        [sys.executable, "-c", command], cwd=ROOT, capture_output=True, text=True, check=True
    )
    done, network = run.stdout.split()
    _heard("echo", say="")
    assert jail.CELL._process is not None
    its_own = Path(f"/proc/{jail.CELL.number}/ns/net").readlink()
    ours = Path("/proc/self/ns/net").readlink()
    assert (network != str(ours)) == (its_own != ours) == (done == "True")


def test_the_kernel_lets_it_start_and_write_nothing() -> None:
    assert _heard("tell_limits").head == {"processes": [0, 0], "size": [0, 0]}


def test_memory_beyond_its_own_is_not_to_be_had() -> None:
    assert _heard("eat", megabytes=100).head == {"taken": 100}
    with pytest.raises(Unreadable) as found:
        _heard("eat", megabytes=200)
    assert found.value.code == "too_much_memory"


@pytest.mark.parametrize("name", ["sleep", "count"])
def test_a_job_that_is_let_go_is_gone_at_once(name: str) -> None:
    with jailed(_job(name)) as prisoner:
        process = prisoner.hear(seconds=10).head["process"]
        assert not _is_gone(process)
        with pytest.raises(Ended) as ended:
            prisoner.hear(seconds=0.1)
        assert ended.value.code == "too_slow"
    wait_until(lambda: _is_gone(process))


@pytest.mark.long
def test_the_processor_is_lent_for_a_while_only() -> None:
    with jailed(_job("count", seconds=1)) as prisoner:
        process = prisoner.hear(seconds=10).head["process"]
        with pytest.raises(Ended) as ended:
            prisoner.hear(seconds=10)
        assert ended.value.code == "broken"
    wait_until(lambda: _is_gone(process))


def test_an_answer_in_drops_is_too_slow() -> None:
    started = time.monotonic()
    with jailed(_job("dribble")) as prisoner, pytest.raises(Ended):
        prisoner.hear(seconds=0.4)
    assert time.monotonic() - started < 5


def test_a_job_ends_with_the_process_that_asked() -> None:
    asks = (
        "from tests.rapsheet import test_jail as t\n"
        "with t.jailed(t._job('count')) as prisoner:\n"
        "    print(prisoner.hear(seconds=10).head['process'], flush=True)\n"
        "    input()\n"
    )
    command = [sys.executable, "-c", asks]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as asking:
        assert asking.stdout is not None
        process = int(asking.stdout.readline())
        assert not _is_gone(process)
        asking.kill()
    wait_until(lambda: _is_gone(process))


def test_a_death_is_one_failure_and_the_next_job_is_done() -> None:
    with pytest.raises(Ended):
        _heard("die")
    assert _heard("echo", say="next").head == {"said": "next"}


def test_a_code_comes_out_and_a_lie_does_not() -> None:
    for name, code in (("refuse", "encrypted"), ("lie", "broken")):
        with pytest.raises(Unreadable) as found:
            _heard(name, code="encrypted")
        assert found.value.code == code


def test_what_is_said_to_the_dead_is_not_heard() -> None:
    ours, theirs = socket.socketpair()
    theirs.close()
    with ours, pytest.raises(Ended):
        Prisoner(ours).tell(Reply({}, (b"x" * 1000,)))
    with pytest.raises(Ended):
        jail._hand_over(ours, leash=ours)


def test_a_process_that_was_killed_is_started_again_and_leaves_none() -> None:
    _heard("echo", say="first")
    process = jail.CELL._process
    assert process is not None
    wait_until(lambda: not children_of(process.pid))
    process.kill()
    process.wait()
    jail.get_ready()
    assert _heard("echo", say="next").head == {"said": "next"}


def test_who_finds_no_place_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "WAITING_SECONDS", 0.01)
    one = BoundedSemaphore(1)
    with a_place(one), pytest.raises(Unreadable) as found, a_place(one):
        pass
    assert found.value.code == "busy"
    with a_place(one):
        pass
