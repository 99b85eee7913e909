"""The states of the pages of printing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from unittest.mock import patch

from petitions.access.roles import Role
from petitions.clinic.approval import facts_hash
from petitions.clinic.printing.plan import Options
from petitions.interview.answers import new_answers
from petitions.interview.screening import today
from petitions.records.matters.models import Matter
from petitions.records.matters.print_models import PrintJob, PrintState
from petitions.records.matters.print_parts import part_done
from petitions.records.matters.printing import Wanted, ask_for_job, parts_of, tick
from petitions.records.matters.reviewing import approve
from tests.clinic.people import Member, answered, matter_of, office
from tests.pages.answered import three_filed
from tests.pages.state import Scene, State

NO_PAGE: dict[str, str] = {
    "print_job_now": "says how far a job is, to a script",
    "print_stop": "only leads back to the job",
    "print_file": "is a file",
    "print_taken": "only leads on to the check-out",
    "checkout_tick": "only leads back to the check-out",
    "checkout_sheet": "is a PDF file",
}


NOBODY = {"print": "1", "kind": "stack", "order": "name", "court": "0", "prosecutor": "0", "petitioner": "0"}


def states() -> Iterator[State]:
    """Give them all."""
    yield State(
        "print-none",
        "print_desk",
        staff=lambda: Scene(office().member(Role.REVIEWER).client, "/clinic/print/"),
    )
    yield State("print-desk", "print_desk", staff=_desk)
    yield State("print-new", "print_new", staff=_new)
    yield State("print-new-none", "print_new", staff=lambda: _new(nothing=True))
    yield State("wrong-print-new", "print_new", staff=lambda: _new(**NOBODY))
    yield State(
        "print-checkout-none",
        "checkout",
        staff=lambda: Scene(office().member(Role.VOLUNTEER).client, "/clinic/print/check-out/"),
    )
    yield State("print-checkout", "checkout", staff=_checkout)
    for name, state in (
        ("waiting", PrintState.WORKING),
        ("done", PrintState.DONE),
        ("failed", PrintState.FAILED),
        ("stopped", PrintState.STOPPED),
    ):
        yield State(
            f"print-job-{name}", "print_job", staff=lambda state=state: _job(state), amid=_without_process
        )


def _without_process() -> AbstractContextManager[object]:
    return patch("petitions.clinic.printing.views.print_apart")


def approved(member: Member, matter: Matter, answers: dict[str, object]) -> Matter:
    """Approve a matter as it is."""
    approve(matter, version=1, facts_hash=facts_hash(answers), user_id=member.user.pk)
    matter.refresh_from_db()
    return matter


def ready(member: Member) -> list[Matter]:
    """Open two matters, and approve them."""
    every = (answered(), answered(three_filed))
    return [approved(member, matter_of(member, answers=answers), answers) for answers in every]


def job_in(member: Member, state: PrintState) -> PrintJob:
    """Ask for a job of three matters, and bring it to a state."""
    first, second = ready(member)
    empty = matter_of(member, answers=new_answers())
    wanted = [Wanted(first, 1, ""), Wanted(second, 1, ""), Wanted(empty, 1, "", "not_approved")]
    kept = {"print": Options().as_json(), "language": "en", "on": today().isoformat()}
    job = ask_for_job(
        wanted, organization_id=member.organization.pk, user_id=member.user.pk, token="states", options=kept
    )
    part_done(parts_of(job)[0], pages=12)
    PrintJob.objects.filter(pk=job.pk).update(state=state, pages=12 if state == PrintState.DONE else 0)
    return job


def _desk() -> Scene:
    member = office().member(Role.REVIEWER)
    job_in(member, PrintState.DONE)
    return Scene(member.client, "/clinic/print/")


def _new(*, nothing: bool = False, **sent: str) -> Scene:
    member = office().member(Role.REVIEWER)
    matters = [] if nothing else ready(member)
    chosen = [one.pk for one in (*matters, matter_of(member, answers=new_answers()))]
    return Scene(member.client, "/clinic/print/new/", {"matters": chosen, "token": "t", **sent})


def _checkout() -> Scene:
    member = office().member(Role.REVIEWER)
    tick(ready(member)[0], "signed", user_id=member.user.pk, is_done=True)
    return Scene(member.client, "/clinic/print/check-out/")


def _job(state: PrintState) -> Scene:
    member = office().member(Role.REVIEWER)
    return Scene(member.client, f"/clinic/print/{job_in(member, state).pk}/")
