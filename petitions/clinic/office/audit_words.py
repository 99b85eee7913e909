"""Says a line of the audit log in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from petitions.access.organizations.entries import MASK, REFUSED
from petitions.access.organizations.models import AuditEntry
from petitions.access.refusals import COUNTED
from petitions.access.roles import GLASS, Role
from petitions.interview.questions import question_of
from petitions.interview.wording.outcomes import Text

_ACTIONS: Mapping[int, Text] = {
    AuditEntry.Action.CREATE: _("made"),
    AuditEntry.Action.UPDATE: _("changed"),
    AuditEntry.Action.DELETE: _("deleted"),
    AuditEntry.Action.ACCESS: _("looked at"),
}
_REFUSED = _("was refused a page of")
_KINDS: Mapping[str, Text] = {
    "matter": _("matter"),
    "membership": _("a member"),
    "invitation": _("an invitation"),
    "attorneyprofile": _("an attorney"),
    "organization": _("the office"),
    "apitoken": _("a program"),
    "printjob": _("a print job"),
    "breakglass": _("a break-glass look"),
    "user": _("their own sign-in"),
    "countyreview": _("a county review"),
    "courtedit": _("the court directory"),
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
    "audit log": _("the audit log"),
    "audit export": _("the log as a file"),
    "break glass": _("break glass"),
    "county review": _("a county review"),
    "results": _("the results"),
    "convictions": _("the table of convictions"),
    "files handed in": _("files handed in"),
    "files chosen": _("files of the server chosen"),
    "file taken out": _("a file taken out"),
    "begun": _("begun"),
    "compare": _("two policies side by side"),
    "charts": _("the charts"),
    "problems in the file": _("the problems in the file"),
    "files of the review": _("the files of the review"),
    "what is to be signed off": _("what is to be signed off"),
    "page of the papers": _("the page of the papers"),
    "chart as a file": _("a chart as a file"),
    "file of changes": _("the changes of staff as a file"),
    "report for the public": _("the report for the public"),
    "file of cases": _("the list of cases as a file"),
    "papers for the courts": _("papers for the courts"),
    "signed off": _("signed off"),
    "opened again": _("opened again"),
    "outcome": _("outcome"),
    "signed in": _("signed in"),
    "changed their sign-in": _("changed their sign-in"),
    "still right": _("found to be still right"),
    "court change taken back": _("a change taken back"),
    "court changes": _("what was changed in the list of courts, as a file"),
}
"""Notes that have words of their own; a page or a version of a text stands as it is."""
_FIELDS: Mapping[str, Text] = {
    "role": _("role"),
    "edits_courts": _("right to change the court directory"),
    "ended_at": _("end"),
    "until": _("valid until"),
    "withdrawn_at": _("taken back"),
    "suspended_at": _("closed by the site"),
    "days_after_close": _("days after a matter is closed"),
    "days_untouched": _("days after the last work"),
    "is_usual": _("usual lawyer"),
    "name": _("name"),
    "street": _("street"),
    "unit": _("unit"),
    "city": _("city"),
    "state": _("state"),
    "zip": _("ZIP code"),
    "phone": _("phone"),
    "email": _("e-mail"),
    "bar_number": _("State Bar number"),
    "firm": _("firm"),
    "reason": _("reason"),
    "court_name": _("name of the court"),
    "mailing_address": _("address for mail"),
    "website": _("website"),
    "criminal_filing_confirmed": _("criminal papers are filed there"),
    "confidence": _("how sure it is"),
}
_WITH_VALUES = ("role", "edits_courts", "days_after_close", "days_untouched")
"""Of these the log keeps what they were and what they are."""


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


def lines_of(entries: Iterable[AuditEntry], *, members: Mapping[str, str]) -> list[AuditLine]:
    """Return the lines of entries; ``members`` says who is meant by each membership."""
    return [line_of(one, members=members) for one in entries]


def line_of(entry: AuditEntry, *, members: Mapping[str, str]) -> AuditLine:
    """Return the line of an entry; values of a person never stand in it."""
    more = entry.additional_data or {}
    note = str(more.get("what", ""))
    kind = entry.content_type.model
    which = {
        "matter": entry.object_repr.removeprefix("matter "),
        "membership": members.get(entry.object_pk, ""),
    }
    about = f"{_KINDS.get(kind, kind)} {which.get(kind, '')}".strip()
    who = entry.actor.shown_name if entry.actor else gettext("the site")
    return AuditLine(
        at=entry.timestamp,
        who=who,
        did=str(_REFUSED if note.startswith(REFUSED) else _ACTIONS[entry.action]),
        about=about,
        what=_noted(note),
        parts=tuple(_part(name, values) for name, values in (entry.changes or {}).items()),
        is_glass=more.get("role") == GLASS,
    )


def actions() -> list[tuple[int, Text]]:
    """Return what can be looked for."""
    return list(_ACTIONS.items())


def _noted(note: str) -> str:
    """Say a note in words; pages that were refused and only counted, by their number."""
    number = note.removeprefix(COUNTED)
    if number != note and number.isdecimal():
        n = int(number)
        return ngettext("%(n)s more page, within an hour", "%(n)s more pages, within an hour", n) % {"n": n}
    return str(_NOTES.get(note, note.removeprefix(REFUSED)))


def _part(name: str, values: Sequence[str]) -> str:
    """Name a part: a question by its short name, a field by its words; with its values where the log has them."""
    question = question_of(name.rpartition("/")[2])
    told = str(_FIELDS[name]) if name in _FIELDS else gettext(question.short) if question else name
    if name not in _WITH_VALUES or MASK in values:
        return told
    before, after = (_value(one) for one in values)
    return f"{told}: {after}" if before == "None" else f"{told}: {before} → {after}"


def _value(kept: str) -> str:
    """Return the words for what the log has of a value."""
    if kept in ("True", "False"):
        return gettext("yes") if kept == "True" else gettext("no")
    return str(Role(kept).label) if kept in Role.values else kept
