"""The cover sheet: the guide for the petitioner, in their language, that is never filed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from petitions.courts.entries import PublicDefender
from petitions.documents.case_sheet import CaseSheet, Court, ServedOffice
from petitions.documents.forms.counts import typed
from petitions.documents.official.form import Edition
from petitions.documents.typed import Typed
from petitions.law.terms import Track


@dataclass(frozen=True, slots=True)
class CoverSheet:
    """What the guide says about this case; its sentences stand in the template, for translation."""

    name: Typed
    county: str
    case_number: Typed | None
    is_petition: bool
    is_juvenile: bool
    needs_review: bool
    has_attorney: bool
    has_blanks: bool
    has_address: bool
    proposed_order: bool
    court: Court
    prosecutor: ServedOffice
    public_defender: PublicDefender | None
    has_server: bool
    waive_original_judge: bool
    waive_appearance: bool
    is_official: bool
    old_edition: date | None


def cover_sheet(sheet: CaseSheet, *, official: Edition | None = None) -> CoverSheet:
    """Build the cover sheet of one case; ``official`` is the edition of the court's own form in the packet."""
    lists_counts = official is None or sheet.proposed_order
    return CoverSheet(
        name=Typed(sheet.filer.own_name),
        county=sheet.court.county,
        case_number=typed(sheet.case_number),
        is_petition=sheet.track is Track.PETITION_A,
        is_juvenile=sheet.track is Track.JUVENILE_M,
        needs_review=sheet.needs_review,
        has_attorney=sheet.filer.attorney is not None,
        has_blanks=lists_counts and any(count.has_blank for count in sheet.counts),
        has_address=bool(sheet.filer.address_lines) or sheet.filer.attorney is not None,
        proposed_order=sheet.proposed_order,
        court=sheet.court,
        prosecutor=sheet.prosecutor,
        public_defender=sheet.public_defender,
        has_server=sheet.server is not None,
        waive_original_judge=sheet.waive_original_judge,
        waive_appearance=sheet.waive_appearance,
        is_official=official is not None,
        old_edition=official.day if official and official.is_old else None,
    )
