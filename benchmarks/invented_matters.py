"""The answers of made-up people with two cases each, for print jobs; Django must be set up."""

from __future__ import annotations

from typing import Any

from petitions.clinic.desk.changes import apply_cells
from petitions.interview.answers import Answers, new_answers
from petitions.interview.counts import with_conviction
from petitions.interview.screening import today

COUNTIES = ("Los Angeles", "San Diego", "Alameda", "Fresno", "Orange", "Humboldt")
CODES = ("11357", "11358", "11359", "11360")


def answers_of_one(number: int, *, surname: str = "Example") -> Answers:
    """Return the answers of one made-up person: two cases, in one county or in two."""
    answers = with_conviction(new_answers())
    sent: dict[str, dict[str, Any]] = {
        "you.name-on-case": {"part_name_on_case": f"Testa {surname} {'ABCDEFGHIJ'[number % 10]}{number}"},
        "you.name-now": {"answer": "same"},
        "you.other-names": {"answer": "T. Example"},
        "you.mail": {
            "answer": "yes",
            "part_street": f"{number + 1} Sample Street",
            "part_city": "Oakland",
            "part_state": "CA",
            "part_zip": "94601",
        },
        "you.contact": {"part_phone": "510-555-0100", "part_email": ""},
        "you.lawyer": {"answer": "no"},
        "you.serious-crimes": {"answer": "no"},
        "you.registration": {"answer": "no"},
        **_case("c1", number),
        **_case("c2", number + 1),
    }
    found = apply_cells(answers, sent, on=today())
    assert not found.errors, found.errors
    return found.answers


def _case(place: str, number: int) -> dict[str, dict[str, Any]]:
    facts: dict[str, dict[str, Any]] = {
        "county": {"text": COUNTIES[number % len(COUNTIES)]},
        "courthouse": {"answer": "unsure"},
        "case-number": {"text": f"BA{number:05d}{place[1]}"},
        "crime": {"text": f"HS {CODES[number % len(CODES)]}"},
        "level": {"answer": "felony"},
        "when": {"text": f"{number % 12 + 1}/5/{1995 + number % 20}"},
        "convicted-when": {"text": str(1996 + number % 20)},
        "age": {"answer": "21_or_older"},
        "sentence": {"answer": "completed"},
        "ending": {"answer": "convicted"},
        "court": {"answer": "california_adult"},
        "changed": {"answer": ["none"]},
        "earlier": {"answer": "0"},
        "prosecutor": {"answer": "district_attorney"},
        "judge": {"answer": "yes"},
        "hearing": {"answer": "no"},
        "order": {"answer": "yes" if number % 2 else "no"},
        "server": {"answer": "unknown"},
    }
    return {f"{place}.{key}": fields for key, fields in facts.items()}
