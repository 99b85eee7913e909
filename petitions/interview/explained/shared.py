"""The tables that every section has: exceptions by age, a sentence still served, orders made before."""

from __future__ import annotations

from typing import Any

from petitions.interview.explained.facts import AGE, COURT, ORDERS, SENTENCE, STRIKES, history_alone
from petitions.interview.explained.grid import Table
from petitions.interview.explained.tried import Case, Fact, Value
from petitions.law.terms import Jurisdiction

JUVENILE_AT_30 = Value(
    "juvenile_at_30", {"jurisdiction": Jurisdiction.CALIFORNIA_JUVENILE, "age_at_offense": 30}
)


def charged(*letters: str | None) -> Fact:
    """Return the subdivisions as they were charged; None: the record has no letter."""
    return Fact("charged", tuple(Value(letter or "none", {"subdivision": letter}) for letter in letters))


def act(name: str, **facts: Any) -> Value:
    """Return one act, told in full."""
    return Value(name, facts)


def sentence_table(case: Case, acts: Fact) -> Table:
    """Return what a sentence that still runs changes, and a super strike beside it."""
    return Table("sentence", case, (acts, SENTENCE, STRIKES))


def orders_table(case: Case, acts: Fact) -> Table:
    """Return what an order made before changes."""
    return Table("orders", case, (acts, ORDERS))


def minors_table(case: Case, acts: Fact) -> Table:
    """Return what a minor gets, in either court."""
    return Table("minors", case.changed([Value("17", {"age_at_offense": 17})]), (COURT, acts))


def age_table(case: Case, *own: Value) -> Table:
    """Return whom the felony exceptions reach, by age."""
    histories = history_alone(("none", "strike_before", "sex_before", "third"), *own)
    return Table("exceptions_by_age", case, (AGE, histories))
