"""Compiles papers into the skeleton of a file: laid out and written once, then cut at its slots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pikepdf

from petitions.documents.bulk.content import NoSkeleton, PageContent, page_content, values_of_marks
from petitions.documents.bulk.file import FileSkeleton, file_skeleton, open_file
from petitions.documents.bulk.internals import Alphabet, Place, alphabet, fonts_of, places, runs
from petitions.documents.bulk.letters import ALPHABETS
from petitions.documents.bulk.slots import MARK_SENTINEL, SENTINEL, is_sentinel
from petitions.documents.html_page import Page
from petitions.documents.packet import Paper
from petitions.documents.pages import page
from petitions.documents.render import LaidOut, lay_out, merge
from petitions.documents.typed import Typed

_MARKS = "☐☒☑"


@dataclass(frozen=True, slots=True)
class EmptyPaper:
    """A paper that is laid out with sentinels. ``marks`` numbers its boxes among its values."""

    laid_out: LaidOut
    pages: tuple[tuple[Place, ...], ...]
    marks: tuple[int, ...]


def empty_paper(paper: Paper, *, values: Sequence[Typed]) -> EmptyPaper:
    """Lay a paper with sentinels out; raise NoSkeleton where a value is printed that has no slot."""
    return empty_page(page(paper), values=values)


def empty_page(prepared: Page, *, values: Sequence[Typed]) -> EmptyPaper:
    """Lay a page with sentinels out, as ``empty_paper`` does."""
    laid_out = lay_out(prepared)
    found = tuple(tuple(one for one in sheet if is_sentinel(one.text)) for sheet in places(laid_out))
    body = prepared.html.partition("<body>")[2]
    printed = len(SENTINEL.findall(body)) + body.count(MARK_SENTINEL)
    if printed != sum(len(sheet) for sheet in found):
        raise NoSkeleton("A typed value has no element of its own.")
    return EmptyPaper(laid_out, found, tuple(values_of_marks(values)))


def compile_file(papers: Sequence[EmptyPaper], *, title: str, language: str, number: int) -> FileSkeleton:
    """Write papers in one file and cut it. ``number`` is that of the alphabet that values may use."""
    alphabets = _alphabets(papers, number=number)
    laid_out = [paper.laid_out for paper in papers]
    content = merge(laid_out, title=title, language=language, fonts=fonts_of(alphabets))
    with open_file(content) as pdf:
        return file_skeleton(pdf, contents=_contents(pdf, papers=papers, alphabets=alphabets))


def _alphabets(papers: Sequence[EmptyPaper], *, number: int) -> tuple[Alphabet, ...]:
    slots = [place for paper in papers for sheet in paper.pages for place in sheet]
    texts = {place.face for place in slots if place.text != MARK_SENTINEL}
    marks = {place.face for place in slots if place.text == MARK_SENTINEL} - texts
    faces = [(face, ALPHABETS[number]) for face in texts] + [(face, _MARKS) for face in marks]
    return tuple(alphabet(signs, face) for face, signs in sorted(faces, key=str))


def _contents(
    pdf: pikepdf.Pdf, *, papers: Sequence[EmptyPaper], alphabets: Sequence[Alphabet]
) -> dict[int, tuple[int, PageContent]]:
    letters = {one.name: one.letters for one in alphabets}
    sheets = iter(pdf.pages)
    found = {}
    for number, paper in enumerate(papers):
        marks = list(paper.marks)
        for of_page in paper.pages:
            sheet = next(sheets)
            if not of_page:
                continue
            sheet.contents_coalesce()
            lines = sheet.Contents.read_bytes().split(b"\n")
            content = page_content(
                lines,
                runs=list(runs(lines, letters=letters)),
                places=of_page,
                letters=letters,
                marks=[marks.pop(0) for place in of_page if place.text == MARK_SENTINEL],
            )
            found[sheet.Contents.objgen[0]] = (number, content)
    return found
