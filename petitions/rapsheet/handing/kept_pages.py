"""The pages that were read so far, each sealed by itself, so that reading goes on where it stopped."""

from __future__ import annotations

import json
from dataclasses import dataclass

from petitions.rapsheet.handing.picture_size import picture_size
from petitions.rapsheet.pages import TextLine
from petitions.records.held.folder import Folder, FolderGone

_HOW_MANY, _REFUSED = "how-many", "refused"


@dataclass(frozen=True, slots=True)
class KeptPage:
    """One page as it was read. ``trouble``: the code of what it lacks; ``size``: of its picture; None: no picture."""

    number: int
    lines: tuple[TextLine, ...]
    trouble: str | None
    size: tuple[int, int] | None
    from_picture: bool


@dataclass(frozen=True, slots=True)
class Progress:
    """How far reading is. ``of`` None: not counted yet; ``refused``: the code why it cannot go on."""

    read: int
    of: int | None
    refused: str | None = None

    @property
    def is_done(self) -> bool:
        """Say whether every page was read."""
        return self.of is not None and self.read >= self.of


def progress(folder: Folder) -> Progress:
    """Return how far reading is."""
    counted, refused = folder.get(_HOW_MANY), folder.get(_REFUSED)
    read = sum(name.startswith("page-") for name in folder.names())
    return Progress(read, int(counted) if counted else None, refused.decode() if refused else None)


def keep_count(folder: Folder, pages: int) -> None:
    """Note how many pages there are."""
    folder.put(_HOW_MANY, str(pages).encode())


def keep_refusal(folder: Folder, code: str) -> None:
    """Note why the files cannot be read."""
    folder.put(_REFUSED, code.encode())


def keep_page(
    folder: Folder,
    number: int,
    *,
    lines: tuple[TextLine, ...],
    picture: bytes,
    trouble: str | None,
    from_picture: bool,
) -> None:
    """Keep a page: its picture first, so that a page with lines is whole."""
    if picture:
        folder.put(_picture(number), picture)
    said = {
        "lines": lines,
        "trouble": trouble,
        "size": picture_size(picture),
        "from_picture": from_picture,
    }
    folder.put(_page(number), json.dumps(said).encode())


def has_page(folder: Folder, number: int) -> bool:
    """Say whether a page was read."""
    return folder.has(_page(number))


def page_of(folder: Folder, number: int) -> KeptPage | None:
    """Return one page; None where it was not read."""
    stored = folder.get(_page(number))
    if stored is None:
        return None
    found = json.loads(stored)
    lines = tuple(
        TextLine(text, doubtful, tuple(box) if box else None) for text, doubtful, box in found["lines"]
    )
    size = tuple(found["size"]) if found["size"] else None
    return KeptPage(number, lines, found["trouble"], size, found["from_picture"])


def picture_of(folder: Folder, number: int) -> bytes | None:
    """Return the picture of a page."""
    return folder.get(_picture(number))


def pages_of(folder: Folder) -> tuple[KeptPage, ...]:
    """Return every page; raise FolderGone where one is missing."""
    pages = tuple(page_of(folder, number) for number in range(1, (progress(folder).of or 0) + 1))
    found = tuple(page for page in pages if page is not None)
    if len(found) < len(pages):
        raise FolderGone
    return found


def without_page(folder: Folder, number: int) -> None:
    """Forget a page that is to be read again."""
    folder.remove(_page(number))
    folder.remove(_picture(number))


def _page(number: int) -> str:
    return f"page-{number}"


def _picture(number: int) -> str:
    return f"picture-{number}"
