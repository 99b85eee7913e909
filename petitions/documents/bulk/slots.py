"""Takes the typed values out of a paper: what stays is the same for every petition of its shape."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any

from petitions.documents.packet import Paper
from petitions.documents.typed import Mark, Stand, Typed

MARK_SENTINEL = "☑"
"""As wide as the two marks of a box, and in no paper of ours."""
SENTINEL = re.compile(r"~(\d{3,})~")


def is_sentinel(text: str) -> bool:
    """Say whether a text on a page stands for a value."""
    return text == MARK_SENTINEL or bool(SENTINEL.fullmatch(text))


def take_values(paper: Paper) -> tuple[Paper, tuple[Typed, ...]]:
    """Return the paper with a sentinel in each slot, and the values in the order of their sentinels."""
    values: list[Typed] = []
    content = _emptied(paper.content, values=values)
    return replace(paper, content=content), tuple(values)


def _emptied(part: Any, *, values: list[Typed]) -> Any:
    if isinstance(part, Typed):
        values.append(part)
        return Mark(MARK_SENTINEL) if isinstance(part, Mark) else Stand(f"~{len(values) - 1:03d}~")
    if isinstance(part, tuple):
        return tuple([_emptied(one, values=values) for one in part])
    names = _names(type(part))
    if not names:
        return part
    before = len(values)
    emptied = {name: _emptied(getattr(part, name), values=values) for name in names}
    return replace(part, **emptied) if len(values) > before else part


def _names(kind: type[Any]) -> tuple[str, ...]:
    if kind not in _NAMES:
        _NAMES[kind] = tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
    return _NAMES[kind]


_NAMES: dict[type[Any], tuple[str, ...]] = {}
