"""Makes the papers of each court as one ZIP file: a bulk motion with its exhibit, its order, and the list of cases."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from petitions.documents.county.cases import CountyCase, CountyOffice
from petitions.documents.county.checking import Checked, checked
from petitions.documents.county.list_pages import CourtLine, court_lines
from petitions.documents.framing import Reply
from petitions.documents.worker import NotPrinted, run
from petitions.exchange.county_run.court_work import court_papers
from petitions.exchange.county_run.courts import Court, CourtJob, Product
from petitions.exchange.county_run.task import CountyTask
from petitions.exchange.tables import CSV, table_file

_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_SECONDS, _SECONDS_A_HUNDRED = 40, 3
_LEFT_OUT = ("Case Number", "Defendant", "Courthouse", "Count", "Why")


@dataclass(frozen=True, slots=True)
class CourtOrder:
    """What a worker prints for one court."""

    court: Court
    lines: tuple[CourtLine, ...]
    office: CountyOffice


def papers_by_court(cases: Sequence[CountyCase], *, office: CountyOffice) -> bytes:
    """Return the ZIP file: a folder for each court, and the table of what got no paper; raise NotPrinted."""
    found = [checked(case, office=office) for case in cases]
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, (court, lines) in enumerate(_by_court(found), start=1):
            for name, content in _printed(number, court, lines, office=office):
                archive.writestr(zipfile.ZipInfo(name, _ZIP_TIME), content, zipfile.ZIP_DEFLATED)
        left_out = table_file([_LEFT_OUT, *_without_papers(found)], kind=CSV)
        archive.writestr(zipfile.ZipInfo("without-papers.csv", _ZIP_TIME), left_out, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def print_court(order: CourtOrder) -> Reply:
    """Print what a court gets on paper; the job of the worker."""
    made = [one for product in (Product.MOTION, Product.LIST) for one in _made(order, product)]
    return Reply({"names": [name for name, _content in made]}, tuple(content for _name, content in made))


def _made(order: CourtOrder, product: Product) -> Iterator[tuple[str, bytes]]:
    task = CountyTask(Path(), Path(), order.office)
    for _paper, name, content, _pages in court_papers(
        CourtJob(order.court, product), lines=order.lines, task=task
    ):
        yield name, content


def _by_court(found: Sequence[Checked]) -> Iterator[tuple[str | None, tuple[CourtLine, ...]]]:
    with_papers = [one.case for one in found if one.not_made is None]
    ordered = sorted(with_papers, key=lambda case: case.court or "")
    for court, cases in groupby(ordered, key=lambda case: case.court):
        yield court, court_lines(cases)


def _printed(
    number: int, court: str | None, lines: tuple[CourtLine, ...], *, office: CountyOffice
) -> Iterator[tuple[str, bytes]]:
    order = CourtOrder(Court(number, lines[0].case.county, court, ()), lines, office)
    seconds = _SECONDS + _SECONDS_A_HUNDRED * (len(lines) // 100)
    reply = run(print_court, order, seconds=seconds)
    names = reply.head.get("names", ())
    if not names or len(names) != len(reply.parts):
        raise NotPrinted
    for name, content in (*zip(names, reply.parts, strict=True), *_made(order, Product.TABLES)):
        yield f"court-{number:03d}/{name}", content


def _without_papers(found: Sequence[Checked]) -> Iterator[tuple[str, ...]]:
    """Give a line for each case without papers, and for each count that is not on them."""
    for one in found:
        case = one.case
        about = (case.case_number or "", case.name, case.court or "")
        if one.not_made is not None:
            yield (*about, "", one.not_made.value)
        for number, why in one.left_out:
            yield (*about, str(number), why.value)
