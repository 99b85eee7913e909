"""Made-up convictions and determinations for the tests of the result page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from petitions.courts.directory import load_directory
from petitions.interview.results import ResultPage, result_page
from petitions.law.determinations import Determination, Determinations
from petitions.law.facts import Conviction, Petitioner, Record, Span
from petitions.law.terms import Disposition, Jurisdiction, Level, Outcome, Relief, Status, Track

ON = date(2026, 11, 24)
_STATUS = {
    Outcome.NEEDS_REVIEW: Status.NEEDS_REVIEW,
    Outcome.FELONY_EXCEPTION: Status.NEEDS_REVIEW,
    Outcome.NO_LESSER_OFFENSE: Status.NOT_ELIGIBLE,
    Outcome.NOT_COVERED_SECTION: Status.NOT_ELIGIBLE,
    Outcome.NOT_COVERED_DATE: Status.NOT_ELIGIBLE,
    Outcome.NOT_COVERED_JURISDICTION: Status.NOT_ELIGIBLE,
    Outcome.NOT_A_CONVICTION: Status.NOT_ELIGIBLE,
    Outcome.ALREADY_CLEARED: Status.CHECK_FIRST,
}


def growing(number: int = 1, **facts: Any) -> Conviction:
    """Return a felony for growing in Humboldt in 2001, with other facts where given."""
    known: dict[str, Any] = {
        "jurisdiction": Jurisdiction.CALIFORNIA_ADULT,
        "disposition": Disposition.CONVICTED,
        "code": "HS",
        "section": "11358",
        "level": Level.FELONY,
        "county": "Humboldt",
        "offense_date": Span(date(2001, 1, 1), date(2001, 12, 31)),
    }
    return Conviction(id=f"c{number}", **{**known, **facts})


def found(outcome: Outcome = Outcome.REDUCE_TO_MISDEMEANOR, number: int = 1, **parts: Any) -> Determination:
    """Return a determination, by default a plain misdemeanor by application."""
    known: dict[str, Any] = {
        "conviction": f"c{number}",
        "outcome": outcome,
        "status": _STATUS.get(outcome, Status.ELIGIBLE),
        "floor": Relief.MISDEMEANOR,
        "ceiling": Relief.MISDEMEANOR,
        "track": Track.APPLICATION_E,
        "needs": (),
        "reasons": (),
        "fallbacks": (),
        "warnings": (),
    }
    return Determination(**{**known, **parts})


def page_of(
    *pairs: tuple[Conviction, Determination],
    answered: Mapping[str, Mapping[str, str]] | None = None,
    settling: Mapping[str, tuple[str, ...]] | None = None,
) -> ResultPage:
    """Return the page for convictions with their determinations."""
    record = Record(Petitioner(), tuple(conviction for conviction, _found in pairs))
    determinations = Determinations(ON, "test", tuple(one for _conviction, one in pairs), ())
    return result_page(
        record,
        determinations,
        load_directory(),
        answered=answered or {},
        settling=settling or {},
        change_url=lambda conviction, fact: f"/{conviction}/{fact}/" if fact != "subdivision" else "",
    )
