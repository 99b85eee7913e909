"""Which files a packet has: one per paper, one per case in print order, and one of all cases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from petitions.documents.packet import CasePacket, Packets, Paper

ALL = "all.pdf"
PACKET = "packet.pdf"


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """One file below the packet's folder, and the papers in it. ``same_as`` is an earlier file that equals it."""

    path: str
    papers: tuple[Paper, ...]
    language: str
    is_packet: bool
    same_as: str | None = None


def planned_files(packets: Packets) -> tuple[PlannedFile, ...]:
    """List the files of a packet in print order."""
    return (*_of_cases(packets), *_of_all(packets))


def _of_cases(packets: Packets) -> Iterator[PlannedFile]:
    for number, case in enumerate(packets.cases, start=1):
        yield from _of_case(case, folder=f"case-{number}", language=packets.language)


def _of_case(case: CasePacket, *, folder: str, language: str) -> Iterator[PlannedFile]:
    for paper in case.papers:
        yield PlannedFile(f"{folder}/{paper.document}.pdf", (paper,), paper.language, is_packet=False)
    yield PlannedFile(f"{folder}/{PACKET}", case.papers, language, is_packet=True)


def _of_all(packets: Packets) -> Iterator[PlannedFile]:
    papers = tuple(paper for case in packets.cases for paper in case.papers)
    same_as = f"case-1/{PACKET}" if len(packets.cases) == 1 else None
    if papers:
        yield PlannedFile(ALL, papers, packets.language, is_packet=True, same_as=same_as)
