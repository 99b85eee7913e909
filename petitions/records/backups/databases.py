"""Copies a database that is in use into one file, and such a file into a database that is empty."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from django.db import connection

from petitions.records.private_folder import PRIVATE_FOLDER

Settings = Mapping[str, object]


class NotEmpty(Exception):
    """There is something already where a database is to be put."""


class NoTool(Exception):
    """The programs of PostgreSQL are not on this computer, or refused."""


def file_of(vendor: str) -> str:
    """Return how a copy is named in an archive."""
    return {"sqlite": "database.sqlite3", "postgresql": "database.pgdump"}[vendor]


def copy_database(target: Path) -> None:
    """Copy the database as it is at one moment; those who write meanwhile are not held up."""
    connection.close()
    settings = connection.settings_dict
    if connection.vendor == "sqlite":
        with (
            closing(sqlite3.connect(f"file:{settings['NAME']}?mode=ro", uri=True)) as source,
            closing(sqlite3.connect(target)) as copy,
        ):
            source.backup(copy)
        return
    _run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={target}", settings=settings)


def put_database(source: Path) -> None:
    """Make the database from a copy; raise NotEmpty where it holds anything."""
    if connection.vendor == "sqlite":
        _put_file(source, Path(str(connection.settings_dict["NAME"])))
        return
    if connection.introspection.table_names():
        raise NotEmpty
    connection.close()
    settings = connection.settings_dict
    _run(
        "pg_restore", "--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error",
        f"--dbname={settings['NAME']}", str(source), settings=settings,
    )  # fmt: skip


def _put_file(source: Path, target: Path) -> None:
    connection.close()
    if any(Path(f"{target}{end}").exists() for end in ("", "-wal", "-shm")):
        raise NotEmpty
    target.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.restored")
    shutil.copyfile(source, draft)
    draft.chmod(0o600)
    os.link(draft, target)
    draft.unlink()


def _run(program: str, *words: str, settings: Settings) -> None:
    """Run a program of PostgreSQL; who and where stands in its environment, as what it is called with can be seen by all."""
    given = {
        "PGHOST": settings["HOST"], "PGPORT": settings["PORT"], "PGUSER": settings["USER"],
        "PGPASSWORD": settings["PASSWORD"], "PGDATABASE": settings["NAME"],
    }  # fmt: skip
    around = {**os.environ, **{name: str(value) for name, value in given.items() if value}}
    found = shutil.which(program)
    if found is None:
        raise NoTool(f"{program} is not on this computer. Install the client programs of PostgreSQL.")
    done = subprocess.run([found, *words], env=around, capture_output=True, check=False)  # noqa: S603 - words of ours
    if done.returncode:
        raise NoTool(f"{program} refused (code {done.returncode}). Look into the log of PostgreSQL.")
