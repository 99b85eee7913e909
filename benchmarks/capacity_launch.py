"""Reckons a launch day: who comes when, and what that takes of machines, database and printing; pure."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.capacity_sums import (
    CORES,
    DATABASE_BUSY,
    HOUR,
    WEB_BUSY,
    WEB_CONNECTIONS,
    WORK_BUSY,
    Costs,
    needed,
)

PEOPLE = 200_000
ARRIVALS = (1, 0.5, 0.5, 0.5, 0.5, 1, 2, 4, 6, 8, 10, 11, 12, 8, 6, 5, 4, 4, 4, 4, 3, 2, 1.5, 1.5)
"""Assumed: of a hundred people so many come in each hour of the day; the news tells of it at noon."""
PAGES_SHARE, PAPERS, CODES = 0.8, 0.4, 0.3
"""Assumed: people see four fifths of the pages on average; so many have papers printed, so many keep a code."""
CLINIC = 0.02
"""Assumed: so many sit down at a clinic that day, between 9 and 17; each has a matter with two packets."""
COUNTY_PACKETS, COUNTY_HOUR = 66_000, 9
"""Assumed: one county hands in so many packets at once, at that hour."""
CLINIC_HOURS = range(9, 17)
PACKETS_OF_A_MATTER = 2


@dataclass(frozen=True, slots=True)
class LaunchDay:
    """What the day takes."""

    people: tuple[float, ...]
    """By hour."""
    peak: float
    """People in the hour of most."""
    requests: float
    """In a second of that hour."""
    web_cores: float
    web_machines: int
    carried: float
    """People in an hour that these machines carry."""
    database_cores: float
    """Busy in the hour of most, as seconds of processor a second."""
    connections: int
    writes: float
    """In a second of that hour."""
    database_gigabytes: float
    key_files: float
    work_machines: int
    waiting: tuple[float, ...]
    """Packets that wait at the end of each hour."""

    @property
    def database_needs(self) -> int:
        """Return the cores that the database should have."""
        return needed(self.database_cores, DATABASE_BUSY)


def launch_day(costs: Costs, *, work_machines: int = 1) -> LaunchDay:
    """Return it."""
    people = tuple(PEOPLE * share / sum(ARRIVALS) for share in ARRIVALS)
    peak, desks = max(people), PEOPLE * CLINIC / len(CLINIC_HOURS)
    one = _web_seconds(costs)
    saves = desks * costs["saves_of_a_matter"] / HOUR
    web = peak * one / HOUR + saves * costs["web_seconds_of_a_save"]
    machines = needed(web, CORES * WEB_BUSY)
    at_once = peak / HOUR * PAGES_SHARE
    return LaunchDay(
        people=people,
        peak=peak,
        requests=at_once * costs["requests_of_an_interview"] + saves,
        web_cores=web,
        web_machines=machines,
        carried=(machines * CORES * WEB_BUSY - saves * costs["web_seconds_of_a_save"]) * HOUR / one,
        database_cores=at_once * costs["database_seconds_of_an_interview"]
        + saves * costs["database_seconds_of_a_save"],
        connections=machines * WEB_CONNECTIONS + work_machines * (CORES + 1),
        writes=at_once * costs["writes_of_an_interview"] + saves * costs["writes_of_a_save"],
        database_gigabytes=_stored(costs) / 1e9,
        key_files=PEOPLE * (1 + CODES + CLINIC),
        work_machines=work_machines,
        waiting=_waiting(costs, work_machines),
    )


def _web_seconds(costs: Costs) -> float:
    """Return the seconds of the site's processors that a person takes."""
    return (
        PAGES_SHARE * costs["web_seconds_of_an_interview"]
        + PAPERS * costs["web_seconds_of_own_papers"]
        + CODES * costs["web_seconds_of_a_code"]
    )


def _stored(costs: Costs) -> float:
    """Return the bytes in the database at the end of the day: a visit is kept for days, and takes less than a matter."""
    rows = PEOPLE * (1 + CODES + CLINIC) * costs["database_bytes_of_a_matter"]
    return rows + PEOPLE * CLINIC * costs["saves_of_a_matter"] * costs["database_bytes_of_a_log_line"]


def _waiting(costs: Costs, machines: int) -> tuple[float, ...]:
    """Return how many packets wait at the end of each hour."""
    an_hour = machines * CORES * HOUR * WORK_BUSY / costs["worker_seconds_of_a_packet"]
    each, left, found = PEOPLE * CLINIC * PACKETS_OF_A_MATTER / len(CLINIC_HOURS), 0.0, []
    for hour in range(24):
        left += (each if hour in CLINIC_HOURS else 0) + (COUNTY_PACKETS if hour == COUNTY_HOUR else 0)
        left = max(0.0, left - an_hour)
        found.append(left)
    return tuple(found)
