"""Carries out all of our migrations in an empty PostgreSQL and prints what each says to it, as JSON.

``main`` runs in a process of its own, once Django is set up: DATABASE_URL names the database.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from tests.records.migrating import OURS, names

_CHANGES = ("CREATE", "ALTER", "DROP", "UPDATE", "DELETE", "INSERT", "TRUNCATE", "LOCK")
_BENEATH = ("auth", "contenttypes")
_OWN = "django_migrations"
"""The table in which Django notes which migrations it has carried out."""


def main() -> None:
    """Print by name whether the migration is one transaction, and its statements."""
    others_first()
    print(json.dumps({name: {"is_whole": is_whole(name), "statements": said_by(name)} for name in names()}))


def is_whole(name: str) -> bool:
    """Say whether the migration is one transaction."""
    return bool(MigrationExecutor(connection).loader.get_migration(OURS, name).atomic)


def said_by(name: str) -> list[str]:
    """Go to a migration; return what is changed on the way."""
    found: list[str] = []

    def note(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.lstrip().upper().startswith(_CHANGES) and _OWN not in sql:
            found.append(str(connection.ops.compose_sql(sql, params)) if params else sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        MigrationExecutor(connection).migrate([(OURS, name)])
    return found


def others_first() -> None:
    """Carry out the migrations of packages on which ours rest."""
    executor = MigrationExecutor(connection)
    executor.migrate([one for one in executor.loader.graph.leaf_nodes() if one[0] in _BENEATH])
