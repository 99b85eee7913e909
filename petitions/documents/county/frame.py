"""The first page's frame of a paper of a county review: the office, the county's court, and the case."""

from __future__ import annotations

from petitions.courts.directory import load_directory
from petitions.documents.county.cases import CountyOffice
from petitions.documents.county.words import LAW, SIGNS_FOR
from petitions.documents.forms.caption import (
    Caption,
    Parts,
    address_parts,
    contact_parts,
    name_lines,
    party_lines,
    party_spacing,
)
from petitions.documents.typed import Typed

_BLANK_LINE = "_" * 16


def frame(
    office: CountyOffice, *, county: str, defendant: str, case_number: str, title: str, party: str
) -> Caption:
    """Build the frame.

    The courthouse stands in the text, not here: so one page that is laid out serves every court of the county.
    """
    lines = party_lines(_parts(office))
    statute, subdivisions = LAW[office.mover]
    *begins, last = name_lines(defendant)
    return Caption(
        party_lines=lines,
        party_spacing=party_spacing(lines),
        court_title=court_name(county).upper(),
        court_lines=(),
        is_juvenile=False,
        defendant=Typed(last.removesuffix(",")),
        name_begins=tuple(map(Typed, begins)),
        case_number=Typed(case_number),
        title=title,
        statute=statute,
        subdivisions=subdivisions,
        party=party,
    )


def court_name(county: str) -> str:
    """Return the name of a county's court; the county is one of the directory's."""
    found = load_directory().county(county)
    assert found is not None
    return found.court_name


def _parts(office: CountyOffice) -> Parts:
    name, number = office.attorney or _BLANK_LINE, office.bar_number or "_" * 8
    return (
        (name, f"(SBN {number})"),
        (office.name,),
        *address_parts(office.mailing_address),
        *contact_parts(office.phone, office.email),
        (SIGNS_FOR[office.mover],),
    )
