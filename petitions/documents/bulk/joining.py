"""Joins tagged PDF files of ours in one: pages, tags and outlines, with what several use kept once."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any, Self

import pikepdf
from pikepdf import Array, Dictionary, Name, String

_SHARED = ("/Font", "/XObject")
"""The resources that are kept once, however many parts use the same one."""
_CELLS = ("/TH", "/TD")
_OF_THE_WHOLE = ("/MarkInfo", "/ViewerPreferences", "/Lang")


class Joined:
    """A file that grows by one part at a time. What it says of itself, as its title, is what its first part says."""

    def __init__(self) -> None:
        self._pdf = pikepdf.new()
        self._root = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self.document = self._pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Document, P=self._root)
        )
        self._outlines = self._pdf.make_indirect(Dictionary(Type=Name.Outlines))
        self.elements: list[Any] = []
        self.lines: list[Any] = []
        self._parents: list[Any] = []
        self._keys = 0
        self._kept: dict[bytes, Any] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pdf.close()

    def add(self, content: bytes, *, name: str) -> tuple[Any, list[Any], Any]:
        """Take the pages of a part over, and what they share; give its tags, its outline's lines, its first page.

        The caller hangs the tags below ``document`` and ``elements``, and the lines in ``lines``. ``name`` tells
        the part's header cells from those of the others.
        """
        with pikepdf.open(io.BytesIO(content)) as source:
            if not self._keys:
                self._begin(source)
            pages = self._pages(source)
            copied = self._pdf.copy_foreign(_indirect(source.Root.StructTreeRoot, owner=source))
            self._take_parents(copied.ParentTree, pages=pages)
            part = copied.K[0]
            part.Lang = String(str(source.Root.Lang))
            for cell in _cells(part):
                _rename(cell, name=name)
            return part, self._outline(source), pages[0]

    @property
    def page_count(self) -> int:
        """Return how many pages there are so far."""
        return len(self._pdf.pages)

    def add_blank(self) -> None:
        """Add an empty page of the size of the last one, so that what follows begins on the front of a sheet."""
        left, bottom, right, top = (float(side) for side in self._pdf.pages[-1].mediabox)
        self._pdf.add_blank_page(page_size=(right - left, top - bottom))

    def line(self, title: str, *, page: Any, below: list[Any]) -> Any:
        """Make a line of the outline that leads to the top of a page, with other lines closed below it."""
        line = Dictionary(Title=String(title), Dest=Array([page.obj, Name.XYZ, 0, page.obj.MediaBox[3], 0]))
        line = self._pdf.make_indirect(line)
        if below:
            line.Count = -_chain(below, parent=line)
        return line

    def written(self) -> bytes:
        """Write the file. The same parts give the same bytes."""
        self.document.K = Array(self.elements)
        self._root.K = Array([self.document])
        self._root.ParentTree = Dictionary(Nums=Array(self._parents))
        self._root.ParentTreeNextKey = self._keys
        self._pdf.Root.StructTreeRoot = self._root
        if self.lines:
            self._outlines.Count = _chain(self.lines, parent=self._outlines)
            self._pdf.Root.Outlines = self._outlines
        written = io.BytesIO()
        modes = pikepdf.ObjectStreamMode.generate
        self._pdf.save(written, min_version="1.7", object_stream_mode=modes, deterministic_id=True)
        return written.getvalue()

    def _begin(self, source: pikepdf.Pdf) -> None:
        """Take what a file says of itself: that it is tagged, its title, language and standard."""
        for key in _OF_THE_WHOLE:
            self._pdf.Root[key] = _copied(source.Root[key], source=source, to=self._pdf)
        self._pdf.Root.Metadata = self._pdf.copy_foreign(source.Root.Metadata)
        self._pdf.trailer.Info = self._pdf.copy_foreign(source.trailer.Info)

    def _pages(self, source: pikepdf.Pdf) -> list[Any]:
        """Copy the pages, without the resources that an earlier part brought."""
        shared = list(_shared_resources(source))
        for page, kind, name, digest in shared:
            if digest in self._kept:
                del source.pages[page].Resources[kind][name]
        before = len(self._pdf.pages)
        self._pdf.pages.extend(source.pages)
        pages = list(self._pdf.pages[before:])
        for page, kind, name, digest in shared:
            resources = pages[page].obj.Resources[kind]
            if digest in self._kept:
                resources[name] = self._kept[digest]
            else:
                self._kept[digest] = resources[name]
        return pages

    def _take_parents(self, tree: Any, *, pages: list[Any]) -> None:
        for page in pages:
            if "/StructParents" not in page.obj:
                continue  # an empty page has nothing to say
            page.obj.StructParents = int(page.obj.StructParents) + self._keys
        entries = list(tree.Nums)
        keys = [int(key) + self._keys for key in entries[::2]]
        for key, owners in zip(keys, entries[1::2], strict=True):
            self._parents += [key, owners]
        self._keys = max(keys) + 1

    def _outline(self, source: pikepdf.Pdf) -> list[Any]:
        outline = source.Root.get("/Outlines")
        if outline is None or "/First" not in outline:
            return []
        return list(_siblings(self._pdf.copy_foreign(_indirect(outline, owner=source)).First))


def _shared_resources(source: pikepdf.Pdf) -> Iterator[tuple[int, str, str, bytes]]:
    """Find the resources: the first page that has each, its kind, its name, and a digest of all that it is."""
    seen: set[tuple[int, int]] = set()
    for number, page in enumerate(source.pages):
        resources = page.Resources
        if resources.is_indirect and resources.objgen in seen:
            continue
        seen.add(resources.objgen)
        for kind in _SHARED:
            for name, resource in resources.get(kind, Dictionary()).items():
                yield number, kind, name, _digest(resource)


def _digest(resource: Any) -> bytes:
    digest = hashlib.sha256()
    for word in _words(resource):
        digest.update(len(word).to_bytes(8, "big") + word)
    return digest.digest()


def _words(part: Any) -> Iterator[bytes]:
    """Spell a resource with all that it leads to; fonts and drawings lead nowhere back."""
    if isinstance(part, pikepdf.Stream):
        yield part.read_raw_bytes()
    if isinstance(part, pikepdf.Stream | Dictionary):
        for key, value in sorted(part.items()):
            yield key.encode()
            yield from _words(value)
    elif isinstance(part, Array) and b" R" in part.unparse(resolved=True):
        for value in part:
            yield from _words(value)
    else:
        yield part.unparse(resolved=True) if isinstance(part, pikepdf.Object) else repr(part).encode()


def _cells(part: Any) -> Iterator[Any]:
    waiting = [part]
    while waiting:
        element = waiting.pop()
        if element.S in _CELLS:
            yield element
        kids = element.get("/K", ())
        waiting += [kid for kid in _list(kids) if isinstance(kid, Dictionary) and "/S" in kid]


def _rename(cell: Any, *, name: str) -> None:
    """Name a header cell, and name it in the cells below it, as no other part of the file does."""
    if "/ID" in cell:
        cell.ID = String(f"{name}-{cell.ID}")
    about = cell.get("/A", Dictionary())
    if "/Headers" in about:
        about.Headers = Array([String(f"{name}-{header}") for header in about.Headers])


def _siblings(line: Any) -> Iterator[Any]:
    while line is not None:
        yield line
        line = line.get("/Next")


def _chain(lines: list[Any], *, parent: Any) -> int:
    """Hang lines of an outline below a parent; return how many show when it is open."""
    for one, following in pairwise(lines):
        one.Next, following.Prev = following, one
    for line in lines:
        line.Parent = parent
    parent.First, parent.Last = lines[0], lines[-1]
    return sum(1 + max(int(line.get("/Count", 0)), 0) for line in lines)


def _list(kids: Any) -> Iterable[Any]:
    return kids if isinstance(kids, Array | tuple) else (kids,)


def _indirect(part: Any, *, owner: pikepdf.Pdf) -> Any:
    return part if part.is_indirect else owner.make_indirect(part)


def _copied(part: Any, *, source: pikepdf.Pdf, to: pikepdf.Pdf) -> Any:
    return (
        to.copy_foreign(_indirect(part, owner=source)) if isinstance(part, Dictionary) else String(str(part))
    )
