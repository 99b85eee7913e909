"""Has every statement of a block explained right before it is carried out: as it is, and as if a big office had asked."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from typing import Any

from django.db import connection

from tests.records.plans.reading_plans import Cost, cost_of

_ASKED = ("SELECT", "UPDATE", "DELETE", "WITH")
"""An INSERT of values looks for nothing."""
_EXPLAIN = "EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON) "


@dataclass
class Watch:
    """What the statements of one path cost; ``office`` in their values is replaced by ``big_office`` and asked again."""

    office: str
    big_office: str
    found: list[dict[str, Any]] = field(default_factory=list)

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        """Explain, then carry out."""
        if not many and sql.lstrip(" (").upper().startswith(_ASKED):
            given = tuple(params or ())
            as_big = tuple(map(self._as_big, given)) if sql.startswith("SELECT") else given
            for one in dict.fromkeys((given, as_big)):
                self.found.append({"sql": sql, **asdict(_explained(sql, one))})
        return execute(sql, params, many, context)

    def _as_big(self, value: Any) -> Any:
        return self.big_office if value == self.office else value


@contextmanager
def watched(watch: Watch) -> Iterator[None]:
    """Watch the statements of a block."""
    with connection.execute_wrapper(watch):
        yield


def _explained(sql: str, params: tuple[Any, ...]) -> Cost:
    """Carry a statement out under EXPLAIN, and take back what it did."""
    raw = connection.connection
    is_within = not connection.get_autocommit()
    with raw.cursor() as cursor:
        cursor.execute("SAVEPOINT explained" if is_within else "BEGIN")
        try:
            cursor.execute(_EXPLAIN + sql, params)
            told = cursor.fetchone()[0]
        finally:
            cursor.execute("ROLLBACK TO SAVEPOINT explained" if is_within else "ROLLBACK")
    return cost_of(json.loads(told) if isinstance(told, str) else told)
