"""The finished papers as a page lists them: by case, each with what it is for and its pages."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from petitions.documents.build import BuiltPacket
from petitions.documents.packet import CasePacket

_PAPERS = {
    "cover-sheet": (_("Guide for you"), _("What to sign, where to file, and what happens next. Keep it.")),
    "petition": (_("The request to the court"), _("Sign and date it. The court keeps it.")),
    "proof-of-service": (
        _("Proof that the prosecutor got a copy"),
        _("The person who gives the copy fills it in and signs it."),
    ),
    "proposed-order": (_("Ready order"), _("For the judge to sign. Leave it as it is.")),
}


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One printed page as a small picture that leads to a large one."""

    number: int
    of: int
    alt: str
    url: str
    small: str
    large: str


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One paper: what it is for, its pages as pictures, and where its words are."""

    name: str
    purpose: str
    url: str
    pages: tuple[PagePicture, ...]


@dataclass(frozen=True, slots=True)
class PaperCase:
    """The papers of one case, with their download."""

    title: str
    number: int
    papers: tuple[PaperLine, ...]
    url: str


def paper_cases(packet: BuiltPacket) -> tuple[PaperCase, ...]:
    """Return the cases in the order of the packet."""
    return tuple(
        PaperCase(
            title=case_title(case),
            number=number,
            papers=tuple(paper_line(packet, number=number, document=one.document) for one in case.papers),
            url=reverse("case_papers", args=(number,)),
        )
        for number, case in enumerate(packet.packets.cases, start=1)
    )


def paper_line(packet: BuiltPacket, *, number: int, document: str) -> PaperLine:
    """Return one paper of the case with this number."""
    file = packet.file(f"case-{number}/{document}.pdf")
    assert file is not None
    name, purpose = _PAPERS[document]
    return PaperLine(
        name=str(name),
        purpose=str(purpose),
        url=reverse("paper_words", args=(number, document)),
        pages=tuple(
            _picture((number, document, page), name=str(name), of=file.pages)
            for page in range(1, file.pages + 1)
        ),
    )


def paper_name(document: str) -> str:
    """Return what the site calls a paper."""
    return str(_PAPERS[document][0])


def case_title(case: CasePacket) -> str:
    """Name a case by its county and number."""
    names = {"county": case.county, "number": case.case_number or ""}
    if case.case_number:
        return gettext("%(county)s County, case %(number)s") % names
    return gettext("%(county)s County, case number not known") % names


def _picture(place: tuple[int, str, int], *, name: str, of: int) -> PagePicture:
    told = {"paper": name, "page": place[2], "pages": of}
    return PagePicture(
        number=place[2],
        of=of,
        alt=gettext("%(paper)s, page %(page)s of %(pages)s") % told,
        url=reverse("paper_page", args=place),
        small=reverse("paper_thumbnail", args=place),
        large=reverse("paper_picture", args=place),
    )
