"""The text of a sheet as it reaches the reader: pages of lines, whatever they were taken from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, right and bottom of a line, each as a part (0 to 1) of the page's width or height."""


class TextLine(NamedTuple):
    """One line as it stands on the sheet. ``doubtful``: a picture was hard to read there."""

    text: str
    doubtful: bool = False
    box: Box | None = None


Pages: TypeAlias = Sequence[Sequence[TextLine]]
"""The pages in their order. A line is found again by its page and number, both counted from 1."""


def pages_of(text: str) -> tuple[tuple[TextLine, ...], ...]:
    """Split a plain text into pages (at form feeds) and lines; U+FFFE is a hyphen at the end of a line."""
    unified = text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufffe", "-\n")
    return tuple(tuple(TextLine(line) for line in page.split("\n")) for page in unified.split("\f"))
