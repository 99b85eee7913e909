"""Stacks papers for a printer that prints on both sides: each begins on the front of a sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pikepdf import Name

from petitions.documents.bulk.joining import Joined


@dataclass(frozen=True, slots=True)
class Sheet:
    """One paper of a stack, one copy of it: its line in the outline, and a tagged PDF file of ours."""

    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Stacked:
    """The file, how many pages it has, and on which page (from 1) each paper begins."""

    content: bytes = field(repr=False)
    pages: int
    begins: tuple[int, ...]


def stack(sheets: Sequence[Sheet], *, both_sides: bool) -> Stacked:
    """Write the papers, at least one, in their order as one tagged file."""
    begins: list[int] = []
    with Joined() as whole:
        for number, sheet in enumerate(sheets, start=1):
            if both_sides and whole.page_count % 2:
                whole.add_blank()
            begins.append(whole.page_count + 1)
            part, lines, page = whole.add(sheet.content, name=f"s{number}")
            part.S, part.P = Name.Part, whole.document
            whole.elements.append(part)
            whole.lines.append(whole.line(sheet.name, page=page, below=lines))
        if both_sides and whole.page_count % 2:
            whole.add_blank()
        return Stacked(whole.written(), whole.page_count, tuple(begins))
