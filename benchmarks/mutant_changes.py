"""Says what a part of a module is changed to: the small mistakes that a person could make there."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from typing import Any

from benchmarks.mutant_names import Names, next_of
from benchmarks.mutant_spots import Spot

COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
TWIN_FUNCTIONS = {
    "any": "all", "all": "any", "min": "max", "max": "min", "sorted": "list", "youngest": "oldest", "oldest": "youngest",
}  # fmt: skip
TWIN_FIELDS = {"first": "last", "last": "first", "strikes": "sex_offenses", "sex_offenses": "strikes"}
"""A name and the one that it is most easily taken for."""
CLEANING = ("upper", "lower", "casefold", "removesuffix", "replace")
"""Methods that make spellings alike."""
WITH_DEFAULTS = ("_replace", "replace", "Orders", "Reading", "Step", "min", "max", "Authority")
"""Calls that work without a keyword."""
OTHER_WORDS = {
    "misdemeanor": "infraction", "infraction": "misdemeanor", "felony": "misdemeanor", "six": "seven", "two": "three",
    "November": "December",
}  # fmt: skip
"""The words of a sentence that are law, with its numbers; the rest is prose, which no test can judge."""
GONE = "(no such entry)"
Change = tuple[ast.AST | None, str, str]
"""What is put in place of a node (None: nothing), and in words what was there and what is."""


def changes(spot: Spot, names: Names) -> Iterator[Change]:
    """Yield every change of one node."""
    yield from _conditions(spot)
    if type(spot.node) in _BY_KIND:
        yield from _BY_KIND[type(spot.node)](spot.node, spot, names)
    yield from _entries(spot)


def _change(old: ast.AST, new: ast.AST) -> Change:
    return new, ast.unparse(old), ast.unparse(ast.fix_missing_locations(ast.copy_location(new, old)))


def _conditions(spot: Spot) -> Iterator[Change]:
    """A condition is always true, or never."""
    if spot.field in ("test", "ifs"):
        word = "while" if isinstance(spot.parent, ast.While) else "if"
        for value in (True, False):
            yield ast.Constant(value), f"{word} {ast.unparse(spot.node)}", f"{word} {value}"


def _compared(node: ast.Compare, *_: object) -> Iterator[Change]:
    for place, operator in enumerate(node.ops):
        for other in COMPARISONS[type(operator)]:
            operators = [*node.ops[:place], other(), *node.ops[place + 1 :]]
            yield _change(node, ast.Compare(node.left, operators, node.comparators))


def _negated(node: ast.UnaryOp, *_: object) -> Iterator[Change]:
    if isinstance(node.op, ast.Not):
        yield _change(node, node.operand)


def _joined(node: ast.BoolOp, *_: object) -> Iterator[Change]:
    yield _change(node, ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values))
    for place in range(len(node.values)):
        left = [*node.values[:place], *node.values[place + 1 :]]
        yield _change(node, ast.BoolOp(node.op, left) if len(left) > 1 else left[0])


def _calculated(node: ast.BinOp, *_: object) -> Iterator[Change]:
    if type(node.op) in OPERATORS:
        yield _change(node, ast.BinOp(node.left, OPERATORS[type(node.op)](), node.right))
    if isinstance(node.op, ast.BitOr):
        yield _change(node, node.left)
        yield _change(node, node.right)


def _constants(node: ast.Constant, spot: Spot, names: Names) -> Iterator[Change]:
    value: Any = node.value
    others: list[Any] = []
    if isinstance(value, bool):
        others = [not value]
    elif isinstance(value, int):
        others = [value + 1, value - 1]
    elif isinstance(value, float):
        others = [round(value + 0.01, 2), round(value - 0.01, 2)]
    elif isinstance(value, str):
        is_sentence = isinstance(spot.parent, ast.Call) and ast.unparse(spot.parent.func) == "_"
        others = [*(_other_sentences(value) if is_sentence else _other_words(value, spot, names.words))]
    for other in others:
        yield _change(node, ast.Constant(other))


def _other_words(value: str, spot: Spot, words: dict[str, str]) -> Iterator[str]:
    if value in words:
        yield words[value]
    if value not in words or spot.within[:1].isupper():
        yield value + "X"
    if value.isalpha() and 1 < len(value) < 6:
        yield from (value[:place] + value[place + 1 :] for place in range(len(value)))


def _other_sentences(sentence: str) -> Iterator[str]:
    for found in re.finditer(rf"\d[\d.]*\d|\d|\b(?:{'|'.join(OTHER_WORDS)})\b", sentence):
        word = found[0]
        other = OTHER_WORDS.get(word) or word[:-1] + str((int(word[-1]) + 1) % 10)
        yield sentence[: found.start()] + other + sentence[found.end() :]


def _names(node: ast.Name, _: Spot, names: Names) -> Iterator[Change]:
    if node.id in TWIN_FUNCTIONS:
        yield _change(node, ast.Name(TWIN_FUNCTIONS[node.id], ast.Load()))
    if node.id in names.constants:
        yield _change(node, ast.Name(names.constants[node.id], ast.Load()))


def _attributes(node: ast.Attribute, _: Spot, names: Names) -> Iterator[Change]:
    owner = ast.unparse(node.value)
    members = names.enums.get(owner, [])
    others: list[str] = []
    if node.attr in members:
        others = [*dict.fromkeys((next_of(node.attr, members), next_of(node.attr, members[::-1])))]
    elif owner == "law":
        others = [names.authorities[node.attr]]
    elif node.attr in TWIN_FIELDS:
        others = [TWIN_FIELDS[node.attr]]
    for other in others:
        yield _change(node, ast.Attribute(node.value, other, ast.Load()))


def _calls(node: ast.Call, *_: object) -> Iterator[Change]:
    if not isinstance(node.func, ast.Attribute):
        return
    if node.func.attr in CLEANING:
        yield _change(node, node.func.value)
    if node.func.attr == "fromkeys":
        yield _change(node, node.args[0])


def _keywords(node: ast.keyword, spot: Spot, _: Names) -> Iterator[Change]:
    """A keyword is left out; the other value of one that is written out is a mutant of its own."""
    call = spot.parent
    if isinstance(node.value, ast.Constant) or node.arg is None or not isinstance(call, ast.Call):
        return
    if ast.unparse(call.func).rpartition(".")[2] in WITH_DEFAULTS:
        yield None, ast.unparse(call), f"without {node.arg}"


def _returned(node: ast.Return, *_: object) -> Iterator[Change]:
    if node.value is not None and ast.unparse(node) != "return None":
        yield _change(node, ast.Return(ast.Constant(None)))


def _done(node: ast.Expr, *_: object) -> Iterator[Change]:
    if isinstance(node.value, ast.Yield | ast.YieldFrom):
        yield _change(node, ast.Expr(ast.YieldFrom(ast.Tuple([], ast.Load()))))
    elif isinstance(node.value, ast.Call):
        yield _change(node, ast.Pass())


def _raised(node: ast.Raise, *_: object) -> Iterator[Change]:
    yield _change(node, ast.Pass())


def _added(node: ast.AugAssign, *_: object) -> Iterator[Change]:
    yield _change(node, ast.Pass())
    if type(node.op) in OPERATORS:
        yield _change(node, ast.AugAssign(node.target, OPERATORS[type(node.op)](), node.value))


_BY_KIND: dict[type[ast.AST], Callable[..., Iterator[Change]]] = {
    ast.Compare: _compared,
    ast.UnaryOp: _negated,
    ast.BoolOp: _joined,
    ast.BinOp: _calculated,
    ast.Constant: _constants,
    ast.Name: _names,
    ast.Attribute: _attributes,
    ast.Call: _calls,
    ast.keyword: _keywords,
    ast.Return: _returned,
    ast.Expr: _done,
    ast.Raise: _raised,
    ast.AugAssign: _added,
}


def _entries(spot: Spot) -> Iterator[Change]:
    """An entry of a table, a tuple or a set is missing."""
    parent, node = spot.parent, spot.node
    if isinstance(parent, ast.Dict) and spot.field == "keys" and spot.place is not None:
        yield None, f"{ast.unparse(node)}: {ast.unparse(parent.values[spot.place])}", GONE
    elif isinstance(parent, ast.Tuple | ast.List | ast.Set) and not _is_record(parent):
        yield None, f"{ast.unparse(node)} in {ast.unparse(parent)}", GONE


def _is_record(node: ast.AST) -> bool:
    """Say whether each place has its own meaning: without one of them any program ends at once."""
    return getattr(node, "is_record", False) or isinstance(getattr(node, "ctx", None), ast.Store)
