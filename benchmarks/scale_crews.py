"""Workers for ``scale.py``: so many ``manage.py work`` of one process each, as if on so many machines, and their end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from benchmarks.deployed_site import ROOT
from benchmarks.processes import children_of, is_busy, used_by

_PATIENCE = 60.0
_LOADING = 0.5


class Crews:
    """Workers that share the database, the store of files and the queue that the environment names, and nothing else."""

    def __init__(self, number: int) -> None:
        work = (sys.executable, "manage.py", "work", "--processes", "1", "--with-parent")
        self._crews = [
            subprocess.Popen([*work, *(["--no-beat"] if other else [])], cwd=ROOT, env=_around(other))
            for other in range(number)
        ]
        self.killed = 0

    def wait_until_there(self) -> None:
        """Wait until each has its worker and that has loaded the program."""
        last = time.monotonic() + _PATIENCE
        while time.monotonic() < last:
            workers = self.workers()
            if len(workers) == len(self._crews) and all(_sleeps(one) for one in workers):
                return
            time.sleep(0.1)
        raise TimeoutError("the workers did not start")

    def workers(self) -> list[int]:
        """Return the processes that do tasks."""
        return [one for crew in self._crews for one in children_of(crew.pid)]

    def kill_one(self) -> None:
        """Kill a worker in the middle of what it does; its crew will start another."""
        for worker in children_of(self._crews[-1].pid)[:1]:
            with suppress(ProcessLookupError):
                os.killpg(worker, signal.SIGKILL)
                self.killed += 1

    def end(self) -> None:
        """Ask all of them to end, and see that they do so in peace and leave no process."""
        workers = self.workers()
        for crew in self._crews:
            crew.terminate()
        for crew in self._crews:
            code = crew.wait(_PATIENCE)
            assert code == 0, f"a crew ended with {code}"
        assert not [one for one in workers if Path(f"/proc/{one}").exists()], "a worker outlived its crew"


def _around(number: int) -> dict[str, str]:
    """Return the environment of a worker: with a folder of its own where they are to share none."""
    apart = os.environ.get("CLEARRECORD_APART")
    if not apart:
        return {**os.environ}
    place = Path(f"{apart}-{number}")
    place.mkdir(exist_ok=True)
    return {**os.environ, "CLEARRECORD_VAR": str(place)}


def _sleeps(pid: int) -> bool:
    """Say whether a worker waits, having used more than the time that loading takes."""
    return not is_busy(pid) and used_by(pid) > _LOADING
