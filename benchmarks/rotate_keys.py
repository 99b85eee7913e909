"""Measures how long it takes to seal ten thousand rows anew with a new key.

    nice .venv/bin/python benchmarks/rotate_keys.py
    DATABASE_URL=postgresql://… nice .venv/bin/python benchmarks/rotate_keys.py --rows 10000

The rows are visits with about two kilobytes of answers. ``--older`` has half of them be from before rows had keys of their
own, so that five thousand keys are made on the way, each put on the disk. At the end the old key is taken out, and every
row must open.
"""

from __future__ import annotations

import argparse
import os
import platform
import secrets
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
ROWS, AIM = 10_000, 60.0
ANSWERS = {f"question-{n}": "an answer of about the usual length, as people type them" for n in range(30)}


def main() -> None:
    """Make the rows, rotate, and print how long it took."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--older", action="store_true", help="half of the rows have no key of their own yet")
    chosen = parser.parse_args()
    rows = chosen.rows
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"CLEARRECORD_VAR": folder, "DJANGO_SETTINGS_MODULE": "clearrecord.settings"}
        seconds, user = _measured(rows, is_older=chosen.older)
    print(
        f"machine   {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {platform.python_version()}"
    )
    print(f"rows      {rows}, all of them open with the new key alone")
    print(f"rotated   in {seconds:.1f} s, {user:.1f} s of them on the processor (aim: {AIM:.0f} s)")
    sys.exit(seconds > AIM)


def _measured(rows: int, *, is_older: bool) -> tuple[float, float]:
    import django  # noqa: PLC0415 - the folder must be told first

    django.setup()
    from django.conf import settings  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415
    from django.utils import timezone  # noqa: PLC0415

    from petitions.records.encryption import seal  # noqa: PLC0415
    from petitions.records.keys import KeyRing  # noqa: PLC0415
    from petitions.records.models import Interview  # noqa: PLC0415
    from petitions.records.own_keys import own_key_or_new, written_together  # noqa: PLC0415
    from petitions.records.reading import open_interview  # noqa: PLC0415
    from petitions.records.rotation import rotate  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    old, new = secrets.token_bytes(32), secrets.token_bytes(32)
    ring = KeyRing("old", {"old": old})
    keys, now = [secrets.token_urlsafe(24) for _row in range(rows)], timezone.now()

    def made(number: int, key: str) -> Any:
        own = None if is_older and number % 2 else own_key_or_new(key)
        sealed = seal(ANSWERS, row=key, keys=ring, own=own)
        times = {"created_at": now, "touched_at": now}
        return Interview(id=key, content=sealed.content, key_id=sealed.key_id, **times)

    with written_together():
        Interview.objects.bulk_create([made(n, key) for n, key in enumerate(keys)], batch_size=500)
    settings.RECORD_KEYS = KeyRing("new", {"new": new, "old": old})
    began, worked = time.monotonic(), time.process_time()
    done = rotate(tell=lambda *_told: None)
    seconds, user = time.monotonic() - began, time.process_time() - worked
    settings.RECORD_KEYS = KeyRing("new", {"new": new})
    unreadable = sum(open_interview(key) is None for key in keys)
    assert (done.anew, unreadable) == (rows, 0), (done, unreadable)
    return seconds, user


if __name__ == "__main__":
    main()
