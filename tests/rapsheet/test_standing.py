"""How a count and its event stand after all updates."""

from __future__ import annotations

from datetime import date

import pytest

from petitions.rapsheet.meaning import standing
from petitions.rapsheet.sheet import Disposition, Severity
from tests.rapsheet import made

LATER = date(2006, 1, 1)


def update(outcome: str, **facts: object) -> Disposition:
    return made.disposition(outcome, on=LATER, **facts)


@pytest.mark.parametrize(
    ("updates", "then", "now"),
    [
        ((), "F", "F"),
        ((update("reduced"),), "F", "M"),
        ((update("reduced", text="REDUCED TO INFRACTION"),), "F", "I"),
        ((update("reduced", severity="M"),), "F", "M"),
        ((update("sentence_modified", severity="M"),), "F", "M"),
        ((update("sentence_modified"),), "F", "F"),
        ((update("pc1203_dismissed"),), "F", "F"),
    ],
)
def test_a_count_has_a_class_then_and_one_now(updates: tuple[Disposition, ...], then: str, now: str) -> None:
    count = made.conviction("HS 11358", *updates, severity="F")
    assert (standing.severity(count), standing.current_severity(count)) == (Severity(then), Severity(now))


def test_a_count_without_a_conviction_has_no_class() -> None:
    count = made.count("HS 11358", made.disposition("dismissed", severity="F"))
    assert standing.severity(count) is standing.current_severity(count) is None
    assert standing.after_conviction(count) == ()


def test_what_came_later_is_told_by_its_kind() -> None:
    aside, dismissed = update("pc1203_dismissed", statute="1203.4"), update("dismissed")
    reduced, changed, again = update("reduced"), update("sentence_modified"), update("resentenced")
    count = made.conviction(
        "HS 11358", reduced, changed, again, aside, dismissed, update("probation_revoked")
    )
    assert standing.set_aside(count) is aside
    assert standing.undone(count) is dismissed
    assert standing.reduced(count) == (reduced,)
    assert standing.resentenced(count) == (changed, again)
    assert standing.probation_revoked(count)


def test_a_dismissal_before_the_conviction_undoes_nothing() -> None:
    count = made.count("HS 11358", made.disposition("dismissed"), made.disposition("convicted"))
    assert standing.undone(count) is None


def test_the_last_sentence_applies() -> None:
    first, last = made.sentence(jail={"days": 30}), made.sentence(prison={"years": 2})
    count = made.conviction("HS 11358", update("resentenced", sentence=last), sentence=first)
    assert standing.sentence(count) is last


def test_only_a_court_convicts() -> None:
    count = made.conviction()
    assert standing.convicted_counts(made.event(count)) == (count,)
    assert standing.convicted_counts(made.event(count, kind="arrest")) == ()
    assert standing.convictions(made.sheet(made.event(count), made.event(kind="arrest"), made.event())) == (
        made.event(count),
    )
