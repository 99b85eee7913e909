"""Views of one case: its steps, noting one, taking one back, telling again, and its hearings."""

from __future__ import annotations

import secrets

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from petitions.access.actors import Actor, of_matter
from petitions.access.audit import note_changed, note_seen
from petitions.access.roles import Action
from petitions.clinic.after.case_page import case_at, case_page
from petitions.clinic.after.cases import FollowedCase, cases_of
from petitions.clinic.after.forms import StepForm
from petitions.clinic.after.telling import tell, tell_again, ways_to
from petitions.clinic.after.views import calendar_answer
from petitions.clinic.after.words import NOTED
from petitions.clinic.summaries import summary
from petitions.interview.answers import Answers
from petitions.interview.screening import today
from petitions.records.matters.models import CaseStatus, Matter
from petitions.records.matters.reading import answers_of
from petitions.records.matters.steps import take_back_step
from petitions.records.writing import StaleVersion


@require_http_methods(["GET", "POST"])
@of_matter(Action.FOLLOW_UP)
def case_steps(request: HttpRequest, actor: Actor, matter: Matter, place: str) -> HttpResponse:
    """Show how far one case is, or note a step of it."""
    case, answers = _case(matter, place), answers_of(matter).answers
    ways = ways_to(answers)
    token = secrets.token_hex(16)
    sent = request.POST if request.method == "POST" else None
    form = StepForm(sent, on=today(), steps=case.steps, ways=ways, token=token)
    if sent is None or not form.is_valid():
        note_seen(actor, matter, what="case")
        return _show(request, case, form, ways=ways)
    try:
        is_new = form.save(matter, place=place, user_id=actor.user_id)
    except StaleVersion:
        return _elsewhere(request, matter, form, place=place, ways=ways)
    if is_new:
        note_changed(actor, matter, what=f"{form.step[0].value} noted")
    _tell(request, actor, matter, answers, form=form, place=place)
    return redirect("case_steps", matter=matter.pk, place=place)


@require_POST
@of_matter(Action.FOLLOW_UP)
def case_take_back(request: HttpRequest, actor: Actor, matter: Matter, place: str) -> HttpResponse:
    """Take back a step that was noted by mistake."""
    status, version = request.POST.get("status", ""), request.POST.get("version", "")
    _case(matter, place)
    if status not in NOTED or not (version.isascii() and version.isdigit()):
        raise Http404
    try:
        if take_back_step(matter, place=place, status=CaseStatus(status), version=int(version[:6])):
            note_changed(actor, matter, what=f"{status} taken back")
    except StaleVersion:
        messages.warning(request, gettext("Somebody changed this step meanwhile. Look at it again."))
    return _back(matter, place) if case_at(matter, place) else redirect("follow_up")


@require_POST
@of_matter(Action.FOLLOW_UP)
def case_tell_again(request: HttpRequest, actor: Actor, matter: Matter, place: str) -> HttpResponse:
    """Try a message once more that did not go out."""
    _case(matter, place)
    key, _dot, tried_at = request.POST.get("message", "").partition(".")
    answers = answers_of(matter).answers
    _say(request, tell_again(actor, matter, answers, key=key[:32], tried_at=tried_at))
    return _back(matter, place)


@require_safe
@of_matter(Action.FOLLOW_UP)
def matter_hearings(_request: HttpRequest, actor: Actor, matter: Matter) -> HttpResponse:
    """Hand out the hearings of one matter."""
    note_seen(actor, matter, what="hearings")
    found = summary(matter)
    return calendar_answer(cases_of([found], organization_id=actor.organization_id) if found else [])


def _case(matter: Matter, place: str) -> FollowedCase:
    found = case_at(matter, place)
    if found is None:
        raise Http404
    return found


def _tell(
    request: HttpRequest, actor: Actor, matter: Matter, answers: Answers, *, form: StepForm, place: str
) -> None:
    """Tell the person where the member chose so; messages that were sent before are not sent again."""
    if form.is_telling:
        by, token = form.cleaned_data["tell"], form.cleaned_data["token"]
        status = form.step[0].value
        _say(request, tell(actor, matter, answers, place=place, status=status, by=by, token=token))


def _say(request: HttpRequest, is_sent: bool | None) -> None:  # noqa: FBT001 - what a send gave
    if is_sent:
        messages.success(request, gettext("The message is on its way."))
    elif is_sent is not None:
        messages.warning(request, gettext("The message could not be sent. Try again later, or call."))


def _elsewhere(
    request: HttpRequest, matter: Matter, form: StepForm, *, place: str, ways: dict[str, str]
) -> HttpResponse:
    """Show what somebody else noted beside what was typed; the next save is meant to replace it."""
    newest = _case(matter, place)
    sent = request.POST.copy()
    sent["seen"] = StepForm(on=today(), steps=newest.steps, ways=ways, token="").initial["seen"]
    again = StepForm(sent, on=today(), steps=newest.steps, ways=ways, token="")
    again.add_error(
        "happened", gettext("Someone else has noted this step. Press “Note it” once more to put yours there")
    )
    return _show(request, newest, again, ways=ways, elsewhere=form.step[0])


def _show(
    request: HttpRequest,
    case: FollowedCase,
    form: StepForm,
    *,
    ways: dict[str, str],
    elsewhere: CaseStatus | None = None,
) -> HttpResponse:
    page = case_page(case, on=today())
    newest = next((one for one in page.steps if one.status == elsewhere), None)
    context = {"page": page, "matter": case.summary.matter, "form": form, "ways": ways, "elsewhere": newest}
    return render(request, "clinic/after/case.html", context)


def _back(matter: Matter, place: str) -> HttpResponse:
    return redirect("case_steps", matter=matter.pk, place=place)
