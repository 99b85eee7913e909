"""The cases of many matters with what is noted of each, and how far each is; read in two queries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from petitions.clinic.after.words import Text, status_word
from petitions.clinic.summaries import CountLine, Summary
from petitions.records.matters.models import CaseStatus
from petitions.records.matters.steps import Step, Steps, steps_of_matters


@dataclass(frozen=True, slots=True)
class FollowedCase:
    """One case that gets papers, or of which something is noted."""

    summary: Summary
    place: str
    counts: tuple[CountLine, ...]
    steps: Steps

    @property
    def key(self) -> str:
        """Return the name by which a form names it."""
        return f"{self.summary.matter.pk}.{self.place}"

    @property
    def status(self) -> CaseStatus | None:
        """Return the furthest step; ready is derived: approved, and papers can be made."""
        for status in reversed(CaseStatus):
            if status in self.steps:
                return status
        return CaseStatus.READY if self.is_ready else None

    @property
    def is_ready(self) -> bool:
        """Say whether the papers of this case can be printed as they were approved."""
        return self.summary.is_approved and self.summary.is_complete and self.place in self.summary.cases

    @property
    def word(self) -> Text:
        """Say how far it is."""
        return status_word(self.status)

    @property
    def county(self) -> str:
        """Return its county, empty where it is not known."""
        return self.counts[0].county if self.counts else ""

    @property
    def case_number(self) -> str:
        """Return its number, empty where it is not known."""
        return self.counts[0].case_number if self.counts else ""

    @property
    def hearing(self) -> Step | None:
        """Return the step with the hearing that is still to come or to be noted: none once it is decided."""
        if CaseStatus.DECIDED in self.steps:
            return None
        found = [step for step in self.steps.values() if step.hearing_on]
        return found[-1] if found else None


def cases_of(summaries: Iterable[Summary], *, organization_id: str) -> list[FollowedCase]:
    """Return the cases in the order of the matters."""
    found = list(summaries)
    steps = steps_of_matters((one.matter.pk for one in found), organization_id=organization_id)
    places: dict[str, list[str]] = {}
    for matter, place in steps:
        places.setdefault(matter, []).append(place)
    return [
        FollowedCase(
            summary=one,
            place=place,
            counts=tuple(count for count in one.counts if count.case == place),
            steps=steps.get((one.matter.pk, place), {}),
        )
        for one in found
        for place in dict.fromkeys((*one.cases, *places.get(one.matter.pk, ())))
    ]
