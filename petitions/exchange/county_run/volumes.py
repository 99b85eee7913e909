"""Joins the motions, and the orders, of a court in volumes as a printing office takes them, by case number."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from petitions.courts.directory import same_name
from petitions.documents.bulk.volumes import Part, join
from petitions.documents.county.list_pages import in_order
from petitions.exchange.county_run.courts import Court
from petitions.exchange.county_run.task import CountyTask
from petitions.exchange.packet_run.places import Places
from petitions.exchange.packet_run.volumes import MOST, PapersChanged


@dataclass(frozen=True, slots=True)
class Entry:
    """One paper: the case number by which it is found in the volume, its file, and the digest of that."""

    case_number: str
    file: str
    sha256: str


@dataclass(frozen=True, slots=True)
class CourtVolume:
    """Some papers of one kind of one court."""

    file: str
    entries: tuple[Entry, ...]


def volumes_left(manifest: Path, *, courts: Iterable[Court]) -> Iterator[CourtVolume]:
    """Yield the volumes that are not there yet, beside the manifest of a run that has printed its cases."""
    found = _by_court(manifest)
    for court in courts:
        for paper, entries in sorted(found.get(_key(court.county, court.name), {}).items()):
            left = iter(sorted(entries, key=lambda one: in_order(one.case_number)))
            number = 1
            while together := tuple(islice(left, MOST)):
                file = f"{court.folder}/{paper}s-{number:04d}.pdf"
                if not (manifest.parent / file).exists():
                    yield CourtVolume(file, together)
                number += 1


def write_volume(volume: CourtVolume, *, task: CountyTask) -> None:
    """Join the papers and put the volume in its place; raise PapersChanged where they are not those printed."""
    content = join(Part(entry.case_number, _paper(entry, folder=task.folder)) for entry in volume.entries)
    Places(task.folder).put(task.folder / volume.file, [content])


def _by_court(manifest: Path) -> dict[tuple[str, str], dict[str, list[Entry]]]:
    found: dict[tuple[str, str], dict[str, list[Entry]]] = {}
    with manifest.open("rb") as lines:
        for row in map(json.loads, lines):
            of_court = found.setdefault(_key(row["county"], row["court"]), {})
            for file in row["files"]:
                entry = Entry(row["case_number"], file["file"], file["sha256"])
                of_court.setdefault(file["paper"], []).append(entry)
    return found


def _key(county: str, court: str | None) -> tuple[str, str]:
    return same_name(county), (court or "").casefold()


def _paper(entry: Entry, *, folder: Path) -> bytes:
    try:
        content = (folder / entry.file).read_bytes()
    except FileNotFoundError:
        raise PapersChanged from None
    if hashlib.sha256(content).hexdigest() != entry.sha256:
        raise PapersChanged
    return content
