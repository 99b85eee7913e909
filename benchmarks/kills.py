"""Kills the workers of everything that goes on beside the site, and sees that nothing is lost, doubled or left lying about.

    nice .venv/bin/python benchmarks/kills.py --kills 500
    nice .venv/bin/python benchmarks/kills.py --kills 20 --only rotate_keys

Each kill is a SIGKILL of the worker with all that it started: half at a moment of chance, half at a chosen point, such as
before or after a file takes its name, a part is noted, or a batch is committed. Then the work goes on where it was left.
At the end of each part everything must be there once, whole, and the same as after a run that nobody killed.
Ctrl+C or SIGTERM ends it after the kill at hand: that part is looked through all the same, and what was done is told.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_MEMORY = Path("/dev/shm")
_TELL_EVERY = 60.0
sys.path.insert(0, str(ROOT))


def main() -> None:
    """Kill so often; print what came of it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--only", help="one part alone")
    parser.add_argument(
        "--minutes", type=float, default=600, help="end each part after so long at the latest"
    )
    parser.add_argument("--seed", type=int, default=8)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None) as folder:
        os.environ |= {
            "CLEARRECORD_VAR": folder,
            "DJANGO_SETTINGS_MODULE": "clearrecord.settings",
            "CLEARRECORD_OFFICIAL_FORMS": f"{folder}/none",
        }
        _run(Path(folder), chosen, dice=random.Random(chosen.seed))


def _run(place: Path, chosen: argparse.Namespace, *, dice: random.Random) -> None:
    import django  # noqa: PLC0415 - the folder must be told first

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415 - the folder must be told first
    from django.test.utils import setup_test_environment  # noqa: PLC0415 - the folder must be told first

    from benchmarks.kill_parts import PARTS  # noqa: PLC0415 - the folder must be told first
    from benchmarks.killing import in_fork, killed  # noqa: PLC0415 - the folder must be told first

    setup_test_environment()
    call_command("migrate", verbosity=0)
    stopped, whole = _Stop(), 0
    for part, share in PARTS.items():
        if stopped.is_set or (chosen.only and part.name != chosen.only):
            continue
        wanted = chosen.kills if chosen.only else max(1, round(chosen.kills * share / 100))
        told, found = _Told(part.name, wanted), part(place)
        until = time.monotonic() + 60 * chosen.minutes
        while told.kills < wanted and time.monotonic() < until and not stopped.is_set:
            told.start(
                is_killed=killed(found.work(), dice=dice, longest=found.longest, injected=found.injected)
            )
            found.hold()
        in_fork(found.end)
        told.end()
        whole += told.kills
    if stopped.is_set:
        sys.exit(f"stopped after {whole} kills: 0 lost, 0 doubled, 0 files without a row among them")
    print(f"{whole} kills: 0 lost, 0 doubled, 0 files without a row")


class _Stop:
    """Whether somebody asked it to end: it does so between two kills, never in the middle of one."""

    def __init__(self) -> None:
        self.is_set = False
        for one in (signal.SIGINT, signal.SIGTERM):
            signal.signal(one, self._set)

    def _set(self, *_: object) -> None:
        self.is_set = True


class _Told:
    """What is told of a part: how far it is, once a minute, and what it came to."""

    def __init__(self, name: str, wanted: int) -> None:
        self._name, self._wanted, self._starts, self.kills = name, wanted, 0, 0
        self._began = self._last = time.monotonic()

    def start(self, *, is_killed: bool) -> None:
        """Count one start of the work."""
        self._starts, self.kills = self._starts + 1, self.kills + is_killed
        if time.monotonic() > self._last + _TELL_EVERY:
            self._last = time.monotonic()
            self._say(f"of {self._wanted} so far")

    def end(self) -> None:
        """Tell that it was looked through."""
        self._say("none lost, none doubled")

    def _say(self, words: str) -> None:
        seconds = time.monotonic() - self._began
        print(
            f"{self._name:15} {self.kills:4} kills, {self._starts:4} starts, {seconds:6.0f} s: {words}",
            flush=True,
        )


if __name__ == "__mp_main__":  # a worker of one of the commands, which has loaded this file for itself
    from benchmarks.killing import die_as_told

    die_as_told()
if __name__ == "__main__":
    main()
