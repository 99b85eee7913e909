"""The proposed order: the findings and the boxes that only the court fills."""

from __future__ import annotations

from dataclasses import dataclass

from petitions.documents.case_sheet import CaseSheet
from petitions.documents.forms.caption import Caption, caption, role
from petitions.documents.forms.counts import Row, rows
from petitions.law.terms import Track

_PAPER = {Track.APPLICATION_E: "application", Track.PETITION_A: "petition", Track.JUVENILE_M: "request"}
_TITLES = {
    Track.APPLICATION_E: "[Proposed] Order on Application",
    Track.PETITION_A: "[Proposed] Order on Petition",
    Track.JUVENILE_M: "[Proposed] Order on Juvenile Request",
}


@dataclass(frozen=True, slots=True)
class ProposedOrder:
    """The order's frame, its rows, and which findings its track can have."""

    caption: Caption
    role: str
    paper: str
    counts: tuple[Row, ...]
    is_petition: bool
    is_juvenile: bool


def proposed_order(sheet: CaseSheet) -> ProposedOrder:
    """Build the proposed order of one case."""
    return ProposedOrder(
        caption=caption(sheet, title=_TITLES[sheet.track]),
        role=role(sheet.track),
        paper=_PAPER[sheet.track],
        counts=rows(sheet.counts),
        is_petition=sheet.track is Track.PETITION_A,
        is_juvenile=sheet.track is Track.JUVENILE_M,
    )
