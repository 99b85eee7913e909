"""What a row of the access matrix of staff is, and the made-up world that it is tried in."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.test import Client

from petitions.access.roles import Action, Role, may, sees_every_matter
from petitions.records.matters.models import Matter
from tests.clinic.people import Member, Office, answered, matter_of, new_member, new_user, office, signed_in

OK, NOT_ALLOWED, NO_SUCH = 200, 405, 404
AGAIN = "/account/again/"


@dataclass
class World:
    """Two organizations, each with a matter that its reviewer opened; a volunteer of the first has one too."""

    ours: Office
    theirs: Office
    matter: Matter
    own: Matter
    """The volunteer's own."""
    foreign: Matter

    def client(self, actor: str) -> Client:
        """Return the browser of an actor: ``anonymous``, ``superuser``, ``foreign``, or a role of our office."""
        if actor == "anonymous":
            return Client()
        if actor == "superuser":
            return signed_in(new_user(is_superuser=True, is_staff=True))
        if actor == "foreign":
            return self.theirs.member(Role.ADMIN).client
        return self.ours.member(actor).client

    def opener(self, row: StaffRow) -> Member:
        """Return a member of our office who may open the page."""
        return opener(self.ours, row)

    def swapped(self) -> World:
        """Return the same world as the other office sees it, whose matter stands for both of its own."""
        return World(self.theirs, self.ours, self.foreign, self.foreign, self.matter)


def world() -> World:
    """Make it."""
    ours, theirs = office(), office("Another Office")
    volunteer = ours.member(Role.VOLUNTEER)
    return World(
        ours=ours,
        theirs=theirs,
        matter=matter_of(ours.member(Role.REVIEWER), answers=answered()),
        own=matter_of(volunteer, answers=answered()),
        foreign=matter_of(theirs.member(Role.ADMIN), answers=answered()),
    )


def each_in_a_world(rows: Iterable[StaffRow]) -> Iterator[tuple[StaffRow, World]]:
    """Give each row and a world that no other row has touched: it is made once, and what a row did is taken back."""
    where = world()
    offices = (where.ours, where.theirs)
    for one in offices:
        for role in Role:
            assert one.member(role).client.cookies
    members = [(one, dict(one.members)) for one in offices]
    cookies = [
        (member.client, pickle.dumps(member.client.cookies))
        for one in offices
        for member in one.members.values()
    ]
    for row in rows:
        with transaction.atomic():
            yield row, where
            transaction.set_rollback(True)
        for one, had in members:
            one.members = dict(had)
        for client, held in cookies:
            client.cookies = pickle.loads(held)


Parts = Callable[[World], Mapping[str, Any]]
Answer = int | str
"""A status, or where a redirect leads (its beginning is enough)."""


@dataclass(frozen=True)
class StaffRow:
    """One route of staff: what it needs, and what it answers to whoever may.

    ``parts`` makes the address from the world's matter of the reviewer. Everyone else gets no such page (404); who is
    not signed in is led to the sign-in. ``own`` makes the address of what the volunteer may see, where that differs.
    """

    name: str
    action: Action
    get: Answer = OK
    post: Answer = NOT_ALLOWED
    parts: Parts = field(default=lambda _world: {})
    own: Parts | None = None
    """Set for whatever hangs on a matter."""
    sent: Mapping[str, Any] | Parts = field(default_factory=dict)
    """What the POST sends; made from the world where it names objects."""
    only: str = ""
    """The one role whose member made what the address names, where nobody else sees it."""
    names: bool = True
    """Whether what ``parts`` gives names an object; a word of ours is none."""
    fresh: bool = False
    """Whoever may open it must have proved a moment ago who they are; until then they are led to do so."""

    leads: Mapping[Role, str] = field(default_factory=dict)
    """Where a role is led by GET, if not where the others are."""

    def due(self, expected: Answer) -> Answer:
        """Return what whoever may gets without a fresh proof."""
        return AGAIN if self.fresh and expected != NOT_ALLOWED else expected

    def sent_in(self, where: World) -> dict[str, Any]:
        """Return what the POST sends in this world."""
        return dict(self.sent(where) if callable(self.sent) else self.sent)

    def opens_for(self, role: Role) -> bool:
        """Say whether this role may open the address of ``parts``."""
        is_theirs = not self.only or role == self.only
        return may(role, self.action) and is_theirs and (self.own is None or sees_every_matter(role))


def opener(where: Office, row: StaffRow) -> Member:
    """Return a member who may open the page: an admin, where the page is not one of a role or a right of its own."""
    if row.action is Action.EDIT_COURTS:
        return where.keeper()
    return where.member(Role.ADMIN if may(Role.ADMIN, row.action) else Role.COUNTY)


def of_matter(world: World) -> Mapping[str, Any]:
    """Name the reviewer's matter."""
    return {"matter": world.matter.pk}


def of_own(world: World) -> Mapping[str, Any]:
    """Name the volunteer's matter."""
    return {"matter": world.own.pk}


__all__ = ["Member", "StaffRow", "World", "new_member", "of_matter", "of_own", "world"]
