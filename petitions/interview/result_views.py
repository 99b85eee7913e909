"""Views of the result: on the screen, on one sheet to print, and the same sheet as a PDF file."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from petitions.courts.directory import load_directory
from petitions.documents.filing import FilingProblems
from petitions.documents.html_page import Page
from petitions.documents.single import printed_page
from petitions.documents.worker import NotPrinted, get_ready
from petitions.interview import sessions
from petitions.interview.after.notes import made_papers
from petitions.interview.answers import Answers, conviction_ids
from petitions.interview.flow import next_page
from petitions.interview.links import change_url, page_url
from petitions.interview.page_language import page_language
from petitions.interview.paper_views import PDF
from petitions.interview.result_sheet import result_sheet, size_for
from petitions.interview.results import ResultPage, result_page
from petitions.interview.said import said_by_conviction
from petitions.interview.screening import determinations_of, record_of, settling_of, today
from petitions.interview.views import View, with_answers

_STYLE = "sheet.css"
FILE_NAME = "result.pdf"


def with_result(view: Callable[[HttpRequest, Answers], HttpResponse]) -> View:
    """Give a view the answers that have a result; go to the open question, or to the list, where there is none yet."""

    def guarded(request: HttpRequest) -> HttpResponse:
        answers = sessions.load(request)
        if not conviction_ids(answers):
            return redirect("convictions")
        page = next_page(answers, on=today())
        if page is not None:
            return redirect(page_url(page))
        return view(request, answers)

    return require_safe(with_answers(guarded))


@with_result
def result(request: HttpRequest, answers: Answers) -> HttpResponse:
    """Show what the law gives for each conviction."""
    context = {"page": _result_page(answers), "made_papers": made_papers(answers)}
    return render(request, "interview/result.html", context)


@with_result
def sheet(request: HttpRequest, answers: Answers) -> HttpResponse:
    """Show the same on one sheet, made to be printed by the browser."""
    get_ready()
    return render(request, "interview/result_print.html", _context(request, answers))


@with_result
def sheet_pdf(request: HttpRequest, answers: Answers) -> HttpResponse:
    """Send that sheet as a PDF file."""
    title = gettext("Here is where you stand")
    context = {**_context(request, answers), "title": title, "language": page_language()}
    html = render_to_string("interview/result_pdf.html", context, request)
    try:
        content = printed_page(Page(html=html, css=_style(), title=title, language=page_language()))
    except (FilingProblems, NotPrinted):
        return render(request, "interview/result_print.html", {**context, "not_made": True}, status=422)
    headers = {"Content-Disposition": f'attachment; filename="{FILE_NAME}"', "Cache-Control": "no-store"}
    return HttpResponse(content, content_type=PDF, headers=headers)


def _context(request: HttpRequest, answers: Answers) -> dict[str, Any]:
    page = _result_page(answers)
    told = {"page": page, "sheet": result_sheet(page), "site": request.get_host()}
    html = render_to_string("interview/_sheet.html", told, request)
    return {"sheet": html, "size": size_for(html)}


@lru_cache(maxsize=1)
def _style() -> str:
    """Read the style that the page and the file share."""
    found = finders.find(_STYLE)
    assert found
    return Path(found).read_text(encoding="utf-8")


def _result_page(answers: Answers) -> ResultPage:
    return result_page(
        record_of(answers),
        determinations_of(answers, on=today()),
        load_directory(),
        answered=said_by_conviction(answers),
        settling=settling_of(answers, on=today()),
        change_url=lambda conviction, fact: change_url(conviction, fact, back_to="result"),
    )
