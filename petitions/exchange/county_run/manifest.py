"""The manifest of a run as a table: each file with its pages and digest, and each case without papers with the reason."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from pathlib import Path
from typing import Any

from petitions.exchange.county_run.courts import CourtJob
from petitions.exchange.packet_run.places import MANIFEST, PROBLEMS, Places
from petitions.exchange.tables import CSV, table_file

TABLE = "manifest.csv"
HEADS = (
    "Line",
    "County",
    "Court",
    "Case Number",
    "Paper",
    "File",
    "Pages",
    "SHA-256",
    "Asked",
    "Left Out",
    "Not Made",
)


def write_manifest(places: Places, *, jobs: Sequence[CourtJob]) -> None:
    """Write the table of a run that is done: courts first, then the cases in the order of the input."""
    of_courts = (row for job in jobs for row in json.loads((places.own / job.note).read_bytes()))
    lists = (_lines(places.folder / MANIFEST), _lines(places.folder / PROBLEMS))
    of_cases = merge(*lists, key=lambda one: int(one["line"]))
    places.put(places.folder / TABLE, [manifest_table(of_courts, of_cases)])


def manifest_table(of_courts: Iterable[dict[str, Any]], of_cases: Iterable[dict[str, Any]]) -> bytes:
    """Return the table as a CSV file; the rows are those that ``court_files`` and ``case_row`` give."""
    rows = [HEADS, *(_row(one, one) for one in of_courts)]
    rows += [_row(case, file) for case in of_cases for file in case.get("files", ({},))]
    return table_file(rows, kind=CSV)


def _row(about: dict[str, Any], file: dict[str, Any]) -> tuple[str, ...]:
    told = [about.get(key, "") for key in ("line", "county", "court", "case_number")]
    printed = ["" if file.get(key) is None else file[key] for key in ("paper", "file", "pages", "sha256")]
    why = "; ".join(_told(about.get("problems", ())))
    return tuple(map(str, (*told, *printed, about.get("asked", ""), about.get("left_out", ""), why)))


def _told(problems: Iterable[dict[str, str]]) -> Iterator[str]:
    for one in problems:
        yield one["problem"] if one["path"] in ("case", "FILE") else f"{one['path']}: {one['problem']}"


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open("rb") as file:
        for line in file:
            yield json.loads(line)
