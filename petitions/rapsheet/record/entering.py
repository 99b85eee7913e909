"""Chooses the counts of a sheet that enter the record: the marijuana convictions, and what may stand for one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from petitions.rapsheet.meaning.plea_bargain import Surroundings, surroundings
from petitions.rapsheet.meaning.standing import convicted
from petitions.rapsheet.record.facts import Said
from petitions.rapsheet.record.marijuana import Named, named_offense
from petitions.rapsheet.record.offense_dates import arrest_day
from petitions.rapsheet.sheet import Count, Event, EventKind, Sheet


@dataclass(frozen=True, slots=True)
class Entering:
    """A count that enters, and the offense it names. ``arrested``: when its cycle's arrest was."""

    event: Event
    count: Count
    offense: Named
    among: Surroundings
    arrested: Said


def entering(sheet: Sheet) -> Iterator[Entering]:
    """Yield the counts in the order of the sheet, those set aside later among them: they count as earlier ones.

    A count that speaks of a conviction in words nobody understood enters too, with its outcome unsure.
    """
    for cycle in sheet.cycles:
        among = surroundings(cycle)
        for event in (one for one in cycle.events if one.kind is EventKind.COURT):
            arrested = arrest_day(event, cycle=cycle)
            for count in event.counts:
                offense = named_offense(count, among=among)
                if offense and (convicted(count) or count.please_check):
                    yield Entering(event, count, offense, among, arrested)
