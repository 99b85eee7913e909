"""Applies what cells sent to the answers: checked by each question's own form, refused where another was faster; pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.crypto import constant_time_compare
from django.utils.datastructures import MultiValueDict

from petitions.clinic.desk.cells import cell_at, shown_fields
from petitions.clinic.desk.typed import fields_of, is_blank
from petitions.interview.answers import (
    Answers,
    applied,
    facts_at,
    has_place,
    unanswered,
    was_asked,
)
from petitions.interview.flow import Page
from petitions.interview.forms import Situation, form_for
from petitions.interview.questions import Question, question_of
from petitions.interview.said import said

Sent = Mapping[str, Mapping[str, Any]]
"""What cells sent: the cell's id ``place.key`` -> control name -> text or list; ``seen`` is the mark of what was shown."""


@dataclass
class Applied:
    """The answers afterwards, and what was refused, by cell id."""

    answers: Answers
    changed: list[str] = field(default_factory=list)
    errors: dict[str, str] = field(default_factory=dict)
    theirs: dict[str, str] = field(default_factory=dict)
    """What stands stored where another member was faster, in words."""

    @property
    def is_refused(self) -> bool:
        """Say whether anything was."""
        return bool(self.errors or self.theirs)


def sent_cells(data: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Group the fields ``place.key.name`` of a form by cell; lists stay lists only for ticks."""
    cells: dict[str, dict[str, Any]] = {}
    lists = dict(data.lists()) if isinstance(data, MultiValueDict) else {k: [v] for k, v in data.items()}
    for full, values in lists.items():
        place, _, rest = full.partition(".")
        key, _, name = rest.partition(".")
        if not name or question_of(key) is None:
            continue
        cells.setdefault(f"{place}.{key}", {})[name] = values if name == "answer[]" else values[-1]
    return {cell: _with_ticks(fields) for cell, fields in cells.items()}


def apply_cells(answers: Answers, sent: Sent, *, on: date) -> Applied:
    """Apply every cell that differs from what is stored; one that is refused leaves the others in force."""
    result = Applied(answers)
    for cell, fields in sent.items():
        place, _, key = cell.partition(".")
        question = question_of(key)
        if question is not None and has_place(result.answers, place, question):
            _apply(result, Page(place, question), fields, on=on)
    return result


def _apply(result: Applied, page: Page, fields: Mapping[str, Any], *, on: date) -> None:
    cell_id = f"{page.place}.{page.question.key}"
    typed = {name: value for name, value in fields.items() if name != "seen"}
    seen = str(fields.get("seen", ""))
    asked = was_asked(result.answers, page.place, page.question)
    if (
        seen or asked
    ):  # whatever comes with no page behind it, to a cell that is empty, is new: no need to draw the cell
        cell = cell_at(result.answers, page.place, page.question, on=on)
        if {**shown_fields(cell), **typed} == shown_fields(cell):
            return
        if seen and not constant_time_compare(seen, cell.seen):
            result.theirs[cell.id] = _stored_words(result.answers, page)
            return
    if is_blank(typed) and asked:
        result.answers = unanswered(result.answers, place=page.place, question=page.question)
        result.changed.append(cell_id)
        return
    if is_blank(typed):
        return
    form = form_for(Situation(page, result.answers, on), _data(page.question, typed))
    if not form.is_valid():
        result.errors[cell_id] = str(next(iter(form.errors.values()))[0])
        return
    result.answers = applied(result.answers, place=page.place, question=page.question, values=form.values)
    result.changed.append(cell_id)


def _data(question: Question, typed: Mapping[str, Any]) -> MultiValueDict[str, Any]:
    """Return the fields as a form gets them from a browser."""
    data: MultiValueDict[str, Any] = MultiValueDict()
    for name, value in fields_of(question, typed).items():
        data.setlist(name, list(value) if isinstance(value, list | tuple) else [value])
    return data


def _stored_words(answers: Answers, page: Page) -> str:
    if not was_asked(answers, page.place, page.question):
        return "–"
    return said(page.question, facts_at(answers, page.place, page.question))


def _with_ticks(fields: dict[str, Any]) -> dict[str, Any]:
    """Return the fields with ticks under their own name; none set are an empty list."""
    if "ticks" not in fields and "answer[]" not in fields:
        return fields
    kept = {name: value for name, value in fields.items() if name not in ("ticks", "answer[]")}
    return {**kept, "answer": [one for one in fields.get("answer[]", []) if one]}
