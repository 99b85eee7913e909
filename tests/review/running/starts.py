"""Starts of the review command as a process of its own."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
_OPTIONS = {"baselineEligibility": {"dismiss": ["11357", "11358"], "reduce": ["11359", "11360"]}}
_SECONDS = 300


def started(file: Path, folder: Path, *more: str, largest: int | None = None) -> subprocess.Popen[bytes]:
    """Start the command; ``largest`` bytes are the most that it may write in one file."""
    options = folder.with_name("options.json")
    options.write_text(json.dumps(_OPTIONS))
    given = ["--county", "LOS ANGELES", "--options", str(options), "--on", "2020-07-01", "--workers", "2"]
    process = subprocess.Popen(
        [sys.executable, "manage.py", "review", str(file), *given, "--output", str(folder), *more],
        cwd=ROOT,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "clearrecord.settings"},
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    if largest is not None:  # its workers will have the same limit
        resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (largest, largest))
    return process


def finished(file: Path, folder: Path, *more: str, largest: int | None = None) -> tuple[int, str]:
    """Run the command to its end; return its exit code and what it said on standard error."""
    process = started(file, folder, *more, largest=largest)
    _, said = process.communicate(timeout=_SECONDS)
    return process.returncode, said.decode()


def wait_for(folder: Path, pattern: str) -> None:
    """Wait until the run's own folder has such a file."""
    last = time.monotonic() + _SECONDS
    while not any((folder / ".review").glob(pattern)):
        assert time.monotonic() < last
        time.sleep(0.005)
