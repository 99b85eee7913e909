"""The entries of the county directory: frozen facts with their sources; ``None`` means not known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Confidence(StrEnum):
    """How far a fact may be trusted: an official page, one good source, or only old and partial ones."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was read, and the year it speaks for."""

    text: str
    year: int | None
    confidence: Confidence | None


@dataclass(frozen=True, slots=True)
class County:
    """One of the 58 counties, with its court's name as a caption prints it."""

    name: str
    fips: str
    court_name: str
    source: Source


@dataclass(frozen=True, slots=True)
class Courthouse:
    """One building of a county's superior court."""

    county: str
    name: str
    is_main: bool
    street: str
    city: str
    zip: str
    mailing_address: str | None
    phone: str | None
    website: str | None
    criminal_filing_confirmed: bool
    source: Source

    @property
    def confirm_with_clerk(self) -> bool:
        """Say whether a person should call before they rely on this address."""
        confidence = self.source.confidence
        good_source = confidence is Confidence.MEDIUM and self.criminal_filing_confirmed
        return not (confidence is Confidence.HIGH or good_source)


@dataclass(frozen=True, slots=True)
class Prosecutor:
    """The district attorney's office of a county."""

    county: str
    name: str
    street: str | None
    city: str | None
    zip: str | None
    phone: str | None
    website: str | None
    source: Source | None

    @property
    def address_is_known(self) -> bool:
        """Say whether the address is sure and whole enough to print on a court paper."""
        trusted = self.source is not None and self.source.confidence in (Confidence.HIGH, Confidence.MEDIUM)
        return trusted and None not in (self.street, self.city, self.zip)


@dataclass(frozen=True, slots=True)
class PublicDefender:
    """How to reach a county's public defender."""

    county: str
    phone: str | None
    website: str | None
    source: Source


@dataclass(frozen=True, slots=True)
class Note:
    """A caution about a county's court or district attorney, for staff."""

    county: str
    about: str
    text: str


@dataclass(frozen=True, slots=True)
class MassRelief:
    """One published figure on convictions cleared in bulk; ``county`` None is the whole state."""

    county: str | None
    date: str
    number: float | None
    unit: str | None
    what: str
    source: Source
