"""Makes parts of a sheet for tests: a count, an event, a sheet, with what the test names and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from petitions.rapsheet.sheet import (
    Charge,
    Count,
    Court,
    Cycle,
    Disposition,
    Event,
    EventKind,
    Length,
    Notice,
    Outcome,
    Penalty,
    PersonalData,
    Place,
    Read,
    Sentence,
    SentencePart,
    Severity,
    Sheet,
)

T = TypeVar("T")
PLACE = Place(1, 1, "as printed")
DAY = date(2004, 1, 2)


def read(value: T, **facts: Any) -> Read[T]:
    return Read(value, PLACE, **facts)


def maybe(value: T | None) -> Read[T] | None:
    return None if value is None else read(value)


def charge(code_section: str, *, attempted: bool = False) -> Charge:
    """Make a charge: "HS 11359(a)", "PC 484-487(a)"."""
    code, _, section = code_section.partition(" ")
    return Charge(code, section, tuple(re.split(r"[-/]", section)), attempted)


def length(**units: int) -> Length:
    return Length(**units)


def sentence(*details: str, life: bool = False, **parts: dict[str, int]) -> Sentence:
    """Make a sentence: sentence("fine", jail={"months": 6})."""
    made = [SentencePart(Penalty(kind), Length(**units), life) for kind, units in parts.items()]
    return Sentence(tuple(made), details, PLACE)


def disposition(outcome: str = "convicted", *, on: date | None = DAY, **facts: Any) -> Disposition:
    """Make a disposition; ``severity`` is its letter, ``text`` the words of the line."""
    letter, text = facts.pop("severity", None), facts.pop("text", "")
    facts = {"is_update": on is not None and on != DAY, **facts}
    return Disposition(
        Outcome(outcome), maybe(on), read(text), severity=maybe(letter and Severity(letter)), **facts
    )


def count(code_section: str | None = None, *dispositions: Disposition, **facts: Any) -> Count:
    """Make a count of a section; without a disposition nothing became of it."""
    bare = Count(
        number=1,
        case_number=None,
        charge=read(charge(code_section)) if code_section else None,
        description=None,
        flags=(),
        toc=None,
        comments=(),
        dispositions=dispositions,
        sentence=None,
        please_check=False,
        lines=(PLACE,),
    )
    return replace(bare, **facts)


def conviction(code_section: str | None = "HS 11358", *updates: Disposition, **facts: Any) -> Count:
    """Make a count with a conviction of DAY, and what came after."""
    return count(code_section, disposition("convicted", **facts), *updates)


def event(*counts: Count, kind: str = "court", on: date | None = DAY, **facts: Any) -> Event:
    """Make an event; ``agency``, ``case_number`` and ``county`` (of its court) are plain words."""
    agency = facts.pop("agency", "CASC SAN FRANCISCO" if kind == "court" else "CAPD OAKLAND")
    number, county = facts.pop("case_number", None), facts.pop("county", "San Francisco")
    return Event(
        kind=EventKind(kind),
        subtype=facts.pop("subtype", None),
        header=PLACE,
        on=maybe(on),
        agency=maybe(agency),
        court=read(Court(agency, agency.title(), county)) if kind == "court" and county else None,
        name_code=facts.pop("name_code", None),
        birth_date=facts.pop("birth_date", None),
        case_number=maybe(number),
        counts=counts,
        **facts,
    )


def cycle(*events: Event, inferred: bool = False) -> Cycle:
    return Cycle(events, inferred)


def personal(*, born: date | None = date(1970, 6, 1), others: Iterable[date] = ()) -> PersonalData:
    return PersonalData(
        read("A99000099"), (("01", "SAMPLE,ALEX"),), maybe(born), tuple(others), "M", "WHITE", ()
    )


def sheet(*cycles: Cycle | Event, **facts: Any) -> Sheet:
    """Make a sheet; an event that stands alone is a cycle of its own. ``notices``: their names."""
    whole = tuple(one if isinstance(one, Cycle) else Cycle((one,)) for one in cycles)
    notices = tuple(read(Notice(name)) for name in facts.pop("notices", ()))
    return Sheet(facts.pop("personal", personal()), whole, notices, facts.pop("problems", ()), **facts)
