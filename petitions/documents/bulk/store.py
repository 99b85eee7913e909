"""Skeletons that the workers of one run share: what one has compiled, the others read."""

from __future__ import annotations

import hashlib
import io
import os
import pickle
from collections.abc import Hashable
from pathlib import Path
from typing import Any

from petitions.documents.bulk.internals import alphabet
from petitions.documents.bulk.letters import Letters


class Store:
    """A folder that this run has made for itself, so that what is read there was written by its own workers."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, key: Hashable) -> object:
        """Return what a worker has compiled under a key; None where none has yet."""
        try:
            content = self._path(key).read_bytes()
        except FileNotFoundError:
            return None
        return _Reader(io.BytesIO(content)).load()

    def write(self, key: Hashable, skeleton: object) -> None:
        """Keep a skeleton for the others."""
        stream = io.BytesIO()
        _Writer(stream).dump(skeleton)
        path = self._path(key)
        aside = path.with_suffix(f".{os.getpid()}")
        aside.write_bytes(stream.getvalue())
        aside.replace(path)

    def _path(self, key: Hashable) -> Path:
        return self._folder / hashlib.blake2b(repr(key).encode(), digest_size=20).hexdigest()


class _Writer(pickle.Pickler):
    """Names the letters of a font rather than write them in every skeleton."""

    def persistent_id(self, obj: Any) -> Any:
        return obj.source if isinstance(obj, Letters) else None


class _Reader(pickle.Unpickler):
    """Finds the letters of a font that this process has drawn."""

    def persistent_load(self, pid: Any) -> Letters:
        return alphabet(*pid).letters
