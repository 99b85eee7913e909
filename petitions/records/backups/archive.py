"""One archive with a digest of each of its files: written under a hidden name, read only where it is whole."""

from __future__ import annotations

import hashlib
import io
import json
import os
import secrets
import shutil
import tarfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, Any

from petitions.records.private_folder import PRIVATE_FOLDER, new_file

LIST = "list.json"
"""Stands last: without it an archive was cut off."""
_CHUNK = 1 << 20


class BrokenArchive(Exception):
    """The archive was cut off or changed, or is none of ours."""


class Writing:
    """An archive that grows."""

    def __init__(self, tar: tarfile.TarFile) -> None:
        self._tar, self._digests = tar, dict[str, str]()

    def add(self, opened: Callable[[], IO[bytes]], *, name: str) -> None:
        """Add a file that can be opened; one that is taken away meanwhile is left out."""
        try:
            with opened() as file:
                head = tarfile.TarInfo(name)
                head.size, head.mode = file.seek(0, os.SEEK_END), 0o600
                file.seek(0)
                told = _Digesting(file)
                self._tar.addfile(head, told)
        except FileNotFoundError:
            return
        self._digests[name] = told.digest

    def close(self, about: Mapping[str, Any]) -> None:
        """Add the list."""
        content = json.dumps({**about, "files": self._digests}).encode()
        head = tarfile.TarInfo(LIST)
        head.size, head.mode = len(content), 0o600
        self._tar.addfile(head, io.BytesIO(content))


@contextmanager
def written(path: Path, *, about: Mapping[str, Any]) -> Iterator[Writing]:
    """Write an archive, for its owner alone; raise FileExistsError where one is there. It takes its name when it is whole."""
    if path.exists():
        raise FileExistsError(path)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    try:
        with new_file(draft) as file:
            with tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT) as tar:
                writing = Writing(tar)
                yield writing
                writing.close(about)
            file.flush()
            os.fsync(file.fileno())
        os.link(draft, path)  # unlike a new name for it, this never takes the place of another file
    finally:
        draft.unlink(missing_ok=True)


def unpacked(path: Path, *, into: Path) -> dict[str, Any]:
    """Unpack an archive and return what its list says; raise BrokenArchive where any file is not what was put there."""
    try:
        with tarfile.open(path, mode="r:") as tar:
            _unpack(tar, into=into)
        about: dict[str, Any] = json.loads((into / LIST).read_text(encoding="utf-8"))
        digests = {name: _digest(into / name) for name in about["files"]}
    except (tarfile.TarError, OSError, ValueError, KeyError, TypeError):
        raise BrokenArchive from None
    if digests != about["files"]:
        raise BrokenArchive
    return about


def _unpack(tar: tarfile.TarFile, *, into: Path) -> None:
    """Put each file in its place; refuse what leads out of the folder, or is no file.

    Python's own filter for this is not in the Python of Debian 12.
    """
    for member in tar:
        name = PurePosixPath(member.name)
        content = tar.extractfile(member) if member.isreg() else None
        if content is None or name.is_absolute() or ".." in name.parts:
            raise BrokenArchive
        (into / name).parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        with content, new_file(into / name) as file:
            shutil.copyfileobj(content, file, _CHUNK)


class _Digesting:
    """Reads a file, and digests what is read."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self._hash = file, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        """Read on."""
        content = self._file.read(size)
        self._hash.update(content)
        return content

    @property
    def digest(self) -> str:
        """Return the digest of what was read."""
        return self._hash.hexdigest()


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
