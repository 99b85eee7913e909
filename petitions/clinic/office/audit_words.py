"""Says a line of the audit log in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from petitions.access.organizations.models import AuditEntry
from petitions.access.roles import GLASS
from petitions.interview.questions import question_of
from petitions.interview.wording.outcomes import Text

_ACTIONS: Mapping[int, Text] = {
    AuditEntry.Action.CREATE: _("made"),
    AuditEntry.Action.UPDATE: _("changed"),
    AuditEntry.Action.DELETE: _("deleted"),
    AuditEntry.Action.ACCESS: _("looked at"),
}
_KINDS: Mapping[str, Text] = {
    "matter": _("matter"),
    "membership": _("a member"),
    "invitation": _("an invitation"),
    "attorneyprofile": _("an attorney"),
    "organization": _("the office"),
    "printjob": _("a print job"),
    "breakglass": _("a break-glass look"),
    "user": _("their own sign-in"),
}


_NOTES: Mapping[str, Text] = {
    "matter": _("the page of the matter"),
    "review": _("the review"),
    "search": _("a search"),
    "handed over": _("handed to review"),
    "approved": _("approved"),
    "sent back": _("sent back"),
    "assigned": _("given to a colleague"),
    "commented": _("a comment"),
    "checklist": _("the checklist"),
    "check-out list": _("the list for the door"),
    "papers printed": _("the papers, to print"),
    "print job": _("a print job"),
    "stopped": _("stopped"),
    "invitation": _("an invitation"),
    "withdrawn": _("taken back"),
    "member removed": _("removed"),
    "second step reset": _("a new second step"),
    "attorney": _("an attorney"),
    "ended": _("taken off the list"),
    "audit export": _("the log as a file"),
    "break glass": _("break glass"),
    "signed in": _("signed in"),
    "changed their sign-in": _("changed their sign-in"),
}
"""Notes that have words of their own; a page or a version of a text stands as it is."""


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One line: when, who, what was done, to what, and which parts."""

    at: datetime
    who: str
    did: str
    about: str
    what: str
    parts: tuple[str, ...]
    is_glass: bool


def line_of(entry: AuditEntry) -> AuditLine:
    """Return the line of an entry; values never stand in it."""
    more = entry.additional_data or {}
    note = str(more.get("what", ""))
    kind = entry.content_type.model
    number = entry.object_repr.removeprefix("matter ") if kind == "matter" else ""
    about = f"{_KINDS.get(kind, kind)} {number}".strip()
    actor = entry.actor
    who = (actor.get_full_name() or actor.get_username()) if actor else gettext("nobody")
    return AuditLine(
        at=entry.timestamp,
        who=who,
        did=str(_ACTIONS[entry.action]),
        about=about,
        what=str(_NOTES.get(note, note)),
        parts=tuple(_part(name) for name in (entry.changes or {})),
        is_glass=more.get("role") == GLASS,
    )


def actions() -> list[tuple[int, Text]]:
    """Return what can be looked for."""
    return list(_ACTIONS.items())


def _part(name: str) -> str:
    """Name a part: a question by its short name, a field as it is."""
    question = question_of(name.rpartition("/")[2])
    return gettext(question.short) if question else name
