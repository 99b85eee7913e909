"""The invented record behind a sheet: a person, cycles of events, counts and what became of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from petitions.rapsheet.sheet import EventKind, Outcome, Severity


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a sentence that takes time. ``lengths``: numbers with their unit, as ``((1, "YEAR"),)``."""

    lengths: tuple[tuple[int, str], ...]
    penalty: str
    life: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence. ``details``: as printed (RESTN)."""

    parts: tuple[Part, ...]
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Disposition:
    """One DISPO. ``as_comment``: the sentence stands in a comment in short words."""

    words: str
    outcome: Outcome
    severity: Severity | None = None
    sentence: Sentence | None = None
    statute: str | None = None
    comments: tuple[str, ...] = ()
    as_comment: bool = False


@dataclass(frozen=True, slots=True)
class Update:
    """What became of a count on a later day."""

    day: date
    dispositions: tuple[Disposition, ...]


@dataclass(frozen=True, slots=True)
class Charge:
    """A charge as printed. ``meant``: its code and section in normal form."""

    section: str
    code: str
    description: str
    meant: str

    @property
    def line(self) -> str:
        """Return the line of the charge."""
        return f"{self.section} {self.code}-{self.description}"


@dataclass(frozen=True, slots=True)
class Count:
    """One count. ``copies``: a range of so many counts. ``words``: what stands in place of a charge."""

    charge: Charge | None
    words: str = ""
    case_number: str | None = None
    copies: int = 1
    flags: tuple[str, ...] = ()
    toc: str = "N"
    notes: tuple[str, ...] = ()
    """References and comments, each one logical line, before the disposition."""
    charge_in_comment: bool = False
    sentencing: bool = False
    """A line on section 1170(h), a note on the sentence, stands before the charge."""
    sentence: Sentence | None = None
    disposition: Disposition | None = None
    updates: tuple[Update, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """One event. ``headless``: it begins with its date, as later registrations do."""

    kind: EventKind
    header: str
    day: date
    agency: str
    county: str | None
    name: int
    birth: date | None
    counts: tuple[Count, ...]
    strike: bool = False
    headless: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """The person that the sheet is of."""

    cii: str
    consolidated: str | None
    names: tuple[str, ...]
    births: tuple[date, ...]
    sex: str
    race: str


@dataclass(frozen=True, slots=True)
class Record:
    """All that a sheet says."""

    person: Person
    cycles: tuple[tuple[Event, ...], ...]
