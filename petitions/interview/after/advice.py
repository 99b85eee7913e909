"""What to do next in a case: sentences by how far it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from petitions.interview.after import wording
from petitions.interview.after.trackers import Step
from petitions.interview.after.wording import Text

_BY_ANSWER: Mapping[str, Text] = {
    "agreed": wording.AGREED,
    "objected": wording.OBJECTED,
    "hearing": wording.HEARING,
}
_BY_DECISION: Mapping[str, Text] = {
    "granted": wording.GRANTED,
    "part": wording.PART,
    "denied": wording.DENIED,
}
_OPEN: tuple[tuple[Step, Text], ...] = ((Step.SERVED, wording.SERVE), (Step.FILED, wording.FILE))
"""In the order of our guide: the copy goes out, and the proof of it is filed with the papers."""


def next_lines(steps: Mapping[Step, Mapping[str, Any]], *, is_petition: bool) -> tuple[str, ...]:
    """Return what to do now; the step that is furthest on decides."""
    return tuple(str(line) for line in _lines(steps, is_petition=is_petition))


def _lines(steps: Mapping[Step, Mapping[str, Any]], *, is_petition: bool) -> tuple[Text, ...]:
    if Step.CORRECTED in steps:
        return (wording.DONE,)
    if Step.DECIDED in steps:
        return (_BY_DECISION[steps[Step.DECIDED]["how"]],)
    if Step.ANSWERED in steps:
        return _of_answer(steps[Step.ANSWERED])
    to_do = tuple(line for step, line in _OPEN if step not in steps)
    if to_do:
        return to_do
    return (wording.WAIT, wording.MAY_BE_HEARING) if is_petition else (wording.WAIT,)


def _of_answer(answer: Mapping[str, Any]) -> tuple[Text, ...]:
    said = _BY_ANSWER.get(answer["how"], wording.READ_IT)
    return (said, wording.HEARING) if answer.get("hearing_on") and said is not wording.HEARING else (said,)
