"""Keeps several small tables one behind the other in one file, so that each can be read alone."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import polars as pl


class Segment(NamedTuple):
    """Where a table lies in its file; nowhere, where it has no rows."""

    offset: int
    length: int


def packed(tables: Iterable[pl.DataFrame]) -> tuple[bytes, tuple[Segment, ...]]:
    """Return the tables as the content of a file, and where each lies."""
    content, segments = io.BytesIO(), []
    for table in tables:
        offset = content.tell()
        if table.height:
            table.write_ipc_stream(content)  # pressing it together takes longer than the disk does
        segments.append(Segment(offset, content.tell() - offset))
    return content.getvalue(), tuple(segments)


def unpacked(path: Path, segment: Segment) -> pl.DataFrame:
    """Read one table that has rows."""
    with path.open("rb") as file:
        file.seek(segment.offset)
        return pl.read_ipc_stream(io.BytesIO(file.read(segment.length)))
