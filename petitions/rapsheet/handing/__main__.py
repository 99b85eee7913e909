"""The process that reads one folder: it takes its orders, steps aside from whoever called, and reads."""

from __future__ import annotations

import base64
import json
import os
import sys
import threading
import time

from petitions.records.apart import step_aside
from petitions.records.files.ordered import ordered
from petitions.records.files.place import FilesAway, NotYourTurn
from petitions.records.held.folder import Folder, FolderGone

_LOOK_EVERY = 0.5
"""Seconds until a folder that was destroyed ends the process."""
_TRY_AGAIN = 3
_GIVE_UP = 600 // _TRY_AGAIN


def main() -> None:
    """Read the folder that standard input names, in a fork that nobody waits for."""
    orders = json.loads(sys.stdin.buffer.read())
    step_aside()
    folder = Folder(ordered(orders["folder"]), base64.b64decode(orders["key"]))
    _end_with(folder)
    try:
        _read(folder, engine=orders["engine"])
    except FolderGone:
        return
    except FilesAway as fault:  # what was read is kept; whoever waits for the rest has it read on
        _tell(fault)
    except Exception as fault:  # noqa: BLE001 - its words may hold what the sheet says
        _tell(fault)
        _give_up(folder)


def _read(folder: Folder, *, engine: str) -> None:
    from petitions.rapsheet.engines import Engine  # noqa: PLC0415 - whoever called need not wait for these
    from petitions.rapsheet.handing.kept_pages import keep_refusal  # noqa: PLC0415
    from petitions.rapsheet.handing.reading import read_all  # noqa: PLC0415

    try:
        with folder.place.turn():
            for _try in range(_GIVE_UP):
                if read_all(folder, engine=Engine(engine)):
                    return
                time.sleep(_TRY_AGAIN)
            keep_refusal(folder, "busy")
    except NotYourTurn:
        return


def _end_with(folder: Folder) -> None:
    """End this process, and with it all that it started, soon after the folder is destroyed."""

    def look() -> None:
        while _may_go_on(folder):
            time.sleep(_LOOK_EVERY)
        os._exit(0)

    threading.Thread(target=look, daemon=True).start()


def _may_go_on(folder: Folder) -> bool:
    try:
        return folder.is_there
    except (
        FilesAway
    ):  # what is not known is no reason to stop; a store that stays away ends the reading itself
        return True


def _give_up(folder: Folder) -> None:
    from petitions.rapsheet.handing.kept_pages import keep_refusal  # noqa: PLC0415

    keep_refusal(folder, "broken")


def _tell(fault: BaseException) -> None:
    """Say which kind of fault it was, and nothing of the sheet."""
    line = {"level": "ERROR", "event": "sheet_reading_failed", "error": type(fault).__qualname__}
    sys.stderr.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    main()
