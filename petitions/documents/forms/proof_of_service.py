"""The proof of service: prepared for the adult who serves the papers, who completes and signs it."""

from __future__ import annotations

from dataclasses import dataclass

from petitions.documents.case_sheet import CaseSheet, ServedOffice
from petitions.documents.forms.caption import Caption, caption, role
from petitions.documents.forms.counts import typed
from petitions.documents.forms.official_petition import TITLE as OFFICIAL_TITLE
from petitions.documents.forms.petition import TITLES
from petitions.documents.official.form import Edition
from petitions.documents.typed import Typed

TITLE = "Proof of Service"


@dataclass(frozen=True, slots=True)
class ProofOfService:
    """What is known before anyone has served; the rest is blank."""

    caption: Caption
    role: str
    server_name: Typed | None
    server_address: Typed | None
    papers: tuple[str, ...]
    office: ServedOffice


def proof_of_service(sheet: CaseSheet, *, official: Edition | None = None) -> ProofOfService:
    """Build the proof of service of one case."""
    server = sheet.server
    request = f"{OFFICIAL_TITLE} (form {official.form})" if official else TITLES[sheet.track]
    order = ("Proposed order",) if sheet.proposed_order else ()
    return ProofOfService(
        caption=caption(sheet, title=TITLE),
        role=role(sheet.track),
        server_name=Typed(server.name) if server else None,
        server_address=typed(", ".join(server.address_lines) or None) if server else None,
        papers=(request, *order),
        office=sheet.prosecutor,
    )
