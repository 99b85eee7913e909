"""The example client works against a running site."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from pytest_django.live_server_helper import LiveServer

from tests.api.programs import program

ROOT = Path(__file__).resolve().parents[2]
CLIENT = ROOT / "docs/examples/screen_and_print.py"
pytestmark = [pytest.mark.long, pytest.mark.django_db(transaction=True)]


def run(site: str, *, token: str, papers: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(CLIENT), site, str(ROOT / "docs/record.json"), str(papers)],
        env={"CLEARRECORD_TOKEN": token},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_the_example_says_what_the_law_gives_and_gets_the_papers(
    live_server: LiveServer, tmp_path: Path
) -> None:
    papers = tmp_path / "papers.zip"
    done = run(live_server.url, token=program().secret, papers=papers)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("c1 ") and "because" in done.stdout
    assert "manifest.json" in zipfile.ZipFile(papers).namelist()


def test_the_example_says_what_is_wrong(live_server: LiveServer, tmp_path: Path) -> None:
    done = run(live_server.url, token="crk_wrong", papers=tmp_path / "papers.zip")
    assert done.returncode == 2 and "token" in done.stderr
    assert not (tmp_path / "papers.zip").exists()
