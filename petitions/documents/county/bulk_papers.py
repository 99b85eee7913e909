"""The one motion and the one proposed order for all cases of a court, which Exhibit A lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from petitions.documents.county.cases import CountyOffice, Ground
from petitions.documents.county.frame import frame
from petitions.documents.county.list_pages import LETTERS, CourtLine
from petitions.documents.county.words import (
    GROUNDS,
    PAPER,
    PARTY,
    PROVIDES,
    SIGNS_FOR,
    asked,
    dismisses,
    redesignates,
)
from petitions.documents.forms.caption import Caption
from petitions.documents.typed import Typed
from petitions.law.terms import Sentence


@dataclass(frozen=True, slots=True)
class LetteredGround:
    """A ground under the letter by which Exhibit A names it."""

    letter: str
    text: str


@dataclass(frozen=True, slots=True)
class BulkMotion:
    """What the motion says for all its cases; Exhibit A says what differs."""

    caption: Caption
    paper: str
    party: str
    office: str
    courthouse: Typed
    amounts: Typed
    grounds: tuple[LetteredGround, ...]
    some_may_serve: bool
    provides: tuple[str, ...]
    dismisses: bool
    redesignates: bool
    signer: str
    signs_for: str


@dataclass(frozen=True, slots=True)
class BulkOrder:
    """The order's frame, and what it may order."""

    caption: Caption
    paper: str
    party: str
    courthouse: Typed
    amounts: Typed
    dismisses: bool
    redesignates: bool
    is_reviewed: bool


def bulk_motion(
    lines: Sequence[CourtLine], *, office: CountyOffice, county: str, courthouse: str | None
) -> BulkMotion:
    """Build the motion for the lines of one court, all of cases that were checked."""
    counts = tuple(line.count for line in lines)
    title = f"{PAPER[office.mover].capitalize()} to {asked(counts)} (Cases in Exhibit A)"
    return BulkMotion(
        caption=_frame(office, county=county, title=title),
        paper=PAPER[office.mover],
        party=PARTY[office.mover],
        office=office.name,
        courthouse=Typed(courthouse or "_" * 40),
        amounts=_amounts(lines),
        grounds=_grounds(lines),
        some_may_serve=any(line.case.sentence is not Sentence.COMPLETED for line in lines),
        provides=PROVIDES[office.mover],
        dismisses=dismisses(counts),
        redesignates=redesignates(counts),
        signer=office.attorney or "_" * 24,
        signs_for=SIGNS_FOR[office.mover],
    )


def bulk_order(
    lines: Sequence[CourtLine], *, office: CountyOffice, county: str, courthouse: str | None
) -> BulkOrder:
    """Build the proposed order on the bulk motion."""
    counts = tuple(line.count for line in lines)
    paper = PAPER[office.mover]
    title = f"[Proposed] Order on {paper.capitalize()} (Cases in Exhibit A)"
    return BulkOrder(
        caption=_frame(office, county=county, title=title),
        paper=paper,
        party=PARTY[office.mover],
        courthouse=Typed(courthouse or "_" * 40),
        amounts=_amounts(lines),
        dismisses=dismisses(counts),
        redesignates=redesignates(counts),
        is_reviewed=any(count.ground is Ground.NOT_CHALLENGED for count in counts),
    )


def _frame(office: CountyOffice, *, county: str, title: str) -> Caption:
    return frame(
        office,
        county=county,
        defendant="The Persons Listed in Exhibit A",
        case_number="See Exhibit A",
        title=title,
        party="Defendants.",
    )


def _amounts(lines: Sequence[CourtLine]) -> Typed:
    cases = len({(line.case.case_number, line.case.name) for line in lines})
    return Typed(f"Convictions: {len(lines):,}. Cases: {cases:,}.")


def _grounds(lines: Sequence[CourtLine]) -> tuple[LetteredGround, ...]:
    stated = {line.count.ground for line in lines}
    return tuple(LetteredGround(LETTERS[ground], GROUNDS[ground]) for ground in Ground if ground in stated)
