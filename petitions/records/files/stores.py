"""The four stores of sealed files by name: STORAGES says for each whether it is folders of this machine or a bucket."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol, cast

from django.core.files.storage import storages

from petitions.records.files.place import Place

SHEETS, PRINTS, REVIEWS, ROW_KEYS = "sheets", "prints", "reviews", "row_keys"
OF_FOLDERS = (SHEETS, PRINTS, REVIEWS)


class Store(Protocol):
    """A storage of Django's that knows folders, too."""

    listdir: Callable[[str], tuple[list[str], list[str]]]
    open: Callable[..., Any]

    def folder(self, name: str) -> Place:
        """Return one folder, whether it is there or not."""

    def folders(self) -> list[str]:
        """Return the names of all folders; a hidden one is what a process left that died while it took it away."""

    def changed(self, folder: str) -> datetime:
        """Return when anything in a folder was last written."""

    def sweep(self, *, before: datetime) -> None:
        """Take away, in all folders, what was begun before that moment and never became whole."""

    def take(self, path: Path, *, name: str) -> None:
        """Move a file of this machine into the store, under FOLDER/FILE or FILE; its folder is made where there is none."""

    def disk(self) -> Path | None:
        """Return the folder of this machine in which all of it stands; None for a bucket."""

    def where(self) -> object:
        """Return the disk or the bucket: what is the same for two stores needs to be asked once only."""

    def answers(self) -> bool:
        """Say, in a few seconds, whether anything can be kept there; folders of this machine always answer."""


class KeyStore(Store, Protocol):
    """A store of the keys of rows: one small file for each, under its place, in no folder."""

    def key(self, place: str) -> bytes | None:
        """Return a whole key; None where there is none."""

    def key_or(self, place: str, new: Callable[[], bytes]) -> bytes:
        """Return the key; where there is none keep ``new()``, which lasts from then on. Whoever was first decides."""

    def together(self) -> AbstractContextManager[None]:
        """Have the keys that the block makes last at its end, which costs less than for each alone."""

    def destroy_key(self, place: str) -> None:
        """Destroy a key; nothing happens where there is none."""

    def is_empty(self) -> bool:
        """Say whether there is no key at all."""

    def faults(self) -> list[str]:
        """Ask the store whether keys can be kept and destroyed there; return the codes of what is wrong.

        ``away``: it does not answer; ``versions``: it keeps what is destroyed; ``twice``: of two that make the same key
        both come through.
        """

    def every_key(self) -> Iterator[tuple[str, bytes]]:
        """Return each place with its key, in their order."""


def store(name: str) -> Store:
    """Return one of ``OF_FOLDERS``."""
    return cast("Store", storages[name])


def row_keys() -> KeyStore:
    """Return the store of the keys of rows."""
    return cast("KeyStore", storages[ROW_KEYS])


def all_stores() -> tuple[Store, ...]:
    """Return the four of them."""
    return (*(store(name) for name in OF_FOLDERS), row_keys())
