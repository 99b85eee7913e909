"""What a sheet says in the words of the record, and for each word where it stands: for a person to confirm."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any

from petitions.rapsheet.meaning.listed import Listed
from petitions.rapsheet.sheet import Count, Event, Place, Read


class Hint(Enum):
    """What the sheet suggests and does not settle. Each is a reason to ask, never an answer."""

    OFFENSE_DATE_FROM_ARREST = "offense_date_from_arrest"
    """The arrest's day stands as the offense date; the offense may be earlier."""
    ARREST_NOT_CLEAR = "arrest_not_clear"
    """No arrest, several, or one whose cycle is not sure: the offense date stays open."""
    ARREST_ON_WARRANT = "arrest_on_warrant"
    """The arrest followed a warrant or a revocation: the offense was earlier."""
    SEVERAL_SECTIONS = "several_sections"
    """The charge joins sections."""
    CODE_DOUBTFUL = "code_doubtful"
    """A marijuana section under another code's letters."""
    PLEASE_CHECK = "please_check"
    """The count speaks of a conviction in words that were not understood."""
    DISMISSED_LATER = "dismissed_later"
    """A later dismissal that names no law: the conviction may be gone, or cleared already."""
    PLEA_WITHDRAWN = "plea_withdrawn"
    """Dismissed under Pen. Code, § 1203.43: there may have been no conviction but diversion."""
    REDUCED_BY_UNKNOWN_LAW = "reduced_by_unknown_law"
    PROP_64_MENTIONED = "prop_64_mentioned"
    """Proposition 64 is named where no order stands, or where one was denied."""
    RESENTENCED = "resentenced"
    PROBATION_REVOKED = "probation_revoked"
    SENTENCE_FOR_LIFE = "sentence_for_life"
    CULTIVATION_NAMED = "cultivation_named"
    CONCENTRATE_NAMED = "concentrate_named"
    SALE_NAMED = "sale_named"
    TRANSPORT_NAMED = "transport_named"
    AMOUNT_NAMED = "amount_named"
    SCHOOL_NAMED = "school_named"
    MINOR_NAMED = "minor_named"
    """The label of the charge uses such a word. It is the label of the section, not what happened."""
    PLEA_POSSIBLE = "plea_possible"
    PLEA_LIKELY = "plea_likely"
    """For staff only: the count may stand for a marijuana charge that was pleaded down."""
    OTHER_BIRTH_DATES = "other_birth_dates"
    BIRTH_DATE_DOES_NOT_FIT = "birth_date_does_not_fit"
    """The date of birth is later than, or too near to, what the sheet reports."""
    SUPER_STRIKE_FOUND = "super_strike_found"
    SUPER_STRIKE_POSSIBLE = "super_strike_possible"
    """A conviction that is on the list only under a condition which no sheet states."""
    SEX_OFFENSE_FOUND = "sex_offense_found"
    SEX_OFFENSE_POSSIBLE = "sex_offense_possible"
    REGISTERED_SEX_OFFENDER = "registered_sex_offender"
    OTHER_STATES = "other_states"
    """Records of other states exist that are not on this sheet."""
    SUPERVISION_LINE = "supervision_line"
    """A line on probation or parole stands before the events; it names no case."""
    IDENTITY_THEFT = "identity_theft"
    CONSOLIDATED = "consolidated"
    """Several state numbers were joined: some entries may be another person's."""
    DECEASED = "deceased"
    NOT_ALL_READ = "not_all_read"
    """Lines were left over, or a count was not understood: convictions may be missing."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A key of the record and the lines it came from. ``needs_check``: read with doubt, or concluded."""

    key: str
    places: tuple[Place, ...]
    needs_check: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """Where a conviction of the record came from. ``id``: of the record."""

    id: str
    event: Event
    count: Count
    stated: tuple[Stated, ...]
    hints: tuple[Hint, ...]


@dataclass(frozen=True, slots=True)
class FoundPrior:
    """A conviction under a list of the law. ``entry.condition``: what the sheet cannot say."""

    entry: Listed
    event: Event
    count: Count


@dataclass(frozen=True, slots=True)
class Facts:
    """The contract's record with its sources. ``record`` None: the sheet holds no conviction to ask about."""

    record: dict[str, Any] | None
    convictions: tuple[Source, ...]
    petitioner: tuple[Stated, ...]
    hints: tuple[Hint, ...]
    super_strikes: tuple[FoundPrior, ...]
    sex_offenses: tuple[FoundPrior, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One key's value before it enters the record. No ``places``: nothing on the sheet says it."""

    key: str
    value: Any
    places: tuple[Place, ...] = ()
    needs_check: bool = False
    hints: tuple[Hint, ...] = ()


def said(key: str, read: Read[Any] | None, *, value: Any = None) -> Said:
    """Return what a reading says for a key: its own value, or the given one; null where there is no reading."""
    if read is None:
        return Said(key, None)
    return Said(key, read.value if value is None else value, (read.place,), read.needs_check)
