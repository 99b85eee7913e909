"""Says when the days of two steps stand in an unusual order; a question to the person, never a refusal."""

from __future__ import annotations

from itertools import combinations

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from petitions.interview.after.trackers import Step, steps_of
from petitions.interview.answers import Answers

_NAMES = {
    Step.FILED: _("Filed with the clerk"),
    Step.SERVED: _("Copy to the prosecutor"),
    Step.ANSWERED: _("An answer"),
    Step.DECIDED: _("The decision"),
    Step.CORRECTED: _("Record corrected"),
}
_EITHER_WAY = (Step.FILED, Step.SERVED)
"""Our guide has the copy go out first, and courts take it both ways."""


def step_name(step: Step) -> str:
    """Return the short name of a step."""
    return str(_NAMES[step])


def order_question(answers: Answers, *, place: str, step: Step, on: str) -> str | None:
    """Return a question where this day makes a later step come before an earlier one, else None."""
    days = {one: values.get("on") for one, values in steps_of(answers, place).items()} | {step: on}
    dated = [(one, str(days[one])) for one in Step if days.get(one)]
    for (first, first_on), (then, then_on) in combinations(dated, 2):
        is_asked = step in (first, then) and (first, then) != _EITHER_WAY
        if is_asked and then_on < first_on:
            names = {"first": step_name(first), "then": step_name(then)}
            return gettext("“%(then)s” has a day before “%(first)s.” That is not usual. Is it right?") % names
    return None
