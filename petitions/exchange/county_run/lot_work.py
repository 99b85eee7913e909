"""Prints one lot of cases: a motion and a proposed order each, its row of the manifest, and why others have none."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from petitions.documents.build import Written
from petitions.documents.county.case_papers import case_motion, case_order, case_title
from petitions.documents.county.cases import CountyCase
from petitions.documents.county.checking import Checked, Why, checked
from petitions.documents.county.words import PAPER, RELIEF, section
from petitions.documents.filing import FilingProblems
from petitions.documents.packet import Paper
from petitions.documents.worker import NotPrinted
from petitions.exchange.county_cases import read_case
from petitions.exchange.county_run.printing import print_papers
from petitions.exchange.county_run.task import CountyTask
from petitions.exchange.json_files import BLANK_LINE, NO_JSON_IN_LINE, NoJson, json_value
from petitions.exchange.packet_run.lot_work import FAULT, NOT_PRINTED
from petitions.exchange.packet_run.lots import LOT, Lot, lines_of
from petitions.exchange.packet_run.places import Places
from petitions.exchange.packet_run.task import Done

PAPERS = "papers"
_BETWEEN = "; "
"""Stands between the counts that are left out; no reason has one."""


@dataclass(frozen=True, slots=True)
class Printed:
    """The papers of one case."""

    written: tuple[tuple[str, Written], ...]
    by_full_lane: bool


Make = Callable[..., Printed]


def print_cases(lot: Lot, *, task: CountyTask) -> Done:
    """Print every case that may have papers; then note the lot as done, in one step."""
    places = Places(task.folder)
    stage, name = places.new_stage(), f"{lot.number + 1:05d}"
    rows: list[str] = []
    problems: list[str] = []
    full = 0
    try:
        for number, line in lines_of(lot, path=task.input):
            row, printed = case_row(number, line, is_twice=number in lot.twice, task=task)
            (rows if printed else problems).append(_line(row))
            for paper, written in printed.written if printed else ():
                (stage / _file(number, paper=paper)).write_bytes(written.content)
            full += printed.by_full_lane if printed else 0
        _put(stage, place=task.folder / PAPERS / name)
    finally:
        shutil.rmtree(stage, ignore_errors=True)
    places.note(lot.number, rows=rows, problems=problems)
    return Done(len(rows), full, len(problems))


def read_line(line: bytes) -> CountyCase:
    """Read one line of the input; raise FilingProblems."""
    stripped = line.strip()
    if not stripped:
        raise FilingProblems(("FILE", BLANK_LINE))
    try:
        return read_case(json_value(stripped, otherwise=NO_JSON_IN_LINE))
    except NoJson as unread:
        raise FilingProblems(("FILE", str(unread))) from None


def case_row(
    number: int, line: bytes, *, is_twice: bool, task: CountyTask, make: Make | None = None
) -> tuple[dict[str, Any], Printed | None]:
    """Print one case, or say why not; nothing of a line that cannot be read is repeated. ``make`` prints it."""
    about: dict[str, Any] = {"line": number}
    try:
        found = checked(read_line(line), office=task.office)
        about |= _about(found)
        _refuse(found, is_twice=is_twice)
        printed = (make or print_case)(found, task=task)
    except FilingProblems as bad:
        return {**about, "problems": [{"path": path, "problem": why} for path, why in bad.problems]}, None
    return {**about, "files": list(_entries(number, printed=printed))}, printed


def _refuse(found: Checked, *, is_twice: bool) -> None:
    """Raise FilingProblems with the reason for a case that may have no papers."""
    why = found.not_made or (Why.SAME_CASE if is_twice else None)
    if why:
        raise FilingProblems(("case", why.value))


def print_case(found: Checked, *, task: CountyTask) -> Printed:
    """Print both papers; a fault of ours costs one case its papers, and its words, which may quote, are not told."""
    try:
        papers = _papers(found.case, task=task)
        written, full = print_papers(papers, shelf=task.shelf)
    except NotPrinted:
        raise FilingProblems(("case", NOT_PRINTED)) from None
    except (FilingProblems, OSError, MemoryError):
        raise
    except Exception:  # noqa: BLE001 - whatever it is, the other cases go on
        raise FilingProblems(("FILE", FAULT)) from None
    return Printed(tuple(zip((PAPER[task.office.mover], "order"), written, strict=True)), full)


def _papers(case: CountyCase, *, task: CountyTask) -> list[Paper]:
    order = case_order(case, office=task.office)
    return [
        Paper(
            "county-motion", case_title(case, office=task.office), "en", case_motion(case, office=task.office)
        ),
        Paper("county-order", order.caption.title, "en", order),
    ]


def whys_left_out(row: Mapping[str, Any]) -> list[str]:
    """Return why counts are not on the papers, of a row that ``case_row`` gave."""
    counts = str(row.get("left_out", "")).split(_BETWEEN)
    return [one.partition(": ")[2] for one in counts if one]


def _about(found: Checked) -> dict[str, Any]:
    case = found.case
    asked = [f"{section(count)} {RELIEF[count.relief]}" for count in case.counts if count.relief]
    return {
        "county": case.county,
        "court": case.court or "",
        "case_number": case.case_number or "",
        "asked": "; ".join(asked),
        "left_out": _BETWEEN.join(f"count {number}: {why}" for number, why in found.left_out),
    }


def _entries(number: int, *, printed: Printed) -> Iterator[dict[str, Any]]:
    folder = f"{PAPERS}/{(number - 1) // LOT + 1:05d}"
    for paper, written in printed.written:
        file = f"{folder}/{_file(number, paper=paper)}"
        yield {"paper": paper, "file": file, "pages": written.page_count, "sha256": written.sha256}


def _file(number: int, *, paper: str) -> str:
    """Name a file by the line of its case: a number in a name of a file would tell of a person."""
    return f"{number:07d}-{paper}.pdf"


def _put(stage: Path, *, place: Path) -> None:
    """Put the lot's folder in place of one that a stopped run had left."""
    place.parent.mkdir(mode=0o700, exist_ok=True)
    if place.exists():
        shutil.rmtree(place)
    if any(stage.iterdir()):
        stage.rename(place)


def _line(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False) + "\n"
