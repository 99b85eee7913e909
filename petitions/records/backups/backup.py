"""Makes backups and restores them: the database and the sealed files together, and the keys of rows apart from them.

A backup may be kept for long, because what was deleted since cannot be read in it: the key of its row is gone. So of the
keys there is one copy only, the newest, which takes the place of the one before.
"""

from __future__ import annotations

import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils import timezone

from petitions.records.backups.archive import BrokenArchive, unpacked, written
from petitions.records.backups.databases import NotEmpty, copy_database, file_of, put_database
from petitions.records.own_keys import folder as keys_folder
from petitions.records.private_folder import PRIVATE_FOLDER

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
        archive.add(copy, name=file_of(connection.vendor))
        for name, path in _sealed_files():
            archive.add(path, name=name)
    return target.stat().st_size


def back_up_keys(target: Path) -> int:
    """Put the keys of rows, as they are now, in the place of the copy before; return how many there are."""
    draft = target.with_name(f".{target.name}.{secrets.token_hex(8)}")
    found = sorted(one for one in keys_folder().glob("[!.]*") if one.is_file())
    with written(draft, about={"format": FORMAT, "vendor": "keys"}) as archive:
        for one in found:
            archive.add(one, name=f"keys/{one.name}")
    draft.replace(target)
    return len(found)


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
        targets = [(whole / name, path) for name, path in _folders().items()]
        targets += [(apart / "keys", keys_folder())] if keys is not None else []
        if any(_holds_something(path) for _kept, path in targets):
            raise NotEmpty
        put_database(whole / file_of(connection.vendor))
        for kept, path in targets:
            _put(kept, path)


def _put(kept: Path, path: Path) -> None:
    path.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    path.chmod(PRIVATE_FOLDER)
    for parent, _folders_in, files in os.walk(kept):
        into = path / Path(parent).relative_to(kept)
        into.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
        for name in files:
            shutil.move(Path(parent) / name, into / name)
            (into / name).chmod(0o600)


def _sealed_files() -> Iterator[tuple[str, Path]]:
    for name, place in _folders().items():
        for path in sorted(place.glob("[!.]*/[!.]*")):
            if path.is_file():
                yield f"{name}/{path.relative_to(place)}", path


def _folders() -> dict[str, Path]:
    places = {"sheets": settings.SHEETS_DIR, "prints": settings.PRINTS_DIR, "reviews": settings.REVIEWS_DIR}
    return {name: Path(place) for name, place in places.items()}


def _holds_something(place: Path) -> bool:
    return place.is_dir() and any(place.iterdir())
