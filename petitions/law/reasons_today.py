"""Why: what the act is today, by the classes found, and the felony exceptions that reach it."""

from __future__ import annotations

from collections.abc import Iterator

from petitions.law.amounts import read_amounts
from petitions.law.computing import judged_ages
from petitions.law.offenses.hs_11360 import across_the_border, to_minor
from petitions.law.offenses.today import stated
from petitions.law.priors import History
from petitions.law.relief import Range
from petitions.law.situation import Situation
from petitions.law.terms import AgeBracket, Jurisdiction, Offense, Trilean

Why = tuple[str, tuple[str, ...]]

_LAWFUL: dict[str, Why] = {
    "11357": ("R_LAWFUL_21_POSSESS", ("age_at_offense", "flower_grams", "concentrate_grams")),
    "11358": ("R_LAWFUL_GROW", ("age_at_offense", "plants", "home_grow_lawful")),
    "11360": ("R_LAWFUL_21_GIVE", ("age_at_offense", "conduct", "recipient_age")),
}
_PROOF: dict[str, Why] = {
    "11358": ("R_PLANTS_PROOF", ("plants",)),
    "11360": ("R_SALE_PROOF", ("conduct",)),
}
_AGE = ("age_at_offense",)
_MINOR = ("sold_to_minor", "recipient_age")
_BORDER = ("conduct", "drug_form", "flower_grams", "concentrate_grams")


def class_reasons(situation: Situation, found: Range) -> Iterator[Why]:
    """Yield one reason for each class that the act may have today, the lightest first."""
    section, ages = situation.charge.section or "", judged_ages(situation)
    if Offense.LAWFUL in found.classes:
        yield from _lawful(situation, section)
    if Offense.INFRACTION in found.classes and AgeBracket.UNDER_18 in ages:
        yield f"R_INFRACTION_U18_{section}", _AGE
    if Offense.INFRACTION in found.classes and ages != {AgeBracket.UNDER_18}:
        yield from _infraction(section, ages)
    if Offense.MISDEMEANOR in found.classes:
        yield from _misdemeanor(situation, section, found)


def _lawful(situation: Situation, section: str) -> Iterator[Why]:
    amounts = read_amounts(situation.form, situation.flower, situation.concentrate)
    if section == "11357" and amounts.is_edible:
        yield "R_EDIBLE", ("drug_form",)
    elif section == "11357" and situation.charge.letter == "c":
        yield "R_LAWFUL_PRODUCE", ("from_own_home_plants",)
    else:
        yield _LAWFUL[section]


def _infraction(section: str, ages: frozenset[AgeBracket]) -> Iterator[Why]:
    under_21 = AgeBracket.FROM_18_TO_20 in ages
    if section == "11360":
        yield "R_INFRACTION_MOVE", ("conduct", "flower_grams")
    elif section == "11357" and under_21:
        yield "R_INFRACTION_POSSESS", _AGE
    elif section == "11358":
        yield (
            "R_INFRACTION_GROW_U21" if under_21 else "R_INFRACTION_HOME_RULES",
            ("plants", "home_grow_lawful"),
        )


def _misdemeanor(situation: Situation, section: str, found: Range) -> Iterator[Why]:
    if section == "11357" and situation.acts.on_school_grounds:
        yield "R_SCHOOL", ("on_school_grounds",)
        return
    yield f"R_MISD_NOW_{section}", ("section", "plants", "conduct")
    if section in _PROOF and len(found.classes - {Offense.FELONY}) > 1:
        yield _PROOF[section]


def exception_reasons(situation: Situation, found: Range) -> Iterator[Why]:
    """Yield the exceptions that apply (X), and those that the record leaves open (U)."""
    section, view = situation.charge.section or "", situation.view
    if situation.jurisdiction is Jurisdiction.CALIFORNIA_JUVENILE:
        return
    if not found.exceptable:
        yield from _given_to_minor(situation, section, found)
        return
    yield from _history("SUPER_STRIKE", view.strikes, section, "super_strike")
    yield from _history("SEX_OFFENSE", view.sex_offenses, section, "sex_offense")
    if view.may_be_third:
        yield f"U_TWO_PRIORS_{section}", ("earlier_same_section",)
    yield from _own(situation, section)


def _history(name: str, history: History, section: str, fact: str) -> Iterator[Why]:
    if history is History.BEFORE:
        yield f"X_{name}_{section}", (fact,)
    elif history in (History.UNSURE, History.UNKNOWN):
        yield f"U_{name}_{section}", (fact,)


def _given_to_minor(situation: Situation, section: str, found: Range) -> Iterator[Why]:
    """A gift under (b) that may have gone to a minor: a felony that stands beside no exception (C12)."""
    if Offense.FELONY in found.classes and to_minor(situation.acts) is not Trilean.NO:
        yield f"U_SOLD_TO_MINOR_{section}", _MINOR


def _own(situation: Situation, section: str) -> Iterator[Why]:
    """Yield the exceptions of the section's own: E7; E4 and E5; E4 and E6."""
    acts = situation.acts
    if section == "11358":
        yield from _answered("ENVIRONMENT", "ENVIRONMENTAL_HARM", acts.environmental_harm)
    elif section == "11359":
        yield from _judged(f"SOLD_TO_MINOR_{section}", stated(acts.sold_to_minor), ("sold_to_minor",))
        if AgeBracket.FROM_21 in judged_ages(situation):
            yield from _answered("HIRED_U21", "HIRED_UNDER_21", acts.hired_under_21)
    else:
        yield from _judged(f"SOLD_TO_MINOR_{section}", to_minor(acts), _MINOR)
        if acts.conduct is not None:
            amounts = read_amounts(situation.form, situation.flower, situation.concentrate)
            yield from _judged("IMPORT_EXPORT", across_the_border(amounts, acts.conduct), _BORDER)


def _judged(name: str, answer: Trilean, facts: tuple[str, ...]) -> Iterator[Why]:
    if answer is not Trilean.NO:
        yield f"{'X' if answer is Trilean.YES else 'U'}_{name}", facts


def _answered(applies: str, fact: str, answer: bool | None) -> Iterator[Why]:
    if answer is not False:
        yield (f"X_{applies}" if answer else f"U_{fact}"), (fact.lower(),)
