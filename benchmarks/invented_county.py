"""Invented cases of one county's review, one a line: python benchmarks/invented_county.py 66000 >cases.ndjson

They are as the county of Los Angeles announced its own in 2020: nearly all felonies, most of sections 11359 and
11360, seven in ten cases with one count, names as the state's file has them, some 30 courthouses of one county.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from petitions.courts.directory import load_directory
from petitions.documents.county.cases import CountyCase, CountyCount, Ground
from petitions.exchange.county_cases import case_lines
from petitions.law.terms import Level, Prefix, Relief, Sentence

COUNTY = "Los Angeles"
OFFICE = {
    "mover": "prosecutor",
    "name": "Office of the District Attorney (invented)",
    "attorney": "Jordan Sample",
    "bar_number": "123456",
    "mailing_address": {"street": "1200 Test Street", "city": "Los Angeles", "state": "CA", "zip": "90012"},
    "phone": "(213) 555-0100",
    "email": "filings@example.org",
}
_LAST = (
    *("EXAMPLE", "SAMPLE", "TESTA", "MUSTER", "MOCK", "TRIAL", "SPECIMEN", "IBANEZ", "RODRIGUEZ EJEMPLO"),
    *("MARTINEZ-MUESTRA", "FERNANDEZ DE LA MUESTRA"),
)
_FIRST = (
    "MARIA",
    "JOSE LUIS",
    "LAKEISHA",
    "ANH T",
    "ROBERT",
    "DENISE M",
    "LUIS",
    "WEI",
    "TYRONE",
    "MARIA GUADALUPE",
)
_SECTIONS = (
    ("11357", "a"),
    ("11358", None),
    ("11359", None),
    ("11359", None),
    ("11360", "a"),
    ("11360", "a"),
)
_GROUNDS = (Ground.NOT_CHALLENGED,) * 9 + (Ground.LESSER_TODAY,)
_FIRST_DAY = date(1975, 1, 1)


def cases(amount: int, *, seed: int = 64, courts: int = 0) -> Iterator[CountyCase]:
    """Yield cases, the same ones for the same seed; ``courts`` limits how many courthouses there are, 0 to all."""
    dice = random.Random(seed)
    names = [one.name for one in load_directory().courthouses(COUNTY)][: courts or None]
    for number in range(1, amount + 1):
        yield CountyCase(
            county=COUNTY,
            court=dice.choice(names),
            case_number=f"{dice.choice(('BA', 'A', 'GA', 'KA', 'LA', 'NA', 'YA', 'TA'))}{100_000 + number}",
            name=f"{dice.choice(_LAST)},{dice.choice(_FIRST)}",
            sentence=dice.choice((Sentence.COMPLETED, None)),
            counts=tuple(_count(dice) for _ in range(dice.choice((1, 1, 1, 1, 1, 1, 1, 2, 2, 3)))),
        )


def _count(dice: random.Random) -> CountyCount:
    section, letter = dice.choice(_SECTIONS)
    ground = dice.choice(_GROUNDS)
    return CountyCount(
        section=section,
        subdivision=letter,
        prefix=Prefix.ATTEMPT if dice.random() < 0.01 else Prefix.NONE,
        conviction_date=_FIRST_DAY + timedelta(days=dice.randrange(15_000)),
        level=Level.FELONY,
        relief=Relief.MISDEMEANOR if ground is Ground.LESSER_TODAY else Relief.DISMISS_SEAL,
        ground=ground,
    )


if __name__ == "__main__":
    sys.stdout.writelines(case_lines(islice(cases(int(sys.argv[1])), None)))
