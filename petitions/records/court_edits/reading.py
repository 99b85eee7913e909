"""Reads the edits of the directory: kept in the process for two seconds, so that all processes soon say the same."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from threading import Lock
from time import monotonic

from django.db import Error, OperationalError, connection
from django.db.models import Count, Max

from petitions.courts.current import EditsNow
from petitions.courts.edits import Edit
from petitions.courts.schema import field_of
from petitions.courts.tables import Place, Table
from petitions.records.court_edits.models import CourtEdit

_TABLE = "petitions_courtedit"
EVERY = 2.0
"""Seconds after which a process looks again; one small question."""
NONE = EditsNow((0, 0), ())
_lock = Lock()
_log = logging.getLogger(__name__)


class NotRead(OperationalError, OSError):
    """The database does not answer, and this process never read the edits; to a command as if a file could not be read."""


@dataclass(slots=True)
class _Kept:
    edits: EditsNow | None = None
    at: float = 0.0


_kept = _Kept()


def edits_now() -> EditsNow:
    """Return the edits as they were two seconds ago at most.

    While the database does not answer, those of before hold; a process that never read them raises NotRead. A
    database without the table, which nobody has migrated yet, keeps none.
    """
    kept = _kept.edits
    if kept is not None and monotonic() - _kept.at < EVERY:
        return kept
    return newest_edits()


def newest_edits() -> EditsNow:
    """Return the edits as they are at this moment, and have this process know them."""
    with _lock:
        try:
            version = _version()
            if _kept.edits is None or _kept.edits.version != version:
                _kept.edits = (
                    EditsNow(version, effective(CourtEdit.objects.order_by("turn"))) if version[0] else NONE
                )
        except Error as fault:
            if _kept.edits is not None:
                _log.warning("court_edits_not_read")
            elif _lacks_table():
                _kept.edits = NONE
            else:
                raise NotRead from fault
        _kept.at = monotonic()
        return _kept.edits


def forget() -> None:
    """Read anew the next time."""
    with _lock:
        _kept.edits = None


def effective(rows: Iterable[CourtEdit]) -> tuple[Edit, ...]:
    """Return the edit of each fact that holds: the newest that was not taken back. The rows come in their turns."""
    stacks: dict[tuple[str, ...], list[CourtEdit]] = {}
    for row in filter(_is_known, rows):
        stack = stacks.setdefault((row.table, row.county, row.name, row.field), [])
        if row.takes_back_id is None:
            stack.append(row)
        else:
            stack[:] = [one for one in stack if one.pk != row.takes_back_id]
    return tuple(_edit(stack[-1]) for stack in stacks.values() if stack)


def _is_known(row: CourtEdit) -> bool:
    """Say whether this version of the program has the fact; one that it has no more changes nothing."""
    return row.table in set(Table) and field_of(Table(row.table), row.field) is not None


def rows_of_county(county: str) -> Sequence[CourtEdit]:
    """Return the whole history of a county, in the order in which it was written."""
    return [*CourtEdit.objects.filter(county=county).select_related("user").order_by("pk")]


def place_of_row(row: CourtEdit) -> Place:
    """Return which row of the directory this is about."""
    return Place(Table(row.table), row.county, row.name)


def _edit(row: CourtEdit) -> Edit:
    assert row.checked is not None
    return Edit(place_of_row(row), row.field, row.value, row.source, row.checked)


def _version() -> tuple[int, int]:
    """Return how many rows there are, and the newest; both, as two that are written at once may come out of order."""
    found = CourtEdit.objects.aggregate(rows=Count("pk"), newest=Max("pk"))
    return found["rows"], found["newest"] or 0


def _lacks_table() -> bool:
    try:
        return _TABLE not in connection.introspection.table_names()
    except Error:
        return False
