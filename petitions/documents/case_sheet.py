"""The case sheet: every fact of one case that its papers print, gathered once and frozen."""

from __future__ import annotations

from dataclasses import dataclass

from petitions.courts.entries import Courthouse, PublicDefender
from petitions.documents.filing import Address, Attorney, Server
from petitions.law.terms import Level, Relief, Track


@dataclass(frozen=True, slots=True)
class Count:
    """One conviction of the case as its papers list it; ``number`` counts from 1 within the paper."""

    number: int
    conviction: str
    section: str | None
    offense_date: str | None
    conviction_date: str | None
    level: Level | None
    facts: tuple[str, ...]
    floor: Relief
    ceiling: Relief

    @property
    def has_blank(self) -> bool:
        """Say whether a fact of the row is left to fill in by hand."""
        return None in (self.section, self.offense_date, self.conviction_date, self.level)


@dataclass(frozen=True, slots=True)
class ServedOffice:
    """The prosecutor to serve. ``address_lines`` empty: the papers leave a visible blank."""

    name: str
    address_lines: tuple[str, ...]
    phone: str | None
    website: str | None
    is_district_attorney: bool


@dataclass(frozen=True, slots=True)
class Court:
    """The court of the case. ``print_address`` False: its address is not sure enough for a court paper."""

    county: str
    court_name: str
    courthouse: Courthouse
    print_address: bool
    confirm_with_clerk: bool

    @property
    def address_line(self) -> str:
        """Return the street address on one line."""
        return f"{self.courthouse.street}, {self.courthouse.city}, CA {self.courthouse.zip}"


@dataclass(frozen=True, slots=True)
class Filer:
    """Who signs: the petitioner, or the attorney for the petitioner."""

    name_on_case: str
    name_now: str | None
    other_names: tuple[str, ...]
    mailing_address: Address | None
    phone: str | None
    email: str | None
    attorney: Attorney | None

    @property
    def address_lines(self) -> tuple[str, ...]:
        """Return the lines of the petitioner's own address; none where there is none."""
        return self.mailing_address.lines if self.mailing_address else ()

    @property
    def own_name(self) -> str:
        """Return the name the petitioner uses today."""
        return self.name_now or self.name_on_case

    @property
    def signer(self) -> str:
        """Return the name below the line to sign on."""
        return self.attorney.name if self.attorney else self.own_name


@dataclass(frozen=True, slots=True)
class CaseSheet:
    """One case to file: its court and prosecutor, its counts, and what the petitioner chose."""

    track: Track
    needs_review: bool
    county_as_typed: str
    case_number: str | None
    court: Court
    prosecutor: ServedOffice
    public_defender: PublicDefender | None
    filer: Filer
    counts: tuple[Count, ...]
    sections: tuple[str, ...]
    clean_history: tuple[str, ...]
    waive_original_judge: bool
    waive_appearance: bool
    proposed_order: bool
    server: Server | None
