"""Everything that the database of a test holds, as it would stand in a dump."""

from __future__ import annotations

from django.db import connection


def dumped() -> bytes:
    """Return every row of every table, also those that no model names, with what the test has not committed."""
    connection.ensure_connection()
    if connection.vendor == "sqlite":
        return "\n".join(connection.connection.iterdump()).encode()
    return b"".join(part for table in connection.introspection.table_names() for part in _rows(table))


def _rows(table: str) -> list[bytes]:
    name = connection.ops.quote_name(table)
    with connection.cursor() as cursor, cursor.cursor.copy(f"COPY {name} TO STDOUT") as copy:  # type: ignore[attr-defined]
        return [bytes(part) for part in copy]
