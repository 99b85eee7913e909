"""Listens to the database: which statements write, and which about rows of an organization do not name the organization."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.db import connection

_FROM = re.compile(r'\b(?:FROM|JOIN|UPDATE|INTO) "([a-z_]+)"')
_WRITES = re.compile(r'\b(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM) "([a-z_]+)"')
_ONLY_READS = re.compile(r"SELECT|(?:RELEASE |ROLLBACK TO )?SAVEPOINT")
_NAMES_IT = re.compile(r'"(?:organization|to)_id" (?:=|IN)')
"""A transfer names the organization to which something is offered, too."""
_OWN_TABLES = ("petitions_membership", "petitions_invitation", "petitions_breakglass")
"""Rows by which a person, or a code, is led to an organization in the first place."""


def tables() -> frozenset[str]:
    """Return the tables whose rows belong to an organization."""
    found = apps.get_app_config("petitions").get_models()
    named = {one._meta.db_table for one in found if any(f.name == "organization" for f in one._meta.fields)}
    return frozenset(named - set(_OWN_TABLES))


@contextmanager
def listening() -> Iterator[list[str]]:
    """Give the list of statements that read or change rows of an organization without naming it."""
    found: list[str] = []
    ours = tables()

    def listen(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        _head, _, condition = sql.partition(" WHERE ")
        is_ours = not ours.isdisjoint(_FROM.findall(sql))
        if is_ours and not sql.startswith("INSERT") and not _NAMES_IT.search(condition):
            found.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(listen):
        yield found


@contextmanager
def writing() -> Iterator[set[str]]:
    """Give the set of tables that are written to; a statement that names none in a way we know is a fault of this test."""
    found: set[str] = set()

    def listen(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if not _ONLY_READS.match(sql):
            tables_written = _WRITES.findall(sql)
            assert tables_written, sql
            found.update(tables_written)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(listen):
        yield found
