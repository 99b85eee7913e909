"""Saving: one change at a time, again when another was faster, never on what is gone."""

from __future__ import annotations

import pytest

from petitions.interview import sessions
from petitions.records.writing import StaleVersion
from tests.interview.walk import Walk, card

pytestmark = pytest.mark.django_db


def test_a_stale_save_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    walked, save, tries = Walk().begin(), sessions.save_answers, iter((True, True))

    def stale_twice(*args: object, **named: object) -> None:
        if next(tries, False):
            raise StaleVersion
        save(*args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(sessions, "save_answers", stale_twice)
    walked.answer(**card("convicted"))
    assert walked.key == "court"


def test_a_save_that_never_comes_through_is_not_taken_for_one(monkeypatch: pytest.MonkeyPatch) -> None:
    walked = Walk().begin()

    def always_stale(*_: object, **__: object) -> None:
        raise StaleVersion

    monkeypatch.setattr(sessions, "save_answers", always_stale)
    with pytest.raises(StaleVersion):
        walked.post(**card("convicted"))


def test_an_answer_about_a_conviction_that_was_removed_goes_to_the_list() -> None:
    walked = Walk().begin()
    other = Walk(walked.client).go("/interview/c1/remove/")
    other.follow(other.post())
    walked.follow(walked.post(**card("convicted")))
    assert walked.path == "/interview/convictions/"


def test_a_list_that_is_full_takes_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("petitions.interview.counts.MOST_CONVICTIONS", 1)
    walked = Walk().begin().go("/interview/convictions/add/")
    assert walked.path == "/interview/convictions/"
    assert "This list is full" in walked.text


def test_an_unknown_place_to_remove_goes_to_the_list() -> None:
    assert Walk().begin().go("/interview/c9/remove/").path == "/interview/convictions/"


@pytest.mark.parametrize("path", ["/papers/before/", "/papers/", "/papers/check/", "/papers/ready/"])
def test_with_every_conviction_removed_the_pages_of_the_papers_lead_to_the_list(path: str) -> None:
    walked = Walk().begin().go("/interview/c1/remove/")
    walked.follow(walked.post())
    assert walked.go(path).path == "/interview/convictions/"
