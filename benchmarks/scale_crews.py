"""Workers for ``scale.py``: so many ``manage.py work`` of one process each, as if on so many machines, and their end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_PATIENCE = 60.0


class Crews:
    """Workers that share the database, the folders of files and the queue that the environment names, and nothing else."""

    def __init__(self, number: int) -> None:
        work = (sys.executable, "manage.py", "work", "--processes", "1", "--with-parent")
        self._crews = [
            subprocess.Popen([*work, *(["--no-beat"] if other else [])], cwd=ROOT) for other in range(number)
        ]
        self.killed = 0

    def wait_until_there(self) -> None:
        """Wait until each has its worker and that has loaded the program."""
        last = time.monotonic() + _PATIENCE
        while time.monotonic() < last:
            workers = [one for crew in self._crews for one in _children(crew.pid)]
            if len(workers) == len(self._crews) and all(_sleeps(one) for one in workers):
                return
            time.sleep(0.1)
        raise TimeoutError("the workers did not start")

    def kill_one(self) -> None:
        """Kill a worker in the middle of what it does; its crew will start another."""
        for worker in _children(self._crews[-1].pid)[:1]:
            with suppress(ProcessLookupError):
                os.killpg(worker, signal.SIGKILL)
                self.killed += 1

    def end(self) -> None:
        """Ask all of them to end, and see that they do so in peace and leave no process."""
        workers = [one for crew in self._crews for one in _children(crew.pid)]
        for crew in self._crews:
            crew.terminate()
        for crew in self._crews:
            code = crew.wait(_PATIENCE)
            assert code == 0, f"a crew ended with {code}"
        assert not [one for one in workers if Path(f"/proc/{one}").exists()], "a worker outlived its crew"


def _children(pid: int) -> list[int]:
    try:
        told = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    except FileNotFoundError:
        return []
    return [int(one) for one in told.split()]


def _sleeps(pid: int) -> bool:
    """Say whether a worker waits, having used more than the time that loading takes."""
    with suppress(OSError):
        told = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return told[0] == "S" and int(told[11]) > 50
    return False
