"""Fills a database, walks the busy paths and prints what their statements cost, as JSON.

``main`` runs in a process of its own, once Django is set up: DATABASE_URL names the database, which has its tables and no rows.
"""

from __future__ import annotations

import json
import logging
import sys
import time
from typing import Any

from django.conf import settings
from django.test.utils import setup_test_environment

from tests.records.plans.bare_tables import bare_tables
from tests.records.plans.filling import BIG_OFFICE, fill
from tests.records.plans.paths import PATHS
from tests.records.plans.stage import stage
from tests.records.plans.watching import Watch, watched


def main(url: str) -> None:
    """Fill, walk, and print: for each path its statements, and how many seconds filling took."""
    began = time.monotonic()
    with bare_tables(url) as connection:
        fill(connection)
    filled = time.monotonic() - began
    print(
        json.dumps({"filled": round(filled, 1), "paths": walked(), "all": round(time.monotonic() - began, 1)})
    )


def walked() -> dict[str, list[dict[str, Any]]]:
    """Walk each path; return what its statements cost."""
    setup_test_environment()
    logging.disable(logging.CRITICAL)
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    found, where = {}, stage()
    for name, path in PATHS.items():
        watch, began = Watch(where.where.organization.pk, BIG_OFFICE), time.monotonic()
        with watched(watch):
            path(where)
        found[name] = watch.found
        print(name, len(watch.found), round(time.monotonic() - began, 1), file=sys.stderr, flush=True)
    return found
