"""Writes what one court gets: the one motion with its exhibit, its order, and the list of its cases in three forms."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from petitions.documents.bulk.volumes import Part
from petitions.documents.county.bulk_papers import bulk_motion, bulk_order
from petitions.documents.county.cases import CountyCase
from petitions.documents.county.checking import checked
from petitions.documents.county.frame import court_name
from petitions.documents.county.list_pages import CourtLine, court_lines, exhibit_pages, list_pages
from petitions.documents.county.words import PAPER, RELIEF, section
from petitions.documents.packet import Paper
from petitions.exchange.county_run.courts import Court, CourtJob, Product
from petitions.exchange.county_run.lot_work import read_line
from petitions.exchange.county_run.printing import joined, print_list, print_papers
from petitions.exchange.county_run.task import CountyTask
from petitions.exchange.packet_run.places import Places
from petitions.exchange.tables import CSV, XLSX, table_file

HEADS = (
    "Case Number",
    "Defendant",
    "Section",
    "Conviction Date",
    "Level",
    "Relief Asked",
    "County",
    "Courthouse",
)


def write_court(job: CourtJob, *, task: CountyTask) -> None:
    """Write the files of a job, then note them."""
    places = Places(task.folder)
    entries = []
    for entry, content in court_files(job, task=task):
        path = task.folder / entry["file"]
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        places.put(path, [content])
        entries.append(entry)
    places.put(places.own / job.note, [json.dumps(entries, ensure_ascii=False).encode()])


def court_files(job: CourtJob, *, task: CountyTask) -> Iterator[tuple[dict[str, Any], bytes]]:
    """Make the files of a job, each with its row of the manifest."""
    court = job.court
    lines = court_lines(_cases(court, task=task))
    cases = len({(line.case.case_number, line.case.name) for line in lines})
    asked = f"{len(lines)} convictions in {cases} cases"
    about = {"county": court.county, "court": court.name or "", "asked": asked}
    for paper, file, content, pages in _court_papers(job, lines=lines, task=task) if lines else ():
        digest = hashlib.sha256(content).hexdigest()
        named = f"{court.folder}/{file}"
        yield {**about, "paper": paper, "file": named, "pages": pages, "sha256": digest}, content


_File = tuple[str, str, bytes, int | None]
"""What it is, its name, what is in it, and its pages where it has any."""


def _court_papers(job: CourtJob, *, lines: tuple[CourtLine, ...], task: CountyTask) -> Iterator[_File]:
    if job.product is Product.MOTION:
        return _motion(job.court, lines=lines, task=task)
    if job.product is Product.LIST:
        return _list(job.court, lines=lines, task=task)
    return _tables(lines)


def _motion(court: Court, *, lines: tuple[CourtLine, ...], task: CountyTask) -> Iterator[_File]:
    given: dict[str, Any] = {"office": task.office, "county": court.county, "courthouse": court.name}
    motion, order = bulk_motion(lines, **given), bulk_order(lines, **given)
    papers = [
        Paper("county-bulk-motion", motion.caption.title, "en", motion),
        Paper("county-bulk-order", order.caption.title, "en", order),
    ]
    [first, second], _ = print_papers(papers, shelf=task.shelf)
    pages = list(exhibit_pages(lines, court=court_name(court.county), courthouse=court.name))
    exhibit = print_list(pages, title="Exhibit A", shelf=task.shelf)
    word = PAPER[task.office.mover]
    whole = joined([Part(papers[0].title, first.content), *exhibit])
    yield f"bulk {word}", f"{word}.pdf", whole.content, whole.page_count
    yield "bulk order", "order.pdf", second.content, second.page_count


def _list(court: Court, *, lines: tuple[CourtLine, ...], task: CountyTask) -> Iterator[_File]:
    pages = list(list_pages(lines, court=court_name(court.county), courthouse=court.name))
    whole = joined(print_list(pages, title="List of cases", shelf=task.shelf))
    yield "list", "list.pdf", whole.content, whole.page_count


def _tables(lines: tuple[CourtLine, ...]) -> Iterator[_File]:
    rows = [HEADS, *map(_row, lines)]
    for kind in (CSV, XLSX):
        yield "list", f"list.{kind}", table_file(rows, kind=kind), None


def _row(line: CourtLine) -> tuple[str, ...]:
    count, case = line.count, line.case
    return (
        case.case_number or "",
        case.name,
        section(count),
        count.conviction_date.isoformat() if count.conviction_date else "",
        count.level or "",
        RELIEF[count.relief] if count.relief else "",
        case.county,
        case.court or "",
    )


def _cases(court: Court, *, task: CountyTask) -> Iterator[CountyCase]:
    """Read the court's cases, all of which have papers, with the counts that stand on them."""
    with task.input.open("rb") as file:
        for _, start in court.lines:
            file.seek(start)
            yield checked(read_line(file.readline()), office=task.office).case
