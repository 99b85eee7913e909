"""Builds the files of a packet: every paper, one PDF per case, one of all cases, and the manifest."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from petitions.courts.directory import load_directory
from petitions.documents.files import ALL, PACKET, PlannedFile, planned_files
from petitions.documents.filing import Filing, FilingProblems
from petitions.documents.official.form import OfficialForm
from petitions.documents.packet import CasePacket, Packets, Paper, assemble
from petitions.documents.pages import packet_title, page
from petitions.documents.render import LaidOut, MissingLetters, lay_out, merge
from petitions.law.determine import conclude
from petitions.law.facts import Record


def _(text: str) -> str:
    return text


MISSING_LETTERS = _("A name or an address has letters that we cannot print. Write it in other letters.")


@dataclass(frozen=True)
class Print:
    """Papers that go in one PDF file; it is written once, when it is asked for."""

    papers: tuple[LaidOut, ...]
    title: str
    language: str

    @cached_property
    def content(self) -> bytes:
        """Write the file; raise FilingProblems where it would lack letters."""
        try:
            return merge(self.papers, title=self.title, language=self.language)
        except MissingLetters:
            raise FilingProblems(("filing", MISSING_LETTERS)) from None

    @property
    def page_count(self) -> int:
        """Return the number of sheets' sides."""
        return sum(paper.page_count for paper in self.papers)

    @cached_property
    def sha256(self) -> str:
        """Return the digest of the file."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True)
class Written:
    """A PDF file that is written already, as the printing worker hands it over."""

    content: bytes
    page_count: int

    @cached_property
    def sha256(self) -> str:
        """Return the digest of the file."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class PacketFile:
    """One PDF file of a packet, with its path below the packet's folder."""

    path: str
    print: Print | Written

    @property
    def content(self) -> bytes:
        """Return the bytes of the file."""
        return self.print.content

    @property
    def pages(self) -> int:
        """Return the number of sheets' sides."""
        return self.print.page_count

    @property
    def sha256(self) -> str:
        """Return the digest that the manifest states."""
        return self.print.sha256


@dataclass(frozen=True)
class BuiltPacket:
    """The files in print order."""

    packets: Packets
    files: tuple[PacketFile, ...]

    @cached_property
    def manifest(self) -> dict[str, Any]:
        """Return the manifest as JSON-ready values; it states every file's digest, so it writes them all."""
        return _manifest(self.packets, files=self.files)

    def file(self, path: str) -> PacketFile | None:
        """Find a file by its path, as ``all.pdf`` or ``case-1/packet.pdf``."""
        return next((one for one in self.files if one.path == path), None)


def build_packet(
    record: Record, *, filing: Filing, language: str, on: date, official: OfficialForm | None = None
) -> BuiltPacket:
    """Decide, assemble and print here; raise FilingProblems where the filing does not fit the record."""
    return print_packets(packets_of(record, filing=filing, language=language, on=on, official=official))


def packets_of(
    record: Record, *, filing: Filing, language: str, on: date, official: OfficialForm | None = None
) -> Packets:
    """Decide and assemble; raise FilingProblems where the filing does not fit the record."""
    return assemble(
        record,
        determinations=conclude(record, on=on),
        filing=filing,
        directory=load_directory(),
        on=on,
        language=language,
        official=official,
    )


def print_packets(packets: Packets) -> BuiltPacket:
    """Print assembled packets; each paper is laid out once and written in every file it belongs to."""
    laid_out = {id(paper): lay_out(page(paper)) for case in packets.cases for paper in case.papers}
    prints: dict[str, Print] = {}
    for file in planned_files(packets):
        papers = tuple(laid_out[id(paper)] for paper in file.papers)
        title = title_of(file, papers=papers)
        prints[file.path] = prints.get(file.same_as or "") or Print(papers, title, file.language)
    return BuiltPacket(packets, tuple(PacketFile(path, printed) for path, printed in prints.items()))


def title_of(file: PlannedFile, *, papers: Sequence[LaidOut]) -> str:
    """Return the title of a file: that of the packet, or of the one paper in it."""
    return packet_title(file.language) if file.is_packet else papers[0].title


def _manifest(packets: Packets, *, files: Sequence[PacketFile]) -> dict[str, Any]:
    by_path = {file.path: file for file in files}
    return {
        "on": packets.on.isoformat(),
        "law_version": packets.law_version,
        "language": packets.language,
        "cases": [
            _case_entry(case, folder=f"case-{number}", by_path=by_path)
            for number, case in enumerate(packets.cases, start=1)
        ],
        "all": _file_entry(by_path[ALL]) if ALL in by_path else None,
        "not_filed": [
            {"conviction": one.conviction, "outcome": one.outcome.value} for one in packets.not_filed
        ],
    }


def _case_entry(case: CasePacket, *, folder: str, by_path: dict[str, PacketFile]) -> dict[str, Any]:
    return {
        "county": case.county,
        "case_number": case.case_number,
        "track": case.track.value,
        "convictions": [count.conviction for count in case.sheet.counts],
        "papers": [_paper_entry(paper, by_path[f"{folder}/{paper.document}.pdf"]) for paper in case.papers],
        "packet": _file_entry(by_path[f"{folder}/{PACKET}"]),
    }


def _paper_entry(paper: Paper, file: PacketFile) -> dict[str, Any]:
    about = {"document": paper.document, "edition": paper.edition, "language": paper.language}
    return {"file": file.path, **about, **_file_entry(file)}


def _file_entry(file: PacketFile) -> dict[str, Any]:
    return {"file": file.path, "pages": file.pages, "sha256": file.sha256}
