"""Turns a paper into a page: its template filled in the paper's language, for print with a style sheet, or as a twin to read."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.template.loader import render_to_string
from django.utils.translation import gettext, override

from petitions.documents.forms.official_petition import OfficialPetition
from petitions.documents.html_page import Page
from petitions.documents.official.measured import SetTexts, set_texts
from petitions.documents.official.page import official_page
from petitions.documents.official.spoken import official_words
from petitions.documents.packet import Content, Paper

_PLEADING = ("documents/pleading.html", "documents/pleading.css")
_GUIDE = ("documents/guide.html", "documents/cover_sheet.css")
_LIST = ("documents/document.html", "documents/county_list.css")
_STYLES = {"cover-sheet": _GUIDE, "county-list": _LIST}
_TWIN = "documents/twin.html"
_LANGUAGES = {
    "cover-sheet": ("en", "es"),
    "petition": ("en",),
    "proof-of-service": ("en",),
    "proposed-order": ("en",),
}


def page(paper: Paper) -> Page:
    """Write one paper as HTML in its own language, for print."""
    if isinstance(paper.content, OfficialPetition):
        with override(paper.language):
            return official_page(paper.content, title=gettext(paper.title), language=paper.language)
    return _page(paper.document, content=paper.content, title=paper.title, language=paper.language)


def twin(paper: Paper, *, set_by: Callable[[OfficialPetition], SetTexts] = set_texts) -> str:
    """Write the same words, from the same template, as a part of a page that is read on a screen or aloud.

    ``set_by`` sets the texts of an official form, whose attachment follows from their printed widths.
    """
    if isinstance(paper.content, OfficialPetition):
        with override(paper.language):
            return official_words(paper.content, texts=set_by(paper.content))
    return _filled(paper.document, content=paper.content, title="", language=paper.language, base=_TWIN)


def blank_pages() -> Iterator[Page]:
    """Write every paper without a fact in it, in each language that it may have."""
    for document, languages in _LANGUAGES.items():
        for language in languages:
            yield _page(document, content=None, title=document, language=language)


def _page(document: str, *, content: Content | None, title: str, language: str) -> Page:
    base, style = _STYLES.get(document, _PLEADING)
    with override(language):
        shown = gettext(title)
    html = _filled(document, content=content, title=shown, language=language, base=base)
    return Page(html=html, css=render_to_string(style), title=shown, language=language)


def _filled(document: str, *, content: Content | None, title: str, language: str, base: str) -> str:
    template = f"documents/{document.replace('-', '_')}.html"
    with override(language):
        return render_to_string(
            template, {"paper": content, "title": title, "language": language, "base": base}
        )


def packet_title(language: str) -> str:
    """Return the title of a file that holds a whole packet."""
    with override(language):
        return gettext("Court papers to clear a marijuana conviction")
