"""Views of the papers for the courts: who files, and the papers of each court, once the review is signed off."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from petitions.access.actors import Actor
from petitions.access.audit import note_seen
from petitions.access.organizations.models import Organization
from petitions.access.organizations.profiles import ADDRESS, attorneys_of
from petitions.documents.county.cases import CountyCase, CountyOffice, Mover
from petitions.documents.figures.figure import Text
from petitions.documents.filing import Address, FilingProblems
from petitions.documents.worker import NotPrinted
from petitions.exchange.county_cases import case_lines
from petitions.interview.paper_views import NOT_NOW
from petitions.records.reviews.models import CountyReview
from petitions.review.kept.results import judged_of
from petitions.review.papers.cases import county_cases
from petitions.review.papers.courts import papers_by_court
from petitions.review.screens.changes import with_final
from petitions.review.screens.context import opened
from petitions.review.screens.guards import grave_page
from petitions.review.screens.parts import review_part

MOVERS: Mapping[str, Text] = {
    Mover.PROSECUTOR.value: _("The district attorney: a motion"),
    Mover.DEFENDER.value: _("The public defender: an application"),
}
MOST = 1_000
"""Convictions whose papers a page makes while one waits; for more there is a command."""


@require_http_methods(["GET", "POST"])
@grave_page
def county_papers(request: HttpRequest, actor: Actor, review: CountyReview) -> HttpResponseBase:
    """Say what papers there can be; make them where the review is signed off."""
    found = opened(review)
    final = with_final(judged_of(found.vault), found.kept)
    as_cases = request.POST.get("kind") == "cases"
    if request.method != "POST" or review.signed_at is None or (final.height > MOST and not as_cases):
        attorney = next(iter(attorneys_of(actor.organization_id)), None)
        more = {"count": final.height, "most": MOST, "is_small": final.height <= MOST}
        return review_part(request, review, "papers", attorney=attorney, movers=MOVERS.items(), more=more)
    given = request.POST.get("mover", "")
    mover = Mover(given) if given in MOVERS else Mover.PROSECUTOR
    cases = county_cases(final, county=review.county, mover=mover)
    note_seen(actor, review, what="file of cases" if as_cases else "papers for the courts")
    if as_cases:
        return _sent(case_lines(cases), name="cases.jsonl")
    return _papers(request, list(cases), office=_office(actor.organization, mover))


def _papers(request: HttpRequest, cases: list[CountyCase], *, office: CountyOffice) -> HttpResponse:
    try:
        content = papers_by_court(cases, office=office)
    except (NotPrinted, FilingProblems):
        return render(request, "interview/not_printed.html", {"sentences": [gettext(NOT_NOW)]}, status=422)
    headers = {"Content-Disposition": 'attachment; filename="papers.zip"', "Cache-Control": "no-store"}
    return HttpResponse(content, content_type="application/zip", headers=headers)


def _sent(lines: Iterator[str], *, name: str) -> StreamingHttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    encoded = (line.encode() for line in lines)
    return StreamingHttpResponse(encoded, content_type="application/x-ndjson", headers=headers)


def _office(organization: Organization, mover: Mover) -> CountyOffice:
    """Return who files, as the office has named itself; what it has not named is a blank on the papers."""
    attorney = next(iter(attorneys_of(organization.pk)), None)
    place = attorney if attorney and attorney.street else organization
    is_whole = all(getattr(place, part) for part in ADDRESS)
    address = Address(place.street, place.unit or None, place.city, place.state, place.zip)
    return CountyOffice(
        mover=mover,
        name=organization.name,
        attorney=attorney.name if attorney else None,
        bar_number=(attorney.bar_number or None) if attorney else None,
        mailing_address=address if is_whole else None,
        phone=place.phone or organization.phone or None,
        email=place.email or organization.email or None,
    )
