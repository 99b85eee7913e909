"""Measures how long a packet takes, from a record as JSON to the PDF files: cold, and warm."""

from __future__ import annotations

import time

STARTED = time.perf_counter()

import argparse
import os
import platform
import statistics
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clearrecord.settings")

import django

django.setup()

from petitions.documents.build import BuiltPacket, build_packet, packets_of
from petitions.documents.framing import Reply
from petitions.documents.worker import get_ready, print_in_worker, run
from petitions.exchange.filing import read_filing
from petitions.exchange.reading import read_record

ON = date(2026, 11, 24)
AIM_MS = 600
RECORD = {
    "petitioner": {"date_of_birth": "1980-05-05", "super_strike": "no", "sex_offense": "no"},
    "convictions": [
        {
            "id": "c1",
            "jurisdiction": "california_adult",
            "outcome": "convicted",
            "county": "Los Angeles",
            "case_number": "BA000001",
            "code": "HS",
            "section": "11357",
            "subdivision": "b",
            "prefix": "none",
            "level": "misdemeanor",
            "offense_date": "2005-03-02",
            "conviction_date": "2005-04",
            "sentence_status": "completed",
            "later_relief": [],
        }
    ],
}
ADDRESS = {"street": "1200 Test Street", "unit": None, "city": "Oakland", "state": "CA", "zip": "94612"}
FILING = {
    "name_on_case": "Maria Example",
    "mailing_address": ADDRESS,
    "cases": [
        {
            "county": "Los Angeles",
            "case_number": "BA000001",
            "waive_original_judge": True,
            "waive_appearance": False,
        }
    ],
}


def main() -> None:
    """Print the cold time, the median of the warm times, and the machine."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    packet = make()
    cold = time.perf_counter() - STARTED
    whole = [timed(make) for _ in range(rounds)]
    every = [timed(make_folder) for _ in range(rounds)]
    get_ready()
    started = time.perf_counter()
    make_in_worker()
    press = (time.perf_counter() - started) * 1000
    there = [timed(make_in_worker) for _ in range(rounds)]
    nothing = [timed(do_nothing_in_worker) for _ in range(rounds)]
    pages = sum(paper["pages"] for case in packet.manifest["cases"] for paper in case["papers"])
    print(
        f"machine   {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {platform.python_version()}"
    )
    print(
        f"papers    {len(packet.files)} files, {pages} pages, {len(packet.files[-1].content):,} bytes in one"
    )
    print(f"cold      {cold * 1000:,.0f} ms (new process, imports and fonts included)")
    print(f"packet    {told(whole)}, aim {AIM_MS} ms (packet.pdf, as the site sends it)")
    print(f"folder    {told(every)} (packet.pdf, each paper apart and the manifest, as the command writes)")
    print(f"worker    {told(there)} (the same as folder, printed in the worker: the difference is its cost)")
    print(f"fork      {told(nothing)} (a job of the worker that does nothing)")
    print(f"press     {press:,.0f} ms (the first packet of a worker that was not started yet)")


def make() -> BuiltPacket:
    """Make one case's packet, and write it as one PDF."""
    packet = build_packet(read_record(RECORD), filing=read_filing(FILING), language="en", on=ON)
    assert packet.files[-1].content
    return packet


def make_folder() -> BuiltPacket:
    """Make one case's packet, and write every file of it."""
    packet = make()
    assert packet.manifest
    return packet


def make_in_worker() -> BuiltPacket:
    """Make one case's packet in the printing worker, as the site and the command do."""
    packet = print_in_worker(
        packets_of(read_record(RECORD), filing=read_filing(FILING), language="en", on=ON)
    )
    assert packet.manifest
    return packet


def do_nothing_in_worker() -> object:
    """Ask the worker for an empty answer."""
    return run(Reply, {})


def timed(work: Callable[[], object]) -> float:
    """Return the milliseconds of one more packet."""
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def told(times: list[float]) -> str:
    """Return the median and the spread."""
    return f"{statistics.median(times):,.0f} ms median, {min(times):,.0f} to {max(times):,.0f}"


if __name__ == "__main__":
    main()
