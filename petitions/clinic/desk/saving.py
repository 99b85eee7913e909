"""Saves what a member typed on a matter, on the newest answers, so that nobody's work is written over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from petitions.access.actors import Actor
from petitions.access.audit import note_changed
from petitions.clinic.desk.added_rows import with_rows
from petitions.clinic.desk.changes import Applied, Sent, apply_cells
from petitions.interview.answers import Answers, conviction_ids
from petitions.interview.counts import can_add, with_conviction, without_conviction
from petitions.records.matters.models import Matter
from petitions.records.matters.reading import answers_of
from petitions.records.matters.writing import save_matter_answers
from petitions.records.writing import StaleVersion

_TRIES = 20


@dataclass(frozen=True, slots=True)
class Saved:
    """The newest answers, their version, and what of the cells was refused."""

    answers: Answers
    version: int
    applied: Applied


def save_cells(matter: Matter, sent: Sent, *, actor: Actor, on: date) -> Saved:
    """Save every cell that can be saved; the others come back as they were sent."""

    def step(answers: Answers) -> Applied:
        return apply_cells(answers, sent, on=on)

    return _save(matter, step, actor=actor)


def add_row(matter: Matter, *, like: str, same_case: bool, actor: Actor) -> Saved:
    """Add a count: empty, or one more of the case of ``like``, or a copy of the facts that its case shares."""

    def step(answers: Answers) -> Applied:
        if not can_add(answers):
            return Applied(answers)
        source = like if like in conviction_ids(answers) else None
        changed = with_conviction(answers, same_case_as=source if same_case else None)
        return Applied(changed, changed=[f"{conviction_ids(changed)[-1]}.added"])

    return _save(matter, step, actor=actor)


def remove_row(matter: Matter, place: str, *, actor: Actor) -> Saved:
    """Take a count out, with all that hangs on it."""

    def step(answers: Answers) -> Applied:
        if place not in conviction_ids(answers):
            return Applied(answers)
        return Applied(without_conviction(answers, place), changed=[f"{place}.removed"])

    return _save(matter, step, actor=actor)


def save_rows(matter: Matter, rows: list[dict[str, dict[str, str]]], *, actor: Actor, on: date) -> Saved:
    """Add counts with what was pasted for each: question key -> control -> text."""

    def step(answers: Answers) -> Applied:
        return with_rows(answers, rows, on=on)

    return _save(matter, step, actor=actor)


def _save(matter: Matter, step: Callable[[Answers], Applied], *, actor: Actor) -> Saved:
    for _try in range(_TRIES):
        opened = answers_of(matter)
        result = step(opened.answers)
        if not result.changed:
            return Saved(opened.answers, opened.version, result)
        try:
            save_matter_answers(matter, answers=result.answers, version=opened.version)
        except StaleVersion:
            continue
        note_changed(actor, matter, parts=[cell.replace(".", "/") for cell in result.changed])
        return Saved(result.answers, opened.version + 1, result)
    raise StaleVersion
