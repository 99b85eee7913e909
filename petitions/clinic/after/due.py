"""Says what is due in a case, when and why; pure but for words. The law sets hardly any of these days, and the reasons say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from petitions.clinic.after.cases import FollowedCase
from petitions.clinic.after.words import Text
from petitions.interview.after.dates import CALL_AFTER
from petitions.law.authorities import RELIEF_BOTH
from petitions.records.matters.models import CaseStatus
from petitions.records.matters.steps import Steps

FILE_AFTER = timedelta(days=14)
SERVE_AFTER = timedelta(days=7)
ANSWER_AFTER = CALL_AFTER["30"]
VERIFY_AFTER = CALL_AFTER["60"]
APPEAL_AFTER = timedelta(days=7)
_APPEAL_ENDS = timedelta(days=60)


class Kind(StrEnum):
    """What is due."""

    FILE = "file"
    SERVE = "serve"
    ANSWER = "answer"
    HEARING = "hearing"
    VERIFY = "verify"
    APPEAL = "appeal"


WHAT: dict[Kind, tuple[Text, Text, str]] = {
    Kind.FILE: (
        _("File the papers"),
        _("They were printed two weeks before this day and are not filed."),
        "",
    ),
    Kind.SERVE: (
        _("Give the prosecutor a copy"),
        _("The papers are filed, and no copy is noted a week later."),
        "",
    ),
    Kind.ANSWER: (
        _("Call the clerk: is there an answer?"),
        _("30 days have gone by. The law sets no number of days for an answer."),
        RELIEF_BOTH.cite,
    ),
    Kind.HEARING: (_("Hearing"), _("The court set this day. After it, note what was decided."), ""),
    Kind.VERIFY: (
        _("Check the state record"),
        _("The judge decided 60 days before this day. See if the record shows it."),
        "",
    ),
    Kind.APPEAL: (
        _("Ask a lawyer about an appeal"),
        _("The judge said no. The time for an appeal can be short."),
        "",
    ),
}
"""Of each kind: what to do, why, and the citation where there is one."""


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that is due in one case."""

    case: FollowedCase
    kind: Kind
    on: date
    is_overdue: bool

    @property
    def what(self) -> Text:
        """Say what to do."""
        return WHAT[self.kind][0]

    @property
    def why(self) -> Text:
        """Say why."""
        return WHAT[self.kind][1]

    @property
    def cite(self) -> str:
        """Return the citation; empty where the day is only ours."""
        return WHAT[self.kind][2]


def due_list(cases: Iterable[FollowedCase], *, on: date) -> list[Due]:
    """Return what is due, overdue first, then by day."""
    found = [
        Due(case, kind, day, is_overdue=day < on)
        for case in cases
        for kind, day in due_days(case.steps, on=on)
    ]
    return sorted(found, key=lambda one: (one.on, one.case.summary.matter.number, one.case.place))


def due_days(steps: Steps, *, on: date) -> Iterator[tuple[Kind, date]]:
    """Yield what is due of these steps, and when; a step without a day counts from nothing."""
    if CaseStatus.DECIDED in steps:
        yield from _after_the_decision(steps, on=on)
        return
    hearing = next((step.hearing_on for step in reversed(steps.values()) if step.hearing_on), None)
    if hearing:
        yield Kind.HEARING, hearing
    if CaseStatus.ANSWERED not in steps:
        yield from _before_the_answer(steps)


def _before_the_answer(steps: Steps) -> Iterator[tuple[Kind, date]]:
    printed, filed = _day(steps, CaseStatus.PRINTED), _day(steps, CaseStatus.FILED)
    served = _day(steps, CaseStatus.SERVED)
    if CaseStatus.FILED not in steps:
        if printed:
            yield Kind.FILE, printed + FILE_AFTER
        return
    if CaseStatus.SERVED not in steps:
        if filed:
            yield Kind.SERVE, filed + SERVE_AFTER
        return
    if filed or served:
        yield Kind.ANSWER, max(day for day in (filed, served) if day) + ANSWER_AFTER


def _after_the_decision(steps: Steps, *, on: date) -> Iterator[tuple[Kind, date]]:
    decided = steps[CaseStatus.DECIDED]
    if decided.on is None or CaseStatus.VERIFIED in steps:
        return
    if decided.outcome in ("granted", "part"):
        yield Kind.VERIFY, decided.on + VERIFY_AFTER
    if decided.outcome == "denied" and on <= decided.on + _APPEAL_ENDS:
        yield Kind.APPEAL, decided.on + APPEAL_AFTER


def _day(steps: Steps, status: CaseStatus) -> date | None:
    return steps[status].on if status in steps else None
