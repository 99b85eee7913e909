"""Says which names and words of the law may be taken for one another."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from typing import NamedTuple

from benchmarks.mutant_spots import spots, target_of

SHAPES = (r"[A-Z][A-Z0-9_]*", r"\d[\d.]*", r"[a-z][a-z0-9_.]*")
"""Words of one shape may be taken for one another: codes; section numbers; letters, keys and names."""


class Known(NamedTuple):
    """What the modules define together, of which one may be taken for another."""

    enums: dict[str, list[str]]
    families: dict[str, list[str]]


class Names(NamedTuple):
    """What may be taken for another in one module."""

    enums: dict[str, list[str]]
    constants: dict[str, str]
    """For each constant of a family the next one that the module knows."""
    authorities: dict[str, str]
    words: dict[str, str]
    """For each word of the module the next one of its shape."""


def known(trees: dict[str, ast.Module]) -> Known:
    """Gather the enums, and the constants that belong together: those of one annotated type, and the authorities."""
    enums: dict[str, list[str]] = {}
    families: dict[str, list[str]] = {}
    for name, tree in trees.items():
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and _is_enum(node):
                enums[node.name] = [target_of(one) for one in node.body if isinstance(one, ast.Assign)]
            elif isinstance(node, ast.AnnAssign) and isinstance(node.annotation, ast.Name):
                families.setdefault(node.annotation.id, []).append(target_of(node))
            elif name.endswith(".authorities") and isinstance(node, ast.Assign) and target_of(node)[0] != "_":
                families.setdefault("Authority", []).append(target_of(node))
    return Known(enums, {name: found for name, found in families.items() if len(found) > 1})


def names_in(tree: ast.Module, of_all: Known) -> Names:
    """Gather what may be taken for another in one module."""
    nodes = [spot.node for spot in spots(tree)]
    words = dict.fromkeys(
        node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return Names(
        of_all.enums,
        _after([name for name in family if name in used] for family in of_all.families.values()),
        _after(family for name, family in of_all.families.items() if name == "Authority"),
        _after([word for word in words if re.fullmatch(shape, word)] for shape in SHAPES),
    )


def _after(families: Iterable[list[str]]) -> dict[str, str]:
    return {one: next_of(one, family) for family in families if len(family) > 1 for one in family}


def next_of(one: str, of: list[str]) -> str:
    """Return the member after one, the first after the last."""
    return of[(of.index(one) + 1) % len(of)]


def _is_enum(node: ast.ClassDef) -> bool:
    return any(isinstance(base, ast.Name) and base.id.endswith("Enum") for base in node.bases)
