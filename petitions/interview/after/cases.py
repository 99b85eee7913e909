"""The cases that can be tracked: those with papers, and those of which something is noted already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext

from petitions.courts.directory import load_directory
from petitions.interview.after.advice import next_lines
from petitions.interview.after.contacts import Contacts, contacts_of
from petitions.interview.after.order import step_name
from petitions.interview.after.trackers import Step, steps_of, tracked_places
from petitions.interview.after.wording import SAID
from petitions.interview.answers import Answers, conviction_ids, conviction_of
from petitions.interview.filed_cases import FiledCase, filed_cases
from petitions.interview.lists import case_title
from petitions.interview.said import date_in_words
from petitions.interview.screening import determinations_of
from petitions.law.terms import Track


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step as the page draws it: ``state`` in words, ``lines`` under it."""

    step: Step
    name: str
    is_done: bool
    state: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TrackedCase:
    """One case with its steps, and what to do next."""

    place: str
    title: str
    steps: tuple[StepLine, ...]
    next_lines: tuple[str, ...]
    contacts: Contacts | None


def tracked_cases(answers: Answers, *, on: date) -> tuple[TrackedCase, ...]:
    """Return every case with papers, then those that have none any more but were noted before."""
    filed = filed_cases(answers, determinations_of(answers, on=on))
    places = {case.place for case in filed}
    left = [place for place in tracked_places(answers) if place not in places]
    return tuple(_tracked(answers, case) for case in (*filed, *(_as_noted(answers, one) for one in left)))


def title_of(answers: Answers, place: str) -> str:
    """Say which case this is."""
    return case_title(_as_noted(answers, place))


def _as_noted(answers: Answers, place: str) -> FiledCase:
    known: Mapping[str, Any] = conviction_of(answers, place) if place in conviction_ids(answers) else {}
    return FiledCase(place, known.get("county"), known.get("case_number"), Track.NONE, ())


def _tracked(answers: Answers, case: FiledCase) -> TrackedCase:
    done = steps_of(answers, case.place)
    return TrackedCase(
        place=case.place,
        title=case_title(case),
        steps=tuple(_line(step, done.get(step)) for step in Step),
        next_lines=next_lines(done, is_petition=case.track is Track.PETITION_A),
        contacts=contacts_of(answers, load_directory(), place=case.place, county=case.county),
    )


def noted_lines(noted: Mapping[str, Any] | None) -> tuple[str, ...]:
    """Say all that is noted of a step, a line for each part."""
    if noted is None:
        return (gettext("Not yet"),)
    return (_state(noted), *_said(noted))


def _line(step: Step, noted: Mapping[str, Any] | None) -> StepLine:
    state, *lines = noted_lines(noted)
    return StepLine(step, step_name(step), is_done=noted is not None, state=state, lines=tuple(lines))


def _state(noted: Mapping[str, Any]) -> str:
    return (
        gettext("Done on %(day)s") % {"day": date_in_words(noted["on"])} if noted["on"] else gettext("Done")
    )


def _said(noted: Mapping[str, Any]) -> tuple[str, ...]:
    said = [str(SAID[noted["how"]])] if noted["how"] in SAID else []
    if noted.get("hearing_on"):
        said.append(gettext("Hearing on %(day)s") % {"day": date_in_words(noted["hearing_on"])})
    if noted.get("department"):
        said.append(gettext("Department or room: %(name)s") % {"name": noted["department"]})
    return tuple(said)
