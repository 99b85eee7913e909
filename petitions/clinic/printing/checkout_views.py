"""Views of the check-out: the checklist of each matter, and the list at the door."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from petitions.access.actors import Actor, of_matter, staff
from petitions.access.audit import note_changed, note_seen
from petitions.access.roles import Action
from petitions.clinic.printing.checklist import CHECKS
from petitions.clinic.summaries import Summary, summaries_of
from petitions.documents.clinic_sheets import DoorRow, DoorSheet, door_page
from petitions.documents.filing import FilingProblems
from petitions.documents.single import printed_page
from petitions.documents.worker import NotPrinted
from petitions.interview.page_language import page_language
from petitions.interview.paper_views import NOT_NOW
from petitions.interview.screening import today
from petitions.records.matters.models import Matter
from petitions.records.matters.printing import tick, ticks_of
from petitions.records.matters.reading import once_approved

_MOST = 200


@require_safe
@staff(Action.PRINT)
def checkout(request: HttpRequest, actor: Actor) -> HttpResponse:
    """List the approved matters with what is done of each checklist."""
    found = _ready(actor)
    ticks = ticks_of([one.matter.pk for one in found], organization_id=actor.organization_id)
    rows = [
        {
            "summary": one,
            "checks": [(item, name, item in ticks.get(one.matter.pk, ())) for item, name in CHECKS.items()],
        }
        for one in found
    ]
    return render(request, "clinic/printing/checkout.html", {"rows": rows, "names": CHECKS.values()})


@require_POST
@of_matter(Action.PRINT)
def checkout_tick(request: HttpRequest, actor: Actor, matter: Matter) -> HttpResponse:
    """Note what is done of one matter's checklist, as its row of ticks says."""
    for item in CHECKS:
        tick(matter, item, user_id=actor.user_id, is_done=item in request.POST.getlist("done"))
    note_changed(actor, matter, what="checklist")
    return redirect("checkout")


@require_POST
@staff(Action.PRINT)
def checkout_sheet(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Send the list at the door as a PDF file, with the names of those who are ready."""
    found = _ready(actor)
    if not found:
        raise Http404
    for one in found:
        note_seen(actor, one.matter, what="check-out list")
    sheet = DoorSheet(
        office=actor.organization.name,
        day=date_format(today()),
        checks=tuple(str(name) for name in CHECKS.values()),
        rows=tuple(DoorRow(one.matter.number, one.name, len(one.cases)) for one in found),
    )
    page = door_page(sheet, language=page_language())
    try:
        content = printed_page(page)
    except (NotPrinted, FilingProblems):
        return render(request, "interview/not_printed.html", {"sentences": [gettext(NOT_NOW)]}, status=422)
    headers = {
        "Content-Type": "application/pdf",
        "Content-Disposition": 'attachment; filename="check-out.pdf"',
    }
    return HttpResponse(content, headers=headers)


def _ready(actor: Actor) -> list[Summary]:
    """Return the approved matters that the member may see, by file number."""
    found = actor.matters()
    rows = once_approved(found).order_by("number")
    return [one for one in summaries_of(rows) if one.is_approved][:_MOST]
