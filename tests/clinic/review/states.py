"""The states of the review desk's pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from petitions.access.roles import Role
from petitions.clinic.approval import facts_hash
from petitions.clinic.desk.changes import apply_cells
from petitions.interview.answers import new_answers
from petitions.interview.screening import today
from petitions.records.matters.comments import add_comment
from petitions.records.matters.models import Matter
from petitions.records.matters.reviewing import approve, hand_over, keep_look
from petitions.records.matters.writing import save_matter_answers
from tests.clinic.people import Member, answered, matter_of, office
from tests.pages.answered import three_filed
from tests.pages.state import Scene, State

_ONLY_LEADS = "only leads on to another page"
NO_PAGE: dict[str, str] = dict.fromkeys(
    ("matter_seen", "matter_take", "matter_hand_over", "matter_assign"), _ONLY_LEADS
) | {
    "matter_approve": "leads to the queue, or shows the review again",
    "matter_send_back": "leads to the queue, or shows the review again",
    "matter_comment": "leads back to where it was written",
}
Prepare = Callable[[Member, Matter], None]


def states() -> Iterator[State]:
    """Give them all."""
    yield State("review-queue-none", "review_queue", staff=_queue)
    yield State("review-queue", "review_queue", staff=lambda: _queue(handed, reopened))
    yield State("review-new", "review_matter", staff=lambda: _review(answered))
    yield State("review-several", "review_matter", staff=lambda: _review(lambda: answered(three_filed)))
    yield State("review-empty", "review_matter", staff=lambda: _review(new_answers))
    yield State("review-changed", "review_matter", staff=lambda: _review(answered, reopened))
    yield State("review-commented", "review_matter", staff=lambda: _review(answered, commented))
    yield State(
        "wrong-review-approve",
        "matter_approve",
        staff=lambda: _review(answered, page="approve/"),
        sent={"version": "9"},
    )
    yield State(
        "empty-review-back",
        "matter_send_back",
        staff=lambda: _review(answered, page="back/"),
        sent={"text": ""},
    )


def handed(_member: Member, matter: Matter) -> None:
    """Hand a matter over."""
    hand_over(matter)


def approved(member: Member, matter: Matter) -> None:
    """Approve a matter as it is."""
    answers = answered()
    approve(matter, version=1, facts_hash=facts_hash(answers), user_id=member.user.pk)
    keep_look(matter, answers, version=1, user_id=member.user.pk)


def reopened(member: Member, matter: Matter) -> None:
    """Approve a matter, then change it."""
    approved(member, matter)
    sent = {"c1.age": {"answer": "18_to_20"}, "you.contact": {"part_phone": "510-555-0199", "part_email": ""}}
    save_matter_answers(matter, answers=apply_cells(answered(), sent, on=today()).answers, version=1)


def commented(member: Member, matter: Matter) -> None:
    """Write two comments, and open a second matter of the same name."""
    add_comment(matter, "The date of the offense is not on the minute order.", user_id=member.user.pk)
    matter_of(member, answers=answered())


def _queue(*prepare: Prepare) -> Scene:
    member = office().member(Role.REVIEWER)
    for one in prepare:
        one(member, matter_of(member, answers=answered()))
    return Scene(member.client, "/clinic/review/")


def _review(
    answers: Callable[[], dict[str, Any]], prepare: Prepare | None = None, *, page: str = ""
) -> Scene:
    member = office().member(Role.REVIEWER)
    matter = matter_of(member, answers=answers())
    if prepare:
        prepare(member, matter)
    return Scene(member.client, f"/clinic/matters/{matter.pk}/review/{page}")
