"""What a reader of an invented sheet must find: every value with the place in the record that it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import NamedTuple, TypeAlias

from benchmarks.invented_sheets.record import Count, Disposition, Event, Part, Person, Record, Sentence
from petitions.rapsheet.sheet import EventKind, Outcome, Severity

Path: TypeAlias = tuple[str | int, ...]
Value: TypeAlias = str | bool | tuple[str, ...] | None


class FactKind(Enum):
    """What a fact tells."""

    CII = "state number"
    NAMES = "names"
    BIRTH = "date of birth"
    OTHER_BIRTHS = "other dates of birth"
    SEX = "sex"
    RACE = "race"
    CYCLE = "begins a cycle"
    EVENT = "kind of event"
    DAY = "date"
    AGENCY = "agency"
    COUNTY = "county"
    CASE_NUMBER = "case number"
    STRIKE = "potential strike"
    CHARGE = "charge"
    CONVICTED = "convicted"
    SEVERITY = "severity"
    SENTENCE = "sentence"
    DISPOSITION = "disposition"
    CURRENT_SEVERITY = "current severity"


class Fact(NamedTuple):
    """One value. ``path``: as ``("cycle", 0, "event", 1, "count", 2)``. ``printed``: the words it is read from."""

    path: Path
    kind: FactKind
    value: Value
    printed: str = ""


def truth_of(record: Record) -> tuple[Fact, ...]:
    """Return all facts of a record, in the order of the sheet."""
    facts = list(_person(record.person))
    for place, cycle in enumerate(record.cycles):
        for number, event in enumerate(cycle):
            facts += _event(event, ("cycle", place, "event", number))
    return tuple(facts)


def _person(person: Person) -> Iterator[Fact]:
    path = ("person",)
    yield Fact(path, FactKind.CII, person.cii, f"CII/{person.cii}")
    yield Fact(path, FactKind.NAMES, person.names, f"NAM/01 {person.names[0]}")
    yield Fact(path, FactKind.BIRTH, person.births[0].isoformat(), f"DOB/{_digits(person.births[0])}")
    others = tuple(day.isoformat() for day in person.births[1:])
    yield Fact(path, FactKind.OTHER_BIRTHS, others, "DOB/" + " ".join(map(_digits, person.births[1:])))
    yield Fact(path, FactKind.SEX, person.sex, f"SEX/{person.sex}")
    yield Fact(path, FactKind.RACE, person.race, f"RAC/{person.race}")


def _event(event: Event, path: Path) -> Iterator[Fact]:
    head = f"{_digits(event.day)}  {event.agency}"
    yield Fact(path, FactKind.CYCLE, path[-1] == 0, head)
    yield Fact(path, FactKind.EVENT, event.kind.value, head)
    yield Fact(path, FactKind.DAY, event.day.isoformat(), head)
    yield Fact(path, FactKind.AGENCY, event.agency, head)
    if event.kind is EventKind.COURT:
        yield Fact(path, FactKind.COUNTY, event.county, head)
    number = next((count.case_number for count in event.counts if count.case_number), None)
    yield Fact(path, FactKind.CASE_NUMBER, number, f"#{number}" if number else head)
    yield Fact(path, FactKind.STRIKE, event.strike, head)
    place = 0
    for count in event.counts:
        for _ in range(count.copies):
            yield from _count(count, event, (*path, "count", place))
            place += 1


def _count(count: Count, event: Event, path: Path) -> Iterator[Fact]:
    line = count.charge.line if count.charge else count.words
    given = _dispositions(count, event)
    stated = next((one.severity for one, _ in given if one.outcome is Outcome.CONVICTED), None)
    convicted = event.kind is EventKind.COURT and any(one.outcome is Outcome.CONVICTED for one, _ in given)
    yield Fact(path, FactKind.CHARGE, count.charge.meant if count.charge else None, line)
    yield Fact(path, FactKind.CONVICTED, convicted, "DISPO:CONVICTED" if convicted else line)
    yield Fact(path, FactKind.SEVERITY, stated.value if stated else None, _status(stated) or line)
    applies = [one.sentence for one, _ in given if one.sentence]
    sentence = applies[-1] if applies else count.sentence
    said = sentence_text(sentence) if sentence else None
    yield Fact(path, FactKind.SENTENCE, said, f"SEN: {said}" if said else line)
    for number, (one, day) in enumerate(given):
        value = (one.outcome.value, day.isoformat(), one.statute or "")
        yield Fact(
            (*path, "disposition", number), FactKind.DISPOSITION, value, f"{_digits(day)} DISPO:{one.words}"
        )
    now = _severity_now(given, stated)
    yield Fact(path, FactKind.CURRENT_SEVERITY, now.value if now else None, _status(now) or line)


def _dispositions(count: Count, event: Event) -> list[tuple[Disposition, date]]:
    first = [(count.disposition, event.day)] if count.disposition else []
    return first + [(one, update.day) for update in count.updates for one in update.dispositions]


def _severity_now(given: list[tuple[Disposition, date]], stated: Severity | None) -> Severity | None:
    """A reduction that states no class is one to a misdemeanor, unless its words name the infraction."""
    now = stated
    for one, _ in given[1:]:
        if one.severity:
            now = one.severity
        elif one.outcome is Outcome.REDUCED:
            now = Severity.INFRACTION if "INFRACTION" in one.words else Severity.MISDEMEANOR
    return now


def sentence_text(sentence: Sentence) -> str:
    """Return a sentence as ``10y prison, 2d probation, 6m jail, fine``."""
    parts = [
        _part(part)
        for penalty in ("PRISON", "PROBATION", "JAIL")
        for part in sentence.parts
        if part.penalty == penalty
    ]
    details = [detail.replace("RESTN", "RESTITUTION").lower() for detail in sentence.details]
    return ", ".join(parts + details)


def _part(part: Part) -> str:
    said = [f"{number}{unit[0].lower()}" for number, unit in part.lengths]
    if part.life:
        said.append("to life" if said else "life")
    return " ".join([*said, part.penalty.lower()])


def _status(severity: Severity | None) -> str:
    return f"CONV STATUS:{severity.name}" if severity else ""


def _digits(day: date) -> str:
    return f"{day:%Y%m%d}"
