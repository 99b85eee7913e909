"""What goes in each item of the official form: the text, or the mark, of one case."""

from __future__ import annotations

import re

from petitions.documents.case_sheet import CaseSheet
from petitions.documents.filing import Address
from petitions.documents.official.items import SECTIONS, Item
from petitions.documents.typed import Typed
from petitions.law.terms import Track

IN_PRO_PER = "In Pro Per"
_ADULT_TRACKS = (Track.APPLICATION_E, Track.PETITION_A)
_SECTION = re.compile(r"§ ([0-9.]+)")


def fits_the_form(sheet: CaseSheet) -> bool:
    """Say whether form CR-400 can ask for all of the case: an adult's, and each count with a box of its own."""
    sections = [_SECTION.match(count.section or "") for count in sheet.counts]
    return sheet.track in _ADULT_TRACKS and all(one and one[1] in SECTIONS for one in sections)


def texts(sheet: CaseSheet, *, items: frozenset[Item]) -> dict[Item, str]:
    """Return the text of each item that the edition has and that has one; what is not known is left out."""
    found = {**_party(sheet), **_court(sheet), **_case(sheet)}
    known = {item: text for item, text in found.items() if text}
    known[Item.NAME] = _name(known, items=items)
    return {item: known[item] for item in Item if item in known and item in items}


def ticks(sheet: CaseSheet) -> tuple[Item, ...]:
    """Return the boxes to mark: title and request agree, and a right is given up only where that was chosen."""
    is_petition = sheet.track is Track.PETITION_A
    marked = {
        Item.TITLE_PETITION: is_petition,
        Item.TITLE_APPLICATION: not is_petition,
        **{item: section in sheet.sections for section, item in SECTIONS.items()},
        Item.REQUEST_PETITION: is_petition,
        Item.REQUEST_APPLICATION: not is_petition,
        Item.WAIVE_ORIGINAL_JUDGE: sheet.waive_original_judge,
        Item.WAIVE_APPEARANCE: sheet.waive_appearance,
    }
    return tuple(item for item, is_marked in marked.items() if is_marked)


def _party(sheet: CaseSheet) -> dict[Item, str | None]:
    filer, attorney = sheet.filer, sheet.filer.attorney
    if attorney is None:
        own = {Item.NAME: Typed(filer.own_name), Item.ATTORNEY_FOR: IN_PRO_PER}
        return {**own, **_address(filer.mailing_address), **_contact(filer.phone, filer.email)}
    return {
        Item.NAME: Typed(attorney.name),
        Item.BAR_NUMBER: _typed(attorney.bar_number),
        Item.FIRM: _typed(attorney.firm),
        Item.ATTORNEY_FOR: Typed(filer.own_name),
        **_address(attorney.mailing_address),
        **_contact(attorney.phone, attorney.email),
    }


def _address(address: Address | None) -> dict[Item, str | None]:
    if address is None:
        return {}
    city = {Item.CITY: Typed(address.city), Item.STATE: Typed(address.state), Item.ZIP: Typed(address.zip)}
    return {Item.STREET: Typed(address.lines[0]), **city}


def _contact(phone: str | None, email: str | None) -> dict[Item, str | None]:
    return {Item.PHONE: _typed(phone), Item.EMAIL: _typed(email)}


def _court(sheet: CaseSheet) -> dict[Item, str | None]:
    """Return the court's lines; an address that is not sure is left for the petitioner to ask."""
    court, house = sheet.court, sheet.court.courthouse
    county = {Item.COUNTY: Typed(court.county)}
    if not court.print_address:
        return {**county}
    return {
        **county,
        Item.COURT_STREET: Typed(house.street),
        Item.COURT_MAILING_ADDRESS: _typed(house.mailing_address),
        Item.COURT_CITY_ZIP: Typed(f"{house.city}, CA {house.zip}"),
    }


def _case(sheet: CaseSheet) -> dict[Item, str | None]:
    return {
        Item.DEFENDANT: Typed(sheet.filer.name_on_case),
        Item.CASE_NUMBER: _typed(sheet.case_number),
        Item.PRINTED_NAME: Typed(sheet.filer.signer),
    }


def _name(known: dict[Item, str], *, items: frozenset[Item]) -> str:
    """Set beside the name what the edition has no place for."""
    number = f" (SBN {known[Item.BAR_NUMBER]})" if _is_homeless(Item.BAR_NUMBER, known, items) else ""
    beside = [known[one] for one in (Item.FIRM, Item.ATTORNEY_FOR) if _is_homeless(one, known, items)]
    return Typed(", ".join((f"{known[Item.NAME]}{number}", *beside)))


def _is_homeless(item: Item, known: dict[Item, str], items: frozenset[Item]) -> bool:
    return item in known and item not in items


def _typed(text: str | None) -> Typed | None:
    return Typed(text) if text else None
