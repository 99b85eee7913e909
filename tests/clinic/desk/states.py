"""The states of the desk's pages."""

from __future__ import annotations

from collections.abc import Iterator

from petitions.access.roles import Role
from tests.clinic.people import answered, matter_of, office
from tests.pages.state import Scene, State

NO_PAGE: dict[str, str] = {}


def states() -> Iterator[State]:
    """Give them all."""
    yield State("matters-none", "matters", staff=_nobody_yet)
    yield State("matter", "matter", staff=_one)


def _nobody_yet() -> Scene:
    return Scene(office().member(Role.VOLUNTEER).client, "/clinic/")


def _one() -> Scene:
    member = office().member(Role.REVIEWER)
    matter = matter_of(member, answers=answered())
    return Scene(member.client, f"/clinic/matters/{matter.pk}/")
