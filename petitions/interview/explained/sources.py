"""Where each citation can be read: the state's own page of a section; decisions of courts stand by their names."""

from __future__ import annotations

import re
from collections.abc import Mapping

from petitions.law import authorities
from petitions.law.authorities import Authority
from petitions.law.grounds import GROUNDS

STATE_SITE = "https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml"
_CODES = {"Health & Saf.": "HSC", "Pen.": "PEN", "Fam.": "FAM"}
"""What the state's site calls each code."""
_SECTION = re.compile(r"(?P<code>.+) Code, § (?P<section>\d+(?:\.\d+)?)(?:,|$)")

AUTHORITIES: Mapping[str, Authority] = {
    one.cite: one for one in vars(authorities).values() if isinstance(one, Authority)
}
"""Every authority, by its citation."""
CHECKED_ON = max(one.read_on for one in AUTHORITIES.values())
"""The last day on which a source was read: the tables show the law of that day."""


def address_of(cite: str) -> str:
    """Return the address of the section on the state's site; blank for a decision of a court."""
    found = _SECTION.match(cite)
    return section_address(found["section"], code=_CODES[found["code"]]) if found else ""


def section_address(section: str, *, code: str = "HSC") -> str:
    """Return the address of a section of a code."""
    return f"{STATE_SITE}?lawCode={code}&sectionNum={section}."


def reasons_resting_on(authority: Authority) -> tuple[str, ...]:
    """Return the codes of the reasons that cite an authority."""
    return tuple(code for code, found in GROUNDS.items() if authority in found)
