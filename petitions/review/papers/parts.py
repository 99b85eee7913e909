"""Makes the parts of kept papers, each a unit of a worker, and seals each as soon as it is made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from petitions.documents.county.cases import CountyOffice
from petitions.documents.county.checking import Checked
from petitions.exchange.county_run.court_work import court_files
from petitions.exchange.county_run.courts import CourtJob
from petitions.exchange.county_run.lot_work import Printed, case_row, print_case
from petitions.exchange.county_run.task import CountyTask
from petitions.exchange.packet_run.lots import Lot, lines_of
from petitions.records.reviews.vault import Vault
from petitions.review.kept.sealed_tables import SealedSource, as_path, put_note

INPUT = "cases"
"""The sealed file with one case a line."""


@dataclass(frozen=True, slots=True)
class PapersTask:
    """What all units have in common. ``shelf`` is a folder where workers share the empty papers that one has laid out."""

    vault: Vault = field(repr=False)
    office: CountyOffice = field(repr=False)
    is_of_cases: bool
    """Each case has a motion and an order."""
    shelf: Path | None

    @property
    def of_county(self) -> CountyTask:
        """Return it as those who print want it; nothing is written in a folder."""
        return CountyTask(as_path(SealedSource(self.vault, INPUT)), Path(), self.office, self.shelf)


def lot_name(number: int) -> str:
    """Name the papers of a lot."""
    return f"lot {number}"


def rows_name(part: str) -> str:
    """Name the rows of the manifest of a part; they are put down last, so that a part with rows is whole."""
    return f"{part} rows"


def make_lot(lot: Lot, *, task: PapersTask) -> int:
    """Make the papers of a lot of cases; return how many cases it has."""
    make = print_case if task.is_of_cases else _nothing
    rows: list[dict[str, Any]] = []
    files: list[tuple[str, bytes]] = []
    for number, line in lines_of(lot, path=task.of_county.input):
        row, printed = case_row(number, line, is_twice=number in lot.twice, task=task.of_county, make=make)
        rows += _told(row)
        if printed is not None:
            files += zip(_names(row), (written.content for _, written in printed.written), strict=True)
    put_note(task.vault, lot_name(lot.number), files)
    put_note(task.vault, rows_name(lot_name(lot.number)), rows)
    return lot.lines


def make_for_court(job: CourtJob, *, task: PapersTask) -> None:
    """Make what one job makes for a court."""
    found = list(court_files(job, task=task.of_county))
    put_note(task.vault, job.note, [(entry["file"], content) for entry, content in found])
    put_note(task.vault, rows_name(job.note), [entry for entry, _ in found])


def _nothing(_found: Checked, *, task: CountyTask) -> Printed:
    """Print nothing: the court's one motion has the case in its list."""
    return Printed((), by_full_lane=False)


def _names(row: dict[str, Any]) -> Iterator[str]:
    return (file["file"] for file in row["files"])


def _told(row: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the row for the manifest; one without a file of its own only where something was left out."""
    if row.get("files", True):
        return [row]
    return [{key: value for key, value in row.items() if key != "files"}] if row["left_out"] else []
