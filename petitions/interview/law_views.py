"""Views of the pages that explain the law; they are the same for everyone."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from petitions.interview.explained.chapters import CHAPTERS
from petitions.interview.law_answers import answers_page
from petitions.interview.law_pages import index_page, links, page_of
from petitions.interview.wording.law.pages import ANSWERS


@require_safe
def law(request: HttpRequest) -> HttpResponse:
    """Say what the law did, and lead to the page of each section."""
    return render(request, "law/index.html", {"page": index_page(), "links": links(), "answers": ANSWERS})


@require_safe
def law_chapter(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the tables of one section."""
    if slug not in CHAPTERS:
        raise Http404
    return render(request, "law/chapter.html", {"page": page_of(slug)})


@require_safe
def law_answers(request: HttpRequest) -> HttpResponse:
    """Show every answer, reason and source."""
    return render(request, "law/chapter.html", {"page": answers_page()})
