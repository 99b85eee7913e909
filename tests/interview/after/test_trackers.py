"""What is noted of one case stays with that case, whatever happens to the others."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from petitions.interview.after.trackers import (
    Step,
    call_mark,
    call_on,
    hand_on_tracker,
    loses_tracker,
    mark_of,
    step_of,
    steps_of,
    tracked_places,
    with_call_on,
    with_step,
)
from petitions.interview.answers import Answers, conviction_ids, conviction_of, new_answers
from petitions.interview.counts import with_conviction, without_conviction

DONE = {"how": "done", "on": "2026-10-05"}


def noted(answers: Answers, place: str, step: Step = Step.FILED, **values: Any) -> Answers:
    return with_step(answers, place=place, step=step, values={**DONE, **values}, mark=f"mark-{place}")


def two_cases() -> Answers:
    return noted(noted(with_conviction(new_answers()), "c1"), "c2", on="2026-10-06")


def test_a_step_is_noted_changed_and_marked_as_not_yet_without_touching_another() -> None:
    answers = noted(two_cases(), "c1", Step.SERVED, on=None)
    assert steps_of(answers, "c1") == {Step.FILED: DONE, Step.SERVED: {"how": "done", "on": None}}
    undone = with_step(answers, place="c1", step=Step.FILED, values=None, mark="new")
    assert [*steps_of(undone, "c1")] == [Step.SERVED]
    assert step_of(undone, "c2", Step.FILED) == {"how": "done", "on": "2026-10-06"}
    assert steps_of(answers, "c1")[Step.FILED] == DONE, "the answers before are not changed"


def test_the_mark_of_a_case_is_given_once() -> None:
    answers = noted(new_answers(), "c1")
    again = with_step(answers, place="c1", step=Step.DECIDED, values=DONE, mark="another")
    assert mark_of(again, "c1") == "mark-c1"
    assert mark_of(new_answers(), "c1") == ""


def test_the_day_of_a_call_keeps_its_mark_when_it_changes() -> None:
    answers = with_call_on(new_answers(), "2026-12-01", mark="one")
    later = with_call_on(answers, "2027-01-01", mark="two")
    assert (call_on(later), call_mark(later)) == ("2027-01-01", "one")
    assert call_on(with_call_on(later, None, mark="three")) is None
    assert tracked_places(later) == ()


def test_taking_out_a_case_takes_its_own_notes_alone() -> None:
    left = without_conviction(two_cases(), "c1")
    assert tracked_places(left) == ("c2",)
    assert step_of(left, "c2", Step.FILED) == {"how": "done", "on": "2026-10-06"}
    assert loses_tracker(two_cases(), "c1")
    assert not loses_tracker(with_conviction(new_answers()), "c1")


def test_the_next_count_of_a_case_keeps_its_notes() -> None:
    answers = with_conviction(two_cases(), same_case_as="c1")
    assert not loses_tracker(answers, "c1")
    left = without_conviction(answers, "c1")
    assert step_of(left, "c3", Step.FILED) == DONE and mark_of(left, "c3") == "mark-c1"
    assert tracked_places(left) == ("c2", "c3")


def test_a_count_with_the_same_case_number_keeps_the_notes_too() -> None:
    answers = with_conviction(noted(new_answers(), "c1"))
    for place, number in {"c1": "CR-1 2", "c2": "cr-1  2"}.items():
        conviction_of(answers, place).update(county="Humboldt", case_number=number)
    assert step_of(without_conviction(answers, "c1"), "c2", Step.FILED) == DONE
    conviction_of(answers, "c2")["county"] = "Fresno"
    assert tracked_places(without_conviction(answers, "c1")) == ()


def test_notes_that_are_there_are_never_written_over_by_those_of_another() -> None:
    answers = two_cases()
    for place in ("c1", "c2"):
        conviction_of(answers, place).update(county="Humboldt", case_number="7")
    left = without_conviction(answers, "c1")
    assert step_of(left, "c2", Step.FILED) == {"how": "done", "on": "2026-10-06"}


def test_taking_out_a_count_without_notes_changes_none() -> None:
    answers = noted(with_conviction(new_answers()), "c1")
    before = with_conviction(answers)
    hand_on_tracker(answers, removed="c2", before=before)
    assert tracked_places(answers) == ("c1",)


@given(st.lists(st.tuples(st.sampled_from(["add", "join", "remove"]), st.integers(0, 5)), max_size=12))
def test_however_convictions_come_and_go_the_notes_of_a_case_that_stays_stay(
    moves: list[tuple[str, int]],
) -> None:
    answers = noted(new_answers(), "c1")
    for kind, which in moves:
        ids = conviction_ids(answers)
        chosen = ids[which % len(ids)] if ids else None
        if kind == "remove" and chosen and chosen != "c1":
            answers = without_conviction(answers, chosen)
        elif kind != "remove":
            answers = with_conviction(answers, same_case_as=chosen if kind == "join" else None)
        assert step_of(answers, "c1", Step.FILED) == DONE
