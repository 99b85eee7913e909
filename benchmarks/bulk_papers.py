"""Measures papers a second and core: WeasyPrint as it comes, the full lane, the bulk lane, pdftk and pypdf.

    python benchmarks/bulk_papers.py                  the lanes, in about five minutes
    python benchmarks/bulk_papers.py --packets 66000  also that many packets on disk, by the packets command

The one-page petition is the court's form CR-400 (New July 1, 2017), filled, where ../shared has it; without
it only our own pleading of two pages is measured. Rates are of CPU time, so that another program on the
machine does not change them; what ran on two processes is told by the clock on the wall.
"""

from __future__ import annotations

import argparse
import io
import json
import logging
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date
from itertools import cycle, islice
from multiprocessing import get_context
from pathlib import Path
from shutil import which

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clearrecord.settings")

import django

django.setup()
logging.getLogger("pypdf").setLevel(logging.ERROR)  # it warns at each filled form

from pypdf import PdfReader, PdfWriter

from benchmarks.invented_filings import filings
from petitions.documents import render
from petitions.documents.build import packets_of, print_packets
from petitions.documents.bulk.lane import BulkLane
from petitions.documents.bulk.letters import NeedsFullRender
from petitions.documents.official.form import OfficialForm
from petitions.documents.official.store import check_addition
from petitions.documents.packet import Packets
from petitions.exchange.packet_input import read_packet_input

ON = date(2026, 11, 24)
SHARED = Path(os.environ.get("CLEARRECORD_SHARED", ROOT.parent / "shared"))
FORM = SHARED / "documents" / "forms" / "CR-400.pdf"
NAIVE, FULL, BULK, PEERS = 30, 60, 4_000, 30
PETITION, GUIDE, PROOF = "petition", "cover-sheet", "proof-of-service"
Job = Callable[[Packets], int]


def main() -> None:
    """Print every rate, and the machine."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--packets", type=int, default=0, help="also print so many packets on disk")
    options = parser.parse_args()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    machine = f"{os.cpu_count()} cores, {memory:.0f} GiB, load {os.getloadavg()[0]:.1f}"
    print(f"machine   {machine}, Python {platform.python_version()}")
    official = check_addition(FORM.read_bytes(), mapping=None).form if FORM.is_file() else None
    if official is not None:
        lanes("CR-400, one page", documents=(PETITION,), official=official)
    lanes("our own petition, two pages", documents=(PETITION,), official=None)
    lanes("packet: guide, petition, proof of service", documents=(GUIDE, PETITION, PROOF), official=official)
    if official is not None:
        peers()
    if options.packets:
        on_disk(options.packets)


def lanes(name: str, *, documents: tuple[str, ...], official: OfficialForm | None) -> None:
    """Print the rates of one kind of file by every lane."""
    made = list(islice(usual(documents, official=official), 500))
    pages = len(made) and print_packets(made[0]).file("all.pdf")
    print(f"{name} ({pages.pages if pages else 0} pages in one file)")
    naive = rate("  WeasyPrint as it comes", NAIVE, made=made, job=naively)
    rate("  full lane", FULL, made=made, job=fully)
    lane = BulkLane()
    for packets in made:
        lane.print(packets)
    bulk = rate("  bulk lane", BULK, made=made, job=lambda packets: in_bulk(packets, lane=lane))
    print(f"  bulk lane against WeasyPrint as it comes: {bulk / naive:,.0f} times")
    print(f"  memory of this process at most {peak()} MB, {grown(made, lane=lane)} MB more after 20,000 more")
    on_two(documents, official=official)


def usual(documents: tuple[str, ...], *, official: OfficialForm | None) -> Iterator[Packets]:
    """Yield invented packets with only these papers, that fit the bulk lane and have one case and count."""
    lane = BulkLane()
    for data in cycle(filings(3_000)):
        record, filing = read_packet_input(data)
        whole = packets_of(record, filing=filing, language="en", on=ON, official=official)
        if len(whole.cases) != 1 or len(record.convictions) != 1:
            continue
        [case] = whole.cases
        kept = tuple(paper for paper in case.papers if paper.document in documents)
        only = replace(whole, cases=(replace(case, papers=kept),))
        try:
            lane.print(only)
        except NeedsFullRender:
            continue
        yield only


def rate(name: str, amount: int, *, made: list[Packets], job: Job) -> float:
    """Print and return how many a second of CPU time."""
    size = job(made[0])
    began = time.process_time()
    for packets in islice(cycle(made), amount):
        job(packets)
    each = (time.process_time() - began) / amount
    print(f"{name:<28}{1 / each:>10,.1f} a second and core {each * 1_000:>10.2f} ms {size:>10,} bytes")
    return 1 / each


def naively(packets: Packets) -> int:
    """Lay each paper out with nothing kept from the one before: fonts, style sheet and all."""
    for kept in (render._fonts, render._style):  # noqa: SLF001 - this is what it measures
        kept.cache_clear()
    return fully(packets)


def fully(packets: Packets) -> int:
    """Print one file by the full lane."""
    found = print_packets(packets).file("all.pdf")
    return len(found.content) if found else 0


def in_bulk(packets: Packets, *, lane: BulkLane) -> int:
    """Print one file, and where it has several papers these alone too, by the bulk lane."""
    found = lane.print(packets).file("all.pdf")
    return len(found.content) if found else 0


def on_two(documents: tuple[str, ...], *, official: OfficialForm | None) -> None:
    """Print what one and two processes do by the clock on the wall."""
    for workers in (1, 2):
        with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
            list(pool.map(work, [(documents, official, 10)] * workers))
            began = time.perf_counter()
            done = sum(pool.map(work, [(documents, official, BULK)] * workers))
            seconds = time.perf_counter() - began
        print(f"  bulk lane on {workers} process(es), wall {done / seconds:>10,.1f} a second")


_KEPT: dict[int, tuple[BulkLane, list[Packets]]] = {}


def work(asked: tuple[tuple[str, ...], OfficialForm | None, int]) -> int:
    """Print so many, of a few hundred that the first call prepares."""
    documents, official, amount = asked
    if not _KEPT:
        lane, made = BulkLane(), list(islice(usual(documents, official=official), 300))
        for packets in made:
            lane.print(packets)
        _KEPT[0] = lane, made
    lane, made = _KEPT[0]
    for packets in islice(cycle(made), amount):
        lane.print(packets)
    return amount


def grown(made: list[Packets], *, lane: BulkLane) -> int:
    """Return how many MB more this process needed after printing many more."""
    before = peak()
    for packets in islice(cycle(made), 20_000):
        lane.print(packets)
    return peak() - before


def peak() -> int:
    """Return the most memory that this process had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1_024


def peers() -> None:
    """Print what two other programs take to fill and flatten the court's form."""
    print("other programs on CR-400, one page")
    peer("  pypdf, fields filled", with_pypdf)
    if which("pdftk"):
        peer("  pdftk-java, filled and flat", with_pdftk)
    else:
        print("  pdftk-java is not installed: apt-get install pdftk-java")


def peer(name: str, job: Callable[[], int]) -> None:
    """Print the rate of another program, its own processes included."""
    size = job()
    began = cpu()
    for _ in range(PEERS):
        job()
    each = (cpu() - began) / PEERS
    print(f"{name:<28}{1 / each:>10,.1f} a second and core {each * 1_000:>10.2f} ms {size:>10,} bytes")


def cpu() -> float:
    """Return the CPU seconds of this process and of those it has waited for."""
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


_PREFIX = "topmostSubform[0].Page1[0]."
_VALUES = {
    f"{_PREFIX}Caption_sf[0].AttyInfo[0].AttyName_ft[0]": "Maria Example",
    f"{_PREFIX}Caption_sf[0].AttyInfo[0].AttyStreet_ft[0]": "1200 Test Street",
    f"{_PREFIX}Caption_sf[0].CaseName[0].Defendant_ft[0]": "Maria Example",
    f"{_PREFIX}Caption_sf[0].Stamp[0].CaseNumber_ft[0]": "BA198765",
}


def with_pypdf() -> int:
    """Fill the form with pypdf."""
    writer = PdfWriter(clone_from=PdfReader(FORM))
    writer.update_page_form_field_values(writer.pages[0], _VALUES, auto_regenerate=False)
    stream = io.BytesIO()
    writer.write(stream)
    return len(stream.getvalue())


def with_pdftk() -> int:
    """Fill and flatten the form with pdftk."""
    fields = "".join(f"<< /T ({name}) /V ({value}) >>\n" for name, value in _VALUES.items())
    values = f"%FDF-1.2\n1 0 obj\n<< /FDF << /Fields [\n{fields}] >> >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
    command = ["pdftk", str(FORM), "fill_form", "-", "output", "-", "flatten"]
    return len(subprocess.run(command, input=values.encode(), capture_output=True, check=True).stdout)


def on_disk(amount: int) -> None:
    """Print how long the command takes to put so many packets on disk, its start and its reading included."""
    with tempfile.TemporaryDirectory(dir=ROOT / "var") as folder:
        records, output = Path(folder) / "filings.ndjson", Path(folder) / "papers"
        with records.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(filing, ensure_ascii=False) + "\n" for filing in filings(amount))
        command = [
            sys.executable,
            "manage.py",
            "packets",
            str(records),
            "--output",
            str(output),
            "--workers",
            "2",
        ]
        began = time.perf_counter()
        subprocess.run(command, cwd=ROOT, check=True)
        seconds = time.perf_counter() - began
        written = sum(path.stat().st_size for path in output.rglob("packet.pdf"))
        most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1_024
        print(
            f"{amount:,} packets on disk in {seconds:,.0f} s, {amount / seconds:,.0f} a second on two processes; "
            f"packet.pdf alone {written / 1e9:,.1f} GB; the largest process {most} MB"
        )


if __name__ == "__main__":
    main()
