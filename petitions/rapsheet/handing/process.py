"""Starts the process that reads a folder, apart from the site: it goes on when the site stops, and ends when the folder goes."""

from __future__ import annotations

import base64
import json

from petitions.rapsheet.engines import Engine
from petitions.rapsheet.handing.turn import is_taken
from petitions.records.apart import start_apart
from petitions.records.held.folder import Folder


def read_apart(folder: Folder, *, engine: Engine) -> None:
    """Have the folder read, unless a process reads it already."""
    if is_taken(folder.path):
        return
    orders = {
        "folder": str(folder.path),
        "key": base64.b64encode(folder.key).decode(),
        "engine": engine.value,
    }
    start_apart("petitions.rapsheet.handing", json.dumps(orders).encode())
