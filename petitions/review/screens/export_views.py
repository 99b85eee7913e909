"""Views of what leaves the site, and of signing off: each wants a proof a moment ago, and stands in the log."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from petitions.access.actors import Actor
from petitions.access.audit import note_changed, note_seen
from petitions.documents.filing import FilingProblems
from petitions.documents.single import printed_page
from petitions.documents.worker import NotPrinted
from petitions.exchange.tables import CONTENT_TYPES, CSV, XLSX, table_file
from petitions.interview.page_language import page_language
from petitions.interview.paper_views import NOT_NOW
from petitions.records.reviews.deciding import Stale, open_again, sign_off
from petitions.records.reviews.keeping import files_of, name_of
from petitions.records.reviews.models import CountyReview, ReviewState
from petitions.review.kept.exports import all_results, condensed_results, judged_results, problem_lines
from petitions.review.kept.results import judged_of, problems_of
from petitions.review.papers.final import open_numbers, with_final
from petitions.review.report.report import as_one_file, report_page
from petitions.review.running.places import (
    ALL_RESULTS,
    CONDENSED_RESULTS,
    PROBLEMS,
    PROP64_RESULTS,
    SUMMARY,
)
from petitions.review.screens.changes import change_rows, final_counts
from petitions.review.screens.context import Opened, opened
from petitions.review.screens.guards import grave_page, review_page
from petitions.review.screens.parts import review_part
from petitions.review.screens.table import open_count
from petitions.review.summary import summary

_SPREADSHEETS = ("all", "condensed", "judged", "problems")


@require_safe
@review_page
def county_exports(request: HttpRequest, actor: Actor, review: CountyReview) -> HttpResponse:
    """List what can be taken as a file; nothing of it is opened here."""
    if review.state != ReviewState.DONE:
        raise Http404
    return review_part(request, review, "exports")


@require_safe
@grave_page
def county_spreadsheet(
    request: HttpRequest, actor: Actor, review: CountyReview, kind: str
) -> HttpResponseBase:
    """Send a spreadsheet as the command writes it, row by row while it is opened."""
    found = opened(review)
    make = _spreadsheets(found).get(kind)
    if make is None:
        raise Http404
    name, lines = make
    note_seen(actor, review, what=f"file {name}")
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return StreamingHttpResponse(lines(), content_type="text/csv; charset=utf-8", headers=headers)


@require_safe
@grave_page
def county_changes(request: HttpRequest, actor: Actor, review: CountyReview, kind: str) -> HttpResponse:
    """Send what staff decided, with why."""
    if kind not in (CSV, XLSX):
        raise Http404
    found = opened(review)
    note_seen(actor, review, what="file of changes")
    content = table_file(change_rows(judged_of(found.vault), found.kept), kind=kind)
    return _file(content, name=f"changes.{kind}", content_type=CONTENT_TYPES[kind])


@require_safe
@grave_page
def county_summary(request: HttpRequest, actor: Actor, review: CountyReview) -> HttpResponse:
    """Send the numbers as the command writes them."""
    found = opened(review)
    note_seen(actor, review, what=f"file {SUMMARY}")
    told = summary(found.tally(), review=found.asked, lines=review.rows, seconds=_seconds(review))
    content = json.dumps(told, ensure_ascii=False, indent=2).encode()
    return _file(content, name=SUMMARY, content_type="application/json")


@require_safe
@grave_page
def county_report(request: HttpRequest, actor: Actor, review: CountyReview, kind: str) -> HttpResponse:
    """Send the report for the public."""
    found = opened(review)
    note_seen(actor, review, what="report for the public")
    problems = Counter(one.code for one in problems_of(found.vault))
    page = report_page(
        found.tally(),
        review=found.asked,
        rows=review.rows,
        problems=problems,
        language=page_language(),
    )
    if kind == "html":
        return _file(as_one_file(page), name="report.html", content_type="text/html; charset=utf-8")
    try:
        content = printed_page(page)
    except (NotPrinted, FilingProblems):
        return render(request, "interview/not_printed.html", {"sentences": [gettext(NOT_NOW)]}, status=422)
    return _file(content, name="report.pdf", content_type="application/pdf")


@require_http_methods(["GET", "POST"])
@grave_page
def county_sign(request: HttpRequest, actor: Actor, review: CountyReview) -> HttpResponse:
    """Show what would be signed, and sign it."""
    found = opened(review)
    if request.method == "POST":
        seen = request.POST.get("seen", "")
        try:
            sign_off(review, seen=int(seen) if seen.isdecimal() else 0, user_id=actor.user_id)
        except Stale:
            messages.warning(request, gettext("Someone else changed this review. Look at it once more."))
        else:
            note_changed(actor, review, what="signed off")
            messages.success(request, gettext("The review is signed off."))
        return redirect("county_sign", review=review.pk)
    note_seen(actor, review, what="what is to be signed off")
    judged = judged_of(found.vault)
    final = with_final(judged, found.kept)
    return review_part(
        request,
        review,
        "sign",
        counts=final_counts(final),
        without_number=open_numbers(final),
        open=open_count(judged, found.kept),
        changed=len(found.changes),
    )


@require_POST
@grave_page
def county_open_again(request: HttpRequest, actor: Actor, review: CountyReview) -> HttpResponse:
    """Open a signed review again."""
    opened(review)
    open_again(review)
    note_changed(actor, review, what="opened again")
    return redirect("county_sign", review=review.pk)


def _spreadsheets(found: Opened) -> Mapping[str, tuple[str, Callable[[], Iterator[bytes]]]]:
    vault, flow = found.vault, found.asked.flow
    names = [name_of(one, vault) for one in files_of(found.review)]
    makes: Iterable[tuple[str, Callable[[], Iterator[bytes]]]] = (
        (ALL_RESULTS, lambda: all_results(vault, flow=flow)),
        (CONDENSED_RESULTS, lambda: condensed_results(vault, flow=flow)),
        (PROP64_RESULTS, lambda: judged_results(vault, flow=flow)),
        (PROBLEMS, lambda: problem_lines(vault, files=names)),
    )
    return dict(zip(_SPREADSHEETS, makes, strict=True))


def _seconds(review: CountyReview) -> float:
    """Return how long the last step but the gathering took to come to its end, as far as that is kept."""
    if review.done_at is None or review.step_began_at is None:
        return 0.0
    return round((review.done_at - review.created_at).total_seconds(), 1)


def _file(content: bytes, *, name: str, content_type: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(content, content_type=content_type, headers=headers)
