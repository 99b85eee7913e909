"""Measures how long it takes to read PDF files of text: 2, 10, 50 and 200 pages, opened in the jail.

.venv/bin/python benchmarks/text_layer.py [--rounds 5]
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from petitions.rapsheet.engines import Engine
from petitions.rapsheet.extract import count_pages, read_pages
from petitions.rapsheet.files import jail
from tests.rapsheet.left import forget_the_most, megabytes_of, most_megabytes
from tests.rapsheet.sheet_files import LONG_PAGE, text_pdf

PAGES = (2, 10, 50, 200)


def main() -> None:
    """Print the best and the middle of some rounds; the other work of a computer only ever adds to them."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    print(f"the jail starts and reads its first page: {_seconds(1) * 1000:.0f} ms")
    print(
        f"{'pages':>6} {'count ms':>9} {'first ms':>9} {'all ms':>8} {'ms a page':>10} {'middle':>7} {'more MB':>8}"
    )
    for pages in PAGES:
        _measure(pages, rounds=rounds)


def _measure(pages: int, *, rounds: int) -> None:
    file = text_pdf([LONG_PAGE] * pages)
    before = megabytes_of()
    forget_the_most()
    counts = sorted(_counted(file) for _round in range(rounds))
    firsts = sorted(_seconds_of(file, most=1) for _round in range(rounds))
    alls = sorted(_seconds_of(file, most=pages) for _round in range(rounds))
    best, middle = alls[0] * 1000, alls[rounds // 2] * 1000
    grown = most_megabytes() - before
    print(
        f"{pages:6} {counts[0] * 1000:9.1f} {firsts[0] * 1000:9.1f} {best:8.0f} {best / pages:10.1f}"
        f" {middle / pages:7.1f} {grown:8.1f}"
    )


def _seconds(pages: int) -> float:
    jail.get_ready()
    return _seconds_of(text_pdf([LONG_PAGE] * pages), most=pages)


def _counted(file: bytes) -> float:
    started = time.perf_counter()
    count_pages([file])
    return time.perf_counter() - started


def _seconds_of(file: bytes, *, most: int) -> float:
    started = time.perf_counter()
    for read, page in enumerate(read_pages([file], engine=Engine.NONE), start=1):
        assert page.lines and page.picture
        if read == most:
            break
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
