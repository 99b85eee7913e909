"""A paper as HTML, on its way from its template to its PDF file."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Page:
    """One paper as HTML, ready to be laid out. ``background`` is a one-page PDF to lay under its first page."""

    html: str
    css: str
    title: str
    language: str
    background: bytes | None = field(default=None, repr=False)
