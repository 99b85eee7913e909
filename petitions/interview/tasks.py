"""The task list of the court papers: what is done, what is open, and where each task begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from django.urls import reverse
from django.utils.translation import gettext

from petitions.interview.after.notes import all_corrected
from petitions.interview.after.trackers import tracked_places
from petitions.interview.answers import Answers
from petitions.interview.filed_cases import (
    FiledCase,
    case_pages,
    choice_pages,
    is_complete,
    is_done,
    person_pages,
)
from petitions.interview.flow import Page
from petitions.interview.links import page_url
from petitions.interview.lists import case_title


class TaskState(StrEnum):
    """How far a task is."""

    DONE = "done"
    STARTED = "started"
    OPEN = "open"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Task:
    """One line of the task list; ``url`` is empty where it cannot start yet."""

    name: str
    state: TaskState
    state_name: str
    url: str


@dataclass(frozen=True, slots=True)
class TaskGroup:
    """Tasks under one heading."""

    name: str
    tasks: tuple[Task, ...]


def task_groups(answers: Answers, cases: tuple[FiledCase, ...]) -> tuple[TaskGroup, ...]:
    """Return the whole list in the order in which a person works."""
    ready = is_complete(answers, cases)
    return (
        TaskGroup(gettext("Cases"), tuple(_task(answers, case_title(one), case_pages(one)) for one in cases)),
        TaskGroup(gettext("You"), (_task(answers, gettext("Your name and address"), person_pages()),)),
        TaskGroup(gettext("Your choices"), tuple(_choice_task(answers, one, cases) for one in cases)),
        TaskGroup(
            gettext("Finish"),
            (
                _last(gettext("Check your answers"), reverse("check"), ready=ready),
                _last(gettext("Get your papers"), reverse("papers"), ready=ready),
                _after(answers, ready=ready),
            ),
        ),
    )


def _choice_task(answers: Answers, case: FiledCase, cases: tuple[FiledCase, ...]) -> Task:
    name = case_title(case) if len(cases) > 1 else gettext("The judge, the hearing, and the copy")
    return _task(answers, name, choice_pages(case))


def _task(answers: Answers, name: str, pages: Sequence[Page]) -> Task:
    done = [is_done(answers, page) for page in pages]
    state = TaskState.DONE if all(done) else TaskState.STARTED if any(done) else TaskState.OPEN
    start = pages[done.index(False)] if state is not TaskState.DONE else pages[0]
    return Task(name, state, _state_name(state), page_url(start, back_to="tasks"))


def _last(name: str, url: str, *, ready: bool) -> Task:
    state = TaskState.OPEN if ready else TaskState.LATER
    return Task(name, state, _state_name(state), url if ready else "")


def _after(answers: Answers, *, ready: bool) -> Task:
    noted = bool(tracked_places(answers))
    line = _last(gettext("After you file"), reverse("after"), ready=ready or noted)
    if not noted:
        return line
    state = TaskState.DONE if all_corrected(answers) else TaskState.STARTED
    return replace(line, state=state, state_name=_state_name(state))


def _state_name(state: TaskState) -> str:
    return {
        TaskState.DONE: gettext("Done"),
        TaskState.STARTED: gettext("Started"),
        TaskState.OPEN: gettext("To do"),
        TaskState.LATER: gettext("Cannot start yet"),
    }[state]
