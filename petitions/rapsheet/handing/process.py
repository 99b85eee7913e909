"""Starts the process that reads a folder, apart from the site: it goes on when the site stops, and ends when the folder goes."""

from __future__ import annotations

import base64
import json

from petitions.rapsheet.engines import Engine
from petitions.records.apart import start_apart
from petitions.records.files.place import NotYourTurn
from petitions.records.held.folder import Folder


def read_apart(folder: Folder, *, engine: Engine) -> None:
    """Have the folder read, unless a process reads it already."""
    if is_taken(folder):
        return
    orders = {
        "folder": folder.place.orders(),
        "key": base64.b64encode(folder.key).decode(),
        "engine": engine.value,
    }
    start_apart("petitions.rapsheet.handing", json.dumps(orders).encode())


def is_taken(folder: Folder) -> bool:
    """Say whether a process reads just now."""
    try:
        with folder.place.turn():
            return False
    except NotYourTurn:
        return True
