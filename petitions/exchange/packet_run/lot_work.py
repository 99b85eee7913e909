"""Prints one lot: a folder for each record, its row of the manifest, and the problems of those without one."""

from __future__ import annotations

import json
import shutil
from functools import lru_cache
from pathlib import Path
from typing import Any

from petitions.documents.build import BuiltPacket, packets_of
from petitions.documents.bulk.content import NoSkeleton
from petitions.documents.bulk.lane import BulkLane
from petitions.documents.bulk.letters import NeedsFullRender
from petitions.documents.bulk.store import Store
from petitions.documents.filing import FilingProblems
from petitions.documents.folder import write_files
from petitions.documents.packet import Packets
from petitions.documents.worker import NotPrinted, print_in_worker
from petitions.exchange.json_files import BLANK_LINE, NO_JSON_IN_LINE, NoJson, json_value
from petitions.exchange.packet_input import FILE, read_packet_input
from petitions.exchange.packet_run.lots import NO_ID, SAME_ID, Lot, id_of, lines_of
from petitions.exchange.packet_run.places import Places
from petitions.exchange.packet_run.task import Done, Task


def _(text: str) -> str:
    return text


NOT_PRINTED = _(
    "These papers took too long to print. Shorten the names and lists, and try this record again."
)

FAULT = _("These papers could not be made, by a fault of this program. Tell those who maintain it.")


def print_lot(lot: Lot, *, task: Task) -> Done:
    """Print every record that can be; then note the lot as done, in one step."""
    places = Places(task.folder)
    stage = places.new_stage()
    rows: list[str] = []
    problems: list[str] = []
    full = 0
    try:
        for number, line in lines_of(lot, path=task.input):
            try:
                name, packet, by_full_lane = _printed(line, is_twice=number in lot.twice, task=task)
                rows.append(_row(number, name=name, packet=packet))
            except FilingProblems as bad:
                problems.append(_problem(number, bad))
                continue
            _put(packet, stage=stage / name, place=task.folder / name)
            full += by_full_lane
    finally:
        shutil.rmtree(stage, ignore_errors=True)
    places.note(lot.number, rows=rows, problems=problems)
    return Done(len(rows), full, len(problems))


def _printed(line: bytes, *, is_twice: bool, task: Task) -> tuple[str, BuiltPacket, bool]:
    data = _json(line)
    name = id_of(data)
    if name is None and isinstance(data, dict):
        raise FilingProblems(("id", NO_ID))
    if is_twice:
        raise FilingProblems(("id", SAME_ID))
    return (str(name), *_made(data, task=task))


def _made(data: object, *, task: Task) -> tuple[BuiltPacket, bool]:
    """Make the papers; a fault of ours costs one record its papers, and its words, which may quote, are not told."""
    try:
        record, filing = read_packet_input(data)
        packets = packets_of(
            record, filing=filing, language=task.language, on=record.on or task.on, official=task.official
        )
        return _built(packets, shelf=task.shelf)
    except (FilingProblems, OSError, MemoryError):
        raise
    except Exception:  # noqa: BLE001 - whatever it is, the other records go on
        raise FilingProblems((FILE, FAULT)) from None


def _json(line: bytes) -> object:
    stripped = line.strip()
    if not stripped:
        raise FilingProblems((FILE, BLANK_LINE))
    try:
        return json_value(stripped, otherwise=NO_JSON_IN_LINE)
    except NoJson as unread:
        raise FilingProblems((FILE, str(unread))) from None


def _built(packets: Packets, *, shelf: Path | None) -> tuple[BuiltPacket, bool]:
    """Print by the bulk lane, or else by the full one; which of the two depends on the record alone."""
    try:
        return _lane(shelf).print(packets), False
    except (NeedsFullRender, NoSkeleton):
        pass
    try:
        return print_in_worker(packets), True
    except NotPrinted:
        raise FilingProblems(("filing", NOT_PRINTED)) from None


@lru_cache(maxsize=1)
def _lane(shelf: Path | None) -> BulkLane:
    return BulkLane(Store(shelf) if shelf else None)


def _put(packet: BuiltPacket, *, stage: Path, place: Path) -> None:
    """Write a record's folder aside, then put it in place of one that a stopped run had left."""
    write_files(packet, folder=stage)
    if place.exists():
        shutil.rmtree(place)
    stage.rename(place)


def _row(number: int, *, name: str, packet: BuiltPacket) -> str:
    return _line({"id": name, "line": number, **packet.manifest})


def _problem(number: int, bad: FilingProblems) -> str:
    problems = [{"path": path, "problem": sentence} for path, sentence in bad.problems]
    return _line({"line": number, "problems": problems})


def _line(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(", ", ": ")) + "\n"
