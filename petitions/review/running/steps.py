"""Goes over the pieces or shares of one step with the workers, and tells how far it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from time import monotonic
from typing import Any

from petitions.exchange.runs.crew import Crew
from petitions.review.running.places import ReviewPlaces, Step
from petitions.review.running.progress import Progress

Tell = Callable[[Progress], None]
_WORK = "petitions.review.running."


class Steps:
    """The steps of one run."""

    def __init__(self, crew: Crew, *, places: ReviewPlaces, tell: Tell) -> None:
        self._crew, self._places, self._tell = crew, places, tell

    def each(
        self, step: Step, jobs: Mapping[int, Any], *, sizes: Mapping[int, int], work: str
    ) -> Iterator[Any]:
        """Yield the answers of all jobs: first those noted by an earlier start, then, in any order, the others.

        Jobs and their sizes in bytes go by number; an answer has its own, and how many rows it was about.
        """
        noted = {done.number: done for done in self._places.noted(step) if done.number in jobs}
        yield from noted.values()
        whole, done, now, rows, began = (
            sum(sizes.values()),
            sum(sizes[number] for number in noted),
            0,
            0,
            monotonic(),
        )
        left = [job for number, job in jobs.items() if number not in noted]
        for answer in self._crew.each(left, work=_WORK + work):
            size = sizes[answer.number]
            done, now, rows = done + size, now + size, rows + answer.rows
            self._tell(Progress(step, whole, done, now, rows, monotonic() - began))
            yield answer
