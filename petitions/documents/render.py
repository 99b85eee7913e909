"""Lays pages out and writes them as tagged PDF; the only module that knows WeasyPrint."""

from __future__ import annotations

import gc
import logging
from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape
from typing import Any, NoReturn

from petitions.documents.backgrounds import lay_under
from petitions.documents.decoration import set_margins_apart
from petitions.documents.html_page import Page
from petitions.documents.libraries import by_exact_names

with by_exact_names():
    from weasyprint import CSS, HTML, Document
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import FatalURLFetchingError, URLFetcher

_VARIANT = "pdf/ua-1"
_POINTS = 0.75
_MEASURING = (
    "@page { size: 30000pt 3000pt; margin: 0 } body, p { margin: 0 } p { white-space: pre; font: %s }"
    "bdi { font-kerning: none; font-variant-ligatures: none }"
)
logging.getLogger("weasyprint").setLevel(logging.CRITICAL)  # its warnings quote the text of the page


class MissingLetters(Exception):
    """A text has letters that no font here can print; the paper would show boxes in their place."""


class RefuseEverything(URLFetcher):
    """A fetcher that stops the rendering at the first address, of whatever kind."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> NoReturn:
        """Refuse, without repeating the address."""
        raise FatalURLFetchingError("A paper may not fetch anything.")


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A paper that is laid out, and so knows its number of pages, but is not yet written."""

    document: Document
    title: str
    language: str
    background: bytes | None = field(default=None, repr=False)

    @property
    def page_count(self) -> int:
        """Return the number of sheets' sides."""
        return len(self.document.pages)


def lay_out(page: Page) -> LaidOut:
    """Lay one page of HTML out."""
    html = HTML(string=page.html, url_fetcher=_fetcher())
    document = html.render(
        font_config=_fonts(), stylesheets=[_style(page.css)], pdf_variant=_VARIANT, cache={}
    )
    return LaidOut(document=document, title=page.title, language=page.language, background=page.background)


def write(paper: LaidOut) -> bytes:
    """Write one paper as a PDF file."""
    return merge((paper,), title=paper.title, language=paper.language)


def merge(
    papers: Sequence[LaidOut], *, title: str, language: str, fonts: Mapping[int, Any] | None = None
) -> bytes:
    """Write papers, in order, as one PDF file that keeps each one's tags, language and page numbers.

    ``fonts`` are fonts of an earlier document, with the letters that they must hold beside those printed.
    """
    first = papers[0].document
    metadata = copy(first.metadata)
    metadata.title, metadata.lang = title, language
    whole = Document(
        [sheet for paper in papers for sheet in paper.document.pages],
        metadata,
        first.url_fetcher,
        first.font_config,
        first.color_profiles,
        first.output_intent,
    )
    whole.fonts.update(fonts or {})
    languages = [paper.language for paper in papers for _ in paper.document.pages]

    def finish(_: Document, pdf: Any) -> None:
        set_margins_apart(pdf)
        _name_header_cells(pdf)
        _mark_languages(pdf, languages=languages, language=language)

    content: bytes = whole.write_pdf(pdf_variant=_VARIANT, finisher=finish)
    if any(font.missing for font in whole.fonts.values()):
        raise MissingLetters
    return lay_under(content, backgrounds=_backgrounds(papers))


def render(page: Page) -> bytes:
    """Lay one page out and write it."""
    return write(lay_out(page))


def text_widths(texts: Sequence[str], *, font: str) -> tuple[float, ...]:
    """Measure texts, each on one line, in points; ``font`` is written as in a style sheet."""
    lines = "".join(
        f'<p><bdi>{escape(one)}</bdi><a id="{number}"></a></p>' for number, one in enumerate(texts)
    )
    html = HTML(string=f'<html lang="en"><body>{lines}</body></html>', url_fetcher=_fetcher())
    measured = html.render(font_config=_fonts(), stylesheets=[_style(_MEASURING % font)], cache={})
    ends = {name: place[0] for sheet in measured.pages for name, place in sheet.anchors.items()}
    return tuple(ends[str(number)] * _POINTS for number in range(len(texts)))


def _backgrounds(papers: Sequence[LaidOut]) -> dict[int, bytes]:
    """Find the page of the file under which each background goes; 0 is the first."""
    found, number = {}, 0
    for paper in papers:
        if paper.background is not None:
            found[number] = paper.background
        number += paper.page_count
    return found


def _name_header_cells(pdf: Any) -> None:
    """Give each header cell a scope, and a name that no other paper of the file uses."""
    cells = [entry for entry in pdf.objects if _is_element(entry, "/TH")]
    for number, cell in enumerate(cells, start=1):
        cell["A"]["Scope"] = "/Column"
        if "ID" in cell:
            cell["ID"].string = f"header-{number}"


def _mark_languages(pdf: Any, *, languages: Sequence[str], language: str) -> None:
    """Mark the parts of the file that are not in its main language."""
    by_page = dict(zip(pdf.page_references, languages, strict=True))
    root = next(entry for entry in pdf.objects if _is_element(entry, "/Document"))
    for entry in pdf.objects:
        if _is_element(entry) and entry["P"] == root.reference and by_page[entry["Pg"]] != language:
            entry["Lang"] = f"({by_page[entry['Pg']]})"


def _is_element(entry: Any, kind: str | None = None) -> bool:
    is_element = isinstance(entry, dict) and entry.get("Type") == "/StructElem"
    return is_element and (kind is None or entry["S"] == kind)


@lru_cache(maxsize=1)
def _fonts() -> FontConfiguration:
    """Find the fonts, once; what is loaded by now stays, so the garbage collector need not visit it again."""
    gc.freeze()
    return FontConfiguration()


@lru_cache(maxsize=1)
def _fetcher() -> RefuseEverything:
    return RefuseEverything()


@lru_cache(maxsize=8)
def _style(css: str) -> CSS:
    return CSS(string=css, font_config=_fonts(), url_fetcher=_fetcher())
