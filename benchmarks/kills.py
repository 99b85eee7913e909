"""Kills the workers of everything that goes on beside the site, and sees that nothing is lost, doubled or left lying about.

    nice .venv/bin/python benchmarks/kills.py --kills 500
    nice .venv/bin/python benchmarks/kills.py --kills 20 --only rotate_keys

Each kill is a SIGKILL of the worker with all that it started: half at a moment of chance, half at a chosen point, such as
before or after a file takes its name, a part is noted, or a batch is committed. Then the work goes on where it was left.
At the end of each part everything must be there once, whole, and the same as after a run that nobody killed.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_MEMORY = Path("/dev/shm")
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
    whole = 0
    for part, share in PARTS.items():
        if chosen.only and part.name != chosen.only:
            continue
        wanted = chosen.kills if chosen.only else max(1, round(chosen.kills * share / 100))
        began, done, starts = time.monotonic(), 0, 0
        found = part(place)
        while done < wanted and time.monotonic() < began + 60 * chosen.minutes:
            starts += 1
            done += killed(found.work(), dice=dice, longest=found.longest, injected=found.injected)
            found.hold()
        in_fork(found.end)
        whole += done
        seconds = time.monotonic() - began
        print(
            f"{part.name:15} {done:4} kills, {starts:4} starts, {seconds:6.0f} s: none lost, none doubled",
            flush=True,
        )
    print(f"{whole} kills: 0 lost, 0 doubled, 0 files without a row")


if __name__ == "__main__":
    main()
