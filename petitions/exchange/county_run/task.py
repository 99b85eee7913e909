"""What every part of a run has in common: the cases, the office that files, and where the papers go."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from petitions.documents.county.cases import CountyOffice


@dataclass(frozen=True, slots=True)
class CountyTask:
    """One run. ``shelf`` is a folder of this run alone, where its workers share the skeletons that one has compiled."""

    input: Path
    folder: Path
    office: CountyOffice = field(repr=False)
    shelf: Path | None = None
