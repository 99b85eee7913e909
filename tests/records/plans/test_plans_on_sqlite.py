"""On the embedded database the statements of the busy paths search big tables by an index, and do not scan them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from tests.records.plans.bounds import SMALL
from tests.records.plans.paths import PATHS
from tests.records.plans.stage import stage

_SCAN = re.compile(r"^SCAN (?:TABLE )?(?P<table>\w+)")
_NAMED = re.compile(r'"(\w+)"(?: AS)? "?(?P<short>[TU]\d+)"?')
_ASKED = ("SELECT", "UPDATE", "DELETE")
_DAY = {"petitions_printjob", "petitions_printpart", "django_tasks_database_dbtaskresult"}
_MAY: dict[str, tuple[set[str], str]] = {
    "beat": (_DAY, "print jobs stay a day"),
    "figures_of_the_site": (_DAY, "print jobs and their parts stay a day"),
    "purge": (
        {*_DAY, "petitions_auditentry"},
        "once a day each line of the log is looked at for a missing link",
    ),
    "purge_again": (_DAY, "print jobs and tasks stay a day"),
}
"""What a path may scan beside the small tables, with the reason."""


@pytest.mark.long
@pytest.mark.django_db
def test_no_statement_of_a_busy_path_scans_a_big_table() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("test_plans.py asks PostgreSQL")
    where, scanned = stage(), {}
    for name, path in PATHS.items():
        found: set[tuple[str, str]] = set()
        with connection.execute_wrapper(_asking(found)):
            path(where)
        allowed = SMALL | _MAY.get(name, (set(), ""))[0]
        beyond = {one for one in found if one[0] not in allowed}
        if beyond:
            scanned[name] = beyond
    assert not scanned


def _asking(found: set[tuple[str, str]]) -> Callable[..., Any]:
    """Return what asks of every statement, before it is carried out, which tables it would scan."""

    def ask(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if not many and sql.startswith(_ASKED):
            cursor = context["cursor"].cursor.__class__(connection.connection)
            for *_ids, told in cursor.execute(f"EXPLAIN QUERY PLAN {sql}", params).fetchall():
                table = _SCAN.match(told)
                if table:
                    found.add((_long_name(table["table"], sql), sql[:400]))
        return execute(sql, params, many, context)

    return ask


def _long_name(name: str, sql: str) -> str:
    return next((one[1] for one in _NAMED.finditer(sql) if one["short"] == name), name)
