"""One case with its steps, what was sent to the person, and what they do next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from petitions.clinic.after.cases import FollowedCase, cases_of
from petitions.clinic.after.due import WHAT, due_days
from petitions.clinic.after.words import NOTED, STATUSES, Text, outcome_word
from petitions.clinic.summaries import summary
from petitions.interview.after.advice import next_lines
from petitions.interview.after.trackers import Step as OwnStep
from petitions.records.matters.models import CaseStatus, Matter, Told
from petitions.records.matters.steps import Steps
from petitions.records.matters.telling import messages_of

_OWN = {
    CaseStatus.FILED: OwnStep.FILED,
    CaseStatus.SERVED: OwnStep.SERVED,
    CaseStatus.ANSWERED: OwnStep.ANSWERED,
    CaseStatus.DECIDED: OwnStep.DECIDED,
    CaseStatus.VERIFIED: OwnStep.CORRECTED,
}
"""The petitioner's own tracker has these steps."""


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step as the page draws it."""

    status: CaseStatus
    name: Text
    is_done: bool
    on: date | None
    outcome: Text
    hearing_on: date | None
    hearing_at: time | None
    department: str
    version: int


@dataclass(frozen=True, slots=True)
class ToldLine:
    """One message as the page draws it."""

    row: Told
    name: Text

    @property
    def mark(self) -> str:
        """Return what a form that tries it again names: this message, as it was tried last."""
        return f"{self.row.pk}.{self.row.at.isoformat()}"


@dataclass(frozen=True, slots=True)
class CasePage:
    """What the page shows of one case."""

    case: FollowedCase
    steps: tuple[StepLine, ...]
    told: tuple[ToldLine, ...]
    due: tuple[tuple[Text, date], ...]
    next_lines: tuple[str, ...]


def case_at(matter: Matter, place: str) -> FollowedCase | None:
    """Return one case of a matter; None where it has no such case."""
    found = summary(matter)
    cases = cases_of([found], organization_id=matter.organization_id) if found else []
    return next((one for one in cases if one.place == place), None)


def case_page(case: FollowedCase, *, on: date) -> CasePage:
    """Gather the page."""
    told = messages_of(case.summary.matter, place=case.place)
    return CasePage(
        case=case,
        steps=tuple(_line(case, status) for status in NOTED),
        told=tuple(ToldLine(one, STATUSES[CaseStatus(one.status)]) for one in told),
        due=tuple((WHAT[kind][0], day) for kind, day in due_days(case.steps, on=on)),
        next_lines=next_lines(_own_steps(case.steps), is_petition=False) if _is_filing(case.steps) else (),
    )


def _line(case: FollowedCase, status: CaseStatus) -> StepLine:
    step = case.steps.get(status)
    return StepLine(
        status=status,
        name=STATUSES[status],
        is_done=step is not None,
        on=step.on if step else None,
        outcome=outcome_word(status, step.outcome) if step else "",
        hearing_on=step.hearing_on if step else None,
        hearing_at=step.hearing_at if step else None,
        department=step.department if step else "",
        version=step.version if step else 0,
    )


def _is_filing(steps: Steps) -> bool:
    """Say whether the petitioner's own advice fits: something of the papers is noted, and it has words for it."""
    decided = steps.get(CaseStatus.DECIDED)
    return bool(steps) and not (decided and decided.outcome == "other")


def _own_steps(steps: Steps) -> dict[OwnStep, Mapping[str, Any]]:
    return {
        _OWN[status]: {"how": step.outcome, "on": step.on, "hearing_on": step.hearing_on}
        for status, step in steps.items()
        if status in _OWN
    }
