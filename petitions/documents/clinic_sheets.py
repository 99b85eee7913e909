"""Two sheets of a clinic that are no court papers: the one before each person's papers, and the list at the door."""

from __future__ import annotations

from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.translation import get_language, gettext, override

from petitions.documents.html_page import Page


@dataclass(frozen=True, slots=True)
class StackLine:
    """One paper of a case: how many copies, and for whom."""

    paper: str
    copies: int
    recipient: str


@dataclass(frozen=True, slots=True)
class StackCase:
    """What lies in the stack for one case."""

    title: str
    lines: tuple[StackLine, ...]


@dataclass(frozen=True, slots=True)
class Separator:
    """The sheet before the papers of one person; for the members of the clinic."""

    number: int
    name: str
    office: str
    cases: tuple[StackCase, ...]
    checks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DoorRow:
    """One person at the door."""

    number: int
    name: str
    cases: int


@dataclass(frozen=True, slots=True)
class DoorSheet:
    """The list at the door."""

    office: str
    day: str
    checks: tuple[str, ...]
    rows: tuple[DoorRow, ...]


def separator_page(sheet: Separator, *, language: str) -> Page:
    """Write the sheet before one person's papers."""
    with override(language):
        return _page("separator", sheet, title=gettext("File %(number)s") % {"number": sheet.number})


def door_page(sheet: DoorSheet, *, language: str) -> Page:
    """Write the list at the door."""
    with override(language):
        return _page("checkout", sheet, title=gettext("Check-out"))


def _page(name: str, sheet: object, *, title: str) -> Page:
    language = get_language() or "en"
    html = render_to_string(f"documents/{name}.html", {"sheet": sheet, "title": title, "language": language})
    return Page(html=html, css=render_to_string(f"documents/{name}.css"), title=title, language=language)
