"""Finds every regular expression of the product in its source, with how it is used, and makes texts that slow a bad one."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("petitions", "clearrecord")
_DIRECT = {"search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer"}
_CALLS = {"compile", *_DIRECT}
_SEARCHES = _DIRECT - {"match", "fullmatch"}
_MOST_PUMPS = 60
_REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)


@dataclass(frozen=True)
class Used:
    """One expression: where it stands, and by which methods it is used."""

    place: str
    pattern: re.Pattern[str] | re.Pattern[bytes]
    methods: frozenset[str]

    def __str__(self) -> str:
        """Return where it stands."""
        return self.place


@dataclass(frozen=True)
class Unknown:
    """An expression that is made of what is known only while the product runs."""

    place: str
    source: str


@cache
def found() -> tuple[list[Used], list[Unknown]]:
    """Return the expressions of the product, and those that cannot be read from the source."""
    used, unknown = [], []
    for file in (file for folder in FOLDERS for file in sorted((ROOT / folder).rglob("*.py"))):
        source = file.read_text()
        if "re" not in _imported(source) or "migrations" in file.parts:
            continue
        for one in _in_module(file, ast.parse(source)):
            (used if isinstance(one, Used) else unknown).append(one)  # type: ignore[arg-type]
    return used, unknown


def _imported(source: str) -> set[str]:
    return {
        name.asname or name.name
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Import)
        for name in node.names
    }


def _in_module(file: Path, tree: ast.Module) -> Iterator[Used | Unknown]:
    name = ".".join(file.relative_to(ROOT).with_suffix("").parts)
    known = vars(importlib.import_module(name))
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and _is_re(node.func)):
            continue
        place = f"{file.relative_to(ROOT)}:{node.lineno}"
        try:
            pattern, flags = (_value(one, known) for one in (node.args[0], _flags(node)))
            compiled = re.compile(pattern, flags)
        except NameError:
            yield Unknown(place, ast.unparse(node.args[0]))
            continue
        method = node.func.attr  # type: ignore[attr-defined]
        yield Used(place, compiled, _methods(tree, node) if method == "compile" else frozenset({method}))


def _is_re(func: ast.expr) -> bool:
    return (
        isinstance(func, ast.Attribute)
        and isinstance(func.value, ast.Name)
        and func.value.id == "re"
        and func.attr in _CALLS
    )


def _value(node: ast.expr, known: dict[str, Any]) -> Any:
    return eval(compile(ast.fix_missing_locations(ast.Expression(node)), "pattern", "eval"), dict(known))


def _flags(node: ast.Call) -> ast.expr:
    named = [one.value for one in node.keywords if one.arg == "flags"]
    given = node.args[1:2] if getattr(node.func, "attr", "") == "compile" else []
    return (named or given or [ast.Constant(0)])[0]


def _methods(tree: ast.Module, call: ast.Call) -> frozenset[str]:
    """Return how a module uses an expression that it gave a name; every way, where that cannot be seen."""
    names = {
        target.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is call
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    }
    uses = {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in names
    }
    return frozenset(uses & _DIRECT) or _of_any(tree) or frozenset({"search"})


def _of_any(tree: ast.Module) -> frozenset[str]:
    """Return how a module uses expressions that it keeps in a table; ``split`` and ``sub`` of texts say nothing."""
    uses = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute) and not _is_re(node)}
    return frozenset(uses & {"search", "match", "fullmatch", "finditer", "findall"})


def run(used: Used, text: str) -> None:
    """Use an expression on a text, in the slowest of its ways."""
    given: Any = text.encode("utf-8", "replace") if isinstance(used.pattern.pattern, bytes) else text
    if used.methods & _SEARCHES:
        for _one in used.pattern.finditer(given):
            pass
    elif "match" in used.methods:
        used.pattern.match(given)
    else:
        used.pattern.fullmatch(given)


def pumps(pattern: re.Pattern[Any]) -> list[tuple[str, str, str]]:
    """Return beginnings, units to repeat and ends, made from what the expression repeats."""
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    made = dict.fromkeys(
        (before, unit, end)
        for before, repeated in _repeats(tree, "")
        for unit in dict.fromkeys(_samples(repeated))
        if unit
        for end in ("\x00", "", "!", "\n")
    )
    general = [("", unit, "\x00") for unit in (" ", "a", "1", "-", ".", "/", ",", "\n", "A ", "1 ", "(", "é")]
    return [*made][:_MOST_PUMPS] + general


def _repeats(tree: Any, before: str) -> Iterator[tuple[str, Any]]:
    """Give each part that is repeated, with a text that comes to it."""
    for kind, about in tree:
        if kind in _REPEATS and about[1] > 8:
            yield before, about[2]
        for part in _inside(kind, about):
            yield from _repeats(part, before)
        before += _text(kind, about)


def _inside(kind: Any, about: Any) -> list[Any]:
    """Return the parts of a part."""
    if kind in _REPEATS:
        return [about[2]]
    if kind is sre.SUBPATTERN:
        return [about[3]]
    if kind is sre.BRANCH:
        return [*about[1]]
    if kind in (sre.ASSERT, sre.ASSERT_NOT):
        return [about[1]]
    return [about] if kind is sre.ATOMIC_GROUP else []


def _samples(tree: Any) -> list[str]:
    """Return a few texts that the part takes."""
    texts = [_sample(tree)]
    for kind, about in tree:
        if kind is sre.BRANCH:
            texts += [_sample(branch) for branch in about[1]]
        elif kind is sre.IN:
            texts += [_one_of([member]) for member in about]
        elif kind is sre.SUBPATTERN:
            texts += _samples(about[3])
    return texts[:8]


def _sample(tree: Any) -> str:
    return "".join(_text(kind, about) for kind, about in tree)


def _text(kind: Any, about: Any) -> str:
    """Return a text that one part takes."""
    if kind in _REPEATS:
        return _sample(about[2]) * max(about[0], 1 if about[1] else 0)
    simple = {
        sre.LITERAL: lambda: chr(about),
        sre.NOT_LITERAL: lambda: "a" if about != ord("a") else "b",
        sre.ANY: lambda: "a",
        sre.IN: lambda: _one_of(about),
    }
    if kind in simple:
        return simple[kind]()
    parts = _inside(kind, about) if kind not in (sre.ASSERT, sre.ASSERT_NOT) else []
    return _sample(parts[0]) if parts else ""


_CATEGORIES = {
    sre.CATEGORY_DIGIT: "1", sre.CATEGORY_NOT_DIGIT: "a", sre.CATEGORY_SPACE: " ", sre.CATEGORY_NOT_SPACE: "a",
    sre.CATEGORY_WORD: "a", sre.CATEGORY_NOT_WORD: "-",
}  # fmt: skip


def _one_of(members: Any) -> str:
    if members[0][0] is sre.NEGATE:
        banned = {about for kind, about in members[1:] if kind is sre.LITERAL}
        return next(letter for letter in "a1 -.,x" if ord(letter) not in banned)
    kind, about = members[0]
    if kind is sre.LITERAL:
        return chr(about)
    if kind is sre.RANGE:
        return chr(about[0])
    return _CATEGORIES.get(about, "a")
