"""The motion and the proposed order of one case, as an office files them for a person it has never met."""

from __future__ import annotations

from dataclasses import dataclass

from petitions.documents.county.cases import CountyCase, CountyCount, CountyOffice, Ground
from petitions.documents.county.frame import frame
from petitions.documents.county.words import (
    BLANK,
    GROUNDS,
    PAPER,
    PARTY,
    PROVIDES,
    RELIEF,
    SENTENCE,
    SIGNS_FOR,
    asked,
    dismisses,
    long_date,
    name_as_spoken,
    redesignates,
    section,
)
from petitions.documents.forms.caption import Caption
from petitions.documents.printed import printed_numbers
from petitions.documents.typed import Typed


@dataclass(frozen=True, slots=True)
class CaseCount:
    """A row of the table of counts."""

    number: int
    section: Typed
    conviction_date: Typed
    level: Typed
    relief: Typed


@dataclass(frozen=True, slots=True)
class StatedGround:
    """A ground with its citation, and the numbers of the counts that it is stated for."""

    counts: Typed
    text: str


@dataclass(frozen=True, slots=True)
class CaseMotion:
    """Every word of the motion that is not the same on all of them."""

    caption: Caption
    paper: str
    party: str
    office: str
    court: Typed
    counts: tuple[CaseCount, ...]
    has_blanks: bool
    grounds: tuple[StatedGround, ...]
    sentence: str
    provides: tuple[str, ...]
    dismisses: bool
    redesignates: bool
    signer: str
    signs_for: str


@dataclass(frozen=True, slots=True)
class CaseOrder:
    """The order's frame, its counts, and what it may order."""

    caption: Caption
    paper: str
    party: str
    counts: tuple[CaseCount, ...]
    dismisses: bool
    redesignates: bool
    is_reviewed: bool


def case_motion(case: CountyCase, *, office: CountyOffice) -> CaseMotion:
    """Build the motion of a case that was checked; a public defender's is an application."""
    counts = _counts(case.counts)
    return CaseMotion(
        caption=_frame(case, office=office, title=case_title(case, office=office)),
        paper=PAPER[office.mover],
        party=PARTY[office.mover],
        office=office.name,
        court=Typed(case.court) if case.court else BLANK,
        counts=counts,
        has_blanks=any(BLANK in (count.conviction_date, count.level) for count in counts),
        grounds=_grounds(case.counts),
        sentence=SENTENCE[case.sentence],
        provides=PROVIDES[office.mover],
        dismisses=dismisses(case.counts),
        redesignates=redesignates(case.counts),
        signer=office.attorney or "_" * 24,
        signs_for=SIGNS_FOR[office.mover],
    )


def case_order(case: CountyCase, *, office: CountyOffice) -> CaseOrder:
    """Build the proposed order of a case that was checked."""
    paper = PAPER[office.mover]
    return CaseOrder(
        caption=_frame(case, office=office, title=f"[Proposed] Order on {paper.capitalize()}"),
        paper=paper,
        party=PARTY[office.mover],
        counts=_counts(case.counts),
        dismisses=dismisses(case.counts),
        redesignates=redesignates(case.counts),
        is_reviewed=any(count.ground is Ground.NOT_CHALLENGED for count in case.counts),
    )


def case_title(case: CountyCase, *, office: CountyOffice) -> str:
    """Name the motion by what it asks."""
    return f"{PAPER[office.mover].capitalize()} to {asked(case.counts)}"


def _frame(case: CountyCase, *, office: CountyOffice, title: str) -> Caption:
    return frame(
        office,
        county=case.county,
        defendant=name_as_spoken(case.name),
        case_number=case.case_number or BLANK,
        title=title,
        party="Defendant.",
    )


def _counts(counts: tuple[CountyCount, ...]) -> tuple[CaseCount, ...]:
    return tuple(
        CaseCount(
            number=number,
            section=Typed(section(count)),
            conviction_date=long_date(count.conviction_date),
            level=Typed(count.level) if count.level else BLANK,
            relief=Typed(RELIEF[count.relief] if count.relief else BLANK),
        )
        for number, count in enumerate(counts, start=1)
    )


def _grounds(counts: tuple[CountyCount, ...]) -> tuple[StatedGround, ...]:
    """State each ground once, in the order in which the counts first rest on it."""
    numbers: dict[Ground, list[int]] = {}
    for number, count in enumerate(counts, start=1):
        if count.ground:
            numbers.setdefault(count.ground, []).append(number)
    return tuple(
        StatedGround(Typed(f"{printed_numbers(found)}:"), GROUNDS[ground])
        for ground, found in numbers.items()
    )
