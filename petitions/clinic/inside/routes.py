"""The pages that can be opened within a matter, each with the methods that it takes; no other can."""

from __future__ import annotations

from collections.abc import Mapping

from django.urls import ResolverMatch

from petitions.interview.within import page_at

_READ, _SEND = ("GET", "HEAD"), ("POST",)
_FORM = (*_READ, *_SEND)
_PAGES: Mapping[tuple[str, ...], tuple[str, ...]] = {
    _READ: (
        "begin", "result", "result_sheet", "result_pdf", "clerk_slips", "convictions",
        "before_papers", "tasks", "check", "papers", "all_papers", "zip_papers", "case_papers",
        "paper_words", "paper_page", "paper_picture", "paper_thumbnail",
        "sheet_reading", "sheet_reading_now", "sheet_pages", "sheet_picture", "sheet_stopped", "sheet_check",
        "sheet_words", "law", "law_answers", "law_chapter", "other_help_list", "other_help_places", "other_help",
    ),
    _FORM: (
        "question", "add_conviction", "remove_conviction",
        "rap_sheet", "sheet_files", "sheet_page", "sheet_conviction", "sheet_person",
        "read_it_yourself", "read_step",
    ),
    _SEND: ("choose_request", "sheet_stop", "sheet_go_on", "sheet_finish"),
}  # fmt: skip
METHODS: Mapping[str, tuple[str, ...]] = {
    name: methods for methods, names in _PAGES.items() for name in names
}
TO_MATTER = frozenset({"start", "after", "keep"})
"""Pages of a visit to which pages lead, in whose place the page of the matter is opened."""
TO_PUBLIC = frozenset({"privacy", "letters", "state_record", "clinics"})
"""Pages to which pages lead that hold nothing of a matter: they are opened outside of it."""
PARTS_OF_PAGES = frozenset({"paper_thumbnail", "sheet_reading_now"})
"""What a page loads by itself: whoever saw that page is noted."""


def opened_at(rest: str) -> ResolverMatch | None:
    """Return the page of an address within a matter; None where none may be opened."""
    found = page_at(rest)
    if found is None or found.namespaces or found.url_name not in METHODS.keys() | TO_MATTER | TO_PUBLIC:
        return None
    return found


def methods_of(page: ResolverMatch) -> tuple[str, ...]:
    """Return the methods that a page takes."""
    return METHODS.get(str(page.url_name), _READ)
