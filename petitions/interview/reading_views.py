"""Views of one paper: its words as a page, its pages as pictures. No address carries a word of the person."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from petitions.documents.pictures import page_picture
from petitions.documents.reading import words_of
from petitions.interview import sessions
from petitions.interview.packet import packets_of
from petitions.interview.paper_list import case_title, paper_line, paper_name
from petitions.interview.paper_views import guide_language, printed, with_papers
from petitions.interview.screening import today

SMALL, LARGE = 340, 1224
"""Pixels across: of a page beside others, and of one that is read."""


@require_safe
@with_papers
def paper_words(request: HttpRequest, number: int, document: str) -> HttpResponse:
    """Say a paper's whole words, in its order, as a page of the site."""
    packets = packets_of(sessions.load(request), on=today(), language=guide_language(request))
    if not 1 <= number <= len(packets.cases):
        raise Http404
    case = packets.cases[number - 1]
    documents = [paper.document for paper in case.papers]
    if document not in documents:
        raise Http404
    place = documents.index(document)
    context = {
        "name": paper_name(document),
        "case": case_title(case),
        "paper": case.papers[place],
        "words": words_of(case.papers[place]),
        "page_url": reverse("paper_page", args=(number, document, 1)),
        "others": [
            (paper_name(other), reverse("paper_words", args=(number, other)))
            for other in documents[place + 1 : place + 2]
        ],
    }
    return render(request, "interview/paper_words.html", context)


@require_safe
@with_papers
def paper_page(request: HttpRequest, number: int, document: str, page: int) -> HttpResponse:
    """Show one page of a paper, large, with the ways to the pages around it."""
    packet = printed(request)
    if packet.file(f"case-{number}/{document}.pdf") is None or document == "packet":
        raise Http404
    line = paper_line(packet, number=number, document=document)
    if not 1 <= page <= len(line.pages):
        raise Http404
    around = {"before": line.pages[page - 2 : page - 1], "after": line.pages[page : page + 1]}
    return render(
        request, "interview/paper_page.html", {"line": line, "page": line.pages[page - 1], **around}
    )


@require_safe
@with_papers
def paper_picture(request: HttpRequest, number: int, document: str, page: int, width: int) -> HttpResponse:
    """Send one page of a paper as a picture."""
    file = printed(request).file(f"case-{number}/{document}.pdf")
    picture = page_picture(file.content, number=page, width=width) if file else None
    if picture is None:
        raise Http404
    return HttpResponse(picture, content_type="image/png", headers={"Cache-Control": "no-store"})
