"""Invented records with filing facts, one a line: python benchmarks/invented_filings.py 66000 >filings.ndjson

They are as an office would file them for its county: seven in ten have one count, a fifth two, one in fifty a
second case; dates and sections of 1990 to 2016; a third without e-mail; one in twelve with another name.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

_FIRST = (
    "Maria",
    "José",
    "Lakeisha",
    "Anh",
    "Robert",
    "Denise",
    "Luis",
    "Zoë",
    "Wei",
    "Tyrone",
    "Ana",
    "Sam",
)
_LAST = (
    "Example",
    "Muñoz",
    "Sample",
    "Tran",
    "Testa",
    "Muster",
    "Ibáñez",
    "Mock",
    "Trial",
    "Specimen",
    "Nguyễn",
)
_STREETS = ("Test Street", "Sample Avenue", "Calle Ejemplo", "W. 3rd Street", "Model Way")
_COURTS = ("Los Angeles",)
_SECTIONS = (("11357", "b"), ("11357", "a"), ("11358", None), ("11359", None), ("11360", "a"))
_FIRST_DAY = date(1990, 1, 1)


def filings(amount: int, *, seed: int = 64) -> Iterator[dict[str, Any]]:
    """Yield records of the contract, the same ones for the same seed."""
    dice = random.Random(seed)
    for number in range(1, amount + 1):
        yield _record(dice, number=number)


def _record(dice: random.Random, *, number: int) -> dict[str, Any]:
    cases = [_case_number(dice) for _ in range(2 if dice.random() < 0.02 else 1)]
    counts = [
        _count(dice, name=f"c{case}-{count}", case_number=case_number)
        for case, case_number in enumerate(cases)
        for count in range(dice.choices((1, 2, 3), weights=(72, 20, 8))[0])
    ]
    return {
        "id": f"r{number:06d}",
        "petitioner": {"date_of_birth": "1968-05-05", "super_strike": "no", "sex_offense": "no"},
        "convictions": counts,
        "filing": _filing(dice, cases=cases),
    }


def _count(dice: random.Random, *, name: str, case_number: str) -> dict[str, Any]:
    section, letter = dice.choice(_SECTIONS)
    offense = _FIRST_DAY + timedelta(days=dice.randrange(9_500))
    return {
        "id": name,
        "jurisdiction": "california_adult",
        "outcome": "convicted",
        "county": _COURTS[0],
        "case_number": case_number,
        "code": "HS",
        "section": section,
        "subdivision": letter,
        "prefix": "none",
        "level": "misdemeanor" if letter == "b" else dice.choice(("felony", "misdemeanor")),
        "offense_date": offense.isoformat(),
        "conviction_date": (offense + timedelta(days=dice.randrange(30, 300))).isoformat(),
        "sentence_status": "completed" if dice.random() < 0.97 else "supervised",
        "later_relief": [],
    }


def _filing(dice: random.Random, *, cases: list[str]) -> dict[str, Any]:
    return {
        "name_on_case": _name(dice),
        "name_now": _name(dice) if dice.random() < 0.08 else None,
        "mailing_address": {
            "street": f"{dice.randrange(1, 9_999)} {dice.choice(_STREETS)}",
            "city": "Los Angeles",
            "state": "CA",
            "zip": f"900{dice.randrange(10, 99)}",
        },
        "phone": f"(213) 555-0{dice.randrange(100, 200)}",
        "email": f"sample{dice.randrange(99_999)}@example.org" if dice.random() < 0.67 else None,
        "cases": [
            {
                "county": _COURTS[0],
                "case_number": case,
                "waive_original_judge": True,
                "waive_appearance": dice.random() < 0.8,
                "proposed_order": True,
            }
            for case in cases
        ],
    }


def _name(dice: random.Random) -> str:
    return f"{dice.choice(_FIRST)} {dice.choice(_LAST)}"


def _case_number(dice: random.Random) -> str:
    return f"BA{dice.randrange(100_000, 999_999)}"


if __name__ == "__main__":
    for filing in filings(int(sys.argv[1])):
        print(json.dumps(filing, ensure_ascii=False))
