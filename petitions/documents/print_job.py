"""The job of the printing worker: every file of a packet, written once though it may stand under two names."""

from __future__ import annotations

from typing import Any

from petitions.documents.build import PacketFile, print_packets
from petitions.documents.filing import FilingProblems
from petitions.documents.framing import Reply
from petitions.documents.packet import Packets


def print_every_file(packets: Packets) -> Reply:
    """Print; for each file, in print order, say which of the parts it is and how many pages it has."""
    try:
        return _written(print_packets(packets).files)
    except FilingProblems:
        return Reply({"missing_letters": True})


def _written(files: tuple[PacketFile, ...]) -> Reply:
    parts: list[bytes] = []
    places: dict[int, int] = {}
    told: list[Any] = []
    for file in files:
        if id(file.print) not in places:
            places[id(file.print)] = len(parts)
            parts.append(file.content)
        told.append((places[id(file.print)], file.pages))
    return Reply({"files": told}, tuple(parts))
