"""What a file is, by how it begins; names and what a browser says of a file count for nothing."""

from __future__ import annotations

from enum import Enum

from petitions.rapsheet.files.unreadable import Unreadable

_BEFORE_A_PDF = 1024
"""Readers of PDF files forgive so many bytes of something else before the file."""


class Kind(Enum):
    """The files that are read."""

    PDF = "pdf"
    PNG = "png"
    JPEG = "jpeg"


def kind_of(content: bytes) -> Kind:
    """Return the kind; raise Unreadable for no bytes, and for any other kind. What comes first counts."""
    if not content:
        raise Unreadable("empty")
    if content.startswith(b"\xff\xd8\xff"):
        return Kind.JPEG
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return Kind.PNG
    if b"%PDF-" in content[:_BEFORE_A_PDF]:
        return Kind.PDF
    raise Unreadable("wrong_type")
