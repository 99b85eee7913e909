"""Says which cases and counts may stand on a paper, and for each other one why it may not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from petitions.courts.directory import load_directory
from petitions.documents.county.cases import CountyCase, CountyCount, CountyOffice, Ground, Mover
from petitions.documents.matching import MOST_COUNTS
from petitions.law.terms import EFFECTIVE, Level, Prefix, Relief, Sentence

SECTIONS = ("11357", "11358", "11359", "11360")
_PREFIXES = (Prefix.NONE, Prefix.ATTEMPT)
_LOWER = {
    Level.FELONY: tuple(Relief),
    Level.MISDEMEANOR: (Relief.INFRACTION, Relief.DISMISS_SEAL),
    Level.INFRACTION: (Relief.DISMISS_SEAL,),
}


class Why(StrEnum):
    """Why a case has no paper, or a count is not on it."""

    NO_CASE_NUMBER = "no case number"
    SEVERAL_CASE_NUMBERS = "more than one case number: choose one"
    NO_NAME = "no name"
    UNKNOWN_COUNTY = "not a county of California"
    STILL_SERVING = "sentence not completed: file a petition for this person alone"
    TOO_MANY_COUNTS = "too many counts for one paper"
    SAME_CASE = "an earlier line has the same case and name"
    NO_COUNT_LEFT = "no count to ask for"
    HAND_REVIEW = "hand review is not done"
    NOTHING_ASKED = "nothing is asked"
    OTHER_SECTION = "not a section of this law"
    AFTER_THE_ACT = "convicted on or after November 9, 2016: look at the date of the offense"
    NOT_LOWER = "what is asked is not less than the conviction"
    NO_GROUND = "no ground that carries what is asked"


@dataclass(frozen=True, slots=True)
class Checked:
    """A case with the counts that may stand on its papers. ``not_made`` says why it has no papers at all."""

    case: CountyCase
    not_made: Why | None
    left_out: tuple[tuple[int, Why], ...]
    """The numbers of counts, from 1 in the order given, that are not on the papers."""


def checked(case: CountyCase, *, office: CountyOffice) -> Checked:
    """Look at a case and at each of its counts."""
    found = [(number, count, _of_count(count, office=office)) for number, count in enumerate(case.counts, 1)]
    kept = replace(case, counts=tuple(count for _, count, why in found if why is None))
    left_out = tuple((number, why) for number, _, why in found if why is not None)
    return Checked(kept, _of_case(kept), left_out)


def _of_case(case: CountyCase) -> Why | None:
    number = case.case_number or ""
    reasons = (
        (not case.counts, Why.NO_COUNT_LEFT),
        (not number.strip(), Why.NO_CASE_NUMBER),
        (";" in number, Why.SEVERAL_CASE_NUMBERS),
        (not case.name.strip(), Why.NO_NAME),
        (load_directory().county(case.county) is None, Why.UNKNOWN_COUNTY),
        (case.sentence not in (None, Sentence.COMPLETED), Why.STILL_SERVING),
        (len(case.counts) > MOST_COUNTS, Why.TOO_MANY_COUNTS),
    )
    return next((why for is_so, why in reasons if is_so), None)


def _of_count(count: CountyCount, *, office: CountyOffice) -> Why | None:
    is_ours = count.section in SECTIONS and count.prefix in _PREFIXES
    is_late = count.conviction_date is not None and count.conviction_date >= EFFECTIVE
    reasons = (
        (count.relief is None, Why.HAND_REVIEW),
        (count.relief is Relief.NONE, Why.NOTHING_ASKED),
        (not is_ours, Why.OTHER_SECTION),
        (is_late, Why.AFTER_THE_ACT),
        (count.level is not None and count.relief not in _LOWER[count.level], Why.NOT_LOWER),
        (not _is_carried(count, office=office), Why.NO_GROUND),
    )
    return next((why for is_so, why in reasons if is_so), None)


def _is_carried(count: CountyCount, *, office: CountyOffice) -> bool:
    """Say whether the ground that is given leads to what is asked, by whom it is asked."""
    if count.ground is Ground.LAWFUL_TODAY:
        return count.relief is Relief.DISMISS_SEAL
    if count.ground is Ground.LESSER_TODAY:
        return count.relief is not Relief.DISMISS_SEAL
    if count.ground is Ground.NOT_CHALLENGED:
        return office.mover is Mover.PROSECUTOR
    return count.ground is Ground.PRESUMED
