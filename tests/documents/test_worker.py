"""Printing in a process of its own: the same bytes, limits that hold, and a death that costs nothing else."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from petitions.documents import worker
from petitions.documents.build import MISSING_LETTERS, print_packets
from petitions.documents.filing import FilingProblems
from petitions.documents.framing import BrokenFrame, Reply, receive_reply, send_bytes
from petitions.documents.pages import Page
from petitions.documents.worker import NotPrinted, print_in_worker, run
from tests.documents import jobs
from tests.documents.samples import a_conviction, a_determination, a_filing, packets


def test_the_worker_prints_the_same_bytes() -> None:
    there, here = print_in_worker(packets()), print_packets(packets())
    assert there.manifest == here.manifest
    assert [file.content for file in there.files] == [file.content for file in here.files]


def test_letters_that_no_font_here_has_are_told_as_in_this_process() -> None:
    with pytest.raises(FilingProblems) as found:
        print_in_worker(packets(filing=a_filing(name_on_case="Maria \U00018b00")))
    assert found.value.problems == (("filing", MISSING_LETTERS),)


@pytest.mark.parametrize("job", [jobs.die, jobs.fail, jobs.babble], ids=lambda job: job.__name__)
def test_a_worker_that_ends_early_is_one_failure_and_the_next_job_prints(
    job: Callable[[Any], Reply], capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(NotPrinted) as found:
        run(job, None)
    assert found.value.__cause__ is None and str(found.value) == ""
    assert run(jobs.say, "next").head == {"said": "next"}
    assert "Maria" not in "".join(capfd.readouterr())


@pytest.mark.parametrize("job", [jobs.sleep, jobs.count], ids=lambda job: job.__name__)
def test_a_worker_is_ended_when_its_time_is_up(job: Callable[[Any], Reply]) -> None:
    started = time.monotonic()
    with pytest.raises(NotPrinted):
        run(job, None, seconds=1)
    assert time.monotonic() - started < 8
    assert run(jobs.say, "next").head == {"said": "next"}


def test_a_worker_that_eats_memory_is_ended_before_it_has_512_mb() -> None:
    assert run(jobs.eat, 200).head == {"taken": 200}
    with pytest.raises(NotPrinted):
        run(jobs.eat, 448)
    assert run(jobs.say, "next").head == {"said": "next"}


def test_a_press_that_was_killed_is_started_again() -> None:
    run(jobs.say, "first")
    process = worker._press._process
    assert process is not None
    process.kill()
    process.wait()
    assert run(jobs.say, "next").head == {"said": "next"}


def test_one_that_dies_does_not_disturb_one_that_prints() -> None:
    with ThreadPoolExecutor() as threads:
        printed = threads.submit(print_in_worker, packets())
        for _time in range(5):
            with pytest.raises(NotPrinted):
                run(jobs.die, None)
        assert printed.result().files


def test_while_it_prints_it_reaches_no_server_no_file_and_no_program(tmp_path: Path) -> None:
    canary = tmp_path / "canary.txt"
    canary.write_text("canary", encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        told = run(jobs.attempt, {"port": server.getsockname()[1], "canary": str(canary)}).head
        assert set(told.values()) == {"refused"}, told
        with pytest.raises(TimeoutError):
            server.accept()
    assert [file.name for file in tmp_path.iterdir()] == ["canary.txt"]


@pytest.mark.parametrize(
    "body",
    [
        '<img src="http://127.0.0.1:{port}/" alt="x">',
        '<link rel="stylesheet" href="http://127.0.0.1:{port}/x.css">',
        '<style>@import url("http://127.0.0.1:{port}/x.css");</style>',
        '<style>body {{ background: url("http://127.0.0.1:{port}/x.png") }}</style>',
        '<object data="http://127.0.0.1:{port}/x.svg"></object>',
        '<a rel="attachment" href="file://{canary}">x</a>',
        '<link rel="attachment" href="file://{canary}">',
        '<img src="file://{canary}" alt="x">',
    ],
)
def test_html_that_asks_for_an_address_is_not_printed_and_reaches_nothing(body: str, tmp_path: Path) -> None:
    canary = tmp_path / "canary.txt"
    canary.write_text("canary-of-a-file" * 50, encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.05)
        html = body.format(port=server.getsockname()[1], canary=canary)
        page = Page(html=f"<html lang=en><title>x</title><body>{html}", css="", title="x", language="en")
        reply = run(jobs.print_page, page)
        assert reply.head["refused"] == "FatalURLFetchingError" and not reply.parts
        with pytest.raises(TimeoutError):
            server.accept()


@pytest.mark.long
def test_the_largest_case_prints_in_its_time_and_memory() -> None:
    ids = [f"c{number}" for number in range(1, 201)]
    case = packets(tuple(map(a_conviction, ids)), tuple(map(a_determination, ids)))
    told = run(jobs.print_and_measure, case).head
    assert told["cpu_seconds"] < 20 and told["peak_mb"] < 512, told


@pytest.mark.parametrize(
    "said",
    [b"", b"\xff" * 40, b"\x00" * 7 + b"\x02{}", b"\x00" * 7 + b"\x05hello"],
    ids=["nothing", "too long", "no head", "no JSON"],
)
def test_what_is_no_answer_is_told_from_one(said: bytes) -> None:
    ours, theirs = socket.socketpair()
    with ours:
        with theirs:
            theirs.sendall(said)
        with pytest.raises(BrokenFrame):
            receive_reply(ours)


@pytest.mark.parametrize(
    "head", ['{"head": [], "parts": 0}', '{"head": {}, "parts": -1}', '{"head": {}, "parts": true}']
)
def test_an_answer_has_values_and_a_number_of_parts(head: str) -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        send_bytes(theirs, head.encode())
        with pytest.raises(BrokenFrame):
            receive_reply(ours)
