"""Measures how long a RAP sheet takes: its text alone, and a PDF from the file to what it says; and how the time grows.

.venv/bin/python benchmarks/rap_sheet.py            2, 10, 50 and 200 pages
.venv/bin/python benchmarks/rap_sheet.py --no-pdf   the text alone
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clearrecord.settings")

from benchmarks.invented_sheets import LAYOUTS, invented_sheet
from petitions.rapsheet.engines import Engine
from petitions.rapsheet.extract import read_pages
from petitions.rapsheet.grammar import read_sheet
from petitions.rapsheet.pages import Pages, TextLine

PAGES = (2, 10, 50, 200)
LINES = 60
"""Lines of a page; a blank one counts, as on paper."""
AIM_MS_A_PAGE = 1.0
AIM_MS_FOR_50 = 100
AIM_MS_A_PDF_PAGE = 10
AIM_GROWTH = 4.4
ROUNDS = 25


def main() -> None:
    """Print the table; end with 1 where an aim is missed."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--no-pdf", action="store_true")
    options = asked.parse_args()
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    lines = list(_lines(max(PAGES) * LINES))
    missed = _text(lines)
    if not options.no_pdf:
        missed += _pdf(lines)
    print("All aims are met." if not missed else f"Missed: {'; '.join(missed)}")
    sys.exit(1 if missed else 0)


def _lines(wanted: int) -> Iterator[str]:
    """Yield the lines of one long life: the head of one sheet, then cycles of many, in every layout in turn."""
    made = 0
    for seed in count():
        layout = sorted(LAYOUTS)[seed % len(LAYOUTS)]
        text = [line for page in invented_sheet(seed, layout=layout, pages=5).pages for line in page]
        for line in text:
            if "END OF MESSAGE" not in line:
                yield line
                made += 1
            if made == wanted:
                return


def _pages(lines: list[str], pages: int) -> Pages:
    return [
        [TextLine(line) for line in lines[start : start + LINES]] for start in range(0, pages * LINES, LINES)
    ]


def _text(lines: list[str]) -> list[str]:
    print("\nText: best and median of", ROUNDS, "runs")
    print(f"{'pages':>6} {'ms':>8} {'median':>8} {'ms a page':>10} {'events':>7} {'peak MB':>8}")
    best: dict[int, float] = {}
    for pages in PAGES:
        asked = _pages(lines, pages)
        times = _times(partial(read_sheet, asked))
        best[pages] = times[0]
        events = len(read_sheet(asked).events)
        print(
            f"{pages:>6} {times[0]:>8.2f} {times[len(times) // 2]:>8.2f} {times[0] / pages:>10.3f} {events:>7} {_peak(asked):>8.1f}"
        )
    growth = best[200] / best[50]
    print(f"time at 200 pages / time at 50 pages: {growth:.2f}")
    return [
        *(["over 1 ms a page"] if max(best[50] / 50, best[200] / 200) > AIM_MS_A_PAGE else []),
        *(["50 pages over 100 ms"] if best[50] > AIM_MS_FOR_50 else []),
        *(["growth over 4.4"] if growth > AIM_GROWTH else []),
    ]


def _times(work: Callable[[], object]) -> list[float]:
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return sorted(times)


def _peak(pages: Pages) -> float:
    tracemalloc.start()
    read_sheet(pages)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1_000_000


def _pdf(lines: list[str]) -> list[str]:
    """Read PDFs with a text layer in the jail, and parse what they say."""
    from benchmarks.invented_sheets.faces import courier_pdf  # noqa: PLC0415 - slow to load, not always wanted

    print("\nPDF with text, from the bytes to what it says")
    print(f"{'pages':>6} {'ms':>8} {'ms a page':>10}")
    missed = []
    for pages in PAGES[:3]:
        printed = tuple(tuple(lines[start : start + LINES]) for start in range(0, pages * LINES, LINES))
        content = courier_pdf(printed, layout=LAYOUTS[min(LAYOUTS)])

        read = partial(_read_pdf, content)
        read()
        times = _times(read)
        print(f"{pages:>6} {times[0]:>8.1f} {times[0] / pages:>10.2f}")
        if times[0] / pages > AIM_MS_A_PDF_PAGE and pages >= 10:
            missed.append(f"{pages} pages of PDF over 10 ms a page")
    return missed


def _read_pdf(content: bytes) -> object:
    return read_sheet([page.lines for page in read_pages([content], engine=Engine.NONE)])


if __name__ == "__main__":
    main()
