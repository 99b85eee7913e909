"""bin/run starts the site from nothing, starts it again quickly, and says kindly why it cannot."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
QUICK_SECONDS = 5
SLOW_SECONDS = 60
NOT_DEBIAN = ("bash", "dirname", "cksum", "cat", "id", "grep", "cut")


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def told(folder: Path, *, port: int | str) -> dict[str, str]:
    return os.environ | {"CLEARRECORD_VAR": str(folder), "PORT": str(port), "DATABASE_URL": ""}


def answers(port: int) -> bool:
    try:
        asked = HTTPConnection("127.0.0.1", port, timeout=2)
        asked.request("GET", "/healthz")
        return asked.getresponse().status == 200
    except OSError:
        return False


@contextmanager
def running(folder: Path, *, within: float) -> Iterator[float]:
    """Run bin/run, and give the seconds until it answers; fail where it does not in time; stop it again."""
    port, began = free_port(), time.monotonic()
    with (folder / "run.log").open("w") as log:
        site = subprocess.Popen(
            [ROOT / "bin/run"], env=told(folder, port=port), stdout=log, stderr=log, start_new_session=True
        )
    try:
        while not answers(port):
            assert site.poll() is None and time.monotonic() - began < within, (folder / "run.log").read_text()
            time.sleep(0.05)
        yield time.monotonic() - began
    finally:
        os.killpg(site.pid, signal.SIGTERM)
        site.wait(timeout=20)


@pytest.mark.long
def test_a_second_start_answers_in_five_seconds(tmp_path: Path) -> None:
    """Other tests run beside it: of three starts the least disturbed counts."""
    with running(tmp_path, within=SLOW_SECONDS):
        pass
    took: list[float] = []
    while len(took) < 3 and min(took, default=SLOW_SECONDS) > QUICK_SECONDS:
        with running(tmp_path, within=SLOW_SECONDS) as seconds:
            took.append(seconds)
    assert min(took) <= QUICK_SECONDS, took


def test_a_taken_port_is_named_with_a_way_out(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        ended = subprocess.run(
            [ROOT / "bin/run"], env=told(tmp_path, port=port), capture_output=True, text=True, check=False
        )
    assert ended.returncode == 1
    assert f"Port {port} is taken" in ended.stderr


def test_a_port_that_is_no_number_is_refused(tmp_path: Path) -> None:
    ended = subprocess.run(
        [ROOT / "bin/run"], env=told(tmp_path, port="http"), capture_output=True, text=True, check=False
    )
    assert ended.returncode == 1
    assert "PORT must be a number" in ended.stderr


def test_without_python_311_it_says_what_to_install_and_stops(tmp_path: Path) -> None:
    tools = tmp_path / "tools"
    shutil.copytree(ROOT / "bin", tmp_path / "bin")
    tools.mkdir()
    for name in NOT_DEBIAN:
        (tools / name).symlink_to(shutil.which(name) or f"/bin/{name}")
    ended = subprocess.run(
        [tmp_path / "bin/run"],
        env={"PATH": str(tools), "PORT": str(free_port())},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 1
    assert "ClearRecord needs Python 3.11" in ended.stderr
    assert "brew install" in ended.stderr
    assert "dnf install" in ended.stderr
