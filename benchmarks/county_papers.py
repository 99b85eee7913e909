"""Measures the papers of a county review: a motion and a proposed order for each case, courts' papers and lists, on disk.

    python benchmarks/county_papers.py                           5,000 cases
    python benchmarks/county_papers.py --orders 66000            as many as Los Angeles announced in 2020
    python benchmarks/county_papers.py --orders 66000 --merge    with volumes for each court as well

An order is one case: two files, a motion and a proposed order. Time is by the clock on the wall and is that of the
command as a whole (processor time tells of a machine that others use too): its start, reading the cases, every paper, each court's motion with its exhibit, its lists as PDF,
CSV and XLSX, and the manifest. The cases are invented.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clearrecord.settings")

import django

django.setup()

from benchmarks.invented_county import OFFICE, cases
from petitions.exchange.county_cases import case_lines


def main() -> None:
    """Print the machine, then the rate and the time."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--orders", type=int, default=5_000, help="how many cases")
    parser.add_argument("--courts", type=int, default=0, help="how many courthouses; 0 is all of the county")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--merge", action="store_true", help="also join volumes")
    options = parser.parse_args()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    machine = f"{os.cpu_count()} cores, {memory:.0f} GiB, load {os.getloadavg()[0]:.1f}"
    print(f"machine   {machine}, Python {platform.python_version()}")
    with tempfile.TemporaryDirectory(dir=ROOT / "var") as folder:
        measure(Path(folder), options=options)


def measure(folder: Path, *, options: argparse.Namespace) -> None:
    """Run the command once."""
    given, office, output = folder / "cases.ndjson", folder / "office.json", folder / "papers"
    with given.open("w", encoding="utf-8") as file:
        file.writelines(case_lines(cases(options.orders, courts=options.courts)))
    office.write_text(json.dumps(OFFICE), encoding="utf-8")
    command = [sys.executable, "manage.py", "county_papers", str(given), "--office", str(office)]
    command += ["--output", str(output), "--workers", str(options.workers)]
    began = time.perf_counter()
    subprocess.run([*command, *(["--merge"] if options.merge else [])], cwd=ROOT, check=True)
    seconds = time.perf_counter() - began
    tell(output, orders=options.orders, workers=options.workers, seconds=seconds)


def tell(output: Path, *, orders: int, workers: int, seconds: float) -> None:
    """Print what was made, and how fast."""
    papers = list((output / "papers").rglob("*.pdf"))
    of_courts = [path for path in (output / "courts").rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in (*papers, *of_courts)) / 1e9
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor, most = used.ru_utime + used.ru_stime, used.ru_maxrss // 1_024
    print(
        f"{orders:,} cases, {len(papers):,} papers and {len(of_courts):,} files for courts, {size:,.1f} GB, in "
        f"{seconds:,.0f} s ({processor:,.0f} s of processor time): {orders / seconds:,.0f} orders with their motions a second on {workers} processes; "
        f"the largest process {most} MB"
    )


if __name__ == "__main__":
    main()
