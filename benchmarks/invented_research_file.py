"""Invents a research file of a county: as long as asked for, always the same for one seed, about 800 bytes a row.

Its numbers of cases, counts and sentences are those that the peer's own generator has; beside them stands what real
files have and that one lacks: attempts, charges told only in the comment, registrations, deaths, unknown and
unreadable dates, doubled quotes, and now and then a row that is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from random import Random

from petitions.review.columns import COLUMNS

COUNTY = "LOS ANGELES"
_AT = {name: place for place, name in enumerate(COLUMNS)}
_PERSON, _STEP, _COUNT = slice(0, 36), slice(36, 50), slice(50, 95)
_FILL = "       -"
_FIRST_DAY, _DAYS = date(1970, 1, 1), 18_400
_TOGETHER = 4_000
_PROP64 = (
    "11357(A) HS-POSSESS CONCENTRATED CANNABIS", "11357(B) HS-POSSESS MARIJUANA 28.5- GRAMS", "11357(C) HS-POSS MARIJUANA OVER 1 OZ/28.5 GRM",
    "11357 HS-POSSESS MARIJUANA/HASHISH", "11357(A)HS-POSSESS", "11357(D) HS-POSSESS MARIJUANA AT SCHOOL",
    "11358 HS-CULTIVATE MARIJUANA/HASHISH", "11358 HS-CULTIVATE CANNABIS", "11358(C) HS-PLANT/CULTIVATE/ETC MARIJUANA",
    "11359 HS-POSSESS MARIJUANA/HASHISH FOR SALE", "11359 HS-POSSESS MARIJUANA FOR SALE", "11359(A) HS-POSS MARIJUANA FOR SALE",
    "11360(A) HS-SELL/FURNISH/ETC MARIJUANA/HASH", "11360 HS-TRANSPORT/SELL MARIJUANA", "11360(A) HS-GIVE/TRANSPORT/ETC MARIJUANA 28.5- GRAMS",
    "11360(B) HS-GIVE/TRANSP MARIJ", "664/11358 HS-ATT CULTIVATE MARIJUANA", "664/11360(A) HS-ATT SELL MARIJUANA", "664-11359 HS-ATT POSSESS FOR SALE",
)  # fmt: skip
_OTHERS = tuple(
    f"{section}-{words}"
    for words, sections in {
        "THEFT": "484 PC,487 PC,488 PC,490.2 PC,496(A) PC,666 PC,10851(A) VC,459 PC,460(B) PC,470(D) PC",
        "DRUGS": "11350(A) HS,11351 HS,11352(A) HS,11364 HS,11377(A) HS,11378 HS,11379(A) HS,11550(A) HS,11351.5 HS,11357.5 HS",
        "DRIVING": "23152(A) VC,23152(B) VC,14601.1(A) VC,20002(A) VC,12500(A) VC,40508(A) VC,2800.2(A) VC,23103 VC,14601.2(A) VC,4462.5 VC",
        "FORCE": "242 PC,245(A)(1) PC,273.5(A) PC,422 PC,211 PC,240 PC,243(E)(1) PC,417(A)(1) PC,246.3 PC,368(B)(1) PC",
        "ORDER": "148(A)(1) PC,602(L) PC,647(F) PC,415 PC,166(A)(4) PC,853.7 PC,1320(A) PC,594(A) PC,374.3(A) PC,136.1(A) PC",
        "WEAPONS OR GANG": "12020(A) PC,12025(A) PC,12031(A)(1) PC,25400(A)(2) PC,29800(A)(1) PC,186.22(A) PC,653K PC,626.10(A) PC,288(A) PC,187(A) PC",
    }.items()
    for section in sections.split(",")
)  # fmt: skip
_LAST = "ADAMS BAKER CHAVEZ DIAZ EVANS FLORES GARCIA HILL IVES JONES KHAN LOPEZ MOORE NGUYEN ORTIZ PARK QUINN RIVERA SMITH TRAN".split()  # noqa: SIM905
_FIRST = "ALEX BLAKE CASEY DREW EDEN FRAN GALE HAYDEN INDIGO JAMIE KELLY LEE MORGAN NOEL ORION PAT QUINN RILEY SAM TERRY".split()  # noqa: SIM905
_RACES = ("BLACK", "HISPANIC", "WHITE", "ASIAN", "OTHER", "UNKNOWN")
_SENTENCES = (("D", "DAYS", 100), ("M", "MONTHS", 24), ("Y", "YEARS", 10))


def write_file(path: Path, *, rows: int, seed: int = 64) -> None:
    """Write whole people until there are that many rows."""
    left = rows
    lines = _lines(Random(seed))
    with path.open("w", encoding="ascii", newline="") as file:
        file.write(",".join(COLUMNS) + "\n")
        while left > 0:
            person = [line for _ in range(min(_TOGETHER, left // 100 + 1)) for line in next(lines)]
            file.writelines(islice(person, left))
            left -= len(person)


@dataclass(slots=True)
class _Person:
    """One invented person, whose rows are made one after the other."""

    chance: Random
    number: int
    cells: list[str] = field(default_factory=lambda: [_FILL] * len(COLUMNS))
    cycle: int = 100

    def set(self, **cells: str) -> None:
        for name, text in cells.items():
            self.cells[_AT[name]] = text


def _lines(chance: Random) -> Iterator[list[str]]:
    number = 10_000_000
    while True:
        number += chance.randint(1, 9)
        yield list(_history(_new_person(chance, number=number)))


def _new_person(chance: Random, *, number: int) -> _Person:
    person = _Person(chance, number)
    born = date(1950, 1, 1) + timedelta(days=chance.randrange(18_262))
    name = f'"{chance.choice(_LAST)},{chance.choice(_FIRST)} {chance.choice("ABCDEFG")}"'
    birth = (
        f"{born:%Y%m%d}" if chance.random() > 0.003 else chance.choice(("", f"{born.year}0000", "19991399"))
    )
    person.set(
        SUBJECT_ID=str(number), CII_NUMBER=f"A{number}", REQ_NAME=name, PRI_NAME=name, PRI_DOB=birth,
        REQ_DOB=birth, GENDER=chance.choice("MMMF"), RACE_DESCR=chance.choice(_RACES), END_OF_REC="#",
    )  # fmt: skip
    return person


def _history(person: _Person) -> Iterator[str]:
    """Yield the rows of all cases in the order of their days, and what else the file tells of the person."""
    chance = person.chance
    kinds = [
        *[_prop64_case] * chance.choices((1, 2, 3), (80, 15, 5))[0],
        *[_conviction] * round(6 * chance.expovariate(1)),
        *[_no_conviction] * round(10 * chance.expovariate(1)),
    ]
    chance.shuffle(kinds)
    days = sorted(chance.randrange(_DAYS) for _ in kinds)
    for kind, day in zip(kinds, days, strict=True):
        person.cycle += 1
        yield from kind(person, _FIRST_DAY + timedelta(days=day))
    for share, step, offense in (
        (0.02, "REGISTRATION", "290(A) PC-REGISTRATION OF SEX OFFENDER"),
        (0.02, "DECEASED", ""),
    ):
        if chance.random() < share:
            yield _lone_row(
                person, step=step, offense=offense, on=_FIRST_DAY + timedelta(days=chance.randrange(_DAYS))
            )


def _prop64_case(person: _Person, on: date) -> Iterator[str]:
    return _case(
        person,
        on,
        offenses=_PROP64,
        county=COUNTY,
        disposed=("CONVICTED", "CONVICTED-PROB/JAIL", "CONVICTED-PRISON"),
    )


def _conviction(person: _Person, on: date) -> Iterator[str]:
    return _case(
        person, on, offenses=_OTHERS, county=_somewhere(person), disposed=("CONVICTED", "CONVICTED-JAIL")
    )


def _no_conviction(person: _Person, on: date) -> Iterator[str]:
    disposed = ("DISMISSED/FOJ/INSUF EVID", "PROS REL-LACK OF EVIDENCE", "")
    return _case(person, on, offenses=_OTHERS, county=_somewhere(person), disposed=disposed)


def _somewhere(person: _Person) -> str:
    return COUNTY if person.chance.random() < 0.75 else person.chance.choice(("ORANGE", "NARNIA", "KERN"))


def _case(
    person: _Person, on: date, *, offenses: tuple[str, ...], county: str, disposed: tuple[str, ...]
) -> Iterator[str]:
    chance = person.chance
    charged = [chance.choice(offenses) for _ in range(chance.randint(1, 4))]
    in_court = on + timedelta(days=30)
    end = chance.choice(disposed)
    head = person.cells[_PERSON]
    arrest = _step(on, step=1, kind="ARREST/DETAINED/CITED", county=county, cycle=person.cycle, chance=chance)
    court = _step(in_court, step=2, kind="COURT ACTION", county=county, cycle=person.cycle, chance=chance)
    for count, offense in enumerate(charged, start=1):
        yield _row(
            head,
            arrest,
            _count(person, step=1, count=count, offense=offense, disposed="", on=on),
            chance=chance,
        )
    for count, offense in enumerate(charged, start=1):
        parts = chance.randint(1, 3) if end.startswith("CONVICTED") and count == len(charged) else 1
        for _ in range(parts):
            cells = _count(person, step=2, count=count, offense=offense, disposed=end, on=in_court)
            yield _row(head, court, cells, chance=chance)


def _step(on: date, *, step: int, kind: str, county: str, cycle: int, chance: Random) -> list[str]:
    cells = [_FILL] * len(COLUMNS)
    day = f"{on:%Y%m%d}"
    if chance.random() < 0.004:
        day = chance.choice(("", f"{on.year}0000", f"{on:%Y%m}00", "19990231", "UNKNOWN"))
    for name, text in (
        ("CYC_ORDER", str(cycle)), ("CYC_DATE", day), ("STP_ORDER", str(step)), ("STP_EVENT_DATE", day), ("STP_TYPE_DESCR", kind),
        ("STP_ORI_DESCR", f"CASC{county}"), ("STP_ORI_CNTY_NAME", county),
    ):  # fmt: skip
        cells[_AT[name]] = text
    return cells[_STEP]


def _count(person: _Person, *, step: int, count: int, offense: str, disposed: str, on: date) -> list[str]:
    chance, cells = person.chance, [_FILL] * len(COLUMNS)
    is_convicted = disposed.startswith("CONVICTED")
    unit, words, most = chance.choice(_SENTENCES) if is_convicted else ("", "", 0)
    described, comment = offense, ""
    if chance.random() < 0.01:
        described, comment = chance.choice(
            (("SEE COMMENT FOR CHARGE", offense), ("", offense), (offense, f'"CHARGED AS ""{offense}"""'))
        )
    convicted_of = offense if chance.random() < 0.95 else chance.choice(_OTHERS)
    for name, text in (
        ("CNT_ORDER", f"{person.cycle}{step:03}{count:03}000"), ("DISP_DATE", f"{on:%Y%m%d}" if disposed else ""),
        ("OFN", f"{chance.randrange(10**8):08}" if step == 2 and count == 1 else ""), ("OFFENSE_DESCR", described), ("OFFENSE_TOC", "F"),
        ("DISP_OFFENSE_DESCR", convicted_of if is_convicted else ""), ("CONV_OFFENSE_DESCR", convicted_of if is_convicted else ""),
        ("DISP_DESCR", disposed), ("CONV_STAT_DESCR", chance.choice(("FELONY", "MISDEMEANOR")) if is_convicted else ""),
        ("SENT_LOC_DESCR", "JAIL" if most else ""), ("SENT_LENGTH", str(chance.randint(1, most)) if most else ""), ("SENT_TIME_CODE", unit),
        ("SENT_TIME_DESCR", words), ("CYC_AGE", "30"), ("COMMENT_TEXT", comment), ("END_OF_REC", "#"),
    ):  # fmt: skip
        cells[_AT[name]] = text
    return cells[_COUNT]


def _lone_row(person: _Person, *, step: str, offense: str, on: date) -> str:
    person.cycle += 1
    cells = _step(on, step=1, kind=step, county=COUNTY, cycle=person.cycle, chance=person.chance)
    count = _count(person, step=1, count=1, offense=offense, disposed="", on=on)
    return _row(person.cells[_PERSON], cells, count, chance=person.chance)


def _row(head: list[str], step: list[str], count: list[str], *, chance: Random) -> str:
    """Write a row; one in a hundred thousand has a fault."""
    line = ",".join(head) + "," + ",".join(step) + "," + ",".join(count)
    if chance.random() > 1e-5:
        return line + "\n"
    return (
        chance.choice(
            (
                line[: len(line) // 2],
                line.replace("COURT", 'CO"URT'),
                line.replace(head[_AT["SUBJECT_ID"]], ""),
            )
        )
        + "\n"
    )
