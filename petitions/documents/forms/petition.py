"""The petition, application or juvenile request under Health and Safety Code section 11361.8."""

from __future__ import annotations

from dataclasses import dataclass

from petitions.documents.case_sheet import CaseSheet, Count
from petitions.documents.forms.caption import Caption, caption, role
from petitions.documents.forms.counts import Row, numbered_lines, rows, typed
from petitions.documents.forms.relief import requests
from petitions.documents.typed import Mark, Typed
from petitions.law.terms import Track

TITLES = {
    Track.APPLICATION_E: "Application to Redesignate, or to Dismiss and Seal",
    Track.PETITION_A: "Petition to Recall Sentence, and to Resentence or Dismiss",
    Track.JUVENILE_M: "Request to Reduce or Dismiss a Juvenile Marijuana Offense",
}
TICKED, EMPTY = "☒", "☐"
_SECTIONS = ("11357", "11358", "11359", "11360", "11362.1")
_STANDING = {
    Track.APPLICATION_E: "The applicant has completed the sentence in this case.",
    Track.PETITION_A: (
        "The petitioner is serving a sentence in this case at this time, in custody or under supervision."
    ),
    Track.JUVENILE_M: (
        "The juvenile court made the findings in the table under Welfare and Institutions Code section 602. "
        "Each act was done before the applicant turned 18. Section 11361.8, subdivision (m), applies."
    ),
}
_STANDARD = {
    Track.APPLICATION_E: (
        "Subdivision (e) of section 11361.8 is for a person who has completed a sentence for an act that "
        "would have been no crime, or a lesser offense, had Proposition 64 been in effect when it was done.",
        "The court presumes that the applicant meets those terms. A party that opposes must prove by clear "
        "and convincing evidence that the applicant does not. Where the terms are met, the court must "
        "redesignate the conviction as a misdemeanor or an infraction, or dismiss and seal it as legally "
        "invalid (section 11361.8, subdivision (f)).",
    ),
    Track.PETITION_A: (
        "Subdivision (a) of section 11361.8 is for a person who is serving a sentence for an act that would "
        "have been no crime, or a lesser offense, had Proposition 64 been in effect when it was done.",
        "The court presumes that the petitioner meets those terms. A party that opposes must prove by "
        "clear and convincing evidence that the petitioner does not. Where the terms are met, the court "
        "must recall the sentence and resentence the petitioner, or dismiss the sentence as legally "
        "invalid, unless it finds that to do so would pose an unreasonable risk of danger to public safety "
        "(section 11361.8, subdivision (b)).",
    ),
    Track.JUVENILE_M: (
        "Proposition 64 made most marijuana offenses of a person under 18 infractions (Health and Safety "
        "Code sections 11357 to 11360). Their exceptions for adults with certain earlier convictions are not "
        "for a person under 18. The applicant asks the court to apply Proposition 64 to the findings in the "
        "table.",
        "The court presumes that the applicant qualifies. A party that opposes must prove by clear and "
        "convincing evidence that the applicant does not (section 11361.8, subdivisions (b) and (f)).",
    ),
}
_HEARING = {
    Track.APPLICATION_E: (
        "The applicant does not ask for a hearing and asks the court to decide on this paper "
        "(section 11361.8, subdivision (g))."
    ),
    Track.PETITION_A: None,
    Track.JUVENILE_M: (
        "The applicant asks the court to decide on this paper where it may do so without a hearing."
    ),
}
_CONVICTIONS = {
    Track.APPLICATION_E: "The applicant asks for relief from these convictions:",
    Track.PETITION_A: "The petitioner asks for relief from these convictions:",
    Track.JUVENILE_M: "The applicant asks for relief from these juvenile court findings:",
}


@dataclass(frozen=True, slots=True)
class Tick:
    """A section of the statute, with its box: ticked or empty."""

    section: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Petition:
    """Every word of the petition that is not the same on all of them."""

    caption: Caption
    role: str
    name_now: Typed | None
    other_names: tuple[Typed, ...]
    ticks: tuple[Tick, ...]
    convictions: str
    counts: tuple[Row, ...]
    has_blanks: bool
    standing: str
    facts: tuple[Typed, ...]
    clean_history: tuple[str, ...]
    standard: tuple[str, ...]
    requests: tuple[Typed, ...]
    hearing: str | None
    original_judge: Typed
    appearance: Typed
    signer: Typed
    signer_is_attorney: bool


def petition(sheet: CaseSheet) -> Petition:
    """Build the petition of one case."""
    track, filer = sheet.track, sheet.filer
    return Petition(
        caption=caption(sheet, title=TITLES[track]),
        role=role(track),
        name_now=typed(filer.name_now) if filer.name_now != filer.name_on_case else None,
        other_names=tuple(map(Typed, filer.other_names)),
        ticks=tuple(Tick(section, _mark(section in sheet.sections)) for section in _SECTIONS),
        convictions=_CONVICTIONS[track],
        counts=rows(sheet.counts),
        has_blanks=any(count.has_blank for count in sheet.counts),
        standing=_STANDING[track],
        facts=_facts(sheet.counts),
        clean_history=sheet.clean_history,
        standard=_STANDARD[track],
        requests=requests(sheet.counts, track=track),
        hearing=_HEARING[track],
        original_judge=_original_judge(sheet),
        appearance=_appearance(sheet),
        signer=Typed(filer.signer),
        signer_is_attorney=filer.attorney is not None,
    )


def _mark(is_ticked: bool) -> Mark:  # noqa: FBT001 - a box is ticked or not
    return Mark(TICKED if is_ticked else EMPTY)


def _facts(counts: tuple[Count, ...]) -> tuple[Typed, ...]:
    """Write each fact on a line, with the counts of which it is stated, in order of first appearance."""
    stated = [(fact, count.number) for count in counts for fact in count.facts]
    return numbered_lines(stated)


def _original_judge(sheet: CaseSheet) -> Typed:
    who = role(sheet.track)
    judge = "the judge of the findings" if sheet.track is Track.JUVENILE_M else "the sentencing judge"
    if sheet.waive_original_judge:
        return Typed(f"The {who} gives up the right to have {judge} decide.")
    return Typed(f"The {who} keeps the right to have {judge} decide.")


def _appearance(sheet: CaseSheet) -> Typed:
    who = role(sheet.track)
    if sheet.waive_appearance:
        return Typed(f"The {who} knows of the right to attend a hearing, and gives it up.")
    return Typed(f"The {who} keeps the right to attend any hearing.")
