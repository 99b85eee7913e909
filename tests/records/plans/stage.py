"""The office that walks the busy paths: real members and matters, sealed as they are on the site."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone

from benchmarks.invented_matters import answers_of_one
from petitions.access.api_tokens.keeping import make_token
from petitions.access.roles import Role
from petitions.clinic.approval import courts_hash, courts_used, facts_hash
from petitions.clinic.printing.plan import Options
from petitions.clinic.summaries import summary
from petitions.interview.screening import today
from petitions.records.matters.ending import close_matter
from petitions.records.matters.models import CaseStatus, Matter
from petitions.records.matters.print_models import PrintJob
from petitions.records.matters.printing import Wanted, ask_for_job
from petitions.records.matters.reviewing import approve, hand_over
from petitions.records.matters.steps import note_new_step
from tests.api.programs import Program
from tests.clinic.people import Member, Office, matter_of, office

_MATTERS = 48


@dataclass
class Stage:
    """An office with members of each role, forty-eight matters in all states, a program, and a second office to give to."""

    where: Office
    matters: list[Matter]
    program: Program

    @property
    def admin(self) -> Member:
        """Return a member who may do everything."""
        return self.where.member(Role.ADMIN)

    @property
    def volunteer(self) -> Member:
        """Return a member who sees what is theirs."""
        return self.where.member(Role.VOLUNTEER)

    @property
    def approved(self) -> Matter:
        """Return a matter that is approved."""
        return self.matters[0]

    @property
    def waiting(self) -> Matter:
        """Return a matter that waits for a reviewer."""
        return self.matters[1]

    @property
    def begun(self) -> Matter:
        """Return a matter that is at intake."""
        return self.matters[2]

    @property
    def ending(self) -> Matter:
        """Return a matter that a path may delete."""
        return self.matters[-2]

    def job(self, token: str) -> PrintJob:
        """Ask for a job of one approved matter."""
        kept = {"print": Options().as_json(), "language": "en", "on": today().isoformat()}
        wanted = [Wanted(self.approved, 1, "")]
        return ask_for_job(
            wanted,
            organization_id=self.where.organization.pk,
            user_id=self.admin.user.pk,
            token=token,
            options=kept,
        )


def stage() -> Stage:
    """Make it."""
    where = office()
    admin, volunteer = where.member(Role.ADMIN), where.member(Role.VOLUNTEER)
    matters = [_matter(number, volunteer, admin) for number in range(_MATTERS)]
    made = make_token("A program", organization_id=where.organization.pk, made_by=None, now=timezone.now())
    assert made
    return Stage(where, matters, Program(*made))


def _matter(number: int, volunteer: Member, admin: Member) -> Matter:
    """Open a matter, and bring it to the state of its number: approved, waiting, begun, or closed."""
    answers = answers_of_one(number)
    matter = matter_of(volunteer, answers=answers)
    if number % 4 in (0, 3):
        courts = courts_hash(courts_used(answers))
        approve(matter, version=1, facts_hash=facts_hash(answers), courts_hash=courts, user_id=admin.user.pk)
        note_new_step(matter, place="c1", status=CaseStatus.PRINTED, on=today(), user_id=admin.user.pk)
    elif number % 4 == 1:
        hand_over(matter)
    if number % 4 == 3:
        close_matter(matter)
    found = Matter.objects.get(pk=matter.pk, organization_id=matter.organization_id)
    summary(found)
    return found
