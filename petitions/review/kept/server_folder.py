"""Files in the folder of the server that whoever runs the site has named: listed by name, copied, and never asked for by a path."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from petitions.records.reviews.vault import Draft

KINDS = (".dat", ".csv")
_AT_ONCE = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Offered:
    """One file that may be chosen."""

    name: str
    size: int


def offered(folder: str) -> list[Offered]:
    """Return the files of the folder, by name; none where no folder is set, and nothing that a link leads to."""
    if not folder or not Path(folder).is_dir():
        return []
    found = [one for one in Path(folder).iterdir() if _is_offered(one)]
    return [Offered(one.name, one.stat().st_size) for one in sorted(found)]


def copied(folder: Path, name: str, *, into: Draft) -> Iterator[int]:
    """Copy a file of the folder, and give how many bytes are copied; raise FileNotFoundError where it is not offered."""
    if name not in {one.name for one in offered(str(folder))}:
        raise FileNotFoundError
    with (folder / name).open("rb") as file:
        while content := file.read(_AT_ONCE):
            into.write(content)
            yield into.size


def _is_offered(path: Path) -> bool:
    return path.suffix.lower() in KINDS and path.is_file() and not path.is_symlink()
