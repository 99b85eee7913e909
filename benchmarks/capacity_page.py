"""Writes benchmarks/capacity.md from measured costs: each figure with what it rests on; pure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from benchmarks.capacity_launch import (
    ARRIVALS,
    CLINIC,
    CLINIC_HOURS,
    CODES,
    COUNTY_HOUR,
    COUNTY_PACKETS,
    PACKETS_OF_A_MATTER,
    PAGES_SHARE,
    PAPERS,
    PEOPLE,
    LaunchDay,
    launch_day,
)
from benchmarks.capacity_sums import (
    CORES,
    DATABASE_BUSY,
    FILE_BYTES,
    FILE_CALLS,
    MEMORY_GIB,
    PAPERS_SHARE,
    SETUPS,
    WEB_BUSY,
    WORK_BUSY,
    Carried,
    Costs,
    Setup,
    interviews_an_hour,
    limits,
    memory_of_a_machine,
    packets_a_day,
    rows_an_hour,
    saves_a_minute,
)

_FIGURES: tuple[tuple[str, Callable[[Costs, Setup], Carried]], ...] = (
    ("interviews an hour, from the start to papers", interviews_an_hour),
    ("saves at the desk, a minute", saves_a_minute),
    ("packets of print jobs, a day", packets_a_day),
    ("rows of county reviews, an hour", rows_an_hour),
)
_COSTS: dict[str, tuple[str, str]] = {
    "requests_of_an_interview": (
        "{:.0f}",
        "requests of one interview, from the start page to the check of the answers",
    ),
    "web_seconds_of_an_interview": ("{:.3f} s", "processor of the site for them"),
    "database_seconds_of_an_interview": ("{:.3f} s", "processor of PostgreSQL for them"),
    "writes_of_an_interview": ("{:.0f}", "transactions that write, for them"),
    "wal_bytes_of_an_interview": ("{:,.0f} bytes", "that PostgreSQL writes down for them (WAL)"),
    "web_seconds_of_own_papers": ("{:.3f} s", "processor for a person’s papers of one case, as one file"),
    "web_seconds_of_a_code": (
        "{:.3f} s",
        "processor to keep answers under a code: the slow hash that makes guessing dear",
    ),
    "saves_of_a_matter": ("{:.0f}", "boxes of a matter with three cases at the desk, each a save"),
    "web_seconds_of_a_save": ("{:.4f} s", "processor of the site for a save, opening and rows included"),
    "database_seconds_of_a_save": ("{:.4f} s", "processor of PostgreSQL for a save"),
    "writes_of_a_save": (
        "{:.1f}",
        "transactions that write, for a save: answers, log, chain of the log, session",
    ),
    "wal_bytes_of_a_save": ("{:,.0f} bytes", "that PostgreSQL writes down for a save (WAL)"),
    "worker_seconds_of_a_packet": (
        "{:.3f} s",
        "processor of a worker for a packet of one case in a print job",
    ),
    "database_seconds_of_a_packet": ("{:.4f} s", "processor of PostgreSQL for it"),
    "file_bytes_of_a_packet": ("{:,.0f} bytes", "of a packet in the finished file, sealed"),
    "worker_seconds_of_a_thousand_rows": (
        "{:.3f} s",
        "processor for 1,000 rows of a review, with both spreadsheets",
    ),
    "file_bytes_of_a_row": ("{:,.0f} bytes", "kept of a row, sealed, with the research file itself"),
    "database_bytes_of_a_matter": (
        "{:,.0f} bytes",
        "in the database for a matter of two cases, with indexes",
    ),
    "database_bytes_of_a_log_line": (
        "{:,.0f} bytes",
        "in the database for a line of the audit log, with its link and indexes; of few lines, so rather too much",
    ),
    "key_files_of_a_matter": ("{:.0f}", "files in the folder of row keys for a matter"),
    "key_bytes_of_a_matter": ("{:,.0f} bytes", "of disk for them"),
    "commits_a_second_of_one_writer": (
        "{:,.0f}",
        "small transactions a second that the disk takes of one writer",
    ),
    "commits_a_second_of_eight_writers": ("{:,.0f}", "the same of eight writers at once"),
    "connections_of_a_machine": (
        "{:.0f}",
        "connections to the database of a machine with site and workers: 8 threads, 2 workers, the beat",
    ),
    "megabytes_of_a_web_process": ("{:,.0f} MB", "memory of a process of the site"),
    "megabytes_of_a_worker": ("{:,.0f} MB", "memory of a worker"),
}


def page(told: dict[str, Any]) -> str:
    """Return the page; ``told`` has ``day``, ``machine`` and ``costs``."""
    costs, day = told["costs"], launch_day(told["costs"])
    where = f"{told['day']}, {told['machine']}"
    parts = (_head(where), _carried(costs), _limits(costs), _launch(costs, day), _costs(costs, where))
    return "\n\n".join(parts) + "\n"


def _head(where: str) -> str:
    return f"""# What machines carry

Written by `benchmarks/capacity.py` from `benchmarks/capacity.json`; do not change it by hand. `.venv/bin/python benchmarks/capacity.py --measure` measures again (about three
minutes on a quiet machine; it starts a PostgreSQL and a site of its own), `.venv/bin/python benchmarks/capacity.py` only writes.

Every cost was **measured**: {where}. What is **assumed** says so. One machine has {CORES} cores and {MEMORY_GIB} GiB of memory. Times are those of the processor, so that another program on the
machine changes them little. Nothing here was tried on ten or on a hundred machines: those figures are reckoned."""


def _carried(costs: Costs) -> str:
    heads = [
        "1 machine",
        *(f"{one.machines} machines: 1 database, {one.web} site, {one.work} work" for one in SETUPS[1:]),
    ]
    lines = [f"| | {' | '.join(heads)} | held back by |", "|---|" + "---|" * (len(heads) + 1)]
    for name, reckon in _FIGURES:
        found = [reckon(costs, one) for one in SETUPS]
        numbers = " | ".join(f"{_round(one.number):,}" for one in found)
        lines.append(f"| {name} | {numbers} | {', then '.join(dict.fromkeys(one.limit for one in found))} |")
    memory = memory_of_a_machine(costs)
    return f"""## What 1, 10 and 100 machines carry
Each line as if nothing else were done. Assumed: processors of the site and the database are busy to {WEB_BUSY:.0%} and {DATABASE_BUSY:.0%}, so that pages come promptly; those of workers to {WORK_BUSY:.0%}; {PAPERS_SHARE:.0%} of
interviews end with papers.

{chr(10).join(lines)}

Where the database is the limit, more machines change nothing: give it more cores. With as many cores as it needs, ten times the machines carry ten times as much. Memory is not the
limit: a machine with site, workers and beat uses about {memory:.1f} GB of {MEMORY_GIB}."""


def _limits(costs: Costs) -> str:
    lines = ["| gives way | at about | reckoned | then |", "|---|---|---|---|"]
    lines += [
        f"| {one.what} | {one.machines:,.1f} {one.of} | {one.sum} | {one.then} |" for one in limits(costs)
    ]
    share = costs["web_seconds_of_a_code"] / costs["web_seconds_of_an_interview"]
    return f"""## What breaks first
From the top. Machines run at the shares above. Assumed: a shared folder opens {FILE_CALLS:,} files a second and moves {FILE_BYTES / 1e6:,.0f} MB a second; the database has {CORES} cores, one disk, and
PostgreSQL’s own setting of 100 connections.

{chr(10).join(lines)}

A code costs {share:.0%} of the processor that the whole interview takes, on purpose. It runs on the site’s machines, and so grows with them; nobody who guesses is let near it more than 20 times in ten minutes."""


def _launch(costs: Costs, day: LaunchDay) -> str:
    arrivals = ", ".join(f"{one:g}" for one in ARRIVALS)
    waits = max(day.waiting)
    over = next((hour for hour in range(24) if hour > COUNTY_HOUR and not day.waiting[hour]), None)
    cleared = "the rest is done on the next day"
    if not waits:
        cleared = "each hour’s packets are made within it"
    elif over is not None:
        cleared = f"by {over + 1}:00 nothing waits any more"
    return f"""## A launch day: {PEOPLE:,} people
![People who come in each hour, with what the machines carry; and packets that wait](capacity.svg)

Assumed: of a hundred people so many come in each hour of the day: {arrivals}. On average a person sees {PAGES_SHARE:.0%} of the pages; {PAPERS:.0%} have papers printed, {CODES:.0%} keep a code; {CLINIC:.0%} sit down at a clinic
between {CLINIC_HOURS.start}:00 and {CLINIC_HOURS.stop}:00, each with {PACKETS_OF_A_MATTER} packets to print; and one county hands in {COUNTY_PACKETS:,} packets at {COUNTY_HOUR}:00.

| what | how much | reckoned |
|---|---|---|
| people in the hour of most | {day.peak:,.0f} | {PEOPLE:,} × {max(ARRIVALS) / sum(ARRIVALS):.1%} |
| requests a second then | {day.requests:,.0f} | {day.peak:,.0f} × {PAGES_SHARE} × {costs["requests_of_an_interview"]:.0f} ÷ 3,600, and the desks |
| machines for the site | **{day.web_machines}** | {day.web_cores:.2f} s of processor a second ÷ ({CORES} × {WEB_BUSY}) |
| cores for the database | **{day.database_needs}** | {day.database_cores:.2f} s of processor a second ÷ {DATABASE_BUSY} |
| transactions that write, a second | {day.writes:,.0f} | of {costs["commits_a_second_of_eight_writers"]:,.0f} that the disk takes |
| connections to the database | {day.connections} | {day.web_machines} × 8, and {day.work_machines} × {CORES + 1} of workers |
| database at the end of the day | {day.database_gigabytes:.1f} GB | {PEOPLE:,} × (1 + {CODES} + {CLINIC}) × {costs["database_bytes_of_a_matter"]:,.0f} bytes, and the log of the desks |
| files of row keys | {day.key_files:,.0f} | as many; {day.key_files * costs["key_bytes_of_a_matter"] / max(1, costs["key_files_of_a_matter"]) / 1e9:.1f} GB of disk |
| machines for workers | {day.work_machines} | {CORES} × {WORK_BUSY} ÷ {costs["worker_seconds_of_a_packet"]:.3f} s = {CORES * WORK_BUSY / costs["worker_seconds_of_a_packet"]:.1f} packets a second |
| packets that wait at the most | {waits:,.0f} | {cleared} |

Before that day:

1. PostgreSQL on a machine of its own with {day.database_needs + 1} cores, one more than it needs at the most; `max_connections` at {max(100, -(-2 * day.connections // 50) * 50)}: twice what is needed, for an upgrade runs old and new processes at once.
2. {day.web_machines} machines for the site behind the web server, and one more, so that one may fail: [docs/deploy.md](../docs/deploy.md). The four folders of [docs/workers.md](../docs/workers.md) shared by all.
3. `REDIS_URL`, so that tasks do not add to what the database writes; {day.work_machines} machine for workers, none of them on a machine of the site.
4. `METRICS_TOKEN`, and the alerts of [docs/monitoring.md](../docs/monitoring.md).
5. A file server for the keys that has its names in memory: each page opens one.
6. A rehearsal of a tenth of it: `benchmarks/pages.py --people 100` against the machines that will serve."""


def _costs(costs: Costs, where: str) -> str:
    lines = ["| measured | what |", "|---|---|"]
    lines += [f"| {form.format(costs[name])} | {what} |" for name, (form, what) in _COSTS.items()]
    return f"""## Costs
Measured {where}: one site of two processes with four threads, four people at a time, PostgreSQL with its data on the disk of the machine; 40 interviews, 16 codes, 8 matters
at the desk, 80 packets, 100,000 rows.

{chr(10).join(lines)}"""


def _round(number: float) -> int:
    """Return a number to three places that say something."""
    if number < 1:
        return 0
    digits = len(str(int(number))) - 3
    return int(round(number, -digits)) if digits > 0 else round(number)
