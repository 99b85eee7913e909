"""Makes backups and restores them: the database and the sealed files together, and the keys of rows apart from them.

A backup may be kept for long, because what was deleted since cannot be read in it: the key of its row is gone. So of the
keys there is one copy only, the newest, which takes the place of the one before.
"""

from __future__ import annotations

import io
import os
import secrets
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import IO

from django.db import connection
from django.utils import timezone

from petitions.records.backups.archive import BrokenArchive, unpacked, written
from petitions.records.backups.databases import NotEmpty, copy_database, file_of, put_database
from petitions.records.files.stores import OF_FOLDERS, Store, row_keys, store

FORMAT = 1


def back_up(target: Path) -> int:
    """Write the database and the sealed files into one archive; return its size. FileExistsError where there is one."""
    about = {"format": FORMAT, "vendor": connection.vendor, "made_at": timezone.now().isoformat()}
    with (
        written(target, about=about) as archive,
        tempfile.TemporaryDirectory(dir=target.parent, prefix=".backup-") as place,
    ):
        copy = Path(place) / "database"
        copy_database(copy)
        archive.add(lambda: copy.open("rb"), name=file_of(connection.vendor))
        for name, opened in _sealed_files():
            archive.add(opened, name=name)
    return target.stat().st_size


def back_up_keys(target: Path) -> int:
    """Put the keys of rows, as they are now, in the place of the copy before; return how many there are."""
    draft = target.with_name(f".{target.name}.{secrets.token_hex(8)}")
    count = 0
    with written(draft, about={"format": FORMAT, "vendor": "keys"}) as archive:
        for place, key in row_keys().every_key():
            archive.add(partial(io.BytesIO, key), name=f"keys/{place}")
            count += 1
    draft.replace(target)
    return count


def restore(source: Path, *, keys: Path | None) -> None:
    """Put a backup, and the newest copy of the keys, where this site looks for them.

    Raise NotEmpty where anything is there already, BrokenArchive where an archive is not what was written; then nothing
    is put anywhere.
    """
    with tempfile.TemporaryDirectory(dir=source.parent, prefix=".restore-") as place:
        whole, apart = Path(place) / "whole", Path(place) / "apart"
        about = unpacked(source, into=whole)
        if about.get("format") != FORMAT or about.get("vendor") != connection.vendor:
            raise BrokenArchive
        if keys is not None:
            unpacked(keys, into=apart)
        targets = [(whole / name, store(name)) for name in OF_FOLDERS]
        targets += [(apart / "keys", row_keys())] if keys is not None else []
        if any(_holds_something(into) for _kept, into in targets):
            raise NotEmpty
        put_database(whole / file_of(connection.vendor))
        for kept, into in targets:
            _put(kept, into)


def _put(kept: Path, into: Store) -> None:
    for parent, _folders_in, files in os.walk(kept):
        for name in files:
            path = Path(parent) / name
            into.take(path, name=str(path.relative_to(kept)))


def _sealed_files() -> Iterator[tuple[str, Callable[[], IO[bytes]]]]:
    for name in OF_FOLDERS:
        kept = store(name)
        for folder in sorted(one for one in kept.folders() if not one.startswith(".")):
            place = kept.folder(folder)
            for file in sorted(place.names()):
                yield f"{name}/{folder}/{file}", partial(place.open, file)


def _holds_something(kept: Store) -> bool:
    try:
        return any(kept.listdir(""))
    except FileNotFoundError:
        return False
