"""Prints one page that is no part of a packet, in the worker as all papers are."""

from __future__ import annotations

from petitions.documents.build import MISSING_LETTERS
from petitions.documents.filing import FilingProblems
from petitions.documents.framing import Reply
from petitions.documents.html_page import Page
from petitions.documents.render import MissingLetters, render
from petitions.documents.worker import NotPrinted, run


def printed_page(page: Page) -> bytes:
    """Return the PDF file; raise FilingProblems for missing letters, NotPrinted where the worker ends early."""
    reply = run(print_page, page)
    if reply.head.get("missing_letters"):
        raise FilingProblems(("page", MISSING_LETTERS))
    if len(reply.parts) != 1:
        raise NotPrinted
    return reply.parts[0]


def print_page(page: Page) -> Reply:
    """Print it; the job of the worker."""
    try:
        return Reply({}, (render(page),))
    except MissingLetters:
        return Reply({"missing_letters": True})
