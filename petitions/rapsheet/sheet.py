"""What a RAP sheet says: cycles of events of counts, each value with the line it was read from.

None means that the sheet does not say, or that it could not be read (a problem or a flag then tells so).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Generic, NamedTuple, TypeVar

_T = TypeVar("_T")


class EventKind(Enum):
    """The headers of the events."""

    ARREST = "arrest"
    SUPPLEMENTAL_ARREST = "supplemental_arrest"
    COURT = "court"
    CUSTODY = "custody"
    PROBATION = "probation"
    PAROLE = "parole"
    MENTAL_HEALTH = "mental_health"
    REGISTRATION = "registration"
    APPLICANT = "applicant"
    DECEASED = "deceased"
    OTHER = "other"


class Outcome(Enum):
    """What a DISPO line says became of a count."""

    CONVICTED = "convicted"
    DISMISSED = "dismissed"
    ACQUITTED = "acquitted"
    PROSECUTOR_REJECTED = "prosecutor_rejected"
    SENTENCE_MODIFIED = "sentence_modified"
    RESENTENCED = "resentenced"
    PC1203_DISMISSED = "pc1203_dismissed"
    PROBATION_REVOKED = "probation_revoked"
    REDUCED = "reduced"
    OTHER = "other_disposition_type"


class Severity(Enum):
    """How grave an offense is; ordered from the least."""

    INFRACTION = "I"
    MISDEMEANOR = "M"
    FELONY = "F"


class Penalty(Enum):
    """The parts of a sentence that take time."""

    PROBATION = "probation"
    JAIL = "jail"
    PRISON = "prison"


class Notice(Enum):
    """What the sheet says about itself or the person, outside the events."""

    MULTIPLE_SOURCES = "multiple_sources"
    """Records of other states exist that are not on this sheet."""
    CALIFORNIA_ONLY = "california_only"
    DECEASED = "deceased"
    IDENTITY_THEFT = "identity_theft"
    CONSOLIDATED = "consolidated"
    """Several state numbers were joined: some entries may be those of another."""
    SUPERVISION = "supervision"
    """A line on probation or parole stands before the events."""


class Place(NamedTuple):
    """Where a value stands: page and line from 1, and the line as printed."""

    page: int
    line: int
    raw: str


class Read(NamedTuple, Generic[_T]):
    """A value and where it was read.

    ``repaired``: signs were taken for others (O for 0). ``doubtful``: the picture was hard to read there.
    """

    value: _T
    place: Place
    repaired: bool = False
    doubtful: bool = False

    @property
    def needs_check(self) -> bool:
        """Say whether a person should compare the value with the sheet."""
        return self.repaired or self.doubtful


class Length(NamedTuple):
    """A length of time as printed; all zero: named without a number."""

    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0


@dataclass(frozen=True, slots=True)
class SentencePart:
    """One part that takes time. ``life``: it ends with the life."""

    penalty: Penalty
    length: Length
    life: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its parts in their order, and the rest (fine, restitution, suspended parts) in lower case."""

    parts: tuple[SentencePart, ...]
    details: tuple[str, ...]
    place: Place
    needs_check: bool = False

    def lengths(self, penalty: Penalty) -> tuple[Length, ...]:
        """Return the lengths of every part of a kind."""
        return tuple(part.length for part in self.parts if part.penalty is penalty)

    @property
    def is_for_life(self) -> bool:
        """Say whether a part is for life."""
        return any(part.life for part in self.parts)


@dataclass(frozen=True, slots=True)
class Disposition:
    """One DISPO: the first of a count has the event's day, a later one (an update) its own.

    ``is_update``: it stands under a date line. ``statute``: of a set-aside, such as "1203.4".
    Whether the count stays a conviction is not said here: see ``meaning.standing``.
    """

    outcome: Outcome
    on: Read[date] | None
    text: Read[str]
    is_update: bool
    severity: Read[Severity] | None = None
    sentence: Sentence | None = None
    statute: str | None = None


@dataclass(frozen=True, slots=True)
class Charge:
    """A code section. ``code``: two letters ("US" federal). ``section``: normalised, such as "496(a)(2)".

    ``sections``: each part of a charge that joins several ("484-487(A)"). ``attempted``: under section 664.
    """

    code: str
    section: str
    sections: tuple[str, ...]
    attempted: bool = False

    @property
    def code_section(self) -> str:
        """Return both, such as "PC 496(a)"."""
        return f"{self.code} {self.section}"


@dataclass(frozen=True, slots=True)
class Count:
    """One count. ``number`` None: not readable. ``toc``: type of charge, F M I or N (as charged).

    ``please_check``: something in it speaks of a conviction that was not understood. ``lines``: every line of it.
    """

    number: int | None
    case_number: Read[str] | None
    charge: Read[Charge] | None
    description: Read[str] | None
    flags: tuple[str, ...]
    toc: str | None
    comments: tuple[Read[str], ...]
    dispositions: tuple[Disposition, ...]
    sentence: Sentence | None
    """A sentence that stands outside a DISPO, as in custody and probation events."""
    please_check: bool
    lines: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Court:
    """A courthouse of a sheet, as the directory of sheet codes knows it. ``county`` None: not known."""

    code: str
    name: str
    county: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """One event. ``subtype``: of custody, such as "CDC". ``agency``: as printed, joined and with its signs mended."""

    kind: EventKind
    subtype: str | None
    header: Place
    on: Read[date] | None
    agency: Read[str] | None
    court: Read[Court] | None
    name_code: str | None
    birth_date: date | None
    case_number: Read[str] | None
    counts: tuple[Count, ...]
    potential_strike: bool = False


@dataclass(frozen=True, slots=True)
class Cycle:
    """One arrest and what followed. ``inferred``: no separator was seen before it."""

    events: tuple[Event, ...]
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class PersonalData:
    """The person, held in memory only. Dates of birth that are no dates are None."""

    cii: Read[str] | None
    names: tuple[tuple[str, str], ...]
    date_of_birth: Read[date] | None
    other_dates_of_birth: tuple[date, ...]
    sex: str | None
    race: str | None
    consolidated_cii: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that was read. ``reason``: a code why the text is no RAP sheet ("no_cycle", "record_error", "too_long").

    ``problems``: lines that could not be placed. ``warnings``: sentences for staff, without a name.
    """

    personal: PersonalData | None
    cycles: tuple[Cycle, ...]
    notices: tuple[Read[Notice], ...]
    problems: tuple[Place, ...]
    warnings: tuple[str, ...] = ()
    reason: str | None = None

    @property
    def events(self) -> tuple[Event, ...]:
        """Return the events of all cycles, in their order."""
        return tuple(event for cycle in self.cycles for event in cycle.events)
