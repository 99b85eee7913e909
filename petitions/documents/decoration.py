"""Sets line numbers and footers apart from what a paper says, so that a screen reader does not speak them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def set_margins_apart(pdf: Any) -> None:
    """Mark what stands in a page's margins as decoration, in a file that is about to be written.

    The layout tags margins as text, with elements that no other element leads to. PDF/UA wants page
    decoration to be no part of the structure at all.
    """
    by_reference = {entry.reference: entry for entry in pdf.objects}
    root = by_reference[pdf.catalog["StructTreeRoot"]]
    reached = set(_reach(root["K"], by_reference=by_reference))
    numbers = by_reference[root["ParentTree"]]["Nums"]
    for page, owners in zip(numbers[::2], numbers[1::2], strict=True):
        loose = {mark for mark, owner in enumerate(owners) if owner not in reached}
        contents = by_reference[by_reference[pdf.page_references[page]]["Contents"]]
        _decorate(contents.stream, marks=loose)
        owners[:] = ["null" if mark in loose else owner for mark, owner in enumerate(owners)]
        while owners and owners[-1] == "null":
            owners.pop()
    for entry in pdf.objects:
        if _is_element(entry) and entry.reference not in reached:
            entry.free = "f"


def _is_element(entry: Any) -> bool:
    return isinstance(entry, dict) and entry.get("Type") == "/StructElem"


def _reach(kids: Any, *, by_reference: dict[bytes, Any]) -> Iterator[bytes]:
    for kid in kids:
        if kid in by_reference:
            yield kid
            yield from _reach(by_reference[kid].get("K", ()), by_reference=by_reference)


def _decorate(stream: list[Any], *, marks: set[int]) -> None:
    """Turn runs of a page's content into decoration; a run begins with its role and its number."""
    for role, about in enumerate(stream[1:]):
        if isinstance(about, dict) and about.get("MCID") in marks:
            stream[role] = "/Artifact"
            about.clear()
            about["Type"] = "/Pagination"
