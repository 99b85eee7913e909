"""Joins the papers of many records in one tagged PDF file, as a printing office takes them."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

_SHARED = ("/Font", "/XObject")
"""The resources that are kept once, however many records use the same one."""
_CELLS = ("/TH", "/TD")
_OF_THE_WHOLE = ("/MarkInfo", "/ViewerPreferences", "/Lang")


@dataclass(frozen=True, slots=True)
class Part:
    """The papers of one record: the name they are found by, and a tagged PDF file of ours."""

    name: str
    content: bytes = field(repr=False)


def join(parts: Iterable[Part]) -> bytes:
    """Write the parts, at least one, in their order as one file. The same parts give the same bytes."""
    with pikepdf.new() as pdf:
        volume = _Volume(pdf)
        for number, part in enumerate(parts, start=1):
            with pikepdf.open(io.BytesIO(part.content)) as source:
                volume.add(source, name=part.name, number=number)
        volume.finish()
        written = io.BytesIO()
        modes = pikepdf.ObjectStreamMode.generate
        pdf.save(written, min_version="1.7", object_stream_mode=modes, deterministic_id=True)
    return written.getvalue()


class _Volume:
    """A file that grows by one record at a time."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self._document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=self._root))
        self._outlines = pdf.make_indirect(Dictionary(Type=Name.Outlines))
        self._elements: list[Any] = []
        self._items: list[Any] = []
        self._parents: list[Any] = []
        self._keys = 0
        self._kept: dict[bytes, Any] = {}

    def add(self, source: pikepdf.Pdf, *, name: str, number: int) -> None:
        """Take the pages of a record over, with their tags and their outline."""
        if not self._elements:
            self._begin(source)
        pages = self._pages(source)
        copied = self._pdf.copy_foreign(_indirect(source.Root.StructTreeRoot, owner=source))
        self._take_parents(copied.ParentTree, pages=pages)
        self._take_element(copied.K[0], language=source.Root.Lang, number=number)
        self._take_outline(source, name=name, page=pages[0])

    def finish(self) -> None:
        """Set what names all parts."""
        self._document.K = Array(self._elements)
        self._root.K = Array([self._document])
        self._root.ParentTree = Dictionary(Nums=Array(self._parents))
        self._root.ParentTreeNextKey = self._keys
        self._outlines.Count = _chain(self._items, parent=self._outlines)
        self._pdf.Root.StructTreeRoot = self._root
        self._pdf.Root.Outlines = self._outlines

    def _begin(self, source: pikepdf.Pdf) -> None:
        """Take what the files of one run have in common: that they are tagged, title, language and standard."""
        for key in _OF_THE_WHOLE:
            self._pdf.Root[key] = _copied(source.Root[key], source=source, to=self._pdf)
        self._pdf.Root.Metadata = self._pdf.copy_foreign(source.Root.Metadata)
        self._pdf.trailer.Info = self._pdf.copy_foreign(source.trailer.Info)

    def _pages(self, source: pikepdf.Pdf) -> list[Any]:
        """Copy the pages, without the resources that an earlier record brought."""
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
            page.obj.StructParents = int(page.obj.StructParents) + self._keys
        entries = list(tree.Nums)
        keys = [int(key) + self._keys for key in entries[::2]]
        for key, owners in zip(keys, entries[1::2], strict=True):
            self._parents += [key, owners]
        self._keys = max(keys) + 1

    def _take_element(self, part: Any, *, language: Any, number: int) -> None:
        part.S, part.P, part.Lang = Name.Part, self._document, String(str(language))
        for cell in _cells(part):
            _rename(cell, number=number)
        self._elements.append(part)

    def _take_outline(self, source: pikepdf.Pdf, *, name: str, page: Any) -> None:
        """Put the record's outline, closed, below one line with its name."""
        top = page.obj.MediaBox[3]
        item = Dictionary(Title=String(name), Dest=Array([page.obj, Name.XYZ, 0, top, 0]))
        item = self._pdf.make_indirect(item)
        outline = source.Root.get("/Outlines")
        if outline is not None and "/First" in outline:
            copied = self._pdf.copy_foreign(_indirect(outline, owner=source))
            item.Count = -_chain(list(_siblings(copied.First)), parent=item)
        self._items.append(item)


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


def _rename(cell: Any, *, number: int) -> None:
    """Name a header cell, and name it in the cells below it, as no other record of the file does."""
    if "/ID" in cell:
        cell.ID = _name(cell.ID, number=number)
    about = cell.get("/A", Dictionary())
    if "/Headers" in about:
        about.Headers = Array([_name(name, number=number) for name in about.Headers])


def _name(name: Any, *, number: int) -> String:
    return String(f"record-{number}-{name}")


def _siblings(item: Any) -> Iterator[Any]:
    while item is not None:
        yield item
        item = item.get("/Next")


def _chain(items: list[Any], *, parent: Any) -> int:
    """Hang outline items below a parent; return how many lines show when it is open."""
    for one, following in pairwise(items):
        one.Next, following.Prev = following, one
    for item in items:
        item.Parent = parent
    parent.First, parent.Last = items[0], items[-1]
    return sum(1 + max(int(item.get("/Count", 0)), 0) for item in items)


def _list(kids: Any) -> Iterable[Any]:
    return kids if isinstance(kids, Array | tuple) else (kids,)


def _indirect(part: Any, *, owner: pikepdf.Pdf) -> Any:
    return part if part.is_indirect else owner.make_indirect(part)


def _copied(part: Any, *, source: pikepdf.Pdf, to: pikepdf.Pdf) -> Any:
    return (
        to.copy_foreign(_indirect(part, owner=source)) if isinstance(part, Dictionary) else String(str(part))
    )
