"""What to do next in a case follows from the step that is furthest on, and never names a deadline."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.utils.translation import override

from petitions.interview.after.advice import next_lines
from petitions.interview.after.trackers import Step
from petitions.interview.after.wording import STEP_WORDS

Steps = dict[Step, dict[str, Any]]


def said(steps: Steps, *, is_petition: bool = False) -> str:
    with override("en"):
        return " ".join(next_lines(steps, is_petition=is_petition))


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        ({Step.FILED: {}}, "Ask an adult"),
        ({Step.SERVED: {}}, "Take or mail"),
        ({Step.FILED: {}, Step.SERVED: {}}, "Now you wait"),
        ({Step.ANSWERED: {"how": "agreed"}}, "good news"),
        ({Step.ANSWERED: {"how": "objected"}}, "must prove that you do not"),
        ({Step.ANSWERED: {"how": "unsure"}}, "what it says"),
        ({Step.DECIDED: {"how": "granted"}}, "certified copy"),
        ({Step.DECIDED: {"how": "part"}}, "about the rest"),
        ({Step.DECIDED: {"how": "denied"}}, "public defender right away"),
        ({Step.DECIDED: {"how": "granted"}, Step.CORRECTED: {}}, "You are done"),
    ],
)
def test_the_step_that_is_furthest_on_says_what_to_do(steps: Steps, told: str) -> None:
    assert told in said(steps)


def test_a_hearing_on_top_of_an_objection_says_both_and_a_petition_may_have_one() -> None:
    objected = {Step.ANSWERED: {"how": "objected", "hearing_on": "2027-01-12"}}
    assert "must prove" in said(objected) and "before that day" in said(objected)
    waiting: Steps = {Step.FILED: {}, Step.SERVED: {}}
    assert "There may be a hearing" in said(waiting, is_petition=True)
    assert "There may be a hearing" not in said(waiting)


def test_no_sentence_here_names_a_number_of_days_to_wait() -> None:
    hows = [(one, value) for one in Step for value, _, _ in STEP_WORDS[one].cards]
    told = [said({one: {"how": value}}, is_petition=True) for one, value in hows]
    assert len(told) >= 10 and not re.search(r"[0-9]", " ".join(told))
