"""How gunicorn serves the site, by ``clearrecord.serving``."""

from __future__ import annotations

import os
import runpy
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from types import ModuleType

import pytest
from django.core.exceptions import ImproperlyConfigured
from gunicorn.config import KNOWN_SETTINGS

from benchmarks.served_site import GUNICORN
from clearrecord import serving
from tests.ground.test_run import ROOT, answers, free_port

TOKEN = "t" * 40
BARE = {"PATH": os.environ["PATH"]}


def test_it_serves_as_the_benchmarks_are_measured() -> None:
    words = iter(GUNICORN)
    flags = {word: True if word == "--preload" else next(words) for word in words}
    assert (serving.preload_app, serving.loglevel) == (flags["--preload"], flags["--log-level"])
    found = {"--workers": serving.workers, "--threads": serving.threads, "--timeout": serving.timeout}
    assert found == {word: int(flags[word]) for word in found}


def test_every_name_is_one_that_gunicorn_knows() -> None:
    own = {
        name
        for name, value in vars(serving).items()
        if not name.startswith("_") and not isinstance(value, ModuleType)
    }
    assert own - {"annotations", "Any"} <= {one.name for one in KNOWN_SETTINGS}


@pytest.mark.parametrize(
    ("name", "value"), [("WEB_WORKERS", "none"), ("WEB_THREADS", "0"), ("METRICS_TOKEN", "too short")]
)
def test_a_setting_that_cannot_be_is_named_and_not_repeated(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(ImproperlyConfigured, match=name) as refused:
        runpy.run_path(serving.__file__)
    assert value not in str(refused.value)


@contextmanager
def site(folder: Path) -> Iterator[int]:
    port = free_port()
    told = BARE | {
        "CLEARRECORD_VAR": str(folder / "var"),
        "TMPDIR": str(folder),
        "METRICS_TOKEN": TOKEN,
        "WEB_BIND": f"127.0.0.1:{port}",
    }
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity", "0"],
        env=told,
        cwd=ROOT,
        check=True,
        timeout=120,
    )
    command = [sys.executable, "-m", "gunicorn", "--config", "python:clearrecord.serving"]
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(command, env=told, cwd=ROOT, stdout=log, stderr=log)
    try:
        last = time.monotonic() + 60
        while not answers(port):
            assert process.poll() is None and time.monotonic() < last, (folder / "log").read_text()
            time.sleep(0.1)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=30)


def asked(port: int, path: str, **headers: str) -> str:
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path, headers=headers)
    return connection.getresponse().read().decode()


@pytest.mark.long
def test_the_processes_are_counted_together_and_leave_nothing_behind(tmp_path: Path) -> None:
    with site(tmp_path) as port:
        for _time in range(20):
            asked(port, "/law/")
        [figures] = tmp_path.glob("clearrecord-figures-*")
        said = asked(port, "/metrics", Authorization=f"Bearer {TOKEN}")
        assert 'clearrecord_requests_total{route="law",status="2xx"} 20.0' in said
        assert "pid=" not in said and figures.stat().st_mode & 0o077 == 0
    assert not [*tmp_path.glob("clearrecord-figures-*")]
