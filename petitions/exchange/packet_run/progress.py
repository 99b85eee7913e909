"""How far a run is, in numbers."""

from __future__ import annotations

from dataclasses import dataclass, replace

from petitions.exchange.packet_run.task import Done


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is. ``now`` counts the records that this start of it has worked on, ``joined`` its volumes.

    ``for_courts`` are the jobs for whole courts that a run for a county has, ``courts_done`` those that are done.
    """

    records: int
    printed: int
    problems: int
    now: int = 0
    by_full_lane: int = 0
    volumes: int = 0
    joined: int = 0
    for_courts: int = 0
    courts_done: int = 0

    @property
    def done(self) -> int:
        """Return how many records are dealt with."""
        return self.printed + self.problems

    def after(self, lot: Done) -> Progress:
        """Return the progress after one more lot."""
        return replace(
            self,
            printed=self.printed + lot.printed,
            problems=self.problems + lot.problems,
            now=self.now + lot.printed + lot.problems,
            by_full_lane=self.by_full_lane + lot.by_full_lane,
        )

    def after_court(self) -> Progress:
        """Return the progress after one more job for a court."""
        return replace(self, courts_done=self.courts_done + 1)

    def after_volume(self) -> Progress:
        """Return the progress after one more volume."""
        return replace(self, joined=self.joined + 1)
