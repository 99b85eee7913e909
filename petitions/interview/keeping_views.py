"""Views of keeping answers: under a code, for this visit, come back, stay, delete."""

from __future__ import annotations

import secrets
from math import ceil

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from petitions.access.throttle import RETURN_CODES, count_wrong_try, wait_for
from petitions.documents.lately import forget_all
from petitions.interview import sessions
from petitions.interview.keeping_form import KeepForm, ReturnForm
from petitions.interview.return_slip import return_slip
from petitions.interview.views import go_on, with_answers
from petitions.interview.visit_time import time_left, visit_time
from petitions.records.keeping import CodeInUse, delete_kept, keep, keep_for
from petitions.records.reading import Visit
from petitions.records.retention import short_of
from petitions.records.return_codes import code_from
from petitions.records.writing import keep_only_for


@require_http_methods(["GET", "POST"])
@with_answers
def keep_answers(request: HttpRequest) -> HttpResponse:
    """Ask how long the answers are kept; change that, or show a code, once."""
    key, visit = sessions.use_visit(request)
    form = KeepForm(visit, request.POST if request.method == "POST" else None, now=timezone.now())
    if not form.is_valid():
        return render(request, "interview/keep.html", {"form": form, "left": time_left(visit)})
    if form.days is not None and "change" not in request.POST:
        return _code(request, key, form.cleaned_data["seed"], days=form.days)
    _keep_without_new_code(key, visit, days=form.days)
    return redirect("keep")


@require_http_methods(["GET", "POST"])
@with_answers
def delete_answers(request: HttpRequest) -> HttpResponse:
    """Ask before everything is deleted, what a code keeps too; then delete it."""
    sessions.load(request)
    if request.method != "POST":
        return render(request, "interview/delete.html")
    sessions.forget_everything(request)
    forget_all()
    return redirect("cleared")


@require_http_methods(["GET", "POST"])
def come_back(request: HttpRequest) -> HttpResponse:
    """Ask for the code, and go on where the person was."""
    form = ReturnForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _ask_for_code(request, form)
    wait = wait_for(request, RETURN_CODES)
    if wait:
        form.must_wait(ceil(wait.total_seconds() / 60))
        return _ask_for_code(request, form, status=429)
    if sessions.return_with(request, form.cleaned_data["answer"], is_shared=form.cleaned_data["shared"]):
        forget_all()
        return go_on(request)
    count_wrong_try(request, RETURN_CODES)
    form.keeps_nothing()
    return _ask_for_code(request, form)


@require_http_methods(["GET", "POST"])
def stay(request: HttpRequest) -> HttpResponse:
    """Say how many seconds are left; a POST begins them anew."""
    try:
        if request.method == "POST":
            sessions.stay(request)
        left = visit_time(sessions.visit_of(request)[1], now=timezone.now()).seconds
    except sessions.InterviewGone:
        left = 0
    return JsonResponse({"seconds": left})


def _code(request: HttpRequest, key: str, seed: str, *, days: int) -> HttpResponse:
    code = code_from(bytes.fromhex(seed))
    try:
        until = keep(key, code=code, days=days)
    except CodeInUse:  # a page that was sent again after other answers had begun
        code = code_from(secrets.token_bytes(16))
        until = keep(key, code=code, days=days)
    sessions.load(request)
    slip = return_slip(code, address=request.build_absolute_uri(reverse("come_back")), until=until)
    return render(request, "interview/code.html", {"slip": slip})


def _keep_without_new_code(key: str, visit: Visit, *, days: int | None) -> None:
    if days is not None:
        keep_for(key, days=days)
    else:
        delete_kept(key)
        keep_only_for(key, keeping=short_of(visit.keeping))


def _ask_for_code(request: HttpRequest, form: ReturnForm, *, status: int = 200) -> HttpResponse:
    context = {"form": form, "has_answers": sessions.has_answers(request)}
    return render(request, "interview/come_back.html", context, status=status)
