"""The first page's frame of a pleading: who files, the court, the title of the case and of the paper."""

from __future__ import annotations

from dataclasses import dataclass

from petitions.documents.case_sheet import CaseSheet, Filer
from petitions.documents.filing import Address
from petitions.documents.forms.fitting import broken, lines_needed
from petitions.documents.typed import Typed
from petitions.law.terms import Track

STATUTE = "Health & Saf. Code, § 11361.8"
SUBDIVISIONS = {
    Track.APPLICATION_E: "subds. (e) and (f)",
    Track.PETITION_A: "subds. (a) and (b)",
    Track.JUVENILE_M: "subd. (m)",
}
_SPACINGS = ((7, "on-the-numbers"), (10, "close"), (12, "dense"), (13, "denser"), (14, "densest"))
RUNNING_ON = "running-on"
"""The style of a party block that no spacing keeps above line 8."""
_BLOCK_WIDTH = 196.0
_NAME_WIDTH = 216.0
_BLANK_LINE = "_" * 24


@dataclass(frozen=True, slots=True)
class Caption:
    """The frame. ``party_spacing`` is the style that keeps the party block above line 8."""

    party_lines: tuple[str, ...]
    party_spacing: str
    court_title: str
    court_lines: tuple[str, ...]
    is_juvenile: bool
    defendant: Typed
    case_number: Typed | None
    title: str
    statute: str
    subdivisions: str
    party: str = "Defendant."
    name_begins: tuple[Typed, ...] = ()
    """The first lines of a defendant's name that is broken here, and not by the page; ``defendant`` is its last."""


def caption(sheet: CaseSheet, *, title: str) -> Caption:
    """Build the frame of one paper of the case."""
    lines = _party_lines(sheet)
    return Caption(
        party_lines=tuple(map(Typed, lines)),
        party_spacing=party_spacing(lines),
        court_title=sheet.court.court_name.upper(),
        court_lines=_court_lines(sheet),
        is_juvenile=sheet.track is Track.JUVENILE_M,
        defendant=Typed(sheet.filer.name_on_case),
        case_number=Typed(sheet.case_number) if sheet.case_number else None,
        title=title,
        statute=STATUTE,
        subdivisions=SUBDIVISIONS[sheet.track],
    )


def role(track: Track) -> str:
    """Name the filer as the statute does: a petitioner petitions, an applicant applies."""
    return "petitioner" if track is Track.PETITION_A else "applicant"


def _party_lines(sheet: CaseSheet) -> tuple[str, ...]:
    filer = sheet.filer
    return party_lines(_attorney_parts(sheet) if filer.attorney else (*_own_parts(filer), ("In Pro Per",)))


Parts = tuple[tuple[str, ...], ...]
"""Lines of the block, each in the parts between which it may be broken."""


def name_lines(name: str) -> tuple[str, ...]:
    """Break the name of a defendant as the caption's left half has room for it, with the comma that follows."""
    return broken(f"{name},", width=_NAME_WIDTH)


def party_lines(parts: Parts) -> tuple[str, ...]:
    """Break the lines of the block where it is too narrow for them."""
    return tuple(line for one in parts for line in broken(*one, width=_BLOCK_WIDTH))


def _own_parts(filer: Filer) -> Parts:
    address = address_parts(filer.mailing_address)
    return ((filer.own_name,), *address, *contact_parts(filer.phone, filer.email))


def _attorney_parts(sheet: CaseSheet) -> Parts:
    attorney = sheet.filer.attorney
    assert attorney is not None
    firm: Parts = ((attorney.firm,),) if attorney.firm else ()
    return (
        (attorney.name, f"(SBN {attorney.bar_number or '_' * 8})"),
        *firm,
        *address_parts(attorney.mailing_address),
        *contact_parts(attorney.phone, attorney.email),
        (f"Attorney for {role(sheet.track).capitalize()}", sheet.filer.own_name),
    )


def address_parts(address: Address | None) -> Parts:
    """Write an address, or blanks for one."""
    if address is None:
        return (f"Address: {_BLANK_LINE[:16]}",), (_BLANK_LINE,)
    street = (f"{address.street},", address.unit) if address.unit else (address.street,)
    return street, (f"{address.city},", f"{address.state} {address.zip}")


def contact_parts(phone: str | None, email: str | None) -> Parts:
    """Write how to reach the filer, as far as it is known."""
    lines = (("Telephone:", phone) if phone else None, ("E-mail:", email) if email else None)
    return tuple(line for line in lines if line)


def party_spacing(lines: tuple[str, ...]) -> str:
    """Return the style that keeps the block above line 8."""
    needed = sum(lines_needed(line, width=_BLOCK_WIDTH) for line in lines)
    return next((style for most, style in _SPACINGS if needed <= most), RUNNING_ON)


def _court_lines(sheet: CaseSheet) -> tuple[str, ...]:
    court = sheet.court
    if not court.print_address:
        return (f"Courthouse and address: {_BLANK_LINE}{_BLANK_LINE}",)
    mailing = court.courthouse.mailing_address
    where = (court.courthouse.name, court.address_line)
    return (*where, f"Mailing address: {mailing}") if mailing and mailing != court.address_line else where
