"""Compiles papers into the skeleton of a file: each laid out and written once, cut at its slots, and joined."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pikepdf

from petitions.documents.bulk.content import NoSkeleton, PageContent, page_content, values_of_marks
from petitions.documents.bulk.file import FileSkeleton, file_skeleton
from petitions.documents.bulk.internals import Alphabet, Face, Place, alphabet, fonts_of, places, runs
from petitions.documents.bulk.joining import Joined
from petitions.documents.bulk.letters import ALPHABETS
from petitions.documents.bulk.slots import MARK_SENTINEL, SENTINEL, is_sentinel
from petitions.documents.html_page import Page
from petitions.documents.packet import Paper
from petitions.documents.pages import page
from petitions.documents.render import LaidOut, lay_out, merge
from petitions.documents.typed import Typed

_MARKS = "☐☒☑"
_SIGNS_OF_MARKS = frozenset(f"{_MARKS} ")


@dataclass(frozen=True, slots=True)
class EmptyPaper:
    """A paper that is laid out with sentinels: its pages' slots, and the faces of what stays.

    ``marks`` numbers its boxes among its values.
    """

    laid_out: LaidOut
    pages: tuple[tuple[Place, ...], ...]
    faces: frozenset[Face]
    marks: tuple[int, ...]


def empty_paper(paper: Paper, *, values: Sequence[Typed]) -> EmptyPaper:
    """Lay a paper with sentinels out; raise NoSkeleton where a value is printed that has no slot."""
    return empty_page(page(paper), values=values)


def empty_page(prepared: Page, *, values: Sequence[Typed]) -> EmptyPaper:
    """Lay a page with sentinels out, as ``empty_paper`` does."""
    laid_out = lay_out(prepared)
    sheets = list(places(laid_out))
    found = tuple(tuple(one for one in sheet if is_sentinel(one.text)) for sheet in sheets)
    said = [one for sheet in sheets for one in sheet if not set(one.text) <= _SIGNS_OF_MARKS]
    faces = frozenset(one.face for one in said if not is_sentinel(one.text))
    body = prepared.html.partition("<body>")[2]
    printed = len(SENTINEL.findall(body)) + body.count(MARK_SENTINEL)
    if printed != sum(len(sheet) for sheet in found):
        raise NoSkeleton("A typed value has no element of its own.")
    return EmptyPaper(laid_out, found, faces, tuple(values_of_marks(values)))


@dataclass(frozen=True, slots=True)
class PaperSkeleton:
    """A paper that is written and cut: a file without the content of pages with slots, and that of each page.

    ``contents`` has None for a page without slots.
    """

    file: bytes
    language: str
    contents: tuple[PageContent | None, ...]


def compile_paper(empty: EmptyPaper, *, title: str, language: str, number: int) -> PaperSkeleton:
    """Write a paper alone and cut it. ``number`` is that of the alphabet that values may use."""
    alphabets = _alphabets(empty, number=number)
    content = merge([empty.laid_out], title=title, language=language, fonts=fonts_of(alphabets))
    with pikepdf.open(io.BytesIO(content)) as pdf:
        contents = tuple(_contents(pdf, empty=empty, alphabets=alphabets))
        kept = io.BytesIO()
        pdf.save(kept, deterministic_id=True)
    return PaperSkeleton(kept.getvalue(), language, contents)


def compile_file(papers: Sequence[PaperSkeleton]) -> FileSkeleton:
    """Put papers in one file; what the file says of itself is what its first paper says."""
    content = papers[0].file if len(papers) == 1 else _joined(papers)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        contents: dict[int, tuple[int, PageContent]] = {}
        sheets = iter(pdf.pages)
        for number, paper in enumerate(papers):
            for of_page in paper.contents:
                sheet = next(sheets)
                if of_page is not None:
                    contents[sheet.Contents.objgen[0]] = (number, of_page)
        return file_skeleton(pdf, contents=contents)


def _joined(papers: Sequence[PaperSkeleton]) -> bytes:
    """Join papers so that what they say follows on, as in a file that is laid out whole."""
    with Joined() as file:
        for number, paper in enumerate(papers, start=1):
            part, lines, _ = file.add(paper.file, name=f"paper-{number}")
            for element in part.K:
                element.P = file.document
                if paper.language != papers[0].language:
                    element.Lang = part.Lang
                file.elements.append(element)
            file.lines += lines
        return file.written()


def _alphabets(empty: EmptyPaper, *, number: int) -> tuple[Alphabet, ...]:
    slots = [place for sheet in empty.pages for place in sheet]
    texts = {place.face for place in slots if place.text != MARK_SENTINEL}
    marks = {place.face for place in slots if place.text == MARK_SENTINEL} - texts
    faces = [(face, ALPHABETS[number]) for face in texts] + [(face, _MARKS) for face in marks]
    needed = [alphabet(signs, face) for face, signs in sorted(faces, key=str)]
    held = {one.key for one in needed}
    others = [alphabet(ALPHABETS[0], face) for face in sorted(empty.faces - texts - marks, key=str)]
    return (*needed, *(one for one in others if one.key not in held))


def _contents(
    pdf: pikepdf.Pdf, *, empty: EmptyPaper, alphabets: Sequence[Alphabet]
) -> Iterator[PageContent | None]:
    """Cut the content of each page, and take it out of the file."""
    letters = {one.name: one.letters for one in alphabets}
    marks = list(empty.marks)
    for sheet, found in zip(pdf.pages, empty.pages, strict=True):
        if not found:
            yield None
            continue
        sheet.contents_coalesce()
        lines = sheet.Contents.read_bytes().split(b"\n")
        yield page_content(
            lines,
            runs=list(runs(lines, letters=letters)),
            places=found,
            letters=letters,
            marks=[marks.pop(0) for place in found if place.text == MARK_SENTINEL],
        )
        sheet.Contents.write(b"")
