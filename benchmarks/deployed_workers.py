"""The workers of the deployed site: ``manage.py work`` with two of them, as a service of its own beside the site."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from benchmarks.deployed_site import ROOT, DeployedSite
from benchmarks.processes import children_of

NUMBER = 2
_PATIENCE = 75.0


@dataclass
class DeployedWorkers:
    """The process that keeps the workers; what all of them say goes to ``said``."""

    said: Path
    _crew: subprocess.Popen[bytes]

    def workers(self) -> list[int]:
        """Return the processes that do tasks."""
        return children_of(self._crew.pid)

    def kill(self, worker: int) -> None:
        """Kill one, with all that it has started."""
        with suppress(ProcessLookupError):
            os.killpg(worker, signal.SIGKILL)

    def wait_until_there(self) -> None:
        """Wait until each worker is there."""
        last = time.monotonic() + _PATIENCE
        while len(self.workers()) < NUMBER:
            if time.monotonic() > last:
                raise TimeoutError("the workers did not start")
            time.sleep(0.1)


@contextmanager
def working(site: DeployedSite) -> Iterator[DeployedWorkers]:
    """Run the workers of a site while the block runs."""
    said = site.folder / "workers.log"
    command = (sys.executable, "manage.py", "work", f"--processes={NUMBER}", "--with-parent")
    with said.open("ab") as log:
        crew = subprocess.Popen(command, cwd=ROOT, env=site.environment, stdout=log, stderr=log)
    try:
        found = DeployedWorkers(said, crew)
        found.wait_until_there()
        yield found
    finally:
        crew.terminate()
        crew.wait(_PATIENCE)
