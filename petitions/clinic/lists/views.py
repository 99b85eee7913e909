"""Views of lists: hand one in, see what would happen, say yes; and take matters as a file."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from petitions.access.actors import Actor, staff
from petitions.access.audit import note_made, note_seen
from petitions.access.roles import Action
from petitions.access.signing_in.again import fresh
from petitions.clinic.lists.columns import COLUMNS
from petitions.clinic.lists.export import IDENTIFIED_HEADS, PLAIN_HEADS, identified_rows, plain_rows
from petitions.clinic.lists.files import LARGEST, TOO_LARGE, BadFile, Table, table_of
from petitions.clinic.lists.plan import Plan, plan_of, planned_matter
from petitions.clinic.lists.resource import kept_row, read_rows, row_kept
from petitions.clinic.summaries import Summary, summaries_of
from petitions.exchange.tables import CONTENT_TYPES, CSV, XLSX, table_file
from petitions.interview.screening import today
from petitions.records.matters.importing import content_of, draft_for, keep_draft, take_in
from petitions.records.matters.models import ImportDraft
from petitions.records.matters.writing import open_matter

_SHORTEST_REASON = 5
_EXAMPLE = (
    "1", "Testa Example", "en", "12 Sample Street", "", "Oakland", "CA", "94601", "510-555-0100", "", "Los Angeles",
    "BA123456", "HS 11359", "felony", "3/5/2004", "2005", "33", "completed", "convicted", "california_adult",
)  # fmt: skip


@require_safe
@staff(Action.IMPORT)
def lists(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Offer both ways."""
    return render(request, "clinic/lists/lists.html", {"columns": COLUMNS})


@require_safe
@staff(Action.IMPORT)
def import_template(request: HttpRequest, actor: Actor, kind: str) -> HttpResponse:
    """Send an empty list with its heads and one made-up row."""
    heads = [column.head for column in COLUMNS]
    return _file(table_file([heads, _EXAMPLE], kind=kind), name="template", kind=kind)


@require_http_methods(["GET", "POST"])
@staff(Action.IMPORT)
def import_file(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Take a list, and show what it would do."""
    if request.method != "POST":
        return redirect("lists")
    try:
        table = _handed_in(request)
    except BadFile as bad:
        return render(request, "clinic/lists/lists.html", {"columns": COLUMNS, "problem": bad.sentence})
    draft = keep_draft(draft_content(table), organization_id=actor.organization_id, user_id=actor.user_id)
    return redirect("import_draft", draft=draft.pk)


@require_http_methods(["GET", "POST"])
@staff(Action.IMPORT)
def import_draft(request: HttpRequest, actor: Actor, draft: str) -> HttpResponse:
    """Show row by row what would happen; do it on a yes, once; then show the rows that are left, to be corrected."""
    found = _draft(actor, draft)
    plan, is_done = _plan(actor, found), found.done_at is not None
    if request.method == "POST" and plan.people:
        if take_in(found, lambda: _import(actor, plan)):
            told = ngettext("%(n)d person was imported.", "%(n)d people were imported.", len(plan.people))
            messages.success(request, told % {"n": len(plan.people)})
        return redirect("import_draft", draft=found.pk)
    if is_done and not plan.bad:
        return redirect("matters")
    rows = plan.bad if is_done else plan.rows
    context = {"plan": plan, "rows": rows, "draft": found, "is_done": is_done}
    return render(request, "clinic/lists/draft.html", context)


@require_safe
@staff(Action.IMPORT)
def import_bad(request: HttpRequest, actor: Actor, draft: str) -> HttpResponse:
    """Send the rows that were left out, each with why, to be corrected and handed in again."""
    plan = _plan(actor, _draft(actor, draft))
    heads = [*plan.heads, "Why"]
    width = len(plan.heads)
    rows = [
        [
            *(*row.read.texts, *[""] * width)[:width],
            "; ".join(f"{head}: {why}" for head, why in row.read.errors.items()),
        ]
        for row in plan.bad
    ]
    return _file(table_file([heads, *rows], kind=CSV), name="to-correct", kind=CSV)


@require_POST
@staff(Action.EXPORT)
def export_plain(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Send the counts of all matters without anything of a person."""
    kind = XLSX if request.POST.get("kind") == XLSX else CSV
    note_seen(actor, actor.organization, what="export without names")
    return _file(
        table_file([PLAIN_HEADS, *plain_rows(_summaries(actor))], kind=kind), name="counts", kind=kind
    )


@require_http_methods(["GET", "POST"])
@staff(Action.EXPORT)
@fresh
def export_identified(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Send everything, for a reason that the audit log keeps."""
    reason = " ".join(request.POST.get("reason", "").split())[:200]
    if request.method != "POST" or len(reason) < _SHORTEST_REASON:
        return render(request, "clinic/lists/export.html", {"is_missing": request.method == "POST"})
    kind = XLSX if request.POST.get("kind") == XLSX else CSV
    summaries = _summaries(actor)
    note_seen(actor, actor.organization, what=f"export with names: {reason}")
    for one in summaries:
        note_seen(actor, one.matter, what="export with names")
    return _file(
        table_file([IDENTIFIED_HEADS, *identified_rows(summaries)], kind=kind), name="matters", kind=kind
    )


def draft_content(table: Table) -> dict[str, Any]:
    """Return what is kept of a list until the yes: its rows as they were read, so that this is done once."""
    return {"heads": list(table.heads), "rows": [kept_row(row) for row in read_rows(table, on=today())]}


def _handed_in(request: HttpRequest) -> Table:
    """Read the list that was sent; one that was too large was dropped on its way. Raise BadFile."""
    files = request.FILES.getlist("list")
    if not files:
        was_sent = int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST
        raise BadFile(TOO_LARGE if was_sent else gettext("Choose a file first"))
    return table_of(files[0].read())


def _draft(actor: Actor, draft_id: str) -> ImportDraft:
    found = draft_for(draft_id, organization_id=actor.organization_id, user_id=actor.user_id)
    if found is None:
        raise Http404
    return found


def _plan(actor: Actor, draft: ImportDraft) -> Plan:
    content = content_of(draft)
    if content is None:
        raise Http404
    rows = [row_kept(row) for row in content["rows"]]
    return plan_of(content["heads"], rows, organization_id=actor.organization_id)


def _import(actor: Actor, plan: Plan) -> None:
    for counts in plan.people:
        planned = planned_matter(counts, on=today())
        matter = open_matter(
            planned.answers,
            organization_id=actor.organization_id,
            user_id=actor.user_id,
            language=planned.language,
        )
        note_made(actor, matter, what="imported")


def _summaries(actor: Actor) -> list[Summary]:
    found = actor.matters()
    return summaries_of(found.order_by("number"))


def _file(content: bytes, *, name: str, kind: str) -> HttpResponse:
    headers: dict[str, Any] = {"Content-Disposition": f'attachment; filename="{name}.{kind}"'}
    return HttpResponse(content, content_type=CONTENT_TYPES[kind], headers=headers)
