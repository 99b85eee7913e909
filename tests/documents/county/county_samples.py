"""Factories for cases of a county review; every name is made up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from petitions.documents.county.bulk_papers import bulk_motion, bulk_order
from petitions.documents.county.case_papers import case_motion, case_order, case_title
from petitions.documents.county.cases import CountyCase, CountyCount, CountyOffice, Ground, Mover
from petitions.documents.county.frame import court_name
from petitions.documents.county.list_pages import court_lines, exhibit_pages, list_pages
from petitions.documents.filing import Address
from petitions.documents.packet import Paper
from petitions.documents.pages import page
from petitions.documents.render import render
from petitions.law.terms import Level, Prefix, Relief, Sentence

_OFFICE = CountyOffice(
    mover=Mover.PROSECUTOR,
    name="Office of the District Attorney",
    attorney="Jordan Sample",
    bar_number="123456",
    mailing_address=Address("1200 Test Street", None, "Los Angeles", "CA", "90012"),
    phone="(213) 555-0100",
    email="filings@example.org",
)
_COUNT = CountyCount(
    section="11359",
    subdivision=None,
    prefix=Prefix.NONE,
    conviction_date=date(2003, 9, 30),
    level=Level.FELONY,
    relief=Relief.DISMISS_SEAL,
    ground=Ground.NOT_CHALLENGED,
)


def an_office(**changes: Any) -> CountyOffice:
    return replace(_OFFICE, **changes)


def a_count(**changes: Any) -> CountyCount:
    return replace(_COUNT, **changes)


def a_case(*counts: CountyCount, **changes: Any) -> CountyCase:
    case = CountyCase(
        county="Los Angeles",
        court="Alhambra Courthouse",
        case_number="BA198765",
        name="EXAMPLE,MARIA",
        sentence=Sentence.COMPLETED,
        counts=counts or (_COUNT,),
    )
    return replace(case, **changes)


def papers(case: CountyCase, *, office: CountyOffice = _OFFICE) -> dict[str, Paper]:
    """Return the two papers of a case, by what they are."""
    order = case_order(case, office=office)
    title = case_title(case, office=office)
    return {
        "motion": Paper("county-motion", title, "en", case_motion(case, office=office)),
        "order": Paper("county-order", order.caption.title, "en", order),
    }


def court_papers(*cases: CountyCase, office: CountyOffice = _OFFICE) -> dict[str, Paper]:
    """Return the papers of a court, by what they are; the pages of lists by their numbers."""
    lines, where = court_lines(cases), {"county": "Los Angeles", "courthouse": "Alhambra Courthouse"}
    motion, order = bulk_motion(lines, office=office, **where), bulk_order(lines, office=office, **where)
    named = {"court": court_name("Los Angeles"), "courthouse": where["courthouse"]}
    return {
        "bulk-motion": Paper("county-bulk-motion", motion.caption.title, "en", motion),
        "bulk-order": Paper("county-bulk-order", order.caption.title, "en", order),
        **{
            f"{kind}-{number}": Paper("county-list", kind, "en", one)
            for kind, pages in (("exhibit", exhibit_pages), ("list", list_pages))
            for number, one in enumerate(pages(lines, **named), start=1)
        },
    }


def printed(paper: Paper) -> bytes:
    """Print a paper by the full lane."""
    return render(page(paper))
