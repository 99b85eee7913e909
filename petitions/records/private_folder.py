"""A folder of sealed files that only its owner can list, with their key; what is written first stands under a hidden name."""

from __future__ import annotations

import os
import secrets
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

KEY_BYTES = 32
PRIVATE_FOLDER, _PRIVATE_FILE = 0o700, 0o600


@dataclass(frozen=True, slots=True)
class PrivateFolder:
    """One folder and the key of its files. Names of files are our own words, never typed ones."""

    path: Path
    key: bytes = field(repr=False)

    def make(self) -> None:
        """Make it, for its owner alone."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.parent.chmod(PRIVATE_FOLDER)
        self.path.mkdir(mode=PRIVATE_FOLDER)

    @property
    def is_there(self) -> bool:
        """Say whether it was not destroyed."""
        return self.path.is_dir()

    def new_draft(self) -> Path:
        """Return the hidden name of a file that is still to be written."""
        return self.path / f".{secrets.token_hex(8)}"

    def sweep(self) -> None:
        """Take away what a process that was killed had half written; only whoever alone writes may do so."""
        for one in self.path.glob(".*"):
            if not one.is_dir():
                one.unlink(missing_ok=True)

    def destroy(self) -> None:
        """Take the whole folder away."""
        destroy(self.path)


def new_file(path: Path) -> IO[bytes]:
    """Open a file that was not there before, for its owner alone; raise OSError where that cannot be."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
    return os.fdopen(os.open(path, flags, _PRIVATE_FILE), "wb")


def destroy(path: Path) -> None:
    """Take a folder away, also while another process still writes into it."""
    gone = path.with_name(f".{secrets.token_hex(8)}")
    try:
        path.rename(gone)
    except FileNotFoundError:
        return
    shutil.rmtree(gone, ignore_errors=True)
