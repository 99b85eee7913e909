"""Numbers that belong together: what a picture and its table show."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise

Text = str | Promise
"""A sentence, perhaps not translated yet."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One number; None: it is hidden."""

    label: str
    number: int | None


@dataclass(frozen=True, slots=True)
class Line:
    """Numbers that have one total; ``cells`` None: too few to show. ``name`` is empty where there is one line only."""

    name: str
    cells: tuple[Cell, ...] | None


@dataclass(frozen=True, slots=True)
class Figure:
    """One picture with its table."""

    key: str
    title: Text
    about: Text
    """What a label names."""
    lines: tuple[Line, ...]
    named: Text = ""
    """What the name of a line names; empty: an outcome."""
