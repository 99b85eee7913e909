"""Joins the papers of many records in one tagged PDF file, as a printing office takes them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from pikepdf import Name

from petitions.documents.bulk.joining import Joined


@dataclass(frozen=True, slots=True)
class Part:
    """The papers of one record: the name they are found by, and a tagged PDF file of ours.

    Without a name they follow on the part before, and have no line of the outline.
    """

    name: str
    content: bytes = field(repr=False)


def join(parts: Iterable[Part]) -> bytes:
    """Write the parts, at least one, in their order as one file: each a part of it, and a line of its outline."""
    with Joined() as volume:
        for number, one in enumerate(parts, start=1):
            part, lines, page = volume.add(one.content, name=f"record-{number}")
            part.S, part.P = Name.Part, volume.document
            volume.elements.append(part)
            if one.name:
                volume.lines.append(volume.line(one.name, page=page, below=lines))
        return volume.written()
