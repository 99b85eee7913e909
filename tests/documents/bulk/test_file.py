"""A file that the bulk lane writes is whole, the same each time, and has nothing of its stand-ins."""

from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from petitions.documents.bulk.lane import BulkLane
from petitions.documents.bulk.slots import MARK_SENTINEL, SENTINEL
from petitions.documents.bulk.store import Store
from petitions.documents.packet import Packets
from tests.documents.bulk.at_random import only_petition, packets_at_random
from tests.documents.every_paper import two_cases
from tests.documents.official.editions import CURRENT, ROOT, filled
from tests.documents.printed_pages import text
from tests.documents.samples import a_filing, packets

Files = dict[str, bytes]
SAMPLES = {
    "plain": lambda: only_petition(packets()),
    "every paper": packets,
    "large alphabet": lambda: packets(filing=a_filing(name_on_case="Nguyễn Thị Ánh"), language="es"),
    "two cases": two_cases,
    "official": lambda: filled(CURRENT),
}
NAMES = [pytest.param(name, marks=() if name == "plain" else pytest.mark.long) for name in SAMPLES]
IN_ANOTHER_PROCESS = """
import django
django.setup()
from tests.documents.bulk.test_file import SAMPLES, digests, files_of
print(digests(files_of(SAMPLES["plain"]())))
"""


def files_of(made: Packets, lane: BulkLane | None = None) -> Files:
    return {file.path: file.content for file in (lane or BulkLane()).print(made).files}


def digests(files: Files) -> str:
    return " ".join(hashlib.sha256(content).hexdigest() for content in files.values())


@cache
def printed(name: str) -> Files:
    return files_of(SAMPLES[name]())


def opened(content: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(content))


@pytest.mark.parametrize("name", NAMES)
def test_every_file_is_read_without_a_warning(name: str) -> None:
    for path, content in printed(name).items():
        with opened(content) as pdf:
            assert [*pdf.check_pdf_syntax(), *pdf.get_warnings()] == [], path


@pytest.mark.parametrize("name", NAMES)
def test_every_object_stands_where_the_cross_reference_says(name: str) -> None:
    for content in printed(name).values():
        rows, number = _cross_reference(content)
        plain = [index for index, row in enumerate(rows) if row[0] == 1]
        assert len(plain) > 3 and max(plain) == number - 1
        for index in plain:
            offset = int.from_bytes(rows[index][1:5], "big")
            assert content[offset:].startswith(b"%d 0 obj\n" % index)
        assert all(rows[int.from_bytes(row[1:5], "big")][0] == 1 for row in rows if row[0] == 2)


def _cross_reference(content: bytes) -> tuple[list[bytes], int]:
    """Return the rows, and the number of the table's own object, which is the last."""
    [start] = re.findall(rb"startxref\n(\d+)\n%%EOF\n$", content)
    head = re.match(rb"(\d+) 0 obj\n<</Type/XRef", content[int(start) :])
    with opened(content) as pdf:
        size = int(pdf.trailer.Size)
    assert head and int(head[1]) == size
    body = re.search(rb"stream\n(.*)\nendstream", content[int(start) :], re.DOTALL)
    assert body
    with pikepdf.new() as other:
        stream = other.make_stream(b"")
        stream.write(body[1], filter=pikepdf.Name.FlateDecode)
        table = stream.read_bytes()
    return [table[at : at + 7] for at in range(0, len(table), 7)], size


def test_a_file_is_known_by_what_is_in_it() -> None:
    lane = BulkLane()
    one, same, other = (
        files_of(only_petition(packets(filing=a_filing(name_on_case=name))), lane)["case-1/petition.pdf"]
        for name in ("Maria Example", "Maria Example", "Mario Example")
    )
    assert one == same
    assert _identity(one) != _identity(other)


@pytest.mark.long
def test_no_two_files_of_a_packet_are_known_by_the_same() -> None:
    files = printed("two cases")
    assert len({_identity(content) for content in files.values()}) == len(files)


def _identity(content: bytes) -> bytes:
    with opened(content) as pdf:
        first, second = (bytes(one) for one in pdf.trailer.ID)
    assert first == second and len(first) == 16
    return first


def test_what_was_printed_before_changes_nothing() -> None:
    lane = BulkLane()
    lane.print(only_petition(packets_at_random(1)))
    assert files_of(SAMPLES["plain"](), lane) == printed("plain")
    assert files_of(SAMPLES["plain"](), lane) == printed("plain")


@pytest.mark.long
def test_another_process_writes_the_same_bytes() -> None:
    settings = {
        "DJANGO_SETTINGS_MODULE": "clearrecord.settings",
        "PYTHONHASHSEED": "7",
        "PYTHONPATH": str(ROOT),
    }
    done = subprocess.run(
        [sys.executable, "-c", IN_ANOTHER_PROCESS],
        cwd=ROOT,
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert done.stdout.strip() == digests(printed("plain"))


def test_a_skeleton_that_another_worker_has_kept_writes_the_same_bytes(tmp_path: Path) -> None:
    shelf = Store(tmp_path)
    first = files_of(SAMPLES["plain"](), BulkLane(shelf))
    assert files_of(SAMPLES["plain"](), BulkLane(shelf)) == first == printed("plain")


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_a_stand_in_is_left_anywhere_in_a_file(name: str) -> None:
    for path, content in printed(name).items():
        for said in (text(content), *_everything(content)):
            assert not SENTINEL.search(said) and MARK_SENTINEL not in said, path


def _everything(content: bytes) -> Iterator[str]:
    """Give each object as it is written, each stream unpacked, and each string as it reads."""
    with opened(content) as pdf:
        yield str(pdf.docinfo)
        with pdf.open_outline() as outline:
            yield from (str(one.title) for one in outline.root)
        for one in pdf.objects:
            yield one.unparse(resolved=True).decode("latin-1")
            if isinstance(one, pikepdf.Stream) and one.get("/Subtype") != "/Image" and not _is_font(one):
                yield one.read_bytes().decode("utf-8", "replace")
            elif isinstance(one, pikepdf.Dictionary):
                yield from (str(value) for value in one.values() if isinstance(value, pikepdf.String))


def _is_font(stream: pikepdf.Stream) -> bool:
    return stream.read_bytes()[:4] in (b"\x00\x01\x00\x00", b"OTTO")


def test_a_stand_in_that_is_left_is_seen() -> None:
    with opened(printed("plain")["case-1/petition.pdf"]) as pdf:
        pdf.docinfo["/Title"] = "Petition of ~000~"
        written = io.BytesIO()
        pdf.save(written)
    assert any(SENTINEL.search(said) for said in _everything(written.getvalue()))


def test_a_file_has_one_end_and_no_earlier_version() -> None:
    for content in printed("plain").values():
        assert content.count(b"%%EOF") == content.count(b"startxref") == 1
        assert content.startswith(b"%PDF-1.7\n")
