"""Views of the papers for the courts: once the review is signed off they are made apart from the page, and taken as one file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.contrib import messages
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    JsonResponse,
    StreamingHttpResponse,
)
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from petitions.access.actors import Actor
from petitions.access.audit import note_changed, note_seen
from petitions.access.organizations.profiles import attorneys_of
from petitions.access.reviews import of_review
from petitions.access.signing_in.sittings import unattended
from petitions.documents.county.cases import Mover
from petitions.documents.figures.figure import Text
from petitions.exchange.county_cases import case_lines
from petitions.records.reviews.models import CountyReview, PapersKind, ReviewPapers, ReviewState
from petitions.records.reviews.papers import begin_papers, go_on, is_current, papers_of, vault_of_papers
from petitions.records.reviews.running import stop_run
from petitions.records.reviews.vault import Vault, VaultGone
from petitions.review.kept.results import judged_of
from petitions.review.papers.apart import make_apart
from petitions.review.papers.cases import county_cases
from petitions.review.papers.final import open_numbers, with_final
from petitions.review.papers.without import Without
from petitions.review.papers.work import ZIP
from petitions.review.screens.context import opened
from petitions.review.screens.guards import grave_page, review_page
from petitions.review.screens.parts import review_part
from petitions.review.screens.progress import progress_of
from petitions.review.screens.shares import Share

MOVERS: Mapping[str, Text] = {
    Mover.PROSECUTOR.value: _("The district attorney: a motion"),
    Mover.DEFENDER.value: _("The public defender: an application"),
}
KINDS: Mapping[str, tuple[Text, Text]] = {
    PapersKind.BULK.value: (
        _("One bulk motion with a list of the cases"),
        _("For each court one motion, one proposed order, and the list for the clerk."),
    ),
    PapersKind.CASES.value: (
        _("One motion and order per case"),
        _("For each case a motion and a proposed order, and for each court the list for the clerk."),
    ),
}
_WITHOUT: Mapping[str, Text] = {
    Without.NOTHING.value: _("No papers: nothing is asked of the court"),
    Without.HAND.value: _("No papers yet: a hand review is open"),
    Without.NUMBER.value: _("No papers yet: no case number, or more than one"),
    Without.OTHER.value: _("No papers: the table manifest.csv says why"),
}
_AT_ONCE = 1 << 20


@require_safe
@review_page
def county_papers(request: HttpRequest, actor: Actor, review: CountyReview) -> HttpResponse:
    """Say what papers there are, how far they are, and what there can be."""
    found = opened(review)
    papers = papers_of(review)
    if papers is not None:
        make_apart(papers)
        papers = papers_of(review)
    progress = progress_of(papers, now=timezone.now()) if papers else None
    if progress is None or not progress.goes_on:
        note_seen(actor, review, what="page of the papers")
    final = with_final(judged_of(found.vault), found.kept)
    return review_part(
        request,
        review,
        "papers",
        attorney=next(iter(attorneys_of(actor.organization_id)), None),
        movers=MOVERS.items(),
        kinds=[(kind, *words) for kind, words in KINDS.items()],
        papers=papers,
        made=KINDS[papers.kind][0] if papers else "",
        is_current=papers is not None and is_current(papers, review),
        progress=progress,
        cases=_cases(papers) if papers else [],
        without_number=open_numbers(final),
    )


@require_POST
@grave_page
def county_papers_make(request: HttpRequest, actor: Actor, review: CountyReview) -> HttpResponse:
    """Have papers made, or go on with those that were stopped."""
    opened(review)
    if "again" in request.POST:
        is_begun = go_on(review)
    else:
        kind, mover = request.POST.get("kind", ""), request.POST.get("mover", "")
        is_begun = begin_papers(
            review,
            kind=kind if kind in KINDS else PapersKind.BULK.value,
            mover=mover if mover in MOVERS else Mover.PROSECUTOR.value,
        )
    if is_begun:
        note_changed(actor, review, what="papers for the courts begun")
    return redirect("county_papers", review=review.pk)


@unattended
@require_safe
@of_review
def county_papers_now(request: HttpRequest, actor: Actor, review: CountyReview) -> HttpResponse:
    """Say how far the papers are, to a script."""
    papers = papers_of(review)
    if papers is None:
        raise Http404
    make_apart(papers)
    now = progress_of(papers, now=timezone.now())
    return JsonResponse({"said": now.said, "read": now.done, "of": now.whole, "goes_on": now.goes_on})


@require_POST
@review_page
def county_papers_stop(request: HttpRequest, actor: Actor, review: CountyReview) -> HttpResponse:
    """Stop making papers."""
    papers = papers_of(review)
    if papers is not None and stop_run(papers):
        note_changed(actor, review, what="papers for the courts stopped")
    return redirect("county_papers", review=review.pk)


@require_safe
@grave_page
def county_papers_take(request: HttpRequest, actor: Actor, review: CountyReview) -> HttpResponseBase:
    """Send the papers as one file, unsealed while it is sent; those of a review that has changed are not sent."""
    papers, vault = _ready(review)
    if not is_current(papers, review):
        messages.warning(
            request, gettext("The review has changed since. Sign it off, and make the papers again.")
        )
        return redirect("county_papers", review=review.pk)
    note_seen(actor, review, what="papers for the courts")
    return _sent(_chunks(vault), name=ZIP, content_type="application/zip", size=papers.size)


@require_POST
@grave_page
def county_papers_cases(request: HttpRequest, actor: Actor, review: CountyReview) -> HttpResponseBase:
    """Send the cases of a signed review as the command reads them."""
    found = opened(review)
    if review.signed_at is None:
        return redirect("county_papers", review=review.pk)
    final = with_final(judged_of(found.vault), found.kept)
    given = request.POST.get("mover", "")
    mover = Mover(given) if given in MOVERS else Mover.PROSECUTOR
    note_seen(actor, review, what="file of cases")
    lines = (line.encode() for line in case_lines(county_cases(final, county=review.county, mover=mover)))
    return _sent(lines, name="cases.jsonl", content_type="application/x-ndjson")


def _cases(papers: ReviewPapers) -> list[Share]:
    """Return what became of the cases, those with papers first; nothing where all have some or it was not counted."""
    without = papers.without or {}
    whole = papers.cases + sum(without.values())
    rows = ((words, without.get(what, 0)) for what, words in _WITHOUT.items())
    told = [Share(words, number, whole) for words, number in rows if number]
    return [Share(_("Papers are made"), papers.cases, whole), *told] if told else []


def _ready(review: CountyReview) -> tuple[ReviewPapers, Vault]:
    """Return papers that are made; raise Http404 where there are none."""
    opened(review)
    papers = papers_of(review)
    vault = vault_of_papers(papers) if papers and papers.state == ReviewState.DONE else None
    if papers is None or vault is None:
        raise Http404
    return papers, vault


def _chunks(vault: Vault) -> Iterator[bytes]:
    try:
        file = vault.open(ZIP)
    except VaultGone:
        raise Http404 from None
    return iter(lambda: file.read(_AT_ONCE), b"")


def _sent(
    content: Iterator[bytes], *, name: str, content_type: str, size: int | None = None
) -> StreamingHttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    if size is not None:
        headers["Content-Length"] = str(size)
    return StreamingHttpResponse(content, content_type=content_type, headers=headers)
