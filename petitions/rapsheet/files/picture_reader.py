"""Has pictures of pages read in a jail of their own, in which the engine stays loaded from page to page."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from typing import Self

from petitions.documents.framing import Reply
from petitions.rapsheet.engines import Engine
from petitions.rapsheet.files.bounds import LOADING_SECONDS, MOST_PAGES, MOST_PICTURES_LOST, PICTURE_SECONDS
from petitions.rapsheet.files.cell.found import lines_in
from petitions.rapsheet.files.jail import Ended, Job, Prisoner, jailed
from petitions.rapsheet.files.places import FOR_ENGINES, a_place
from petitions.rapsheet.files.unreadable import Unreadable
from petitions.rapsheet.pages import TextLine
from petitions.rapsheet.troubles import Trouble

READER = "petitions.rapsheet.pictures.reading"
"""The module whose ``get_ready`` and ``read_picture`` are called; it is loaded in the jail only."""
_MB = 1024 * 1024
_JOBS = "petitions.rapsheet.files.cell.picture_job"
_CORES_USED = 4
READING = Job(
    f"{_JOBS}:read",
    f"{_JOBS}:prepare",
    processor_seconds=PICTURE_SECONDS * MOST_PAGES * _CORES_USED,
    own_data=1600 * _MB,
)


@dataclass(frozen=True, slots=True)
class PictureRead:
    """The lines of a picture, what it lacks, and the picture as it stands upright."""

    lines: tuple[TextLine, ...]
    trouble: Trouble | None
    shown: bytes


class PictureReader:
    """Reads the pictures of one sheet. Use it in a ``with`` block, which ends the jail."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._lost = 0
        self._place = ExitStack()
        self._has_place = False
        self._jail = ExitStack()
        self._prisoner: Prisoner | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_raised: object) -> None:
        self._end()
        self._place.close()

    def read(self, picture: bytes) -> PictureRead | None:
        """Return what a picture (JPEG) says; None where it cannot be read. Raise Unreadable where all engines are busy."""
        if self._engine is Engine.NONE or self._lost >= MOST_PICTURES_LOST:
            return None
        if not self._has_place:
            self._place.enter_context(a_place(FOR_ENGINES))
            self._has_place = True
        try:
            return self._read(picture)
        except (Ended, Unreadable, ValueError, TypeError):
            self._lost += 1
            self._end()
            return None

    def _read(self, picture: bytes) -> PictureRead:
        prisoner = self._prisoner or self._start()
        prisoner.tell(Reply({}, (picture,)))
        reply = prisoner.hear(seconds=PICTURE_SECONDS)
        (shown,) = reply.parts
        said = reply.head.get("trouble")
        return PictureRead(lines_in(reply), None if said is None else Trouble(said), shown)

    def _start(self) -> Prisoner:
        job = jailed(READING, engine=self._engine.value, reader=READER)
        prisoner = self._jail.enter_context(job)
        prisoner.hear(seconds=LOADING_SECONDS)
        self._prisoner = prisoner
        return prisoner

    def _end(self) -> None:
        self._prisoner = None
        self._jail.close()
