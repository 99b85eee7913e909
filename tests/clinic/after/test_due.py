"""What is due in a case, and when: a table of its steps."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from petitions.clinic.after.due import Kind, due_days
from petitions.clinic.after.order import order_question
from petitions.records.matters.models import CaseStatus as S
from petitions.records.matters.steps import Step

DAY = date(2026, 3, 2)


def step(status: S, days: int | None, outcome: str = "", hearing: int | None = None) -> tuple[S, Step]:
    on = None if days is None else DAY + timedelta(days=days)
    hearing_on = None if hearing is None else DAY + timedelta(days=hearing)
    return status, Step("c1", status, on, outcome, hearing_on, None, "", 1)


PRINTED, FILED, SERVED = step(S.PRINTED, 0), step(S.FILED, 10), step(S.SERVED, 12)
HEARING = step(S.ANSWERED, 20, "hearing", 50)
TABLE = [
    ("nothing is noted", [], []),
    ("printed: to be filed two weeks later", [PRINTED], [(Kind.FILE, 14)]),
    ("printed without a day: nothing to count from", [step(S.PRINTED, None)], []),
    ("signed changes nothing", [PRINTED, step(S.SIGNED, 1)], [(Kind.FILE, 14)]),
    ("filed: a copy a week later", [PRINTED, FILED], [(Kind.SERVE, 17)]),
    ("filed without a day", [PRINTED, step(S.FILED, None)], []),
    ("served before filing: still to be filed", [PRINTED, step(S.SERVED, 3)], [(Kind.FILE, 14)]),
    ("both: call 30 days after the later one", [FILED, SERVED], [(Kind.ANSWER, 42)]),
    ("both without days", [step(S.FILED, None), step(S.SERVED, None)], []),
    ("an answer: nothing more to wait for", [FILED, SERVED, step(S.ANSWERED, 20, "agreed")], []),
    ("a hearing", [FILED, SERVED, HEARING], [(Kind.HEARING, 50)]),
    (
        "a hearing that was set when it was filed",
        [step(S.FILED, 10, hearing=30), SERVED],
        [(Kind.HEARING, 30), (Kind.ANSWER, 42)],
    ),
    (
        "decided: the record 60 days later",
        [FILED, HEARING, step(S.DECIDED, 50, "granted")],
        [(Kind.VERIFY, 110)],
    ),
    ("granted in part", [step(S.DECIDED, 0, "part")], [(Kind.VERIFY, 60)]),
    ("denied: ask within a week", [step(S.DECIDED, 0, "denied")], [(Kind.APPEAL, 7)]),
    ("denied long ago", [step(S.DECIDED, -90, "denied")], []),
    ("another decision", [step(S.DECIDED, 0, "other")], []),
    ("decided without a day", [step(S.DECIDED, None, "granted")], []),
    ("all done", [step(S.DECIDED, 0, "granted"), step(S.VERIFIED, 70)], []),
]


@pytest.mark.parametrize(("why", "steps", "due"), TABLE, ids=[row[0] for row in TABLE])
def test_what_is_due_when(why: str, steps: list[tuple[S, Step]], due: list[tuple[Kind, int]]) -> None:
    expected = [(kind, DAY + timedelta(days=days)) for kind, days in due]
    assert list(due_days(dict(steps), on=DAY)) == expected, why


@pytest.mark.parametrize(
    ("steps", "status", "days", "is_asked"),
    [
        ([PRINTED], S.FILED, 1, False),
        ([PRINTED], S.FILED, -1, True),
        ([FILED], S.SERVED, 3, False),  # courts take it both ways
        ([FILED], S.PRINTED, 11, True),
        ([FILED], S.DECIDED, None, False),
    ],
)
def test_an_odd_order_of_days_is_a_question(
    steps: list[tuple[S, Step]], status: S, days: int | None, is_asked: bool
) -> None:
    on = None if days is None else DAY + timedelta(days=days)
    assert bool(order_question(dict(steps), status=status, on=on)) is is_asked
