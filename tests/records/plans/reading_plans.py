"""Reads how PostgreSQL carries out a statement: which tables it walks through in whole, and how many rows and blocks it touches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_SCANS = frozenset(
    {"Seq Scan", "Index Scan", "Index Only Scan", "Bitmap Heap Scan", "Bitmap Index Scan", "Tid Scan"}
)
_DROPPED = ("Rows Removed by Filter", "Rows Removed by Index Recheck")


@dataclass(frozen=True, slots=True)
class Cost:
    """What one statement touches: tables walked through in whole, rows looked at by all scans together, blocks of 8 kB."""

    walked: tuple[str, ...]
    rows: int
    blocks: int


def cost_of(explained: list[dict[str, Any]]) -> Cost:
    """Return the cost of what EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) says."""
    top = explained[0]["Plan"]
    nodes = [one for one in _nodes(top) if one["Node Type"] in _SCANS]
    return Cost(
        walked=tuple(sorted({one["Relation Name"] for one in nodes if one["Node Type"] == "Seq Scan"})),
        rows=sum(_touched(one) for one in nodes),
        blocks=top.get("Shared Hit Blocks", 0) + top.get("Shared Read Blocks", 0),
    )


def _nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for part in plan.get("Plans", []):
        yield from _nodes(part)


def _touched(node: dict[str, Any]) -> int:
    each = node["Actual Rows"] + sum(node.get(name, 0) for name in _DROPPED)
    return int(each * node["Actual Loops"])
