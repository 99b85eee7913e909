"""Views of the audit log: looking for lines, and taking them as a file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from petitions.access.actors import Actor, staff
from petitions.access.audit import note_seen
from petitions.access.audit_log import Sought, entries_of
from petitions.access.organizations.members import members_of, names_by_membership
from petitions.access.refusals import tell_counted
from petitions.access.roles import Action
from petitions.access.signing_in.again import fresh
from petitions.clinic.desk.typed import date_boxes
from petitions.clinic.office.audit_words import actions, lines_of
from petitions.clinic.office.log_files import log_file
from petitions.exchange.tables import CONTENT_TYPES

_ON_A_PAGE = 100
_MOST_LINES = 50_000


@require_safe
@staff(Action.SEE_AUDIT)
def audit_log(request: HttpRequest, actor: Actor) -> HttpResponse:
    """List the lines that were looked for."""
    tell_counted(actor.organization_id)
    sought = _sought(request.GET)
    pages = Paginator(entries_of(actor.organization_id, sought), _ON_A_PAGE)
    page = pages.get_page(request.GET.get("page"))
    context = {
        "lines": lines_of(page.object_list, members=names_by_membership(actor.organization_id)),
        "page": page,
        "sought": sought,
        "members": members_of(actor.organization_id),
        "actions": actions(),
        "query": _query(request.GET),
    }
    note_seen(actor, actor.organization, what="audit log")
    return render(request, "clinic/office/audit_log.html", context)


@require_safe
@staff(Action.SEE_AUDIT)
@fresh
def audit_export(request: HttpRequest, actor: Actor, kind: str) -> HttpResponse:
    """Send the lines that were looked for as a file."""
    tell_counted(actor.organization_id)
    note_seen(actor, actor.organization, what="audit export")
    entries = entries_of(actor.organization_id, _sought(request.GET))[:_MOST_LINES]
    lines = lines_of(entries, members=names_by_membership(actor.organization_id))
    headers = {"Content-Disposition": f'attachment; filename="audit-log.{kind}"', "Cache-Control": "no-store"}
    return HttpResponse(log_file(lines, kind=kind), content_type=CONTENT_TYPES[kind], headers=headers)


def _sought(given: Mapping[str, Any]) -> Sought:
    return Sought(
        member=_number(given.get("member")),
        action=_number(given.get("action")),
        about=str(given.get("about", ""))[:40].strip(),
        first=_day(given.get("first")),
        last=_day(given.get("last")),
    )


def _query(given: Mapping[str, Any]) -> str:
    kept = {name: given[name] for name in ("member", "action", "about", "first", "last") if given.get(name)}
    return urlencode(kept)


def _number(text: Any) -> int | None:
    return (
        int(text) if isinstance(text, str) and text.isascii() and text.isdigit() and len(text) < 10 else None
    )


def _day(text: Any) -> date | None:
    """Read a day as it is typed anywhere; a month or a year alone is no day."""
    month, day, year = date_boxes(str(text or "").strip())
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
