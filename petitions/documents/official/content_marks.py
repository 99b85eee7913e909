"""Takes the marks of an old structure out of a page, whose new file has a structure of its own."""

from __future__ import annotations

from typing import Any

import pikepdf

_MARKS = frozenset({"BMC", "BDC", "EMC", "MP", "DP"})
_LINKS = ("/StructParent", "/StructParents", "/OC", "/Metadata", "/PieceInfo", "/LastModified")
_DEEPEST = 8


def without_marks(page: pikepdf.Page, *, owner: pikepdf.Pdf) -> None:
    """Leave only what the page draws, in the page and in the drawings that it contains."""
    page.obj.Contents = owner.make_stream(_drawing(page))
    _clean_drawings(page.obj.get("/Resources", {}), depth=0)


def _clean_drawings(resources: Any, *, depth: int) -> None:
    for drawing in resources.get("/XObject", {}).values():
        for key in _LINKS:
            if key in drawing:
                del drawing[key]
        if drawing.get("/Subtype") == "/Form" and depth < _DEEPEST:
            drawing.write(_drawing(drawing))
            _clean_drawings(drawing.get("/Resources", {}), depth=depth + 1)


def _drawing(source: Any) -> bytes:
    kept = [one for one in pikepdf.parse_content_stream(source) if str(one.operator) not in _MARKS]
    return pikepdf.unparse_content_stream(kept)
