"""What every lot of a run has in common, and what a lot tells when it is done."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import IO, Any

import django

from petitions.documents.official.form import OfficialForm
from petitions.exchange.packet_run.places import Places


@dataclass(frozen=True, slots=True)
class Task:
    """Where the records are and where the papers go, in which language, on which form, and the day of the law.

    ``shelf`` is a folder of this run alone, where its workers share the skeletons that one of them has compiled.
    """

    input: Path
    folder: Path
    language: str
    on: date
    official: OfficialForm | None = field(default=None, repr=False)
    shelf: Path | None = None

    def hold(self) -> IO[bytes]:
        """Tell that a worker of this run lives, until the file is closed."""
        return Places(self.folder).hold()

    def prepare(self) -> None:
        """Set Django up; what prints the papers needs it."""
        django.setup()

    def choices(self) -> dict[str, Any]:
        """Return, as JSON-ready values, what makes papers of the same records differ."""
        return {"language": self.language, "official": _about(self.official), "on": self.on.isoformat()}


@dataclass(frozen=True, slots=True)
class Done:
    """How many records of a lot were printed, how many of these by the full lane, and how many had problems."""

    printed: int
    by_full_lane: int
    problems: int


def _about(form: OfficialForm | None) -> dict[str, str] | None:
    """Name a form by its edition, and by a digest of all that it puts on paper."""
    if form is None:
        return None
    drawn = repr((form.width, form.height, form.places)).encode() + form.blank
    return {"edition": form.edition.name, "sha256": hashlib.sha256(drawn).hexdigest()}
