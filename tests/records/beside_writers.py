"""Tries on a real PostgreSQL what migrations do while others write, and prints a line for each that went as it should.

``main`` runs in a process of its own, once Django is set up: DATABASE_URL names the database, which has its tables.
"""

from __future__ import annotations

import threading
import time
from typing import Any

import psycopg
import pytest
from django.db import IntegrityError, OperationalError, connection, models
from django.db.migrations.loader import MigrationLoader

from petitions.records import lock_waits
from petitions.records.lock_waits import wait_as_before, wait_little
from petitions.records.migrating import AddIndexBesideWriters

_TABLE, _NAME = "petitions_beat", "tried"
_VALID = "SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass('tried')"
_TOLD = "SHOW lock_timeout"


def main(url: str) -> None:
    """Try all of it."""
    for one in (writers_go_on, twice_is_as_once, half_made_is_made_anew, a_lock_is_not_waited_for):
        one(url)
        make(forwards=False)
        print(one.__name__)


def writers_go_on(url: str) -> None:
    """An index waits for whoever writes, and nobody who writes later waits for it."""
    with psycopg.connect(url) as writer, psycopg.connect(url) as later:
        write(writer, "one")
        making = threading.Thread(target=make)
        making.start()
        time.sleep(1)
        assert making.is_alive()
        later.execute("SET lock_timeout = '1s'")
        write(later, "two")
        later.commit()
        writer.commit()
        making.join(20)
        assert not making.is_alive() and asked(_VALID) is True


def twice_is_as_once(_url: str) -> None:
    """A migration that was broken off after this step goes on."""
    make()
    make()
    assert asked(_VALID) is True


def half_made_is_made_anew(_url: str) -> None:
    """What a broken off step has left is taken away."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {_TABLE} VALUES ('three', now()), ('four', now()) ON CONFLICT DO NOTHING"
        )
        with pytest.raises(IntegrityError):
            cursor.execute(f"CREATE UNIQUE INDEX CONCURRENTLY {_NAME} ON {_TABLE} ((1))")
    assert asked(_VALID) is False
    make()
    assert asked(_VALID) is True


def a_lock_is_not_waited_for(url: str) -> None:
    """A change that needs the whole table ends soon where somebody holds it; afterwards all is as it was."""
    before, lock_waits.LOCK_SECONDS = asked(_TOLD), 1
    wait_little()
    with psycopg.connect(url) as writer:
        write(writer, "five")
        began = time.monotonic()
        with pytest.raises(OperationalError, match="lock timeout"):
            asked(f"ALTER TABLE {_TABLE} ADD COLUMN more integer", has_answer=False)
        assert time.monotonic() - began < 5
    wait_as_before()
    assert asked(_TOLD) == before


def make(*, forwards: bool = True) -> None:
    """Make the index as a migration does, or take it away."""
    step = AddIndexBesideWriters("beat", models.Index(fields=["due_at"], name=_NAME))
    before = MigrationLoader(connection).project_state()
    after = before.clone()
    step.state_forwards("petitions", after)
    with connection.schema_editor(atomic=False) as editor:
        if forwards:
            step.database_forwards("petitions", editor, before, after)
        elif asked(_VALID) is not None:
            step.database_backwards("petitions", editor, after, before)


def write(given: psycopg.Connection, name: str) -> None:
    given.execute(f"INSERT INTO {_TABLE} VALUES (%s, now()) ON CONFLICT DO NOTHING".encode(), [name])


def asked(statement: str, *, has_answer: bool = True) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        found = cursor.fetchone() if has_answer else None
    return found[0] if found else None
