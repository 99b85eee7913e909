"""Saves one step of a case, never over what another tab has noted meanwhile."""

from __future__ import annotations

import secrets
from typing import Any

from django.http import HttpRequest
from django.utils.crypto import constant_time_compare

from petitions.interview import sessions
from petitions.interview.after.notes import can_track
from petitions.interview.after.trackers import Step, StepValues, step_of, with_call_on, with_step
from petitions.interview.answers import Answers

_MARK_BYTES = 12


class NotedElsewhere(Exception):
    """Another tab has noted something else for the same step since this page was drawn."""

    def __init__(self, stored: dict[str, Any] | None) -> None:
        super().__init__("noted in another tab")
        self.stored = stored


def save_step(request: HttpRequest, *, place: str, step: Step, values: StepValues | None, seen: str) -> None:
    """Note one step in the newest answers."""
    mark = new_mark()

    def noted(answers: Answers) -> Answers:
        if not can_track(answers, place):
            raise sessions.PlaceGone
        stored = step_of(answers, place, step)
        is_new = bool(seen) and not constant_time_compare(seen, seen_mark(answers, place=place, step=step))
        if is_new and stored != values:
            raise NotedElsewhere(stored)
        return with_step(answers, place=place, step=step, values=values, mark=mark)

    sessions.change(request, noted)


def save_call_on(request: HttpRequest, day: str | None) -> None:
    """Keep the day on which the person wants to call."""
    mark = new_mark()
    sessions.change(request, lambda answers: with_call_on(answers, day, mark=mark))


def seen_mark(answers: Answers, *, place: str, step: Step) -> str:
    """Return a mark of what is noted for a step, from which it cannot be read."""
    return sessions.mark_of(f"after/{place}/{step}", step_of(answers, place, step))


def new_mark() -> str:
    """Return a mark that nobody has and nobody can guess."""
    return secrets.token_hex(_MARK_BYTES)
