"""Which open facts can still change an answer: every way they could be, layer by layer, without repeating a state."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import product
from typing import Any

State = Any
Way = tuple[Any, ...]
Values = Mapping[str, tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Layer:
    """One step of a computation: the open facts it looks at in a state, and the state that each way leads to.

    ``step`` returns None for a way that cannot be. Facts are named by the contract's keys.
    """

    values: Callable[[State], Values]
    step: Callable[[State, Mapping[str, Any]], State | None]


class AllFound(Exception):
    """Every wanted fact is found; what is left of the search can add nothing."""


@dataclass(slots=True)
class Search:
    """Walks the layers and gathers in ``found`` the facts on which the end depends in any reachable state.

    A fact is found where there are two of its values, and one way for all others, that end differently. Each state
    of a layer is walked once; what lies below it is named by a digest, equal for equal behaviour. Where different
    states allow different ways below them, a fact may be found that none of the ways in common shows.
    """

    layers: tuple[Layer, ...]
    name_end: Callable[[State], str]
    wanted: frozenset[str] | None = None
    """Where it is given, the search ends with AllFound as soon as these are found."""
    found: set[str] = field(default_factory=set)
    _seen: dict[tuple[int, State], bytes | None] = field(default_factory=dict)

    def digest(self, state: State, depth: int = 0) -> bytes | None:
        """Return the name of everything that can follow a state; None where nothing can."""
        key = (depth, state)
        if key not in self._seen:
            self._seen[key] = self._walk(state, depth)
        return self._seen[key]

    def _walk(self, state: State, depth: int) -> bytes | None:
        if depth == len(self.layers):
            return name_of(self.name_end(state).encode())
        layer = self.layers[depth]
        values = layer.values(state)
        if not values:
            return self._after(layer, state, _NOTHING_OPEN, depth)
        names, ends = tuple(values), dict[Way, bytes | None]()
        for way in product(*values.values()):
            ends[way] = self._after(layer, state, dict(zip(names, way, strict=True)), depth)
            if len(names) == 1 and len({*ends.values()} - {None}) > 1:
                self.add(names)
        self.add(changing(ends, names))
        known = {end for end in ends.values() if end}
        if len(known) < 2:
            return next(iter(known), None)
        return name_of(b"".join(end or _IMPOSSIBLE for end in ends.values()))

    def add(self, facts: Iterable[str]) -> None:
        """Note facts found; raise AllFound when no more are wanted."""
        self.found.update(facts)
        if self.wanted is not None and self.found >= self.wanted:
            raise AllFound

    def _after(self, layer: Layer, state: State, way: Mapping[str, Any], depth: int) -> bytes | None:
        after = layer.step(state, way)
        return None if after is None else self.digest(after, depth + 1)


_IMPOSSIBLE = bytes(16)
_NOTHING_OPEN: Mapping[str, Any] = {}


def changing(ends: Mapping[Way, object], names: tuple[str, ...]) -> Iterable[str]:
    """Return the names for which two ways that differ in nothing else end differently."""
    for position, name in enumerate(names):
        first: dict[Way, object] = {}
        for way, end in ends.items():
            if end and first.setdefault(way[:position] + way[position + 1 :], end) != end:
                yield name
                break


def name_of(content: bytes) -> bytes:
    """Return a short name for what follows, equal for equal contents."""
    return blake2b(content, digest_size=16).digest()
