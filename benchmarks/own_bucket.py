"""A store that speaks S3 on this computer, in a process of its own: moto's, which keeps all in memory and costs more than a real one."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


@dataclass
class OwnBucket:
    """A server with one bucket. Its program ends with its standard input, so that none is left behind."""

    _process: subprocess.Popen[str] | None = None

    def start(self) -> dict[str, str]:
        """Start it; return what the environment must say for the bucket."""
        from tests.records.files.in_bucket import new_bucket, variables  # noqa: PLC0415 - it wants the settings

        program = (sys.executable, "-m", "tests.records.files.in_bucket")
        self._process = subprocess.Popen(
            program,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._process.stdout is not None
        address = self._process.stdout.readline().strip()
        assert address, "the store did not start"
        return variables(new_bucket(address))

    def stop(self) -> None:
        """End it: all that it held is gone."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None
