"""Lists the mutants of the law: petitions/law with one small change each, and draws samples of them."""

from __future__ import annotations

import ast
import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from benchmarks.mutant_changes import changes
from benchmarks.mutant_names import Known, known, names_in
from benchmarks.mutant_spots import mark_records, spots

ROOT = Path(__file__).resolve().parents[1]
LAW = ROOT / "petitions/law"


class Edit(NamedTuple):
    """A change of the tree: what stands in ``field`` of ``parent`` (at ``place`` of a list); None takes it out."""

    parent: ast.AST
    field: str
    place: int | None
    new: ast.AST | None

    def apply(self) -> None:
        """Make the change, for good."""
        if self.place is None:
            setattr(self.parent, self.field, self.new)
            return
        values = getattr(self.parent, self.field)
        if self.new is not None:
            values[self.place] = self.new
            return
        del values[self.place]
        if isinstance(self.parent, ast.Dict):
            del self.parent.values[self.place]


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change, named by its place and its words, so that a change elsewhere does not rename it."""

    module: str
    within: str
    was: str
    becomes: str
    number: int
    """Which one of those with the same words it is, from 1."""
    line: int
    tree: ast.Module
    edit: Edit

    @property
    def key(self) -> str:
        """Return a name that stays the same while the lines above change."""
        return f"{self.module} | {self.within} | {self.was} -> {self.becomes} | {self.number}"

    @property
    def path(self) -> str:
        """Return the file, from the root of the project."""
        path = self.module.replace(".", "/")
        return f"{path}/__init__.py" if (ROOT / path).is_dir() else f"{path}.py"


def every_mutant() -> list[Mutant]:
    """Return every mutant of every module, in the order of the lines."""
    trees = {}
    for path in sorted(LAW.rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        trees[name] = ast.parse(path.read_text("utf-8"))
    of_all = known(trees)
    return [mutant for name, tree in trees.items() for mutant in mutants_of(name, tree, of_all)]


def mutants_of(module: str, tree: ast.Module, of_all: Known) -> list[Mutant]:
    """Return every mutant of a module."""
    mark_records(tree)
    names = names_in(tree, of_all)
    seen, found = Counter[tuple[str, str, str]](), []
    for spot in spots(tree):
        for new, was, becomes in changes(spot, names):
            named = (spot.within, _short(was), _short(becomes))
            seen[named] += 1
            edit = Edit(spot.parent, spot.field, spot.place, new)
            found.append(Mutant(module, *named, seen[named], spot.line, tree, edit))
    return sorted(found, key=lambda one: one.line)


def chosen(mutants: Sequence[Mutant], *, module: str | None, sample: int | None, seed: int) -> list[Mutant]:
    """Return the mutants to try; a sample is drawn by their names, so that few change where the law does."""
    found = [one for one in mutants if module is None or one.module == f"petitions.law.{module}"]
    if sample is None:
        return found
    drawn = sorted(found, key=lambda one: hashlib.sha256(f"{seed} {one.key}".encode()).digest())[:sample]
    keys = {one.key for one in drawn}
    return [one for one in found if one.key in keys]


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 160 else f"{text[:110]} … {text[-45:]}"
