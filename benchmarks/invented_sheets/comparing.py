"""Compares what a reader made of a sheet with the truth, fact by fact, also where events were lost or added."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import Enum
from typing import NamedTuple

from benchmarks.invented_sheets.aligning import aligned
from benchmarks.invented_sheets.tree import Node, Told, Tree, tree_of_sheet, tree_of_truth
from benchmarks.invented_sheets.truth import Fact, FactKind, Value
from petitions.rapsheet.sheet import Sheet

_ALIKE = 0.6
"""How much of a printed line must stand in a line that the reader gave up, to be that line."""
_EVENT_WEIGHTS = {FactKind.EVENT: 2.0, FactKind.DAY: 3.0, FactKind.AGENCY: 2.0, FactKind.CASE_NUMBER: 1.0}
_COUNT_WEIGHTS = {
    FactKind.CHARGE: 3.0,
    FactKind.SENTENCE: 0.5,
    FactKind.SEVERITY: 0.5,
    FactKind.CONVICTED: 0.5,
}


class Verdict(Enum):
    """How a fact was read. SPARE_FLAG: right, but the person is asked to check it all the same."""

    EXACT = "exact"
    SPARE_FLAG = "exact, flagged"
    FLAGGED = "not exact, flagged"
    WRONG = "wrong"
    MISSING = "missing"
    INVENTED = "invented"


UNSEEN = (Verdict.WRONG, Verdict.MISSING, Verdict.INVENTED)
"""What no one would notice."""


class Finding(NamedTuple):
    """One fact and how it was read."""

    kind: FactKind
    verdict: Verdict
    wanted: Value
    got: Value
    printed: str

    @property
    def line(self) -> str:
        """Describe it in one line."""
        return f"{self.verdict.value:<9} {self.kind.value:<17} {self.wanted!r} read as {self.got!r}  [{self.printed.strip()}]"


def compare(sheet: Sheet, truth: Sequence[Fact], *, lost: Sequence[str] = ()) -> tuple[Finding, ...]:
    """Return a finding for every fact of the truth, and one for every fact that is not on the sheet.

    ``lost``: the printed lines of pages of which the person is told that nothing could be read.
    """
    wanted, got = tree_of_truth(truth), tree_of_sheet(sheet)
    got.unplaced = (*got.unplaced, *(line for line in lost if line.strip()))
    return tuple(_Comparison(wanted, got).findings())


class _Comparison:
    def __init__(self, wanted: Tree, got: Tree) -> None:
        self.wanted = wanted
        self.got = got

    def findings(self) -> Iterator[Finding]:
        yield from self._values(self.wanted.person, self.got.person)
        for wanted, got in aligned(self.wanted.events, self.got.events, _event_likeness):
            yield from self._node(wanted, got)

    def _node(self, wanted: Node | None, got: Node | None) -> Iterator[Finding]:
        if wanted is None:
            yield from _invented(got)
            return
        read = got or Node()
        yield from self._values(wanted, read)
        yield from self._dispositions(wanted, read)
        for one, other in aligned(wanted.parts, read.parts, _count_likeness):
            yield from self._node(one, other)

    def _values(self, wanted: Node, got: Node) -> Iterator[Finding]:
        for kind, told in wanted.values.items():
            yield self._finding(kind, told, got.values.get(kind))

    def _dispositions(self, wanted: Node, got: Node) -> Iterator[Finding]:
        for one, other in aligned(wanted.dispositions, got.dispositions, _disposition_likeness):
            if one:
                yield self._finding(FactKind.DISPOSITION, one, other)
            elif other:
                yield _surplus(FactKind.DISPOSITION, other)

    def _finding(self, kind: FactKind, wanted: Told, got: Told | None) -> Finding:
        read = got or Told(None)
        if _same(kind, wanted.value, read.value) and (got or not wanted.value):
            verdict = Verdict.SPARE_FLAG if read.flagged else Verdict.EXACT
        elif read.flagged or self._gave_up(wanted.printed):
            verdict = Verdict.FLAGGED
        else:
            verdict = Verdict.MISSING if not read.value else Verdict.WRONG
        return Finding(kind, verdict, wanted.value, read.value, read.printed or wanted.printed)

    def _gave_up(self, printed: str) -> bool:
        """Say whether a line much like this one is among those that the reader shows as not understood."""
        return any(_alike(printed, line) for line in self.got.unplaced) if printed else False


def _same(kind: FactKind, wanted: Value, got: Value) -> bool:
    if kind in (FactKind.AGENCY, FactKind.RACE) and isinstance(wanted, str) and isinstance(got, str):
        return wanted.replace(" ", "") == got.replace(" ", "")
    if kind is FactKind.NAMES and isinstance(wanted, tuple) and isinstance(got, tuple):
        return [name.replace(" ", "") for name in wanted] == [name.replace(" ", "") for name in got]
    return wanted == got


def _alike(printed: str, line: str) -> bool:
    one, other = printed.replace(" ", "").upper(), line.replace(" ", "").upper()
    return one in other or SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def _invented(node: Node | None) -> Iterator[Finding]:
    assert node is not None
    for kind, told in node.values.items():
        if told.value:
            yield _surplus(kind, told)
    for told in node.dispositions:
        yield _surplus(FactKind.DISPOSITION, told)
    for part in node.parts:
        yield from _invented(part)


def _surplus(kind: FactKind, told: Told) -> Finding:
    return Finding(
        kind, Verdict.FLAGGED if told.flagged else Verdict.INVENTED, None, told.value, told.printed
    )


def _event_likeness(wanted: Node, got: Node) -> float:
    charges = [part.values[FactKind.CHARGE].value for part in wanted.parts]
    read = [part.values[FactKind.CHARGE].value for part in got.parts]
    shared = sum(one in read for one in charges) / max(len(charges), len(read), 1)
    return _weighed(wanted, got, _EVENT_WEIGHTS) + 2 * shared


def _count_likeness(wanted: Node, got: Node) -> float:
    return 2.5 + _weighed(wanted, got, _COUNT_WEIGHTS)


def _weighed(wanted: Node, got: Node, weights: dict[FactKind, float]) -> float:
    return sum(
        weight
        for kind, weight in weights.items()
        if kind in wanted.values
        and kind in got.values
        and wanted.values[kind].value == got.values[kind].value
    )


def _disposition_likeness(wanted: Told, got: Told) -> float:
    one, other = wanted.value, got.value
    assert isinstance(one, tuple) and isinstance(other, tuple)
    return 2.5 + sum(mine == more for mine, more in zip(one, other, strict=True))
