"""Why: the reasons of one answer, the decisive one first, each with the facts that decided it."""

from __future__ import annotations

from collections.abc import Iterator

from petitions.law.computing import conflicts, judged_ages
from petitions.law.openings import openings
from petitions.law.priors import History
from petitions.law.reasons_today import class_reasons, exception_reasons
from petitions.law.sections import Kind
from petitions.law.situation import Situation
from petitions.law.terms import AgeBracket, Disposition, Jurisdiction, Outcome, Prefix, Relief, Track
from petitions.law.timing import Gate
from petitions.law.walk import End, Step, may_be_dangerous

Why = tuple[str, tuple[str, ...]]
"""A reason code, and the contract keys of the facts behind it."""

_CRIME = ("section", "subdivision", "prefix")
_PRISON_SECTIONS = ("4573", "4573.5", "4573.6", "4573.8")
_UNSETTLED = {
    Kind.UNKNOWN: "U_SECTION",
    Kind.PREDECESSOR: "U_PREDECESSOR",
    Kind.MEASURING: "U_MEASURING_SECTION",
    Kind.PLEADABLE: "U_PLEADED_DOWN_FROM_MARIJUANA",
}
_PREFIXED = {
    None: "U_PREFIX",
    Prefix.ACCESSORY: "U_ACCESSORY",
    Prefix.CONSPIRACY: "U_CONSPIRACY",
    Prefix.ATTEMPT: "U_ATTEMPT",
}
_BY_TRACK = {
    Track.APPLICATION_E: ("R_APPLICATION", ("sentence_status",)),
    Track.PETITION_A: ("R_PETITION", ("sentence_status",)),
    Track.JUVENILE_M: ("R_JUVENILE", ("jurisdiction",)),
}


def reasons_of(situation: Situation, step: Step, end: End) -> tuple[Why, ...]:
    """Return every reason once; there is always one."""
    found = (
        *_ending(situation, end.outcome),
        *_open_before_the_facts(situation, end.outcome),
        *_of_the_section(situation, end),
        *_of_the_facts(situation, step, end),
        *_of_the_paper(situation, step, end),
    )
    return tuple(dict.fromkeys(found))


def _ending(situation: Situation, outcome: Outcome) -> Iterator[Why]:
    """Yield what ended the walk."""
    if outcome is Outcome.NOT_A_CONVICTION:
        arrested = situation.disposition is Disposition.ARREST_ONLY
        yield "N_ARREST" if arrested else "N_DIVERSION", ("outcome",)
    elif outcome is Outcome.NOT_COVERED_JURISDICTION:
        yield "N_JURISDICTION", ("jurisdiction",)
    elif outcome is Outcome.NOT_COVERED_DATE:
        yield "N_DATE", ("offense_date",)
    elif outcome is Outcome.ALREADY_CLEARED:
        yield "N_CLEARED", ("later_relief",)
    elif outcome is Outcome.NOT_COVERED_SECTION:
        yield _not_covered(situation), _CRIME
    elif outcome is Outcome.NO_LESSER_OFFENSE:
        yield "R_SAME_CLASS", ("section", "level", "age_at_offense")


def _not_covered(situation: Situation) -> str:
    charge = situation.charge
    if charge.kind is Kind.LISTED:
        return "N_CONSPIRACY"
    return "N_PRISON" if charge.section in _PRISON_SECTIONS else "N_SECTION"


def _open_before_the_facts(situation: Situation, outcome: Outcome) -> Iterator[Why]:
    if outcome is not Outcome.NEEDS_REVIEW:
        return
    if situation.disposition is None:
        yield "U_OUTCOME", ("outcome",)
    if situation.jurisdiction is None:
        yield "U_JURISDICTION", ("jurisdiction",)
    if situation.view.gate is Gate.OPEN:
        yield "U_OFFENSE_DATE", ("offense_date", "conviction_date")


def _of_the_section(situation: Situation, end: End) -> Iterator[Why]:
    """Yield what the section or its prefix leaves open."""
    charge = situation.charge
    if end.outcome is not Outcome.NEEDS_REVIEW:
        return
    if charge.kind in _UNSETTLED:
        yield _UNSETTLED[charge.kind], ("section", "pleaded_down_from_marijuana")
    elif charge.prefix is not Prefix.NONE:
        yield _PREFIXED[charge.prefix], ("prefix",)


def _of_the_facts(situation: Situation, step: Step, end: End) -> Iterator[Why]:
    if step.range is None:
        return
    if situation.orders.redesignated and end.outcome is Outcome.NEEDS_REVIEW:
        yield "R_REDESIGNATED", ("later_relief",)
    if conflicts(situation, step.range) and end.ceiling is not Relief.NONE:
        yield "U_CONFLICT", ("section", "subdivision", "age_at_offense", "drug_form")
    yield from class_reasons(situation, step.range)
    yield from exception_reasons(situation, step.range)
    if end.ceiling is not Relief.NONE:
        yield from openings(situation)


def _of_the_paper(situation: Situation, step: Step, end: End) -> Iterator[Why]:
    if end.ceiling is Relief.NONE:
        return
    minor = AgeBracket.UNDER_18 in judged_ages(situation)
    if step.range and minor and situation.jurisdiction is not Jurisdiction.CALIFORNIA_JUVENILE:
        yield "U_MINOR_IN_ADULT_COURT", ("age_at_offense", "jurisdiction")
    if may_be_dangerous(situation):
        yield "U_DANGER", ("super_strike", "sentence_status")
    elif situation.view.strikes is History.LATER and step.range and step.range.exceptable:
        yield "X_SMIT", ("super_strike",)
    if end.track in _BY_TRACK:
        yield _BY_TRACK[end.track]
    elif situation.is_serving is None:
        yield "U_SENTENCE_STATUS", ("sentence_status",)
