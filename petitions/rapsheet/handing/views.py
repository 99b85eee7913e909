"""Views of handing in a sheet: agree, choose the files, and see them read."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from petitions.exchange.plain_text import plain_text
from petitions.interview import sessions
from petitions.rapsheet import permission
from petitions.rapsheet.confirming.choices import accept_pages, begin_anew, choices_of
from petitions.rapsheet.handing.check import content_of, refusal
from petitions.rapsheet.handing.held_sheet import once_read, with_sheet
from petitions.rapsheet.handing.kept_pages import (
    KeptPage,
    Progress,
    page_of,
    pages_of,
    picture_of,
    progress,
    without_page,
)
from petitions.rapsheet.handing.plan import (
    Plan,
    begun,
    moved,
    plan_of,
    with_file,
    with_page_instead,
    without_file,
)
from petitions.rapsheet.handing.tasks import have_read
from petitions.rapsheet.wording.agreement import LAW, POINTS, VERSION
from petitions.rapsheet.wording.troubles import WHAT_TO_DO
from petitions.rapsheet.wording.unreadable import why_unreadable
from petitions.records.held.folder import Folder
from petitions.records.held.holding import held_by, hold, let_go

_LONGEST_TITLE = 80


@require_http_methods(["GET", "POST"])
def rap_sheet(request: HttpRequest) -> HttpResponse:
    """Say why no sheet is read here; or ask for the agreement, and note it."""
    if not permission.may_read(request):
        return render(request, "rapsheet/off.html", {"law": LAW})
    if request.method == "POST" and "agreed" in request.POST:
        return _agreed(request)
    context = {
        "points": POINTS,
        "law": LAW,
        "version": VERSION,
        "has_answers": sessions.has_answers(request),
        "has_sheet": _has_sheet(request),
        "is_missing": request.method == "POST",
    }
    return render(request, "rapsheet/agree.html", context)


@require_http_methods(["GET", "POST"])
@with_sheet
def sheet_files(request: HttpRequest, folder: Folder) -> HttpResponse:
    """Take the files, put them in order, and begin to read."""
    plan = plan_of(folder)
    if plan.is_begun:
        return redirect("sheet_reading")
    if request.method != "POST":
        return _show_files(request, plan)
    problem = _changed(request, folder, plan)
    if problem:
        return _show_files(request, plan_of(folder), problem=problem)
    return redirect("sheet_reading" if plan_of(folder).is_begun else "sheet_files")


@require_safe
@with_sheet
def sheet_reading(request: HttpRequest, folder: Folder) -> HttpResponse:
    """Show how far reading is; begin it again where its process has died."""
    if not plan_of(folder).is_begun:
        return redirect("sheet_files")
    found = progress(folder)
    if found.is_done:
        return redirect("sheet_pages")
    if found.refused:
        return render(request, "rapsheet/refused.html", {"sentence": why_unreadable(found.refused)})
    have_read(folder)
    return render(request, "rapsheet/reading.html", {"progress": found, "said": _said(found)})


@require_safe
@with_sheet
def sheet_reading_now(request: HttpRequest, folder: Folder) -> HttpResponse:
    """Say how far reading is, to a script."""
    found = progress(folder)
    goes_on = not found.is_done and not found.refused
    return JsonResponse({"said": _said(found), "read": found.read, "of": found.of, "goes_on": goes_on})


@require_safe
@with_sheet
@once_read
def sheet_pages(request: HttpRequest, folder: Folder) -> HttpResponse:
    """List the pages that were read badly; go on where there are none."""
    bad = [page for page in pages_of(folder) if page.trouble]
    if not bad or choices_of(folder).pages_are_fine:
        return redirect("sheet_check")
    context = {"pages": [(page, WHAT_TO_DO[str(page.trouble)]) for page in bad]}
    return render(request, "rapsheet/pages.html", context)


@require_POST
@with_sheet
@once_read
def sheet_go_on(request: HttpRequest, folder: Folder) -> HttpResponse:
    """Go on with the pages as they were read."""
    accept_pages(folder)
    return redirect("sheet_check")


@require_http_methods(["GET", "POST"])
@with_sheet
@once_read
def sheet_page(request: HttpRequest, folder: Folder, number: int) -> HttpResponse:
    """Show one page, and take a new photo of it."""
    page = page_of(folder, number)
    if page is None:
        raise Http404
    if request.method != "POST":
        return _show_page(request, page)
    problem = refusal(request, plan=Plan(), most=1)
    if problem:
        return _show_page(request, page, problem=problem)
    with_page_instead(folder, number, content=content_of(request.FILES.getlist("files")[0]))
    begin_anew(folder)
    without_page(folder, number)
    return redirect("sheet_reading")


@require_safe
@with_sheet
def sheet_picture(request: HttpRequest, folder: Folder, number: int) -> HttpResponse:
    """Show the picture of a page to this visitor only."""
    picture = picture_of(folder, number)
    if picture is None:
        raise Http404
    kind = "image/png" if picture.startswith(b"\x89PNG") else "image/jpeg"
    return HttpResponse(picture, headers={"Content-Type": kind, "Content-Disposition": "inline"})


@require_POST
@with_sheet
def sheet_stop(request: HttpRequest, folder: Folder) -> HttpResponse:
    """Stop, and delete what was handed in."""
    let_go(sessions.use_visit(request)[0])
    return redirect("sheet_stopped")


@require_safe
def sheet_stopped(request: HttpRequest) -> HttpResponse:
    """Say that the sheet is deleted, and what to do now."""
    return render(request, "rapsheet/stopped.html", {"has_answers": sessions.has_answers(request)})


def _agreed(request: HttpRequest) -> HttpResponse:
    if not sessions.has_answers(request):
        sessions.begin(request, is_shared="shared" in request.POST)
    agreed = {"text": VERSION, "at": timezone.now().isoformat(timespec="minutes")}
    sessions.change(request, lambda newest: {**newest, "sheet_agreed": agreed})
    key, _visit = sessions.use_visit(request)
    if "anew" in request.POST or held_by(key) is None:
        hold(key)
    return redirect("sheet_files")


def _has_sheet(request: HttpRequest) -> bool:
    try:
        return held_by(sessions.visit_of(request)[0]) is not None
    except sessions.InterviewGone:
        return False


def _changed(request: HttpRequest, folder: Folder, plan: Plan) -> str | None:
    """Do what was asked; return the sentence why it cannot be done."""
    for word, by in (("up", -1), ("down", 1)):
        if word in request.POST:
            moved(folder, request.POST[word], by=by)
            return None
    if "remove" in request.POST:
        without_file(folder, request.POST["remove"])
        return None
    return _read(request, folder, plan) if "read" in request.POST else _added(request, folder, plan)


def _read(request: HttpRequest, folder: Folder, plan: Plan) -> str | None:
    """Begin to read; files that were chosen and not added yet are added first."""
    if request.FILES or not plan.files:
        problem = _added(request, folder, plan)
        if problem:
            return problem
    begun(folder)
    return None


def _added(request: HttpRequest, folder: Folder, plan: Plan) -> str | None:
    problem = refusal(request, plan=plan)
    for file in () if problem else request.FILES.getlist("files"):
        title = plain_text(file.name or "")[:_LONGEST_TITLE]
        with_file(folder, title=title, content=content_of(file))
    return problem


def _show_files(request: HttpRequest, plan: Plan, *, problem: str = "") -> HttpResponse:
    return render(request, "rapsheet/files.html", {"files": plan.files, "problem": problem})


def _show_page(request: HttpRequest, page: KeptPage, *, problem: str = "") -> HttpResponse:
    context = {"page": page, "problem": problem, "what_to_do": WHAT_TO_DO.get(page.trouble or "", "")}
    return render(request, "rapsheet/page.html", context)


def _said(found: Progress) -> str:
    if found.of is None:
        return gettext("We are opening your files.")
    now = min(found.read + 1, found.of)
    sentence = ngettext(
        "We are reading page %(now)d of %(of)d.", "We are reading page %(now)d of %(of)d.", found.of
    )
    return sentence % {"now": now, "of": found.of}
