"""Views up to the results: the list of reviews, a new one, its files, and how far it is."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from petitions.access.actors import Actor
from petitions.access.audit import note_changed, note_deleted, note_made, note_seen
from petitions.access.once import key_of
from petitions.access.reviews import of_review
from petitions.access.signing_in.again import fresh_within
from petitions.access.signing_in.sittings import unattended
from petitions.interview.screening import today
from petitions.records.reviews.keeping import (
    delete_review,
    files_of,
    keep_file,
    name_file,
    name_of,
    new_review,
    reviews_of,
    take_file_out,
    vault_of,
)
from petitions.records.reviews.models import CountyReview, ReviewState
from petitions.records.reviews.running import begin_review, stop_run
from petitions.records.reviews.vault import Vault
from petitions.review.kept.apart import run_apart
from petitions.review.kept.server_folder import offered
from petitions.review.screens.choices import every_policy, in_words, policy_name
from petitions.review.screens.forms import ReviewForm
from petitions.review.screens.guards import AT_WORK, county_page, grave_page, review_page
from petitions.review.screens.progress import STATES, progress_of
from petitions.review.screens.uploads import SealedUpload


@require_safe
@county_page
def county_reviews(request: HttpRequest, actor: Actor) -> HttpResponse:
    """List the reviews of the organization."""
    found = reviews_of(actor.organization_id)
    rows = [(one, STATES[one.state], policy_name(one.options)) for one in found]
    return render(request, "review/reviews.html", {"rows": rows})


@require_http_methods(["GET", "POST"])
@county_page
def county_new(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Ask what is wanted; go on to the files."""
    form = ReviewForm(request.POST if request.method == "POST" else None, on=today())
    if not form.is_valid():
        return render(request, "review/new.html", {"form": form, "policies": every_policy(on=today())})
    given = form.cleaned_data
    review = new_review(
        organization_id=actor.organization_id,
        user_id=actor.user_id,
        county=given["county"],
        on=given["on"],
        options=form.options,
        key=key_of(given["token"], actor.organization_id, actor.user_id),
    )
    note_made(actor, review, what="county review")
    return redirect("county_files", review=review.pk)


@require_safe
@review_page
def county_files(request: HttpRequest, actor: Actor, review: CountyReview) -> HttpResponse:
    """Show the files that are handed in, and take more."""
    if review.state != ReviewState.GATHERING:
        return redirect("county_review", review=review.pk)
    note_seen(actor, review, what="files of the review")
    return _files_page(request, review)


@require_POST
@of_review
def county_upload(request: HttpRequest, actor: Actor, review: CountyReview) -> HttpResponseBase:
    """Keep the files that came and are sealed by now; who sent them was asked before the first byte."""
    vault = _vault(review)
    sent = [one for one in request.FILES.getlist("files") if isinstance(one, SealedUpload)]
    if not sent:
        return _nothing_sent(request, review)
    for one in sent:
        if one.size:
            keep_file(review, vault, one.draft, place=one.place, name=one.name or "")
        else:
            one.draft.drop()
    note_changed(actor, review, what="files handed in")
    return redirect("county_files", review=review.pk)


@require_POST
@review_page
def county_pick(request: HttpRequest, actor: Actor, review: CountyReview) -> HttpResponse:
    """Note files of the server's folder, by the names that the page listed."""
    vault, chosen = _gathering(review), request.POST.getlist("names")
    for one in offered(settings.COUNTY_REVIEW_FOLDER):
        if one.name in chosen:
            name_file(review, vault, name=one.name, size=one.size)
    note_changed(actor, review, what="files chosen")
    return redirect("county_files", review=review.pk)


@require_POST
@review_page
def county_take_out(request: HttpRequest, actor: Actor, review: CountyReview) -> HttpResponse:
    """Take a file out again."""
    take_file_out(review, _gathering(review), place=request.POST.get("place", ""))
    note_changed(actor, review, what="file taken out")
    return redirect("county_files", review=review.pk)


@require_POST
@review_page
def county_begin(request: HttpRequest, actor: Actor, review: CountyReview) -> HttpResponse:
    """Begin, or go on after a stop or a failure."""
    if not files_of(review).exists():
        return _files_page(request, review, problem=gettext("Add a file first"))
    if begin_review(review):
        note_changed(actor, review, what="begun")
    return redirect("county_review", review=review.pk)


@unattended
@require_safe
@of_review
def county_now(request: HttpRequest, actor: Actor, review: CountyReview) -> HttpResponse:
    """Say how far a review is, to a script."""
    run_apart(review)
    now = progress_of(review, now=timezone.now())
    return JsonResponse({"said": now.said, "read": now.done, "of": now.whole, "goes_on": now.goes_on})


@require_POST
@review_page
def county_stop(request: HttpRequest, actor: Actor, review: CountyReview) -> HttpResponse:
    """Stop a run."""
    if stop_run(review):
        note_changed(actor, review, what="stopped")
    return redirect("county_review", review=review.pk)


@require_http_methods(["GET", "POST"])
@grave_page
def county_delete(request: HttpRequest, actor: Actor, review: CountyReview) -> HttpResponse:
    """Ask once more, then delete the review with all its files."""
    if request.method != "POST":
        return render(request, "review/delete.html", {"review": review})
    stop_run(review)
    note_deleted(actor, review, what="county review")
    delete_review(review)
    messages.success(request, gettext("The review is deleted, with all its files."))
    return redirect("county_reviews")


@fresh_within(AT_WORK)
def _nothing_sent(request: HttpRequest, review: CountyReview) -> HttpResponse:
    """Say that nothing came; to who had not proved who they are, nothing is shown."""
    return _files_page(request, review, problem=gettext("Choose a file first"))


def _files_page(request: HttpRequest, review: CountyReview, *, problem: str = "") -> HttpResponse:
    vault = _vault(review)
    files = [(one, name_of(one, vault)) for one in files_of(review)]
    taken = {name for _file, name in files}
    context = {
        "review": review,
        "files": files,
        "offered": [one for one in offered(settings.COUNTY_REVIEW_FOLDER) if one.name not in taken],
        "policy": in_words(review.options, on=review.on),
        "problem": problem,
    }
    return render(request, "review/files.html", context)


def _gathering(review: CountyReview) -> Vault:
    """Return the files of a review that has not begun; raise Http404 for another."""
    if review.state != ReviewState.GATHERING:
        raise Http404
    return _vault(review)


def _vault(review: CountyReview) -> Vault:
    vault = vault_of(review)
    if vault is None:
        raise Http404
    return vault
