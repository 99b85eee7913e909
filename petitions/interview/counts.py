"""Adds a conviction to the answers, or takes one out, with all that hangs on it."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from petitions.interview.after.trackers import hand_on_tracker
from petitions.interview.answers import (
    Answers,
    conviction_ids,
    conviction_of,
    counts_of_case,
    first_count,
    was_asked,
)
from petitions.interview.questions import Question, Scope, question_of

MOST_CONVICTIONS = 60
"""More than any record a person would type; a guard against a runaway page."""
_SHARED_IN_A_CASE = ("ending", "court", "when", "convicted-when", "age", "sentence", "county")
"""Questions whose answer is usually the same for every count of one case; each can be changed."""


def with_conviction(answers: Answers, *, same_case_as: str | None = None) -> Answers:
    """Return the answers with one more conviction; facts of a shared case are copied."""
    changed = deepcopy(answers)
    changed["made"] += 1
    place = f"c{changed['made']}"
    changed["record"]["convictions"].append({"id": place})
    if same_case_as is not None:
        _copy_case(changed, source=same_case_as, place=place)
    return changed


def without_conviction(answers: Answers, place: str) -> Answers:
    """Return the answers without one conviction; the rest of its case stays one case."""
    changed = deepcopy(answers)
    heirs = [count for count in counts_of_case(changed, place) if count != place]
    record = changed["record"]
    record["convictions"] = [one for one in record["convictions"] if one["id"] != place]
    changed["same_case"].pop(place, None)
    if first_count(answers, place) == place:
        _hand_on_case(changed, old=place, heirs=heirs)
        hand_on_tracker(changed, removed=place, before=answers)
    changed["trail"] = [entry for entry in changed["trail"] if not entry.startswith(f"{place}/")]
    return changed


def can_add(answers: Answers) -> bool:
    """Say whether there is room for another conviction."""
    return len(conviction_ids(answers)) < MOST_CONVICTIONS


def _copy_case(answers: Answers, *, source: str, place: str) -> None:
    answers["same_case"][place] = first_count(answers, source)
    known, copy = conviction_of(answers, source), conviction_of(answers, place)
    for question in _shared_questions():
        _copy_facts(question, known=known, copy=copy)
        if was_asked(answers, source, question):
            answers["trail"].append(f"{place}/{question.key}")
    if "case_number" in known:
        copy["case_number"] = known["case_number"]


def _shared_questions() -> tuple[Question, ...]:
    found = (question_of(key) for key in _SHARED_IN_A_CASE)
    return tuple(question for question in found if question is not None)


def _copy_facts(question: Question, *, known: dict[str, Any], copy: dict[str, Any]) -> None:
    copy.update({fact: deepcopy(known[fact]) for fact in question.facts if fact in known})


def _hand_on_case(answers: Answers, *, old: str, heirs: list[str]) -> None:
    """Keep the filing answers of a case whose first count is gone under its next count."""
    kept = answers["filing"]["cases"].pop(old, None)
    if not heirs:
        return
    first, rest = heirs[0], heirs[1:]
    answers["same_case"].pop(first, None)
    answers["same_case"].update(dict.fromkeys(rest, first))
    if kept is not None:
        answers["filing"]["cases"][first] = kept
    keys = [entry.partition("/")[2] for entry in answers["trail"] if entry.startswith(f"{old}/")]
    answers["trail"] += [f"{first}/{key}" for key in keys if _is_of_the_case(key)]


def _is_of_the_case(key: str) -> bool:
    question = question_of(key)
    return question is not None and question.scope is Scope.CASE
