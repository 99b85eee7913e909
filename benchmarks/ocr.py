"""Measures how sheets are read: text, PDF, scans and photos of invented sheets, each fact against the truth.

    python benchmarks/ocr.py                                  ten sheets of two pages, every usual kind
    python benchmarks/ocr.py --kinds photo --sheets 40        photos alone
    python benchmarks/ocr.py --kinds scan-hard,photo-hard     what one would ask to take again

Aims: text exact; scans 99 % exact; photos 95 % exact; on all of them nothing wrong that is not flagged. A fact is
flagged where the page asks the person to compare it with the sheet, or shows its line as not understood, or tells
that the whole page could not be read (those pages are counted). What is wrong, missing or invented without a flag is listed. The same arguments give the same sheets and the same pictures.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, TypeAlias

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clearrecord.settings")

import django

django.setup()

from benchmarks.invented_sheets import LAYOUTS, InventedSheet, invented_sheet
from benchmarks.invented_sheets.comparing import UNSEEN, Finding, Verdict, compare
from benchmarks.invented_sheets.faces import Picture
from benchmarks.invented_sheets.files import FileKind, files_of, pictures_of
from benchmarks.invented_sheets.memory import PeakMemory
from benchmarks.invented_sheets.truth import FactKind
from petitions.rapsheet.engines import Engine
from petitions.rapsheet.extract import PageRead, read_pages
from petitions.rapsheet.grammar import read_sheet
from petitions.rapsheet.pages import pages_of

USUAL = "text,pdf,scan,photo"
HEAD = "kind         sheets pages  facts   exact  flagged  right but flagged  wrong missing invented  s/page  peak MB"
RIGHT = (Verdict.EXACT, Verdict.SPARE_FLAG)


class Job(NamedTuple):
    """A sheet as it comes in. ``lines``: its pages, where they are text already."""

    files: list[bytes]
    pictures: list[Picture]
    lines: list[PageRead]


Reader: TypeAlias = Callable[[Job], list[PageRead]]


@dataclass
class Tally:
    """What was found for one kind of file. Where cycles begin is counted in ``by_fact`` only."""

    sheets: int = 0
    pages: int = 0
    seconds: float = 0.0
    megabytes: int = 0
    verdicts: Counter[Verdict] = field(default_factory=Counter)
    by_fact: Counter[tuple[FactKind, Verdict]] = field(default_factory=Counter)
    troubles: Counter[str] = field(default_factory=Counter)
    """What the person is told of whole pages."""
    unseen: list[str] = field(default_factory=list)


def main() -> None:
    """Read every sheet in every kind, then print the table and what went wrong in silence."""
    options = _options()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    print(
        f"machine   {os.cpu_count()} cores, {memory:.0f} GiB, load {os.getloadavg()[0]:.1f}, Python {platform.python_version()}"
    )
    print(f"engine    {options.engine}, seeds from {options.seed}\n")
    tallies = {kind: Tally() for kind in map(FileKind, options.kinds.split(","))}
    print(HEAD, flush=True)
    for kind, tally in tallies.items():
        for sheet in _sheets(options):
            _take(sheet, kind=kind, reader=_reader(options), tally=tally)
        print(_row(kind, tally), flush=True)
    for kind, tally in tallies.items():
        _print_facts(kind, tally)
        _print_unseen(kind, tally.unseen[: options.show])


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sheets", type=int, default=10, help="sheets of each kind")
    parser.add_argument("--pages", type=int, default=2, help="pages of each sheet, 1 to 30")
    parser.add_argument("--engine", default="rapid", choices=[engine.value for engine in Engine])
    parser.add_argument("--seed", type=int, default=1, help="the first seed")
    parser.add_argument("--kinds", default=USUAL, help=", ".join(kind.value for kind in FileKind))
    parser.add_argument(
        "--direct",
        action="store_true",
        help="pictures without the jail and its limit of time, on a busy machine",
    )
    parser.add_argument("--show", type=int, default=40, help="silent mistakes listed for each kind")
    return parser.parse_args()


def _sheets(options: argparse.Namespace) -> Iterator[InventedSheet]:
    """Every layout in turn."""
    for number in range(options.sheets):
        layout = list(LAYOUTS)[number % len(LAYOUTS)]
        yield invented_sheet(options.seed + number, layout=layout, pages=options.pages)


def _reader(options: argparse.Namespace) -> Reader:
    if not options.direct:
        return lambda job: list(read_pages(job.files, engine=Engine(options.engine)))
    from petitions.rapsheet.pictures import reading  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415  heavy, else kept in the jail

    reading.get_ready(Engine(options.engine))
    return lambda job: [
        PageRead(found.lines, b"", from_picture=True, trouble=found.trouble)
        for found in (reading.read_picture(one, engine=Engine(options.engine)) for one in job.pictures)
    ]


def _take(sheet: InventedSheet, *, kind: FileKind, reader: Reader, tally: Tally) -> None:
    job = _job(sheet, kind)
    with PeakMemory() as memory:
        start = time.perf_counter()
        pages = job.lines or reader(job)
        read = read_sheet([page.lines for page in pages])
        tally.seconds += time.perf_counter() - start
    tally.megabytes = max(tally.megabytes, memory.megabytes)
    tally.sheets += 1
    tally.pages += len(sheet.pages)
    tally.troubles.update(page.trouble.value for page in pages if page.trouble)
    lost = [
        line for page, printed in zip(pages, sheet.pages, strict=True) if not page.lines for line in printed
    ]
    for finding in compare(read, sheet.truth, lost=lost):
        _count(finding, sheet, tally)


def _job(sheet: InventedSheet, kind: FileKind) -> Job:
    pictures = pictures_of(sheet, kind=kind) if kind not in (FileKind.TEXT, FileKind.PDF) else []
    files = files_of(sheet, kind=kind)
    lines = pages_of(sheet.text) if kind is FileKind.TEXT else ()
    return Job(files, pictures, [PageRead(page, b"", from_picture=False, trouble=None) for page in lines])


def _count(finding: Finding, sheet: InventedSheet, tally: Tally) -> None:
    if finding.kind is not FactKind.CYCLE:
        tally.verdicts[finding.verdict] += 1
    tally.by_fact[finding.kind, finding.verdict] += 1
    if finding.verdict in UNSEEN:
        tally.unseen.append(f"{sheet.layout} {sheet.seed}: {finding.line}")


def _row(kind: FileKind, tally: Tally) -> str:
    found = tally.verdicts
    facts = found.total() - found[Verdict.INVENTED]
    return (
        f"{kind.value:<12} {tally.sheets:>6} {tally.pages:>5} {facts:>6}"
        f" {_share(found, *RIGHT):>6.2f}% {_share(found, Verdict.FLAGGED):>7.2f}% {_share(found, Verdict.SPARE_FLAG):>17.2f}%"
        f" {found[Verdict.WRONG]:>6} {found[Verdict.MISSING]:>7} {found[Verdict.INVENTED]:>8}"
        f" {tally.seconds / max(tally.pages, 1):>7.2f} {tally.megabytes:>8}"
    )


def _print_facts(kind: FileKind, tally: Tally) -> None:
    """Print the kinds of facts that were not all exact; where cycles begin is told here only."""
    for trouble, amount in tally.troubles.items():
        print(f"{kind.value:<12} {amount} pages told as: {trouble}")
    for fact in FactKind:
        found = Counter({verdict: tally.by_fact[fact, verdict] for verdict in Verdict})
        if found.total() > found[Verdict.EXACT]:
            told = ", ".join(f"{amount} {verdict.value}" for verdict, amount in found.items() if amount)
            print(f"{kind.value:<12} {fact.value:<20} {told}")


def _print_unseen(kind: FileKind, lines: Sequence[str]) -> None:
    for line in lines:
        print(f"{kind.value:<12} SILENT {line}")


def _share(found: Counter[Verdict], *verdicts: Verdict) -> float:
    facts = found.total() - found[Verdict.INVENTED]
    return 100 * sum(found[verdict] for verdict in verdicts) / max(facts, 1)


if __name__ == "__main__":
    main()
