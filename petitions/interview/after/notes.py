"""Which cases can have notes, and whether there is anything to note."""

from __future__ import annotations

from petitions.interview.after.trackers import Step, steps_of, tracked_places
from petitions.interview.answers import Answers, conviction_ids, first_count, was_asked
from petitions.interview.questions import question_of


def can_track(answers: Answers, place: str) -> bool:
    """Say whether this is the key of a case: the first count of one, or one that has notes."""
    is_case = place in conviction_ids(answers) and first_count(answers, place) == place
    return is_case or place in tracked_places(answers)


def made_papers(answers: Answers) -> bool:
    """Say whether papers were made, or something is noted of them: the last question of a case was answered."""
    last = question_of("server")
    assert last is not None
    return bool(tracked_places(answers)) or any(
        was_asked(answers, place, last) for place in conviction_ids(answers)
    )


def all_corrected(answers: Answers) -> bool:
    """Say whether every case with notes is through."""
    places = tracked_places(answers)
    return bool(places) and all(Step.CORRECTED in steps_of(answers, place) for place in places)
