"""The filing facts: who files, in which cases, and what they chose. ``None`` means not known or not given."""

from __future__ import annotations

from dataclasses import dataclass


class FilingProblems(Exception):
    """Filing facts that no paper can be made from; each problem is a JSON path and a sentence."""

    def __init__(self, *problems: tuple[str, str]) -> None:
        super().__init__(f"{len(problems)} problem(s) in the filing facts")
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Address:
    """A postal address in the United States."""

    street: str
    unit: str | None
    city: str
    state: str
    zip: str

    @property
    def lines(self) -> tuple[str, str]:
        """Return the two lines of the address as an envelope carries them."""
        street = f"{self.street}, {self.unit}" if self.unit else self.street
        return street, f"{self.city}, {self.state} {self.zip}"


@dataclass(frozen=True, slots=True)
class Attorney:
    """The lawyer who files for the petitioner."""

    name: str
    bar_number: str | None
    firm: str | None
    mailing_address: Address
    phone: str | None
    email: str | None


@dataclass(frozen=True, slots=True)
class Server:
    """The adult who will serve the papers: not the petitioner, nor any other party."""

    name: str
    address_lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProsecutingOffice:
    """A prosecutor named by the petitioner: a city attorney, or an address the directory lacks."""

    name: str
    mailing_address: Address | None


@dataclass(frozen=True, slots=True)
class FilingCase:
    """One case to file in. ``prosecutor`` None is the county's district attorney."""

    county: str
    case_number: str | None
    courthouse: str | None
    prosecutor: ProsecutingOffice | None
    waive_original_judge: bool
    waive_appearance: bool
    proposed_order: bool
    server: Server | None


@dataclass(frozen=True, slots=True)
class Filing:
    """The whole filing: one person, and the cases they file in, in their order."""

    name_on_case: str
    name_now: str | None
    other_names: tuple[str, ...]
    mailing_address: Address | None
    phone: str | None
    email: str | None
    attorney: Attorney | None
    cases: tuple[FilingCase, ...]
