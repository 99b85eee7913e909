"""Views of printing: choose, ask for the job, see how far it is, take the file, stop it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from petitions.access.actors import Actor, staff
from petitions.access.audit import note_changed, note_made, note_seen
from petitions.access.roles import Action
from petitions.access.signing_in.sittings import unattended
from petitions.clinic.printing.apart import print_apart
from petitions.clinic.printing.forms import PrintForm
from petitions.clinic.printing.plan import Kind, options_of
from petitions.clinic.printing.progress import job_progress
from petitions.clinic.printing.selection import Selected, selected
from petitions.clinic.printing.work import RESULT
from petitions.clinic.summaries import Summary, summaries_of, summary
from petitions.interview.page_language import page_language
from petitions.interview.screening import today
from petitions.records.matters.models import CaseStatus
from petitions.records.matters.print_models import PrintJob, PrintState
from petitions.records.matters.printing import ask_for_job, folder_of, job_for, jobs_of, parts_of, stop_job
from petitions.records.matters.reading import once_approved
from petitions.records.matters.steps import note_new_step

MOST_MATTERS = 250
_JOBS_SHOWN = 10


@require_safe
@staff(Action.PRINT)
def print_desk(request: HttpRequest, actor: Actor) -> HttpResponse:
    """List what is approved, and the jobs of today."""
    found = actor.matters()
    ready = [one for one in summaries_of(once_approved(found)) if one.is_approved]
    jobs = [job_progress(one, now=timezone.now()) for one in jobs_of(actor.organization_id)[:_JOBS_SHOWN]]
    return render(request, "clinic/printing/desk.html", {"ready": ready, "jobs": jobs})


@require_POST
@staff(Action.PRINT)
def print_new(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show what the chosen matters would print, or make the job."""
    chosen = _chosen(request, actor)
    if not chosen:
        return redirect("print_desk")
    form = PrintForm(request.POST if "print" in request.POST else None)
    options, may_skip = form.options, _may_skip(form, actor)
    found = selected(chosen, options=options, without_approval=may_skip, on=today())
    if form.is_bound and form.is_valid() and any(not one.trouble for one in found):
        return redirect("print_job", job=_asked(actor, form, found).pk)
    context = {
        "form": form,
        "good": [one for one in found if not one.trouble],
        "bad": [one for one in found if one.trouble],
        "ids": [one.matter.pk for one in chosen],
        "may_skip": actor.may(Action.REVIEW),
    }
    return render(request, "clinic/printing/new.html", context)


@require_safe
@staff(Action.PRINT)
def print_job(request: HttpRequest, actor: Actor, job: str) -> HttpResponse:
    """Show how far a job is; have it taken up where no worker holds it."""
    found = _job(actor, job)
    print_apart(found)
    context = {
        "progress": job_progress(found, now=timezone.now()),
        "options": options_of(found.options["print"]),
    }
    return render(request, "clinic/printing/job.html", context)


@unattended
@require_safe
@staff(Action.PRINT)
def print_job_now(request: HttpRequest, actor: Actor, job: str) -> HttpResponse:
    """Say how far a job is, to a script."""
    found = _job(actor, job)
    print_apart(found)
    now = job_progress(found, now=timezone.now())
    return JsonResponse({"said": now.said, "read": now.made, "of": now.of, "goes_on": not now.is_over})


@require_safe
@staff(Action.PRINT)
def print_file(request: HttpRequest, actor: Actor, job: str) -> HttpResponse:
    """Send the finished file."""
    found = _job(actor, job)
    folder = folder_of(found)
    content = folder.get(RESULT) if folder else None
    if content is None:
        raise Http404
    is_stack = options_of(found.options["print"]).kind == Kind.STACK
    name, kind = ("papers.pdf", "application/pdf") if is_stack else ("papers.zip", "application/zip")
    for part in parts_of(found):
        note_seen(actor, part.matter, what="papers printed")
    headers = {"Content-Type": kind, "Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, headers=headers)


@require_POST
@staff(Action.PRINT)
def print_stop(request: HttpRequest, actor: Actor, job: str) -> HttpResponse:
    """Stop a job."""
    found = _job(actor, job)
    stop_job(found)
    note_changed(actor, found, what="stopped")
    return redirect("print_job", job=found.pk)


@require_POST
@staff(Action.PRINT)
def print_taken(request: HttpRequest, actor: Actor, job: str) -> HttpResponse:
    """Note that the papers came out of the printer: each case of each matter is printed as of today."""
    for part in parts_of(_job(actor, job)).filter(state=PrintState.DONE):
        found = summary(part.matter)
        for place in found.cases if found else ():
            if note_new_step(
                part.matter, place=place, status=CaseStatus.PRINTED, on=today(), user_id=actor.user_id
            ):
                note_changed(actor, part.matter, what="printed")
    messages.success(request, gettext("Noted as printed."))
    return redirect("checkout")


def _job(actor: Actor, job_id: str) -> PrintJob:
    """Return a job of the organization; to a volunteer only where every matter in it is theirs."""
    found = job_for(job_id, organization_id=actor.organization_id)
    if found is None:
        raise Http404
    seen = actor.matters()
    ids = {part.matter_id for part in parts_of(found)}
    if seen.filter(pk__in=ids).count() != len(ids):
        raise Http404
    return found


def _chosen(request: HttpRequest, actor: Actor) -> list[Summary]:
    """Return the chosen matters; where one of them is not there, nothing is."""
    ids = list(dict.fromkeys(request.POST.getlist("matters")))[:MOST_MATTERS]
    found = actor.matters()
    chosen = summaries_of(found.filter(pk__in=ids))
    if len(chosen) != len(ids):
        raise Http404
    return chosen


def _may_skip(form: PrintForm, actor: Actor) -> bool:
    """Say whether to print without approval: only a reviewer may choose so."""
    wants: Any = form.is_bound and form.is_valid() and form.cleaned_data["without_approval"]
    return bool(wants) and actor.may(Action.REVIEW)


def _asked(actor: Actor, form: PrintForm, found: list[Selected]) -> PrintJob:
    kept = {"print": form.options.as_json(), "language": page_language(), "on": today().isoformat()}
    job = ask_for_job(
        [one.wanted for one in found],
        organization_id=actor.organization_id,
        user_id=actor.user_id,
        token=f"{actor.user_id}-{form.cleaned_data['token']}"[:64],
        options=kept,
    )
    note_made(actor, job, what="print job")
    return job
