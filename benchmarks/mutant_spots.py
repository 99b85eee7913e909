"""Walks the parts of a module that are law: not its types, docstrings, imports, decorators and guards."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any, NamedTuple

TYPES = ("tuple", "frozenset", "dict", "set", "Mapping", "Callable")
NO_LAW = ("annotation", "returns", "decorator_list", "bases", "ctx", "targets", "target")
"""Fields of a node that are passed by."""


class Spot(NamedTuple):
    """A node, where it hangs, and the name of the function, class or table that it stands in."""

    parent: ast.AST
    field: str
    place: int | None
    node: ast.AST
    within: str

    @property
    def line(self) -> int:
        """Return the line it stands on."""
        return getattr(self.node, "lineno", 0) or getattr(self.parent, "lineno", 0)


def spots(tree: ast.Module) -> Iterator[Spot]:
    """Yield every node that may be changed, each before its parts."""
    for index, node in enumerate(tree.body):
        yield from _below(Spot(tree, "body", index, node, ""))


def target_of(node: ast.stmt) -> str:
    """Return the name to which a statement assigns."""
    if isinstance(node, ast.AnnAssign | ast.AugAssign):
        return ast.unparse(node.target)
    assert isinstance(node, ast.Assign)
    return ast.unparse(node.targets[0])


def _below(spot: Spot) -> Iterator[Spot]:
    node = spot.node
    if _is_left_out(node):
        return
    yield spot
    within = _within(spot)
    for name, value in ast.iter_fields(node):
        if name in NO_LAW or (isinstance(node, ast.Call) and isinstance(value, ast.Subscript)):
            continue  # set[Relief]() names a type
        for index, one in enumerate(value) if isinstance(value, list) else ((None, value),):
            if isinstance(one, ast.AST):
                yield from _below(Spot(node, name, index, one, within))


def _within(spot: Spot) -> str:
    node = spot.node
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return f"{spot.within}.{node.name}" if spot.within else node.name
    is_table = not spot.within and isinstance(node, ast.Assign | ast.AnnAssign)
    return target_of(node) if is_table and isinstance(node, ast.stmt) else spot.within


def _is_left_out(node: ast.AST) -> bool:
    if isinstance(node, ast.Import | ast.ImportFrom | ast.Assert):
        return True
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return True  # a docstring
    if isinstance(node, ast.keyword):
        return node.arg == "strict"  # zip(strict=True) only guards
    names_a_type = isinstance(node, ast.Assign) and isinstance(node.value, ast.Subscript)
    return names_a_type and ast.unparse(node.value.value) in TYPES  # type: ignore[attr-defined]


def mark_records(tree: ast.Module) -> None:
    """Mark the tuples that are a key, or what is yielded."""
    for holder in ast.walk(tree):
        keys: list[Any] = []
        if isinstance(holder, ast.Subscript):
            keys = [holder.slice]
        elif isinstance(holder, ast.Yield):
            keys = [holder.value]
        elif isinstance(holder, ast.Dict):
            keys = [*holder.keys]
        for key in keys:
            if isinstance(key, ast.Tuple):
                key.is_record = True  # type: ignore[attr-defined]
