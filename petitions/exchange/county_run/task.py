"""What every part of a run has in common: the cases, the office that files, and where the papers go."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

import django

from petitions.documents.county.cases import CountyOffice
from petitions.exchange.packet_run.places import Places


@dataclass(frozen=True, slots=True)
class CountyTask:
    """One run. ``shelf`` is a folder of this run alone, where its workers share the skeletons that one has compiled."""

    input: Path
    folder: Path
    office: CountyOffice = field(repr=False)
    shelf: Path | None = None

    def hold(self) -> IO[bytes]:
        """Tell that a worker of this run lives, until the file is closed."""
        return Places(self.folder).hold()

    def prepare(self) -> None:
        """Set Django up; what prints the papers needs it."""
        django.setup()
