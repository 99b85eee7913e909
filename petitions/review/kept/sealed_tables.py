"""Puts tables and notes among the sealed files of a review, and takes them out."""

from __future__ import annotations

import io
import pickle
from pathlib import Path
from typing import IO, Any, cast

import polars as pl

from petitions.records.reviews.vault import Vault
from petitions.review.running.segments import Segment


class SealedSource:
    """A sealed file where the reader of pieces wants the path of one."""

    def __init__(self, vault: Vault, place: str) -> None:
        self._vault, self._place = vault, place

    def open(self, _mode: str = "rb") -> IO[bytes]:
        """Open it; what is read was sealed."""
        return self._vault.open(self._place)


def as_path(source: SealedSource) -> Path:
    """Return the source for those who only open it."""
    return cast("Path", source)


def put_table(vault: Vault, name: str, table: pl.DataFrame) -> None:
    """Keep a table."""
    content = io.BytesIO()
    table.write_ipc_stream(content, compression="lz4")
    vault.put(name, content.getvalue())


def get_table(vault: Vault, name: str) -> pl.DataFrame:
    """Read a table; raise VaultGone where it is not there."""
    return pl.read_ipc_stream(io.BytesIO(vault.get(name)))


def get_part(vault: Vault, name: str, segment: Segment) -> pl.DataFrame:
    """Read one of the tables that lie one behind the other in a file."""
    with vault.reading(name) as file:
        file.seek(segment.offset)
        return pl.read_ipc_stream(io.BytesIO(file.read(segment.length)))


def put_note(vault: Vault, name: str, note: Any) -> None:
    """Keep what a step came to."""
    vault.put(name, pickle.dumps(note))


def get_note(vault: Vault, name: str) -> Any:
    """Return what a step came to; raise VaultGone where it is not there."""
    return pickle.loads(vault.get(name))  # noqa: S301 - sealed: only who has the review's key can have written it
