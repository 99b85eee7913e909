"""Measures how many records the law decides in a second on one core: all facts known, and two not known."""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from petitions.exchange.reading import read_record
from petitions.law.determine import determine
from petitions.law.facts import Record

ON = date(2026, 11, 24)
LITTLE_KNOWN = (
    "subdivision", "level", "flower_grams", "concentrate_grams", "plants", "conduct", "recipient_age", "home_grow_lawful",
    "from_own_home_plants", "sold_to_minor", "earlier_same_section", "later_relief", "sentence_status", "super_strike",
)  # fmt: skip
"""What people are asked and often do not know of an old case whose section and dates are on their papers."""
WARM_UP = 2_000
COUNTIES = (
    "Alameda", "Butte", "Contra Costa", "Fresno", "Humboldt", "Kern", "Los Angeles", "Mendocino", "Orange",
    "Riverside", "Sacramento", "San Diego", "San Francisco", "Santa Clara", "Shasta", "Sonoma", "Tulare", "Yolo",
)  # fmt: skip
CHARGES = (
    ("11357", "a"), ("11357", "b"), ("11357", "c"), ("11358", "a"), ("11358", "a"), ("11359", "a"),
    ("11359", "a"), ("11360", "a"), ("11360", "a"), ("11360", "b"),
)  # fmt: skip
"""Sections with a letter each, so that none is unknown; on 11358 and 11359, which had none, it says nothing."""
CONDUCTS = (
    "sold", "offered_to_sell", "transported_for_sale", "transported", "gave_away", "imported", "exported",
)  # fmt: skip
ORDERS: tuple[list[str], ...] = (
    [],
    [],
    [],
    [],
    ["reduced_17b"],
    ["dismissed_1203"],
    ["prop_64_redesignated"],
)
OF_PERSON = ("date_of_birth", "super_strike", "sex_offense")
NULL_IF_NOT_KNOWN = (
    "date_of_birth", "county", "case_number", "code", "section", "subdivision", "offense_date",
    "conviction_date", "age_at_offense",
)  # fmt: skip


def main() -> None:
    """Print both speeds, and the machine."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=20_000, help="in each round, none of them twice")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    print(
        f"machine   {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {platform.python_version()}"
    )
    print(
        f"measured  law.determine, one process, records read before; {options.rounds} rounds of {options.records:,} "
        f"new records after {WARM_UP:,} others to warm up"
    )
    for name, unknown, aim, among in (
        ("all facts known", 0, 20_000, ()),
        ("two unknown, of those little known", 2, 8_000, LITTLE_KNOWN),
        ("two unknown, any", 2, 8_000, ()),
    ):
        measure(name, unknown, aim=aim, among=among, records=options.records, rounds=options.rounds)


def measure(name: str, unknown: int, *, aim: int, among: tuple[str, ...], records: int, rounds: int) -> None:
    """Print the speed for records in which so many facts are not known; ``among``: which may be, () any."""
    random = Random(64 + unknown)
    stream = made_up(random, unknown=unknown, among=among)
    timed([next(stream) for _ in range(WARM_UP)])
    speeds, by_processor, counts = [], [], 0
    for _ in range(rounds):
        batch = [next(stream) for _ in range(records)]
        counts += sum(len(record.convictions) for record in batch)
        wall, processor = timed(batch)
        speeds.append(records / wall)
        by_processor.append(records / processor)
    print(
        f"{name}: {statistics.median(speeds):,.0f} records a second, median (aim {aim:,}); "
        f"{min(speeds):,.0f} to {max(speeds):,.0f}; {counts / records / rounds:.2f} convictions in a record; "
        f"{statistics.median(by_processor):,.0f} by processor time"
    )


def timed(batch: list[Record]) -> tuple[float, float]:
    """Return the seconds that the law takes for these records, by the clock and of the processor."""
    started, busy = time.perf_counter(), time.process_time()
    for record in batch:
        determine(record, on=ON)
    return time.perf_counter() - started, time.process_time() - busy


def made_up(random: Random, *, unknown: int, among: tuple[str, ...] = ()) -> Iterator[Record]:
    """Yield records without end, no two alike: each has a case number of its own."""
    number = 0
    while True:
        number += 1
        born = date(1940, 1, 1) + timedelta(random.randrange(365 * 58))
        counts = random.choices((1, 2, 3), (80, 15, 5))[0]
        person: dict[str, Any] = {
            "date_of_birth": born.isoformat(),
            "super_strike": history(random, born=born),
            "sex_offense": history(random, born=born),
        }
        convictions = [a_count(random, born=born, name=f"{number}-{place}") for place in range(counts)]
        forget(random, person, convictions[0], number=unknown, among=among)
        yield read_record({"petitioner": person, "convictions": convictions}, on=ON)


def history(random: Random, *, born: date) -> Any:
    """Return mostly none; else one prior of an adult court."""
    if random.random() < 0.9:
        return "no"
    when = min(born + timedelta(365 * 18 + random.randrange(365 * 30)), ON)
    return [{"conviction_date": when.isoformat(), "court": "adult"}]


def a_count(random: Random, *, born: date, name: str) -> dict[str, Any]:
    """Return a count of a person so born, between 15 and 45 years old."""
    offense = min(born + timedelta(365 * 15 + random.randrange(365 * 30)), date(2016, 11, 30))
    section, letter = random.choice(CHARGES)
    is_less = letter in "bc" or (section == "11357" and random.random() < 0.5)
    return {
        "id": name,
        "jurisdiction": "california_adult",
        "outcome": "convicted",
        "county": random.choice(COUNTIES),
        "case_number": f"BA{name}",
        "code": "HS",
        "section": section,
        "subdivision": letter,
        "prefix": random.choices(("none", "attempt", "conspiracy"), (96, 2, 2))[0],
        "level": "misdemeanor" if is_less else "felony",
        "offense_date": offense.isoformat(),
        "conviction_date": (offense + timedelta(random.randrange(400))).isoformat(),
        "age_at_offense": (offense - born).days // 366,
        "sentence_status": random.choices(("completed", "supervised", "in_custody"), (90, 7, 3))[0],
        "later_relief": random.choice(ORDERS),
        "earlier_same_section": random.choices((0, 1, 2), (85, 10, 5))[0],
        "pleaded_down_from_marijuana": "no",
        **an_act(random, section, letter),
    }


def an_act(random: Random, section: str, letter: str) -> dict[str, Any]:
    """Return the facts of the act, with amounts on both sides of every limit."""
    little = random.random() < 0.6 and letter != "c"
    is_hash = section in ("11357", "11360") and letter == "a" and random.random() < 0.5
    return {
        "drug_form": "concentrate" if is_hash else "flower",
        "flower_grams": 0
        if is_hash
        else round(random.uniform(0.1, 28.5) if little else random.uniform(28.6, 900), 1),
        "concentrate_grams": round(random.uniform(0.1, 20), 1) if is_hash else 0,
        "plants": random.randrange(1, 30),
        "from_own_home_plants": random.choice(("yes", "no", "no")),
        "on_school_grounds": "no",
        "conduct": random.choice(CONDUCTS),
        "recipient_age": random.choice(("21_or_older", "18_to_20", "none")),
        "sold_to_minor": random.choices(("no", "yes"), (95, 5))[0],
        "hired_under_21": random.choices(("no", "yes"), (95, 5))[0],
        "environmental_harm": random.choices(("no", "yes"), (95, 5))[0],
        "home_grow_lawful": random.choice(("yes", "no")),
    }


def forget(
    random: Random, person: dict[str, Any], count: dict[str, Any], *, number: int, among: tuple[str, ...]
) -> None:
    """Make so many facts of the person and the count not known, any of those ``among``."""
    keys = among or tuple(key for key in (*OF_PERSON, *count) if key != "id")
    for key in random.sample(keys, number):
        part = person if key in OF_PERSON else count
        if key == "prefix":
            del part[key]
        else:
            part[key] = None if key in NULL_IF_NOT_KNOWN else "unsure"


if __name__ == "__main__":
    main()
