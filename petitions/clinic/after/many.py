"""Notes one step of many cases: first it says what would change and what cannot, then it does exactly that, once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from petitions.access.actors import Actor
from petitions.access.audit import note_changed, note_seen
from petitions.clinic.after.cases import FollowedCase
from petitions.clinic.after.order import order_question
from petitions.clinic.after.telling import tell, ways_to
from petitions.clinic.after.words import Text
from petitions.records.matters.models import CaseStatus
from petitions.records.matters.reading import MatterGone, answers_of
from petitions.records.matters.steps import note_new_step

_THERE = _("This step is noted already.")
_NOT_APPROVED = _("It is not approved, and nothing was noted before.")


@dataclass(frozen=True, slots=True)
class Line:
    """One case in the plan: ``why_not`` says why it stays as it is, ``question`` what is unusual about its days."""

    case: FollowedCase
    why_not: Text = ""
    question: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be done to the chosen cases."""

    lines: tuple[Line, ...]

    @property
    def changes(self) -> list[Line]:
        """Return the cases that change."""
        return [one for one in self.lines if not one.why_not]

    @property
    def stays(self) -> list[Line]:
        """Return the cases that stay as they are."""
        return [one for one in self.lines if one.why_not]

    @property
    def question(self) -> str:
        """Return the first question about an unusual order of days."""
        return next((one.question for one in self.changes if one.question), "")


@dataclass(frozen=True, slots=True)
class Done:
    """How many cases were noted, how many persons were told, and how many could not be."""

    noted: int
    told: int
    not_told: int


def plan_for(cases: Iterable[FollowedCase], *, status: CaseStatus, on: date | None) -> Plan:
    """Say what noting this step would do to each case."""
    return Plan(tuple(_line(one, status, on) for one in cases))


def carry_out(
    actor: Actor, plan: Plan, *, status: CaseStatus, outcome: str, on: date | None, tell_token: str | None
) -> Done:
    """Note the step where the plan says so; whom somebody else was faster with is passed over. Tell with a token only."""
    noted = told = not_told = 0
    for line in plan.changes:
        matter, place = line.case.summary.matter, line.case.place
        if not note_new_step(
            matter, place=place, status=status, on=on, user_id=actor.user_id, outcome=outcome
        ):
            continue
        note_changed(actor, matter, what=f"{status.value} noted")
        noted += 1
        if tell_token is not None:
            is_sent = _tell(actor, line.case, status=status, token=tell_token)
            told, not_told = told + is_sent, not_told + (not is_sent)
    return Done(noted, told, not_told)


def _line(case: FollowedCase, status: CaseStatus, on: date | None) -> Line:
    if status in case.steps:
        return Line(case, why_not=_THERE)
    if not case.steps and not case.is_ready:
        return Line(case, why_not=_NOT_APPROVED)
    return Line(case, question=order_question(case.steps, status=status, on=on))


def _tell(actor: Actor, case: FollowedCase, *, status: CaseStatus, token: str) -> bool:
    matter = case.summary.matter
    try:
        answers = answers_of(matter).answers
    except MatterGone:
        return False
    note_seen(actor, matter, what="contact")
    by = next(iter(ways_to(answers)), "")
    if not by:
        return False
    return bool(tell(actor, matter, answers, place=case.place, status=status, by=by, token=token))
