"""Reckons from the cost of one of everything what machines carry, what gives way first, and what a launch day takes; pure."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

Costs = Mapping[str, float]
CORES, MEMORY_GIB = 2, 24
WEB_BUSY, WORK_BUSY, DATABASE_BUSY = 0.6, 0.9, 0.6
"""Assumed: how busy a processor may be. Pages come promptly below 60 %; work beside the pages may wait."""
PAPERS_SHARE = 0.4
"""Assumed: how many of a hundred interviews end with papers that are printed at once."""
CONNECTIONS, RESERVED = 100, 3
"""PostgreSQL as it comes: so many connections, of which some are its own."""
WEB_CONNECTIONS = 8
"""Two processes of four threads; each thread keeps its own."""
FILE_CALLS, FILE_BYTES = 2_000, 100_000_000
"""Assumed of a shared folder: files opened or made in a second, and bytes moved in a second."""
HOUR, DAY = 3_600, 86_400


@dataclass(frozen=True, slots=True)
class Setup:
    """So many machines: one has the database, unless it is the only one."""

    machines: int
    web: int
    work: int

    @property
    def is_alone(self) -> bool:
        """Say whether one machine does everything."""
        return self.machines == 1


SETUPS = (Setup(1, 1, 1), Setup(10, 6, 3), Setup(100, 66, 33))


@dataclass(frozen=True, slots=True)
class Carried:
    """How much of one thing a setup carries, and what holds it back."""

    number: float
    limit: str


def interviews_an_hour(costs: Costs, setup: Setup) -> Carried:
    """Return how many interviews with their papers."""
    web = web_seconds(costs)
    database = costs["database_seconds_of_an_interview"]
    return _paged(costs, setup, web=web, database=database, writes=costs["writes_of_an_interview"])


def saves_a_minute(costs: Costs, setup: Setup) -> Carried:
    """Return how many boxes of the desk."""
    web, database = costs["web_seconds_of_a_save"], costs["database_seconds_of_a_save"]
    found = _paged(costs, setup, web=web, database=database, writes=costs["writes_of_a_save"])
    return Carried(found.number / 60, found.limit)


def packets_a_day(costs: Costs, setup: Setup) -> Carried:
    """Return how many packets of print jobs, where machines that work do nothing else."""
    own, database = costs["worker_seconds_of_a_packet"], costs["database_seconds_of_a_packet"]
    if setup.is_alone:
        return Carried(CORES * DAY * WORK_BUSY / (own + database), "its processor")
    return min(
        Carried(setup.work * CORES * DAY * WORK_BUSY / own, "the workers’ processors"),
        Carried(CORES * DAY * DATABASE_BUSY / database, "the database’s processor"),
        Carried(
            FILE_BYTES * DAY / costs["file_bytes_of_a_packet"] / 2,
            "the shared folder: written once, read once",
        ),
        key=lambda one: one.number,
    )


def rows_an_hour(costs: Costs, setup: Setup) -> Carried:
    """Return how many rows of county reviews with all results."""
    own = costs["worker_seconds_of_a_thousand_rows"] / 1_000
    workers = setup.work * CORES * HOUR * WORK_BUSY / own
    if setup.is_alone:
        return Carried(workers, "its processor")
    moved = FILE_BYTES * HOUR / costs["file_bytes_of_a_row"] / 2
    return min(
        Carried(workers, "the workers’ processors"),
        Carried(moved, "the shared folder: written once, read once"),
        key=lambda one: one.number,
    )


def web_seconds(costs: Costs) -> float:
    """Return the seconds of processor that an interview takes of the site's own machines, with its share of papers."""
    return costs["web_seconds_of_an_interview"] + PAPERS_SHARE * costs["web_seconds_of_own_papers"]


def _paged(costs: Costs, setup: Setup, *, web: float, database: float, writes: float) -> Carried:
    """Return how many of what pages do, in an hour."""
    if setup.is_alone:
        return Carried(CORES * HOUR * WEB_BUSY / (web + database), "its processor")
    return min(
        Carried(setup.web * CORES * HOUR * WEB_BUSY / web, "the site’s processors"),
        Carried(CORES * HOUR * DATABASE_BUSY / database, "the database’s processor"),
        Carried(
            HOUR * DATABASE_BUSY * costs["commits_a_second_of_eight_writers"] / writes, "the database’s disk"
        ),
        key=lambda one: one.number,
    )


@dataclass(frozen=True, slots=True)
class Limit:
    """Something that gives way: with how many machines that only serve pages (or only work), and how that is reckoned."""

    what: str
    machines: float
    of: str
    sum: str
    then: str


def limits(costs: Costs) -> list[Limit]:
    """Return what gives way, that first which gives way first."""
    web, database = web_seconds(costs), costs["database_seconds_of_an_interview"]
    an_hour = CORES * HOUR * WEB_BUSY / web
    writes = (
        HOUR * DATABASE_BUSY * costs["commits_a_second_of_eight_writers"] / costs["writes_of_an_interview"]
    )
    reads = costs["requests_of_an_interview"] * an_hour / HOUR
    packets = CORES * WORK_BUSY / costs["worker_seconds_of_a_packet"]
    moved = packets * costs["file_bytes_of_a_packet"] * 2
    desk = costs["web_seconds_of_a_save"] / costs["database_seconds_of_a_save"]
    free = CONNECTIONS - RESERVED
    found = [
        Limit(
            "connections of the database",
            free / costs["connections_of_a_machine"],
            "machines with site and workers",
            f"({CONNECTIONS} − {RESERVED}) ÷ {costs['connections_of_a_machine']:.0f} of a machine",
            "raise `max_connections` (10 MB each at most), or put PgBouncer before it in session mode",
        ),
        Limit(
            "the database’s processor, desks",
            desk,
            "machines that serve desks",
            f"{costs['web_seconds_of_a_save'] * 1_000:.1f} ms of the site ÷ {costs['database_seconds_of_a_save'] * 1_000:.1f} ms of the database for a save",
            "more cores for the database",
        ),
        Limit(
            "the database’s processor, interviews",
            web / database,
            "machines that serve interviews",
            f"{web:.2f} s of the site ÷ {database:.3f} s of the database for an interview",
            "more cores for the database",
        ),
        Limit(
            "writes to the database’s disk",
            writes / an_hour,
            "machines that serve interviews",
            f"{costs['commits_a_second_of_eight_writers']:,.0f} a second × {DATABASE_BUSY} ÷ {costs['writes_of_an_interview']:.0f} of an interview = {writes:,.0f} interviews an hour ÷ {an_hour:,.0f} of a machine",
            "a disk with a battery or a faster one; `commit_delay`",
        ),
        Limit(
            "the folder of row keys",
            FILE_CALLS / reads,
            "machines that serve interviews",
            f"{FILE_CALLS:,} files a second ÷ ({costs['requests_of_an_interview']:.0f} pages × {an_hour:,.0f} interviews an hour ÷ {HOUR:,})",
            "a file server with its names in memory: a key is 32 bytes",
        ),
        Limit(
            "the shared folder’s bytes, printing",
            FILE_BYTES / moved,
            "machines that print",
            f"{FILE_BYTES / 1e6:,.0f} MB a second ÷ ({packets:.0f} packets a second × {costs['file_bytes_of_a_packet'] / 1e3:.0f} kB × 2)",
            "folders on a faster network",
        ),
    ]
    return sorted(found, key=lambda one: one.machines)


def memory_of_a_machine(costs: Costs) -> float:
    """Return the GB that a machine with site and workers uses of its memory."""
    return (2 * costs["megabytes_of_a_web_process"] + (CORES + 1) * costs["megabytes_of_a_worker"]) / 1_000


def needed(load: float, each: float) -> int:
    """Return how many are needed of what carries so much each."""
    return max(1, math.ceil(load / each))
