"""Turns DATABASE_URL into Django's database settings."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

_WAIT_SECONDS = 20
_CONNECT_SECONDS = 5
"""After so long a server that says nothing is taken for gone, and the page says so; PostgreSQL itself would wait for ever."""
_ON_CONNECT = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;"


def database(url: str, *, base: Path) -> dict[str, Any]:
    """Return the settings of one database; ``sqlite:///relative`` starts at ``base``."""
    if url.startswith("sqlite:///"):
        return _sqlite(base / unquote(url.removeprefix("sqlite:///")))
    if urlsplit(url).scheme in ("postgres", "postgresql"):
        return _postgresql(url)
    raise ImproperlyConfigured("DATABASE_URL: write sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME.")


def _sqlite(file: Path) -> dict[str, Any]:
    """Return an embedded database whose writers wait for one another instead of failing."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(file),
        "OPTIONS": {
            "timeout": _WAIT_SECONDS,
            "transaction_mode": "IMMEDIATE",
            "init_command": _ON_CONNECT,
        },
    }


def _postgresql(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,  # a connection that a restart of the server broke is made anew
        "OPTIONS": {"connect_timeout": _CONNECT_SECONDS, "tcp_user_timeout": _CONNECT_SECONDS * 1_000},
    }
