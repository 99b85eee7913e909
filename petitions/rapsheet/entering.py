"""Chooses the counts of a sheet that enter the record: the marijuana convictions, and what may stand for one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from petitions.rapsheet.marijuana import Named, named_offense
from petitions.rapsheet.sheet import Count, Cycle, Event, EventKind, Sheet
from petitions.rapsheet.standing import convicted


@dataclass(frozen=True, slots=True)
class Entering:
    """A count that enters, and the offense it names."""

    cycle: Cycle
    event: Event
    count: Count
    offense: Named


def entering(sheet: Sheet) -> Iterator[Entering]:
    """Yield the counts in the order of the sheet, those set aside later among them: they count as earlier ones.

    A count that speaks of a conviction in words nobody understood enters too, with its outcome unsure.
    """
    for cycle in sheet.cycles:
        for event in cycle.events:
            for count in event.counts if event.kind is EventKind.COURT else ():
                offense = named_offense(count, cycle=cycle)
                if offense and (convicted(count) or count.please_check):
                    yield Entering(cycle, event, count, offense)
