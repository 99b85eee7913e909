"""Tells which records go together in which volume: by the manifest of a finished run, in its order."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

MOST = 250
"""Records in one volume."""


class PapersChanged(Exception):
    """Papers that were printed are no longer there, or are other ones."""


@dataclass(frozen=True, slots=True)
class Entry:
    """The papers of one record: the name of its folder, and the digest of the file that holds them all."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Volume:
    """Some records, in the order of the input."""

    number: int
    entries: tuple[Entry, ...]

    @property
    def file(self) -> str:
        """Return the name of the file."""
        return f"merged-{self.number:04d}.pdf"


def volumes_left(manifest: Path) -> Iterator[Volume]:
    """Yield the volumes that are not there yet, beside the manifest."""
    with manifest.open("rb") as lines:
        entries = (entry for line in lines if (entry := _entry(line)) is not None)
        number = 1
        while together := tuple(islice(entries, MOST)):
            volume = Volume(number, together)
            if not manifest.with_name(volume.file).exists():
                yield volume
            number += 1


def _entry(line: bytes) -> Entry | None:
    """Read a row of the manifest; None for a record without papers."""
    row = json.loads(line)
    return Entry(row["id"], row["all"]["sha256"]) if row["all"] else None
