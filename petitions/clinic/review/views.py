"""Views of the review desk: the queue, one matter, approve or send back, comments, and to whom it is given."""

from __future__ import annotations

import secrets

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from petitions.access.actors import Actor, of_matter, staff
from petitions.access.assigning import assign
from petitions.access.audit import note_changed, note_seen
from petitions.access.roles import Action
from petitions.clinic.approval import Approval, approval_of, courts_hash, courts_used, facts_hash
from petitions.clinic.review.forms import AssignForm, CommentForm
from petitions.clinic.review.page import review_page
from petitions.clinic.review.queue import queue
from petitions.clinic.summaries import Summary, summaries_of
from petitions.interview.screening import today
from petitions.records.matters.comments import open_comments, settle_comment
from petitions.records.matters.models import Matter
from petitions.records.matters.reading import MatterAnswers, answers_of, to_review
from petitions.records.matters.reviewing import approve, hand_over, keep_look, send_back
from petitions.records.matters.steps import steps_of_matters
from petitions.records.writing import StaleVersion


@require_safe
@staff(Action.REVIEW)
def review_queue(request: HttpRequest, actor: Actor) -> HttpResponse:
    """List what waits for a reviewer."""
    found = actor.matters()
    summaries = summaries_of(to_review(found).select_related("assigned_to"))
    comments = open_comments((one.matter.pk for one in summaries), organization_id=actor.organization_id)
    waiting = queue(summaries, comments=comments, printed=_printed(summaries, actor))
    return render(request, "clinic/review/queue.html", {"waiting": waiting})


@require_safe
@of_matter(Action.SEE_MATTERS)
def review_matter(request: HttpRequest, actor: Actor, matter: Matter) -> HttpResponse:
    """Show the whole matter; only a reviewer can do something there."""
    note_seen(actor, matter, what="review")
    return _show(request, actor, matter, answers_of(matter))


@require_POST
@of_matter(Action.REVIEW)
def matter_approve(request: HttpRequest, actor: Actor, matter: Matter) -> HttpResponse:
    """Approve exactly what the reviewer saw, or say that it changed meanwhile."""
    opened = answers_of(matter)
    page = review_page(matter, opened.answers, user_id=actor.user_id, on=today())
    courts = courts_hash(courts_used(opened.answers))
    is_seen = (
        request.POST.get("version") == str(opened.version) and request.POST.get("courts", courts) == courts
    )
    if not is_seen or not page.can_approve:
        return _show(request, actor, matter, opened, is_stale=True)
    digest = facts_hash(opened.answers)
    try:
        approve(
            matter,
            version=opened.version,
            facts_hash=digest,
            courts_hash=courts,
            user_id=actor.user_id,
        )
    except StaleVersion:
        return _show(request, actor, matter, answers_of(matter), is_stale=True)
    keep_look(matter, opened.answers, version=opened.version, user_id=actor.user_id)
    note_changed(actor, matter, what="approved")
    return redirect("review_queue")


@require_POST
@of_matter(Action.REVIEW)
def matter_seen(request: HttpRequest, actor: Actor, matter: Matter) -> HttpResponse:
    """Note that the reviewer has seen the matter as it is; the next visit shows what changed since."""
    opened = answers_of(matter)
    if request.POST.get("version") == str(opened.version):
        keep_look(matter, opened.answers, version=opened.version, user_id=actor.user_id)
    return redirect("review_matter", matter=matter.pk)


@require_POST
@of_matter(Action.REVIEW)
def matter_send_back(request: HttpRequest, actor: Actor, matter: Matter) -> HttpResponse:
    """Give the matter back to intake, with a comment that says why."""
    opened, form = answers_of(matter), CommentForm(request.POST)
    if not form.is_valid():
        return _show(request, actor, matter, opened, form=form)
    form.save(matter, actor=actor)
    keep_look(matter, opened.answers, version=opened.version, user_id=actor.user_id)
    send_back(matter)
    note_changed(actor, matter, what="sent back")
    return redirect("review_queue")


@require_POST
@of_matter(Action.EDIT_MATTERS)
def matter_hand_over(request: HttpRequest, actor: Actor, matter: Matter) -> HttpResponse:
    """Put the matter in the queue of the reviewers."""
    hand_over(matter)
    note_changed(actor, matter, what="handed over")
    return redirect("matter", matter=matter.pk)


@require_POST
@of_matter(Action.REVIEW)
def matter_take(request: HttpRequest, actor: Actor, matter: Matter) -> HttpResponse:
    """Take a matter of the queue."""
    assign(matter, actor.user_id)
    note_changed(actor, matter, what="assigned")
    return redirect("review_matter", matter=matter.pk)


@require_POST
@of_matter(Action.EDIT_MATTERS)
def matter_assign(request: HttpRequest, actor: Actor, matter: Matter) -> HttpResponse:
    """Give the matter to a colleague; whoever gave it away may not see it any more."""
    form = AssignForm(actor, matter, request.POST)
    if not form.is_valid() or not form.save(matter):
        raise Http404
    note_changed(actor, matter, what="assigned")
    return redirect("matters")


@require_POST
@of_matter(Action.EDIT_MATTERS)
def matter_comment(request: HttpRequest, actor: Actor, matter: Matter) -> HttpResponse:
    """Keep a comment, or settle one."""
    back = "review_matter" if actor.may(Action.REVIEW) and "review" in request.POST else "matter"
    if "settle" in request.POST or "open" in request.POST:
        name = request.POST.get("settle") or request.POST.get("open", "")
        if not settle_comment(matter, name[:32], is_settled="settle" in request.POST):
            raise Http404
        return redirect(back, matter=matter.pk)
    form = CommentForm(request.POST)
    if form.is_valid():
        form.save(matter, actor=actor)
        note_changed(actor, matter, what="commented")
    elif actor.may(Action.REVIEW):
        return _show(request, actor, matter, answers_of(matter), form=form)
    return redirect(back, matter=matter.pk)


def _printed(summaries: list[Summary], actor: Actor) -> set[str]:
    """Return the matters that wait for an address alone, and of which every case is printed or further."""
    found = {one.matter.pk: one.cases for one in summaries if one.approval is Approval.COURTS_CHANGED}
    steps = steps_of_matters(found, organization_id=actor.organization_id) if found else {}
    return {pk for pk, cases in found.items() if all((pk, place) in steps for place in cases)}


def _show(
    request: HttpRequest,
    actor: Actor,
    matter: Matter,
    opened: MatterAnswers,
    *,
    form: CommentForm | None = None,
    is_stale: bool = False,
) -> HttpResponse:
    page = review_page(matter, opened.answers, user_id=actor.user_id, on=today())
    context = {
        "matter": matter,
        "page": page.result,
        "review": page,
        "version": opened.version,
        "form": form or CommentForm(initial={"token": secrets.token_hex(16)}),
        "is_stale": is_stale,
        "may_review": actor.may(Action.REVIEW),
        "may_edit": actor.may(Action.EDIT_MATTERS),
        "approval": approval_of(matter, opened.answers),
        "courts": courts_hash(courts_used(opened.answers)),
    }
    return render(request, "clinic/review/matter.html", context)
