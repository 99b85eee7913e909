"""The packet: every paper of every case to file, with each value that is printed, and what is not filed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from petitions.courts.directory import Directory
from petitions.documents.case_sheet import CaseSheet
from petitions.documents.county.bulk_papers import BulkMotion, BulkOrder
from petitions.documents.county.case_papers import CaseMotion, CaseOrder
from petitions.documents.county.list_pages import ListPage
from petitions.documents.filing import Filing
from petitions.documents.forms.caption import STATUTE, SUBDIVISIONS
from petitions.documents.forms.cover_sheet import CoverSheet, cover_sheet
from petitions.documents.forms.official_petition import TITLE, OfficialPetition, official_petition
from petitions.documents.forms.petition import TITLES, Petition, petition
from petitions.documents.forms.proof_of_service import ProofOfService, proof_of_service
from petitions.documents.forms.proposed_order import ProposedOrder, proposed_order
from petitions.documents.matching import match_cases
from petitions.documents.official.form import OfficialForm
from petitions.documents.official.values import fits_the_form
from petitions.documents.sheets import case_sheet
from petitions.law.determinations import Determinations
from petitions.law.facts import Record
from petitions.law.terms import Outcome, Track

EDITION = "ClearRecord 2026-11-28"


def _(text: str) -> str:
    return text


COVER_TITLE = _("What to do with your court papers")
OfCounty = CaseMotion | CaseOrder | BulkMotion | BulkOrder | ListPage
Content = CoverSheet | Petition | OfficialPetition | ProofOfService | ProposedOrder | OfCounty


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper: its kind (also its file's name), what it says, and the language it says it in."""

    document: str
    title: str
    language: str
    content: Content
    edition: str = EDITION


@dataclass(frozen=True, slots=True)
class CasePacket:
    """The papers of one case in print order, and the facts they print."""

    county: str
    case_number: str | None
    track: Track
    sheet: CaseSheet
    papers: tuple[Paper, ...]


@dataclass(frozen=True, slots=True)
class NotFiled:
    """A conviction without a paper, and its outcome."""

    conviction: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Packets:
    """All cases of one person; the whole is frozen with the law and the day it rests on."""

    cases: tuple[CasePacket, ...]
    not_filed: tuple[NotFiled, ...]
    on: date
    law_version: str
    language: str


def assemble(
    record: Record,
    *,
    determinations: Determinations,
    filing: Filing,
    directory: Directory,
    on: date,
    language: str,
    official: OfficialForm | None = None,
) -> Packets:
    """Assemble the papers of every case that the filing names and the law lets be filed.

    With an official form it stands in place of our own petition, in each case that it can ask for.
    """
    matched = match_cases(determinations, filing=filing, directory=directory)
    found = (case_sheet(record, matched=one, determinations=determinations) for one in matched)
    sheets = tuple(sheet for sheet in found if sheet is not None)
    filed = {count.conviction for sheet in sheets for count in sheet.counts}
    return Packets(
        cases=tuple(_case_packet(sheet, language=language, official=official) for sheet in sheets),
        not_filed=tuple(
            NotFiled(one.conviction, one.outcome)
            for one in determinations.determinations
            if one.conviction not in filed
        ),
        on=on,
        law_version=determinations.law_version,
        language=language,
    )


def _case_packet(sheet: CaseSheet, *, language: str, official: OfficialForm | None) -> CasePacket:
    form = official if official and fits_the_form(sheet) else None
    edition = form.edition if form else None
    order = (Paper("proposed-order", "Proposed Order", "en", proposed_order(sheet)),)
    papers = (
        Paper("cover-sheet", COVER_TITLE, language, cover_sheet(sheet, official=edition)),
        _petition(sheet, form=form),
        Paper("proof-of-service", "Proof of Service", "en", proof_of_service(sheet, official=edition)),
    )
    return CasePacket(
        county=sheet.county_as_typed,
        case_number=sheet.case_number,
        track=sheet.track,
        sheet=sheet,
        papers=papers + order if sheet.proposed_order else papers,
    )


def _petition(sheet: CaseSheet, *, form: OfficialForm | None) -> Paper:
    if form is not None:
        title = f"{form.edition.form}, {TITLE}"
        return Paper("petition", title, "en", official_petition(sheet, form=form), edition=form.edition.name)
    title = f"{TITLES[sheet.track]} ({STATUTE}, {SUBDIVISIONS[sheet.track]})"
    return Paper("petition", title, "en", petition(sheet))
