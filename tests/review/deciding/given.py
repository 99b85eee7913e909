"""Makes the rows that a review is given, from few words, from a golden case or at random."""

from __future__ import annotations

import csv
import json
import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import polars as pl

from petitions.review.columns import COLUMNS, DECIDING
from petitions.review.options import Review, review_from

CASES = Path(os.environ.get("CLEARRECORD_SHARED", Path(__file__).parents[4] / "shared")) / "review/cases"
ABSENT = "the golden cases of the review are not here; set CLEARRECORD_SHARED to the folder that has them"
Row = dict[str, str]
ALL_RELIEF: dict[str, Any] = {
    "subjectUnder21AtConviction": True,
    "subjectAgeThreshold": 50,
    "yearsSinceConvictionThreshold": 10,
    "yearsCrimeFreeThreshold": 5,
    "subjectHasOnlyProp64Charges": True,
    "subjectIsDeceased": True,
}
"""Every further relief that an office can choose, in its own file of options."""


def a_row(**cells: str) -> Row:
    """Return a felony conviction under 11359 in Los Angeles, but for the cells that are given."""
    usual = {
        "SUBJECT_ID": "1",
        "PRI_NAME": "DOE,PAT",
        "PRI_DOB": "19800101",
        "STP_EVENT_DATE": "20050101",
        "STP_TYPE_DESCR": "COURT ACTION",
        "STP_ORI_CNTY_NAME": "LOS ANGELES",
        "CNT_ORDER": "101001001000",
        "OFFENSE_DESCR": "11359 HS-MADE UP",
        "OFFENSE_TOC": "F",
        "DISP_DESCR": "CONVICTED",
        "CONV_STAT_DESCR": "FELONY",
    }
    return {**dict.fromkeys(DECIDING, ""), **usual, **cells}


def table(rows: list[Row], *, first: int = 0) -> pl.DataFrame:
    """Return the table that the product is given."""
    cells = {name: [row.get(name, "") for row in rows] for name in DECIDING}
    frame = pl.DataFrame(cells, schema=dict.fromkeys(DECIDING, pl.String)).with_row_index("row", offset=first)
    return frame.with_columns(pl.col("row").cast(pl.UInt64))


@dataclass(frozen=True)
class Case:
    """One golden case."""

    name: str
    rows: list[Row]
    review: Review
    expected: list[list[str]]
    """The added cells of each row."""
    header: list[str]
    summary: dict[str, Any]


def case(name: str) -> Case:
    """Read a golden case."""
    folder = CASES / name
    stated = json.loads((folder / "options.json").read_text())
    header, *expected = _cells(folder / "expected.csv")
    found = folder / "expected_summary_clock_at_compute.json"
    review = review_from(
        options(stated), county=stated["county"], on=date.fromisoformat(stated["compute_at"])
    )
    rows = [line for line in _cells(folder / "input.csv") if line[0] != "RECORD_ID"]
    return Case(
        name,
        [dict(zip(COLUMNS, line, strict=False)) for line in rows],
        review,
        [line[len(COLUMNS) :] for line in expected],
        header[len(COLUMNS) :],
        json.loads(found.read_text()) if found.exists() else {},
    )


def options(stated: dict[str, Any]) -> dict[str, Any]:
    """Return what a golden case says of the policy."""
    years = {key: stated[key] for key in ("individual_age", "years_conviction_free") if key in stated}
    return {"flow": stated["flow"], **(stated["eligibilityOptions"] or {}), **years}


def _cells(path: Path) -> list[list[str]]:
    with path.open(newline="", encoding="utf-8-sig") as file:
        return list(csv.reader(file))


_TEXTS = """11359 HS-SALE|11359(A) HS-SALE|11357(A) HS-CONC|11357(B) HS-POSS|11357(C) HS-POSS|11357 HS-POSS|11357(b) HS-POSS
11358 HS-GROW|11360 HS-SELL|11360(A) HS-GIVE|664/11358 HS-ATT|664-11358 HS-ATT|664.11359 HS-ATT|66411359 HS-ATT|664/11359 HS-A
111357 XX-OTHER|11357.5 HS-SYNTH|11357.5/11358 HS-X|11358/11359 HS-X|11378/11359 HS-X|459 PC-BURGLARY|187 PC-MURDER|1187 PC-X
537 PC-INN|664/187 PC-ATT|288(A) PC-LEWD|288(B)(1) PC-LEWD|288A(C)(1) PC-ORAL|1272 PC-BAIL|272 PC-MINOR|314(1) PC-EXP
246 PC-SHOOT|186.22(B)(4) PC-GANG|246/186.22(B)(4) PC-BOTH|290 PC-REG|602 PC-TRESPASS|1148 PC-X|148 PC - RESIST|4060 BP-PILLS
4060 BP -PILLS|11364 HS-PIPE|SEE COMMENT FOR CHARGE||   |SEE COMMENT""".replace("\n", "|").split("|")
_COMMENTS = [
    "",
    "",
    "",
    "11358 HS-GROW",
    "CHARGE WAS 11360 HS",
    "11357(D) HS",
    "11357(A)",
    "NO CHARGE",
    "664-11357 HS",
]
_DAYS = [
    "20161108",
    "20161109",
    "20161110",
    "20120101",
    "20120229",
    "20100701",
    "20100702",
    "20050101",
    "20000101",
    "20190101",
    "20250101",
    "20130630",
]
_BAD_DAYS = ["", "20120400", "20120000", "ABC", "20130231"]
_BIRTHS = [
    "19850101",
    "19600229",
    "19700701",
    "19700702",
    "19910101",
    "19991231",
    "20000101",
    "19630701",
    "19980630",
    "19550505",
    "19990701",
]


def random_rows(random: Random, *, people: int) -> list[Row]:
    """Make up rows of people with much of what a file can go wrong in."""
    rows = [row for number in range(people) for row in _of_person(random, str(number))]
    if random.random() < 0.5:
        random.shuffle(rows)
    return rows


def _of_person(random: Random, name: str) -> list[Row]:
    born = random.choice(_BIRTHS) if random.random() < 0.95 else random.choice(_BAD_DAYS)
    rows = [_any_row(random, name, born) for _ in range(random.choice([1, 1, 2, 3, 5, 9]))]
    for row in [row for row in rows if random.random() < 0.25]:
        part = {"SENT_LENGTH": random.choice(["1", "6", "20"]), "SENT_TIME_CODE": random.choice("DMY")}
        rows.insert(random.randrange(len(rows) + 1), {**row, **(part if random.random() < 0.8 else {})})
    return rows


def _any_row(random: Random, name: str, born: str) -> Row:
    often = random.random() < 0.8
    return a_row(
        SUBJECT_ID=name,
        PRI_DOB=born if random.random() < 0.97 else random.choice(_BIRTHS + _BAD_DAYS),
        RACE_DESCR=random.choice(["WHITE", "BLACK", "HISPANIC", ""]),
        STP_EVENT_DATE=random.choice(_DAYS if random.random() < 0.93 else _BAD_DAYS),
        STP_TYPE_DESCR=random.choice(
            ["COURT ACTION"] * 9 + ["ARREST/DETAINED/CITED", "REGISTRATION", "DECEASED"]
        ),
        STP_ORI_CNTY_NAME=random.choice(["LOS ANGELES"] * 4 + ["YOLO", "LOS ANGELES "]),
        CNT_ORDER=f"{random.randint(101, 103)}00{random.randint(1, 2)}00{random.randint(1, 3)}000",
        OFN=random.choice(["", "A1", "B2", "NULL  "]),
        OFFENSE_DESCR=random.choice(_TEXTS[:11] if often and random.random() < 0.5 else _TEXTS),
        OFFENSE_TOC=random.choice("FFM"),
        DISP_DESCR=random.choice(["CONVICTED", "CONVICTED-JAIL", "CONVICTED-PROBATION", "DISMISSED"]),
        CONV_STAT_DESCR=random.choice(["FELONY"] * 5 + ["MISDEMEANOR", "", "  ", "felony"]),
        SENT_LENGTH=random.choice(["", "", "6", "1", "99", "999", "x", "12"]),
        SENT_TIME_CODE=random.choice("DMMY "),
        SENT_ORDER=random.choice(["", "", "1", "2"]),
        COMMENT_TEXT=random.choice(_COMMENTS),
    )
