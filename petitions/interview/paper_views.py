"""Views of the finished papers: the list, the choice of the request, the downloads. File names carry nothing of the person."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from petitions.documents.build import BuiltPacket
from petitions.documents.filing import FilingProblems
from petitions.documents.worker import NotPrinted
from petitions.interview import sessions
from petitions.interview.lists import conviction_title
from petitions.interview.packet import NotReady, built_packet, everything, zipped
from petitions.interview.page_language import page_language
from petitions.interview.paper_list import paper_cases
from petitions.interview.petition_choice import with_choice
from petitions.interview.petition_form import PetitionForm, petition_choice
from petitions.interview.results import outcome_headline
from petitions.interview.screening import today
from petitions.interview.views import View, with_answers
from petitions.interview.within import within


def _(text: str) -> str:
    return text


PDF = "application/pdf"
NOT_NOW = _("The printing took too long, or stopped. Try again in a minute.")
IF_IT_STAYS = _("If it happens again, make each very long name or address shorter.")


def with_papers(view: View) -> View:
    """Go to what is still open, and say on a kind page why papers cannot be printed."""

    @wraps(view)
    def guarded(request: HttpRequest, **parts: Any) -> HttpResponse:
        try:
            return view(request, **parts)
        except NotReady:
            return redirect("tasks")
        except FilingProblems as found:
            return _not_printed(request, *(sentence for _path, sentence in found.problems))
        except NotPrinted:
            return _not_printed(request, NOT_NOW, IF_IT_STAYS)

    return with_answers(guarded)


@require_safe
@with_papers
def papers(request: HttpRequest) -> HttpResponse:
    """Show the papers of each case by their pages, with the downloads."""
    answers, packet = sessions.load(request), printed(request)
    not_filed = [
        (conviction_title(answers, one.conviction), outcome_headline(one.outcome))
        for one in packet.packets.not_filed
    ]
    context = {
        "cases": paper_cases(packet),
        "not_filed": not_filed,
        "choice": petition_choice(answers, packet.packets),
    }
    return render(request, "interview/papers.html", context)


@require_POST
@with_answers
def choose_request(request: HttpRequest) -> HttpResponse:
    """Keep whether the papers are made on the court's own form."""
    sessions.load(request)
    form = PetitionForm(request.POST)
    if form.is_valid():
        sessions.change(request, lambda newest: with_choice(newest, form.cleaned_data["request"]))
    return redirect("papers")


@require_safe
@with_papers
def all_papers(request: HttpRequest) -> HttpResponse:
    """Send every paper as one PDF."""
    return _download(request, everything, content_type=PDF, name="clearrecord-papers.pdf")


@require_safe
@with_papers
def zip_papers(request: HttpRequest) -> HttpResponse:
    """Send each paper in a ZIP."""
    return _download(request, zipped, content_type="application/zip", name="clearrecord-papers.zip")


@require_safe
@with_papers
def case_papers(request: HttpRequest, number: int) -> HttpResponse:
    """Send the papers of one case as one PDF."""
    return _download(
        request,
        lambda packet: _content(packet, f"case-{number}/packet.pdf"),
        content_type=PDF,
        name=f"clearrecord-case-{number}.pdf",
    )


def printed(request: HttpRequest) -> BuiltPacket:
    """Return the papers of this session's answers."""
    return built_packet(sessions.load(request), on=today(), language=guide_language(request))


def guide_language(request: HttpRequest) -> str:
    """Return the language of the guide: that of the page; within a matter the petitioner's."""
    matter = within(request)
    return matter.language if matter else page_language()


def _download(
    request: HttpRequest, choose: Callable[[BuiltPacket], bytes | None], *, content_type: str, name: str
) -> HttpResponse:
    content = choose(printed(request))
    if content is None:
        raise Http404
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(content, content_type=content_type, headers=headers)


def _not_printed(request: HttpRequest, *sentences: str) -> HttpResponse:
    """Say what to change or to do next; only printing shows which letters the fonts here have."""
    told = [gettext(sentence) for sentence in sentences]
    return render(request, "interview/not_printed.html", {"sentences": told}, status=422)


def _content(packet: BuiltPacket, path: str) -> bytes | None:
    found = packet.file(path)
    return found.content if found else None
