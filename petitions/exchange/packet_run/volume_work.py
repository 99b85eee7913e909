"""Writes one volume from the papers that lie in the folders of its records."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from petitions.documents.bulk.volumes import Part, join
from petitions.documents.files import ALL
from petitions.exchange.packet_run.places import Places
from petitions.exchange.packet_run.task import Task
from petitions.exchange.packet_run.volumes import Entry, PapersChanged, Volume


def write_volume(volume: Volume, *, task: Task) -> None:
    """Join the papers and put the volume in its place; raise PapersChanged where they are not those printed."""
    content = join(_parts(volume, folder=task.folder))
    Places(task.folder).put(task.folder / volume.file, [content])


def _parts(volume: Volume, *, folder: Path) -> Iterator[Part]:
    for entry in volume.entries:
        yield Part(entry.name, _papers(entry, folder=folder))


def _papers(entry: Entry, *, folder: Path) -> bytes:
    try:
        content = (folder / entry.name / ALL).read_bytes()
    except FileNotFoundError:
        raise PapersChanged from None
    if hashlib.sha256(content).hexdigest() != entry.sha256:
        raise PapersChanged
    return content
