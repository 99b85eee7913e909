"""The states of the pages after the clinic, and of the figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import time, timedelta
from typing import Any

from petitions.access.roles import Role
from petitions.interview.screening import today
from petitions.records.matters.models import CaseStatus, Matter
from petitions.records.matters.telling import claim_message, note_sent
from tests.clinic.after.followed import approved, note
from tests.clinic.people import Member, answered, matter_of, office
from tests.pages.answered import three_filed
from tests.pages.state import Scene, State

NO_PAGE: dict[str, str] = {
    "hearings": "a calendar file",
    "matter_hearings": "a calendar file",
    "case_take_back": "only leads on to another page",
    "case_tell_again": "only leads on to another page",
    "figure_svg": "a picture to download",
    "figure_csv": "a table to download",
}
_BOARD, _NOTE = "/clinic/follow-up/", "/clinic/follow-up/note/"


def states() -> Iterator[State]:
    """Give them all."""
    yield State(
        "follow-up-none", "follow_up", staff=lambda: Scene(office().member(Role.REVIEWER).client, _BOARD)
    )
    yield State("follow-up", "follow_up", staff=lambda: _several(_BOARD))
    yield State("empty-follow-up-many", "follow_up_many", staff=lambda: _several(_NOTE), sent={})
    yield _many("follow-up-many", "filed")
    yield _many("follow-up-many-none", "printed")
    yield _many("wrong-follow-up-many", "signed", yes="1", tell="tell")
    yield State("due-none", "due", staff=lambda: _several("/clinic/follow-up/due/", is_noted=False))
    yield State("due", "due", staff=lambda: _several("/clinic/follow-up/due/"))
    yield State("case-steps-new", "case_steps", staff=_case)
    yield State("case-steps", "case_steps", staff=lambda: _case(noted))
    yield State("empty-case-steps", "case_steps", staff=lambda: _case(noted), sent={"happened": ""})
    yield State(
        "wrong-case-steps",
        "case_steps",
        staff=lambda: _case(noted),
        sent={"happened": "filed", "on": "2020-01-01", "tell": "email", "department": "x" * 41},
    )
    yield State(
        "wrong-case-steps-elsewhere",
        "case_steps",
        staff=lambda: _case(noted),
        sent={
            "happened": "filed",
            "on": str(today() - timedelta(days=20)),
            "seen": "filed-7",
            "tell": "record",
        },
    )
    yield State("figures", "figures", staff=lambda: _several("/clinic/figures/"))
    yield State("figures-hidden", "figures", staff=lambda: _several("/clinic/figures/", role=Role.AUDITOR))
    yield State(
        "figures-none", "figures", staff=lambda: Scene(office().member(Role.ADMIN).client, "/clinic/figures/")
    )


def with_contact(answers: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return answers that name an address and a telephone."""
    found = answers or answered()
    found["filing"] |= {"email": "testa@example.org", "phone": "510-555-0199"}
    return found


def noted(matter: Matter) -> None:
    """Note printed, filed and an answer with a hearing; one message went out, one did not."""
    sent = matter.pk
    note(matter, CaseStatus.PRINTED, days_ago=40)
    note(matter, CaseStatus.FILED, days_ago=30)
    note(
        matter,
        CaseStatus.ANSWERED,
        days_ago=3,
        outcome="hearing",
        hearing_on=today() + timedelta(days=20),
        hearing_at=time(8, 30),
        department="24",
    )
    claim_message(matter, key=sent, place="c1", status="filed", by="email")
    claim_message(matter, key=matter.pk[::-1], place="c1", status="answered", by="sms")
    note_sent(matter, sent)


def _many(name: str, happened: str, **more: str) -> State:
    """Name a state of the page that says what will change; its cases are known once they are made."""
    sent: dict[str, Any] = {"happened": happened, "on": "2026-11-01", "tell": "record", **more}

    def scene() -> Scene:
        found = _several(_NOTE)
        page = found.client.get(_BOARD)
        sent["cases"] = [row.case.key for row in page.context["board"].rows]
        return found

    return State(name, "follow_up_many", staff=scene, sent=sent)


def _several(path: str, *, role: Role = Role.REVIEWER, is_noted: bool = True) -> Scene:
    ours = office()
    member = ours.member(Role.REVIEWER)
    matter_of(member, answers=answered())
    approved(member, answered(three_filed))
    printed = approved(member, answered())
    if is_noted:
        noted(approved(member, with_contact()))
        note(printed, CaseStatus.PRINTED, days_ago=20)
    return Scene(ours.member(role).client, path)


def _case(prepare: Callable[[Matter], None] | None = None) -> Scene:
    member: Member = office().member(Role.REVIEWER)
    matter = approved(member, with_contact())
    if prepare:
        prepare(matter)
    return Scene(member.client, f"/clinic/matters/{matter.pk}/follow-up/c1/")
