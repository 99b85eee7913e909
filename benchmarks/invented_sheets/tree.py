"""Puts the truth, and what a reader made of a sheet, in one shape: events of counts, each value with its flag."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from benchmarks.invented_sheets.truth import Fact, FactKind, Value
from petitions.rapsheet.meaning.sentence_lengths import one_line
from petitions.rapsheet.meaning.standing import convicted, current_severity, sentence, severity
from petitions.rapsheet.sheet import Count, Event, EventKind, PersonalData, Read, Sheet


class Told(NamedTuple):
    """A value, whether a person is asked to check it, and the words it is or was read from."""

    value: Value
    flagged: bool = False
    printed: str = ""


@dataclass(slots=True)
class Node:
    """A count (without parts), or an event (of counts)."""

    values: dict[FactKind, Told] = field(default_factory=dict)
    dispositions: list[Told] = field(default_factory=list)
    parts: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Tree:
    """A sheet. ``unplaced``: the lines that the reader gave up, or warned of."""

    person: Node
    events: list[Node]
    unplaced: tuple[str, ...] = ()


def tree_of_truth(facts: Sequence[Fact]) -> Tree:
    """Return the truth as a tree."""
    nodes: dict[tuple[str | int, ...], Node] = {("person",): Node()}
    events: list[Node] = []
    for fact in facts:
        path = fact.path[:-2] if fact.kind is FactKind.DISPOSITION else fact.path
        if path not in nodes:
            nodes[path] = Node()
            (nodes[path[:4]].parts if "count" in path else events).append(nodes[path])
        told = Told(fact.value, printed=fact.printed)
        if fact.kind is FactKind.DISPOSITION:
            nodes[path].dispositions.append(told)
        else:
            nodes[path].values[fact.kind] = told
    return Tree(nodes["person",], events)


def tree_of_sheet(sheet: Sheet) -> Tree:
    """Return what was read as a tree."""
    events = [
        _event(event, first=not place, inferred=cycle.inferred)
        for cycle in sheet.cycles
        for place, event in enumerate(cycle.events)
    ]
    return Tree(_person(sheet.personal), events, tuple(place.raw for place in sheet.problems))


def _person(read: PersonalData | None) -> Node:
    if read is None:
        return Node({kind: Told(None) for kind in (FactKind.CII, FactKind.NAMES, FactKind.BIRTH)})
    day = read.date_of_birth
    return Node(
        {
            FactKind.CII: _told(read.cii),
            FactKind.NAMES: Told(tuple(name for _, name in read.names)),
            FactKind.BIRTH: Told(day.value.isoformat() if day else None, bool(day and day.needs_check)),
            FactKind.OTHER_BIRTHS: Told(tuple(one.isoformat() for one in read.other_dates_of_birth)),
            FactKind.SEX: Told(read.sex),
            FactKind.RACE: Told(read.race),
        }
    )


def _event(event: Event, *, first: bool, inferred: bool) -> Node:
    on = event.on
    node = Node(
        {
            FactKind.CYCLE: Told(first, inferred),
            FactKind.EVENT: Told(event.kind.value, event.kind is EventKind.OTHER, event.header.raw),
            FactKind.DAY: Told(on.value.isoformat() if on else None, on is None or on.needs_check),
            FactKind.AGENCY: _told(event.agency),
            FactKind.CASE_NUMBER: _told(event.case_number),
            FactKind.STRIKE: Told(event.potential_strike),
        },
        parts=[_count(count, event) for count in event.counts],
    )
    if event.kind is EventKind.COURT:
        court = event.court
        node.values[FactKind.COUNTY] = Told(
            court.value.county if court else None, court is None or court.needs_check
        )
    return node


def _count(count: Count, event: Event) -> Node:
    check = count.please_check
    found = convicted(count)
    applies = sentence(count) or count.sentence
    graves = [one.severity for one in count.dispositions if one.severity]
    unsure = (
        check or any(one.needs_check for one in graves) or _unsure(one.text for one in count.dispositions)
    )
    charge = count.charge
    stated, now = severity(count), current_severity(count)
    return Node(
        {
            FactKind.CHARGE: Told(
                charge.value.code_section if charge else None,
                check or bool(charge and charge.needs_check),
                charge.place.raw if charge else "",
            ),
            FactKind.CONVICTED: Told(
                found is not None and event.kind is EventKind.COURT,
                check or _unsure(one.text for one in count.dispositions),
            ),
            FactKind.SEVERITY: Told(stated.value if stated else None, unsure),
            FactKind.SENTENCE: Told(
                one_line(applies) if applies else None,
                check or bool(applies and applies.needs_check),
                applies.place.raw if applies else "",
            ),
            FactKind.CURRENT_SEVERITY: Told(now.value if now else None, unsure),
        },
        [
            Told(
                (one.outcome.value, one.on.value.isoformat() if one.on else "", one.statute or ""),
                check or one.text.needs_check or one.on is None or one.on.needs_check,
                one.text.place.raw,
            )
            for one in count.dispositions
        ],
    )


def _told(read: Read[Any] | None) -> Told:
    return Told(read.value, read.needs_check, read.place.raw) if read else Told(None)


def _unsure(reads: Iterable[Read[str]]) -> bool:
    return any(read.needs_check for read in reads)
