"""Goes over the lots of a run, and over its volumes, with the workers, and tells how far it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from petitions.exchange.packet_run.lots import Cut
from petitions.exchange.packet_run.places import Places
from petitions.exchange.packet_run.progress import Progress
from petitions.exchange.runs.crew import Crew

Tell = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class Steps:
    """The workers of one run, its places, and who hears of it. ``work`` names a function as Crew wants it."""

    crew: Crew
    places: Places
    tell: Tell

    def print_lots(self, whole: Cut, *, work: str) -> Progress:
        """Print the lots that an earlier start has not; put the lists of the run together."""
        finished = self.places.finished()
        if finished is not None:
            return Progress(whole.records, *finished)
        done = self.places.done(len(whole.lots))
        printed, problems = (sum(counts) for counts in zip((0, 0), *done.values(), strict=True))
        progress = Progress(whole.records, printed, problems)
        self.tell(progress)
        for lot in self.crew.each([lot for lot in whole.lots if lot.number not in done], work=work):
            progress = progress.after(lot)
            self.tell(progress)
        self.places.finish(len(whole.lots))
        return progress

    def join(self, progress: Progress, volumes: Iterable[Any], *, work: str) -> Progress:
        """Join the papers of the volumes that are not there yet."""
        left = list(volumes)
        progress = replace(progress, volumes=len(left))
        for _ in self.crew.each(left, work=work):
            progress = progress.after_volume()
            self.tell(progress)
        return progress
