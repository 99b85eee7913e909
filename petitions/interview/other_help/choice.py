"""Which page of other help goes with an answer."""

from __future__ import annotations

from petitions.interview.other_help import pages
from petitions.interview.other_help.shapes import HelpPage
from petitions.law.determinations import Determination
from petitions.law.facts import Conviction
from petitions.law.sections import Kind, read_charge
from petitions.law.terms import Disposition, Jurisdiction, Outcome

_BY_OUTCOME = {
    Outcome.NOT_COVERED_DATE: pages.AFTER_2016,
    Outcome.NOT_COVERED_SECTION: pages.NOT_COVERED,
    Outcome.NO_LESSER_OFFENSE: pages.NOT_COVERED,
    Outcome.FELONY_EXCEPTION: pages.NOT_COVERED,
    Outcome.JUVENILE_REDUCE: pages.JUVENILE,
}


def help_for(determination: Determination, conviction: Conviction) -> HelpPage | None:
    """Return the page that says more; None where this law helps and nothing is special."""
    outcome = determination.outcome
    if outcome is Outcome.NOT_A_CONVICTION:
        return pages.DIVERSION if conviction.disposition is Disposition.DIVERTED else pages.ARREST_ONLY
    if outcome is Outcome.NOT_COVERED_JURISDICTION:
        is_state = conviction.jurisdiction is Jurisdiction.OTHER_STATE
        return pages.OTHER_STATE if is_state else pages.FEDERAL
    if outcome in _BY_OUTCOME and not _is_juvenile(conviction):
        return _BY_OUTCOME[outcome]
    return _special(conviction) if outcome is not Outcome.ALREADY_CLEARED else None


def _special(conviction: Conviction) -> HelpPage | None:
    """Return the page of a kind of case, whatever its outcome."""
    if _is_juvenile(conviction):
        return pages.JUVENILE
    charge = read_charge(conviction.code, conviction.section, conviction.subdivision, conviction.prefix)
    return pages.OLD_SECTIONS if charge.kind is Kind.PREDECESSOR else None


def _is_juvenile(conviction: Conviction) -> bool:
    return conviction.jurisdiction is Jurisdiction.CALIFORNIA_JUVENILE
