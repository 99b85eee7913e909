"""The golden cases of ../shared/rapsheet/cases: how a case is read, and where ours may differ from the peer."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(os.environ.get("CLEARRECORD_SHARED", _ROOT.parent / "shared")) / "rapsheet/cases"
_STEP = re.compile(r"(\w+)|\[(\d+)\]")
_IGNORED = ("warnings",)
"""Keys that hold what the peer logged."""

Difference = tuple[str, Any, Any]
"""The path, what the case wants there, and what ours gives."""


def cases(*levels: str) -> list[dict[str, Any]]:
    """Return the cases of these levels, from every area; none where the shared findings are absent."""
    found = [case for path in sorted(FOLDER.glob("*.json")) for case in json.loads(path.read_text())["cases"]]
    return [case for case in found if case["level"] in levels]


def at(value: Any, path: str) -> Any:
    """Return what stands at a path such as ``cycles[0].events.length``."""
    for name, place in _STEP.findall(path):
        value = _step(value, int(place) if place else name)
    return value


def _step(value: Any, name: int | str) -> Any:
    return len(value) if name == "length" else value[name]


def differences(
    wanted: Any, ours: Any, *, path: str = "", ignored: tuple[str, ...] = _IGNORED
) -> Iterator[Difference]:
    """Compare what is wanted, key by key; keys that only ours has do not count."""
    if isinstance(wanted, dict) and isinstance(ours, dict):
        for key, value in wanted.items():
            if key not in ignored:
                yield from differences(
                    value, ours.get(key, "<absent>"), path=f"{path}.{key}".lstrip("."), ignored=ignored
                )
    elif isinstance(wanted, list) and isinstance(ours, list) and len(wanted) == len(ours):
        for place, (one, other) in enumerate(zip(wanted, ours, strict=True)):
            yield from differences(one, other, path=f"{path}[{place}]", ignored=ignored)
    elif not _same(wanted, ours, path):
        yield path, wanted, ours


def _same(wanted: Any, ours: Any, path: str) -> bool:
    """The raw line of a disposition may be indented: indents are a hint at most."""
    if path.rsplit(".", maxsplit=1)[-1] == "text" and isinstance(wanted, str) and isinstance(ours, str):
        return wanted.strip() == ours.strip()
    return bool(wanted == ours)


def is_improved(case: dict[str, Any], difference: Difference) -> bool:
    """Say whether the case itself asks for what ours gives instead."""
    path, _, ours = difference
    return any(
        entry["path"] == path and not list(differences(entry["value"], ours))
        for entry in case.get("improve", ())
    )


def flat(sheet: dict[str, Any]) -> dict[str, Any]:
    """Return a sheet with all events in one cycle, for cases that do not judge the grouping."""
    if "cycles" not in sheet:
        return sheet
    return {
        **sheet,
        "cycles": [{"events": [event for cycle in sheet["cycles"] for event in cycle["events"]]}],
    }
