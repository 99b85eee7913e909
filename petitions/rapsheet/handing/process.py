"""Starts the process that reads a folder, apart from the site: it goes on when the site stops, and ends when the folder goes."""

from __future__ import annotations

import base64
import json
import subprocess
import sys
from pathlib import Path

from petitions.rapsheet.engines import Engine
from petitions.rapsheet.handing.turn import is_taken
from petitions.records.held.folder import Folder

_PROGRAM = Path(__file__).resolve().parents[3]
_PATIENCE = 20
"""Seconds until the process must have taken its orders and stepped aside."""


def read_apart(folder: Folder, *, engine: Engine) -> None:
    """Have the folder read, unless a process reads it already."""
    if is_taken(folder.path):
        return
    orders = {
        "folder": str(folder.path),
        "key": base64.b64encode(folder.key).decode(),
        "engine": engine.value,
    }
    subprocess.run(
        [sys.executable, "-m", "petitions.rapsheet.handing"],
        input=json.dumps(orders).encode(),
        stdout=subprocess.DEVNULL,
        cwd=_PROGRAM,
        timeout=_PATIENCE,
        check=True,
    )
