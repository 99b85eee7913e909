"""Writes the audit log of an organization: who did what to which row, and which parts changed, never to what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db import models

from petitions.access.actors import Actor
from petitions.access.organizations.entries import write_entry
from petitions.access.organizations.models import AuditEntry
from petitions.access.organizations.writers import Writer, writing
from petitions.records.matters.models import Matter

_ACTIONS = AuditEntry.Action


def note_seen(actor: Actor, row: models.Model, *, what: str = "") -> None:
    """Note that a member looked at something; ``what`` is a word of ours for the page or file."""
    _note(actor, row, action=_ACTIONS.ACCESS, what=what)


def note_made(actor: Actor, row: models.Model, *, what: str = "") -> None:
    """Note that a member made something."""
    _note(actor, row, action=_ACTIONS.CREATE, what=what)


def note_changed(actor: Actor, row: models.Model, *, parts: Iterable[str] = (), what: str = "") -> None:
    """Note which parts a member changed: names of ours (questions, fields); their values are masked."""
    _note(actor, row, action=_ACTIONS.UPDATE, what=what, parts=parts)


def note_deleted(actor: Actor, row: models.Model, *, what: str = "") -> None:
    """Note that a member deleted something; call it before the row is gone."""
    _note(actor, row, action=_ACTIONS.DELETE, what=what)


TIME_OVER = "time over"


def note_time_over(matter: Matter) -> None:
    """Note that the site itself deletes a matter whose time is over; call it before the row is gone."""
    write_entry(matter, organization_id=matter.organization_id, action=_ACTIONS.DELETE, what=TIME_OVER)


@contextmanager
def writing_as(actor: Actor) -> Iterator[None]:
    """Have changes of the organization's own rows, which are logged by themselves, stand in the log as this member's."""
    with writing(Writer(actor.user_id, str(actor.role))):
        yield


def _note(actor: Actor, row: models.Model, *, action: int, what: str = "", parts: Iterable[str] = ()) -> None:
    actor.noted.append(str(row.pk))
    write_entry(
        row,
        organization_id=actor.organization_id,
        action=action,
        user_id=actor.user_id,
        role=str(actor.role),
        what=what,
        parts=parts,
    )
