"""Reads what stands before the events: who the sheet is of, and what it says about itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from petitions.rapsheet.clean import CleanLine
from petitions.rapsheet.lines.confusables import as_digits
from petitions.rapsheet.lines.dates import day_of
from petitions.rapsheet.sheet import Notice, PersonalData, Read

_CII = re.compile(r"\bC[I1L]{2} ?/ ?([AHM4]?) ?([0-9OQDILSBZG]{8})\b")
_BIRTH = re.compile(r"\bD[O0]B ?/ ?([0-9OILSB. ]{8,80})")
_DAY = re.compile(r"[0-9OILSB]{8}")
_SEX = re.compile(r"SEX ?/ ?([A-Z])(?=\b|RAC)")
_RACE = re.compile(r"RAC ?/ ?([A-Z0][A-Z0 ]{0,40}?)(?= [A-Z]{3}/|$)")
_FIRST_NAME = re.compile(r"\bNAM ?/ ?([0-9OIL][0-9OIL.]{1,3}(?= )|[0-9]{2,3}) {0,4}([A-Z].*)")
_NEXT_NAME = re.compile(r"([0-9OIL][0-9OIL.]{1,3}(?= )|[0-9]{2,3}) {0,4}([A-Z].*)")
_NOTICES = (
    (re.compile(r"MULTIPLE.SOURCE.RECORD"), Notice.MULTIPLE_SOURCES),
    (re.compile(r"CALIFORNIA.ONLY.SOURCE"), Notice.CALIFORNIA_ONLY),
    (re.compile(r"\*\* ?DECEASED"), Notice.DECEASED),
    (re.compile(r"VICTIM OF IDENTITY"), Notice.IDENTITY_THEFT),
    (re.compile(r"BEING CONSOLIDATED"), Notice.CONSOLIDATED),
    (re.compile(r"(?:PROBATION|PAROLE) ?[:;] {0,12}[A-Z0-9]"), Notice.SUPERVISION),
)


def read_personal(lines: Sequence[CleanLine]) -> PersonalData | None:
    """Read the person's data; None where the lines hold none."""
    numbers = [found for line in lines for found in _numbers(line)]
    lettered = [read for letter, read in numbers if letter]
    births = [day for line in lines for day in _births(line)]
    names = _names(lines)
    sex, race = _first(_SEX, lines), _first(_RACE, lines)
    cii = lettered[0] if lettered else None
    if not (cii or names or births or sex or race):
        return None
    return PersonalData(
        cii=cii,
        names=names,
        date_of_birth=births[0] if births and births[0].value else None,  # type: ignore[arg-type]
        other_dates_of_birth=tuple(birth.value for birth in births[1:] if birth.value),
        sex=sex,
        race=race,
        consolidated_cii=tuple(read.value for letter, read in numbers if read is not cii),
    )


def read_notices(lines: Sequence[CleanLine]) -> tuple[Read[Notice], ...]:
    """Return what the sheet says of itself or the person, each once, with its line."""
    found: dict[Notice, Read[Notice]] = {}
    for line in lines:
        for pattern, notice in _NOTICES:
            if notice not in found and pattern.search(line.text):
                found[notice] = Read(notice, line.place, doubtful=line.doubtful)
    return tuple(found.values())


def _numbers(line: CleanLine) -> list[tuple[str, Read[str]]]:
    if "/" not in line.text:
        return []
    return [
        (
            letter.replace("4", "A"),
            Read(
                letter.replace("4", "A") + as_digits(digits),
                line.place,
                repaired=letter == "4" or not digits.isdigit(),
                doubtful=line.doubtful,
            ),
        )
        for letter, digits in _CII.findall(line.text)
    ]


def _births(line: CleanLine) -> list[Read[date | None]]:
    found = _BIRTH.search(line.text) if "B" in line.text else None
    if found is None:
        return []
    return [
        Read(day_of(as_digits(signs)), line.place, repaired=not signs.isdigit(), doubtful=line.doubtful)
        for signs in _DAY.findall(found[1].replace(".", ""))
    ]


def _names(lines: Sequence[CleanLine]) -> tuple[tuple[str, str], ...]:
    """Return the names by their number: the first behind NAM/, the next until a line begins with no number."""
    names: dict[str, str] = {}
    inside = False
    for line in lines:
        found = _NEXT_NAME.match(line.text) if inside else _FIRST_NAME.search(line.text)
        if found:
            inside = True
            names.setdefault(_number(found[1]), found[2].strip())
        elif inside:
            break
    return tuple(names.items())


def _number(signs: str) -> str:
    return f"{int(as_digits(signs.replace('.', ''))):02d}"


def _first(pattern: re.Pattern[str], lines: Sequence[CleanLine]) -> str | None:
    found = next((match for line in lines if (match := pattern.search(line.text))), None)
    return found[1].strip() if found else None
