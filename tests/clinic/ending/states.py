"""The states of the pages of retention, transfer and deletion."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from django.utils import timezone

from petitions.access.roles import Role
from petitions.interview.screening import today
from petitions.records.matters.models import Matter, MatterState
from petitions.records.matters.transfers import offer
from tests.access.signing_in.members import just_proved
from tests.clinic.people import Member, answered, matter_of, office
from tests.pages.state import Scene, State

NO_PAGE: dict[str, str] = {
    "matter_close": "only leads back to the matter",
    "transfer_answer": "only leads back to the list of endings",
}


def states() -> Iterator[State]:
    """Give them all."""
    yield State("endings-none", "endings", staff=lambda: Scene(just_proved(_admin()), "/clinic/endings/"))
    yield State("endings", "endings", staff=_endings)
    yield State("wrong-endings", "endings", staff=_endings, sent={})
    yield State("matter-delete", "matter_delete", staff=lambda: _matter("delete/"))
    yield State("empty-matter-delete", "matter_delete", staff=lambda: _matter("delete/"), sent={})
    yield State("matter-hand-out", "matter_hand_out", staff=lambda: _matter("hand-out/"))
    yield State("matter-hand-out-offered", "matter_hand_out", staff=_offered)
    yield State(
        "wrong-matter-hand-out",
        "matter_hand_out",
        staff=lambda: _matter("hand-out/"),
        sent={"offer": "1", "to": "No such office"},
    )
    yield State(
        "matter-hand-out-code", "matter_hand_out", staff=lambda: _matter("hand-out/"), sent={"code": "1"}
    )
    yield State("matter-closed", "matter", staff=_closed)


def days_ago(days: int) -> datetime:
    """Return noon of the day that was so many days ago in California, whatever the hour and the clock's changes are."""
    return timezone.make_aware(datetime.combine(today() - timedelta(days=days), time(12)))


def due(member: Member) -> Matter:
    """Return a matter that nobody touched for too long."""
    matter = matter_of(member, answers=answered())
    Matter.objects.filter(pk=matter.pk).update(changed_at=days_ago(400))
    return matter


def _admin() -> Member:
    return office().member(Role.ADMIN)


def _endings() -> Scene:
    admin, other = _admin(), office("Another Office").member(Role.ADMIN)
    due(admin)
    matter_of(admin, answers=answered())
    offer(matter_of(other), to=admin.organization.pk, user_id=other.user.pk)
    return Scene(just_proved(admin), "/clinic/endings/")


def _matter(page: str) -> Scene:
    admin = _admin()
    return Scene(just_proved(admin), f"/clinic/matters/{matter_of(admin, answers=answered()).pk}/{page}")


def _offered() -> Scene:
    admin = _admin()
    matter = matter_of(admin, answers=answered())
    offer(matter, to=office("Another Office").organization.pk, user_id=admin.user.pk)
    return Scene(just_proved(admin), f"/clinic/matters/{matter.pk}/hand-out/")


def _closed() -> Scene:
    admin = _admin()
    matter = matter_of(admin, answers=answered())
    closed = days_ago(85)
    Matter.objects.filter(pk=matter.pk).update(closed_at=closed, state=MatterState.CLOSED)
    return Scene(admin.client, f"/clinic/matters/{matter.pk}/")
