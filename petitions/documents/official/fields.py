"""Reads the fields of a PDF form: their full names, kinds and places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf

from petitions.documents.official.form import Rectangle

_PUSH_BUTTON = 1 << 16
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class FormField:
    """One field. ``kind`` is the PDF's name for it: /Tx, /Btn, /Ch or /Sig."""

    name: str
    kind: str
    rectangles: tuple[Rectangle, ...]


def fields_of(opened: pikepdf.Pdf) -> dict[str, FormField]:
    """Return the fields by full name, in the form's order, without its push buttons."""
    roots = opened.Root.get("/AcroForm", pikepdf.Dictionary()).get("/Fields", pikepdf.Array())
    found = (one for root in roots for one in _walk(root, prefix="", kind="", flags=0, depth=0))
    return {one.name: one for one in found}


def _walk(node: Any, *, prefix: str, kind: str, flags: int, depth: int) -> Iterator[FormField]:
    """Go down to the fields; a kind and its flags hold for what is below, unless it has its own."""
    name = ".".join(filter(None, (prefix, str(node.get("/T", "")))))
    kind, flags = str(node.get("/FT", kind)), int(node.get("/Ff", flags))
    kids = [kid for kid in node.get("/Kids", ()) if "/T" in kid]
    if kids and depth < _DEEPEST:
        for kid in kids:
            yield from _walk(kid, prefix=name, kind=kind, flags=flags, depth=depth + 1)
    elif kind and not (kind == "/Btn" and flags & _PUSH_BUTTON):
        yield FormField(name, kind, tuple(_rectangles(node)))


def _rectangles(node: Any) -> Iterator[Rectangle]:
    for widget in (node, *node.get("/Kids", ())):
        if "/Rect" in widget:
            one, two, three, four = (float(number) for number in widget.Rect)
            yield Rectangle(min(one, three), min(two, four), max(one, three), max(two, four))
