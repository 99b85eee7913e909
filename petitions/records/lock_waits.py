"""Has migrations wait for no lock for long, while the site is in use."""

from __future__ import annotations

from typing import Any

from django.db import connections

LOCK_SECONDS = 5
"""After so long a change that waits for a table ends: everybody who asks for that table waits behind it."""


def wait_little(sender: Any = None, *, using: str = "default", plan: Any = True, **_more: Any) -> None:
    """Have migrations that follow wait for a lock a few seconds only."""
    if plan and connections[using].vendor == "postgresql":
        with connections[using].cursor() as cursor:
            cursor.execute(f"SET lock_timeout = '{LOCK_SECONDS}s'")


def wait_as_before(sender: Any = None, *, using: str = "default", **_more: Any) -> None:
    """Have what follows the migrations wait as the database is set up to."""
    if connections[using].vendor == "postgresql":
        with connections[using].cursor() as cursor:
            cursor.execute("RESET lock_timeout")
