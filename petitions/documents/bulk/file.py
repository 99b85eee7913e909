"""A PDF file of which only the contents of some pages differ: everything else is written once."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf

from petitions.documents.bulk.content import PageContent, Shown
from petitions.documents.bulk.deflate import LEVEL, Part, between, joined, varying
from petitions.documents.typed import Typed

_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_STREAM, _STREAM_END = b">>\nstream\n", b"\nendstream\nendobj\n"


@dataclass(frozen=True, slots=True)
class VaryingPage:
    """A page's content: its object number, the number of its paper in the file, and its parts."""

    object: int
    paper: int
    content: PageContent


@dataclass(frozen=True, slots=True)
class FileSkeleton:
    """One file. ``rows`` are the lines of its cross-reference stream: constant ones, or the index of a page."""

    pages: int
    head: bytes
    varying: tuple[VaryingPage, ...]
    rows: tuple[Part | int, ...]
    trailer: bytes

    def fill(self, values: Sequence[Sequence[Typed]], *, shown: Shown | None = None) -> bytes:
        """Write the file with the values of each of its papers; raise NeedsFullRender where one does not fit."""
        written, offsets = [self.head], []
        at, identity = len(self.head), hashlib.blake2b(self.trailer, digest_size=16)
        for page in self.varying:
            packed = page.content.fill(values[page.paper], shown=shown)
            identity.update(packed)
            offsets.append(at)
            entry = b"%d 0 obj\n<</Filter/FlateDecode/Length %d" % (page.object, len(packed))
            written += [entry, _STREAM, packed, _STREAM_END]
            at += len(entry) + len(_STREAM) + len(packed) + len(_STREAM_END)
        written.append(self._cross_reference(offsets, at=at, identity=identity.hexdigest().encode()))
        return b"".join(written)

    def _cross_reference(self, offsets: Sequence[int], *, at: int, identity: bytes) -> bytes:
        rows = joined([varying(_row(offsets[row])) if isinstance(row, int) else row for row in self.rows])
        about = b"%s/ID[<%s><%s>]/Length %d" % (self.trailer, identity, identity, len(rows))
        return b"".join((about, _STREAM, rows, _STREAM_END, b"startxref\n%d\n%%%%EOF\n" % at))


def file_skeleton(pdf: pikepdf.Pdf, *, contents: dict[int, tuple[int, PageContent]]) -> FileSkeleton:
    """Write what stays of a file. ``contents`` has, by object number, the paper and content of pages that differ."""
    head, rows, packed = [_HEAD], {}, []
    at = len(_HEAD)
    entries: list[Any] = list(pdf.objects)
    for number, entry in enumerate(entries, start=1):
        if number in contents:
            continue
        if entry is None:  # an object that the file has left out
            rows[number] = _FREE
        elif isinstance(entry, pikepdf.Stream):
            whole = _stream(number, entry)
            rows[number] = _row(at)
            head.append(whole)
            at += len(whole)
        else:
            packed.append((number, entry.unparse(resolved=True)))
    together = len(pdf.objects) + 1
    rows[together] = _row(at)
    rows.update({number: _packed_row(together, index) for index, (number, _) in enumerate(packed)})
    head.append(_object_stream(together, packed))
    at += len(head[-1])
    order = sorted(contents)
    rows_of = {number: index for index, number in enumerate(order)}
    table = [rows_of[number] if number in rows_of else rows[number] for number in range(1, together + 1)]
    # The cross-reference stream names itself last.
    return FileSkeleton(
        pages=len(pdf.pages),
        head=b"".join(head),
        varying=tuple(VaryingPage(number, *contents[number]) for number in order),
        rows=tuple(between([_FREE, *table])),
        trailer=_trailer(pdf, size=together + 1),
    )


_FREE = b"\x00" + (0).to_bytes(4, "big") + b"\xff\xff"


def _row(offset: int) -> bytes:
    return b"\x01" + offset.to_bytes(4, "big") + b"\x00\x00"


def _packed_row(stream: int, index: int) -> bytes:
    return b"\x02" + stream.to_bytes(4, "big") + index.to_bytes(2, "big")


def _stream(number: int, entry: Any) -> bytes:
    about = pikepdf.Dictionary({key: value for key, value in entry.items() if key != "/Length"})
    raw = entry.read_raw_bytes()
    if "/Filter" not in about:
        raw = zlib.compress(raw, LEVEL)
        about.Filter = pikepdf.Name.FlateDecode
    said = about.unparse()[:-2].rstrip()
    return b"%d 0 obj\n%s/Length %d" % (number, said, len(raw)) + _STREAM + raw + _STREAM_END


def _object_stream(number: int, packed: Sequence[tuple[int, bytes]]) -> bytes:
    offsets, bodies, at = [], [], 0
    for one, body in packed:
        offsets.append(b"%d %d" % (one, at))
        bodies.append(body + b"\n")
        at += len(body) + 1
    index = b" ".join(offsets) + b"\n"
    raw = zlib.compress(index + b"".join(bodies), LEVEL)
    about = b"<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d" % (len(packed), len(index), len(raw))
    return b"%d 0 obj\n%s" % (number, about) + _STREAM + raw + _STREAM_END


def _trailer(pdf: pikepdf.Pdf, *, size: int) -> bytes:
    root, info = pdf.Root.objgen[0], pdf.trailer.Info.objgen[0]
    about = b"<</Type/XRef/W[1 4 2]/Size %d/Root %d 0 R/Info %d 0 R/Filter/FlateDecode"
    return b"%d 0 obj\n" % size + about % (size, root, info)
