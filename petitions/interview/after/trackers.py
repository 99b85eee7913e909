"""How far each case is: stored beside the answers under the case's own key, and changed one step at a time."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from enum import StrEnum
from typing import Any

from petitions.interview.answers import Answers, conviction_ids, conviction_of, counts_of_case


class Step(StrEnum):
    """What happens to a case after the papers are made, in its usual order."""

    FILED = "filed"
    SERVED = "served"
    ANSWERED = "answered"
    DECIDED = "decided"
    CORRECTED = "corrected"


StepValues = Mapping[str, Any]
"""``on`` (a day, or None), ``how`` (what was answered or decided), ``hearing_on`` and ``department``."""


def tracked_places(answers: Answers) -> tuple[str, ...]:
    """Return the keys of the cases of which something was noted."""
    return tuple(_cases(answers))


def step_of(answers: Answers, place: str, step: Step) -> dict[str, Any] | None:
    """Return what was noted of a step; None: not yet."""
    found: dict[str, Any] | None = _cases(answers).get(place, {}).get(step.value)
    return deepcopy(found)


def steps_of(answers: Answers, place: str) -> dict[Step, dict[str, Any]]:
    """Return the steps that are done, in their order."""
    found = {step: step_of(answers, place, step) for step in Step}
    return {step: values for step, values in found.items() if values is not None}


def mark_of(answers: Answers, place: str) -> str:
    """Return the mark by which a calendar knows the dates of this case again; empty before the first note."""
    return str(_cases(answers).get(place, {}).get("mark", ""))


def with_step(answers: Answers, *, place: str, step: Step, values: StepValues | None, mark: str) -> Answers:
    """Return the answers with one step noted, or with None marked as not yet; ``mark`` names a new tracker."""
    changed = deepcopy(answers)
    cases = changed.setdefault("after", {}).setdefault("cases", {})
    tracker = cases.setdefault(place, {"mark": mark})
    if values is None:
        tracker.pop(step.value, None)
    else:
        tracker[step.value] = dict(values)
    return changed


def call_on(answers: Answers) -> str | None:
    """Return the day on which the person wants to call the clerk."""
    found: str | None = answers.get("after", {}).get("call_on")
    return found


def call_mark(answers: Answers) -> str:
    """Return the mark by which a calendar knows that day again."""
    return str(answers.get("after", {}).get("call_mark", ""))


def with_call_on(answers: Answers, day: str | None, *, mark: str) -> Answers:
    """Return the answers with the day of the call, or without one."""
    changed = deepcopy(answers)
    after = changed.setdefault("after", {})
    after["call_on"] = day
    after.setdefault("call_mark", mark)
    return changed


def hand_on_tracker(answers: Answers, *, removed: str, before: Answers) -> None:
    """Keep the tracker of a case whose first count was taken out, where another count of it is left."""
    cases = answers.get("after", {}).get("cases", {})
    if removed not in cases:
        return
    heir = next(iter(_same_case(before, removed)), None)
    if heir is None:
        cases.pop(removed)
    elif heir not in cases:
        cases[heir] = cases.pop(removed)


def loses_tracker(answers: Answers, place: str) -> bool:
    """Say whether taking out this conviction takes its dates with it."""
    return place in _cases(answers) and not _same_case(answers, place)


def _same_case(answers: Answers, place: str) -> list[str]:
    """Return the other counts of the case, joined by the person or by one county and case number."""
    joined = [one for one in counts_of_case(answers, place) if one != place]
    known = conviction_of(answers, place)
    alike = [
        one
        for one in conviction_ids(answers)
        if one != place and known.get("case_number") and _named(conviction_of(answers, one)) == _named(known)
    ]
    return joined or alike


def _named(conviction: Mapping[str, Any]) -> tuple[str, str]:
    number = " ".join(str(conviction.get("case_number") or "").casefold().split())
    return str(conviction.get("county") or "").casefold(), number


def _cases(answers: Answers) -> dict[str, Any]:
    found: dict[str, Any] = answers.get("after", {}).get("cases", {})
    return found
