"""Asks where the day of a step stands before that of an earlier one: a question to the member, never a refusal."""

from __future__ import annotations

from datetime import date
from itertools import combinations

from django.utils.translation import gettext

from petitions.clinic.after.words import STATUSES
from petitions.records.matters.models import CaseStatus
from petitions.records.matters.steps import Steps

_EITHER_WAY = (CaseStatus.FILED, CaseStatus.SERVED)
"""Courts take it both ways, as in the petitioner's own tracker."""


def order_question(steps: Steps, *, status: CaseStatus, on: date | None) -> str:
    """Return the question; empty where the days are in their usual order."""
    days = {one: step.on for one, step in steps.items()} | {status: on}
    dated = [(one, day) for one in CaseStatus if (day := days.get(one))]
    for (first, first_on), (then, then_on) in combinations(dated, 2):
        is_asked = status in (first, then) and (first, then) != _EITHER_WAY
        if is_asked and then_on < first_on:
            names = {"first": STATUSES[first], "then": STATUSES[then]}
            return gettext("“%(then)s” has a day before “%(first)s.” That is not usual. Is it right?") % names
    return ""
