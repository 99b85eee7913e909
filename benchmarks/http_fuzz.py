"""Sends hostile requests to every route: no server error, none over two seconds (S48).

.venv/bin/python benchmarks/http_fuzz.py                      20,000 requests
.venv/bin/python benchmarks/http_fuzz.py --requests 2000 --seed 7
DATABASE_URL=postgresql://… .venv/bin/python benchmarks/http_fuzz.py   on PostgreSQL, in a test database of its own
"""

from __future__ import annotations

import argparse
import logging
import math
import os
import sys
import tempfile
import time
from pathlib import Path
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clearrecord.settings")

import django
from django.db import connection, transaction
from django.test.runner import DiscoverRunner
from django.test.utils import override_settings

django.setup()

from tests.security.fuzz.sending import Told, send_many
from tests.security.fuzz.targets import every_target

_PATCHED = (
    "petitions.clinic.printing.views.print_apart",
    "petitions.review.screens.setup_views.run_apart",
    "petitions.review.screens.result_views.run_apart",
)


def main() -> int:
    """Send them, print what came of it, and return 1 where one was answered badly."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--requests", type=int, default=20_000)
    asked.add_argument("--seed", type=int, default=0)
    asked.add_argument("--minutes", type=float, default=math.inf, help="stop after so many")
    options = asked.parse_args()
    runner = DiscoverRunner(verbosity=0, interactive=False)
    runner.setup_test_environment()
    made = runner.setup_databases()
    began = time.monotonic()
    try:
        told = _sent(options.requests, seed=options.seed, most_minutes=options.minutes)
    finally:
        runner.teardown_databases(made)
    _tell(told, time.monotonic() - began)
    return 1 if told.wrong else 0


def _sent(how_many: int, *, seed: int, most_minutes: float) -> Told:
    quick = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    with (
        tempfile.TemporaryDirectory() as folder,
        override_settings(
            PASSWORD_HASHERS=quick,
            REVIEWS_DIR=f"{folder}/reviews",
            SHEETS_DIR=f"{folder}/sheets",
            PRINTS_DIR=f"{folder}/prints",
            OFFICIAL_FORMS_DIR=f"{folder}/none",
        ),
    ):
        for place in _PATCHED:
            patch(place).start()
        with transaction.atomic():
            told = send_many(every_target(), how_many, seed=seed, most_minutes=most_minutes)
            transaction.set_rollback(True)
        patch.stopall()
    return told


def _tell(told: Told, seconds: float) -> None:
    print(
        f"{sum(told.answers.values())} requests to {len(told.routes)} routes on {connection.vendor} in {seconds:.0f} s"
    )
    print(", ".join(f"{status}: {count}" for status, count in sorted(told.answers.items())))
    print(f"the slowest took {told.slowest[0]:.2f} s: {told.slowest[1]}")
    for line in sorted(set(told.wrong))[:60]:
        print(line)
    print(f"{len(told.wrong)} wrong")


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)
    sys.exit(main())
