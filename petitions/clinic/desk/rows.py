"""The grid of a matter: one row for each count, its cells by what matters, and the panels around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from petitions.clinic.desk.cells import Cell, cell_at
from petitions.clinic.desk.changes import Applied, Sent
from petitions.clinic.desk.outcomes import RowOutcome, row_outcomes
from petitions.interview.answers import (
    YOU,
    Answers,
    conviction_ids,
    first_count,
    has_place,
    was_asked,
)
from petitions.interview.filed_cases import filed_cases
from petitions.interview.lists import conviction_title
from petitions.interview.questions import (
    CASE_FACTS,
    CHOICES,
    DETAILS,
    PERSON,
    REGISTRY,
    Question,
    Scope,
    question_of,
)
from petitions.interview.screening import determinations_of
from petitions.law.determinations import Determinations

COLUMNS = (
    "county", "courthouse", "case-number", "crime", "level", "when", "convicted-when", "age", "sentence",
)  # fmt: skip
"""The columns of the grid, by the keys of their questions."""


@dataclass(frozen=True, slots=True)
class GridRow:
    """One count: its columns, the further facts that matter, the rest, and what the law gives."""

    place: str
    number: int
    title: str
    case: str
    is_first: bool
    """The row in which the facts of its case are answered."""
    cells: tuple[Cell | None, ...]
    wanted: tuple[Cell, ...]
    others: tuple[Cell, ...]
    outcome: RowOutcome | None
    shares_with: int
    """The number of the row whose case it shares; 0: its own."""


@dataclass(frozen=True, slots=True)
class Panel:
    """Cells under one heading. ``id`` names it in the page."""

    id: str
    title: str
    cells: tuple[Cell, ...]
    is_open: bool = True


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything that the page of a matter shows of its answers."""

    rows: tuple[GridRow, ...]
    panels: tuple[Panel, ...]
    errors: tuple[Cell, ...]
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Drawing:
    answers: Answers
    on: date
    sent: Sent
    applied: Applied | None

    def cell(self, place: str, question: Question, *, needed: str = "") -> Cell:
        """Return a cell; one that was refused shows what was sent."""
        name = f"{place}.{question.key}"
        error = self.applied.errors.get(name, "") if self.applied else ""
        theirs = self.applied.theirs.get(name, "") if self.applied else ""
        sent = self.sent.get(name) if error or theirs else None
        return cell_at(
            self.answers, place, question, on=self.on, needed=needed, sent=sent, error=error, theirs=theirs
        )


def desk_of(
    answers: Answers,
    *,
    on: date,
    has_attorney: bool,
    sent: Sent | None = None,
    refused: Applied | None = None,
) -> Desk:
    """Return the page's rows and panels; cells that were refused keep what was typed.

    ``has_attorney``: one of the organization files, so that the lawyer is not asked.
    """
    drawing = _Drawing(answers, on, sent or {}, refused)
    found = determinations_of(answers, on=on) if conviction_ids(answers) else None
    outcomes = row_outcomes(answers, found, on=on) if found else {}
    rows = tuple(
        _row(drawing, place, number, outcomes.get(place))
        for number, place in enumerate(conviction_ids(answers), start=1)
    )
    panels = _panels(drawing, outcomes, found, has_attorney=has_attorney)
    cells = [cell for row in rows for cell in (*row.cells, *row.wanted, *row.others) if cell]
    every = [*cells, *(cell for panel in panels for cell in panel.cells)]
    errors = tuple(cell for cell in every if cell.error or cell.theirs)
    return Desk(rows, panels, errors, tuple(gettext(_column(key).short) for key in COLUMNS))


def _row(drawing: _Drawing, place: str, number: int, outcome: RowOutcome | None) -> GridRow:
    case = first_count(drawing.answers, place)
    needs = _needed_words(outcome)
    further = [one for one in REGISTRY if one.scope is Scope.CONVICTION and one.key not in COLUMNS]
    wanted = [one for one in further if _is_wanted(drawing.answers, place, one, needs)]
    places = conviction_ids(drawing.answers)
    return GridRow(
        place=place,
        number=number,
        title=conviction_title(drawing.answers, place),
        case=case,
        is_first=case == place,
        cells=tuple(_column_cell(drawing, place, key, needs) for key in COLUMNS),
        wanted=tuple(drawing.cell(place, one, needed=_needed(one, needs)) for one in wanted),
        others=tuple(drawing.cell(place, one) for one in further if one not in wanted),
        outcome=outcome,
        shares_with=0 if case == place else places.index(case) + 1,
    )


def _column_cell(drawing: _Drawing, place: str, key: str, needs: Mapping[str, str]) -> Cell | None:
    question = _column(key)
    if not has_place(drawing.answers, place, question):
        return None
    return drawing.cell(place, question, needed=_needed(question, needs))


def _panels(
    drawing: _Drawing,
    outcomes: Mapping[str, RowOutcome],
    found: Determinations | None,
    *,
    has_attorney: bool,
) -> tuple[Panel, ...]:
    needs: dict[str, str] = {}
    for outcome in outcomes.values():
        needs |= {fact: word for fact, word in _needed_words(outcome).items() if needs.get(fact) != "needed"}
    past = [one for one in REGISTRY if one.scope is Scope.PETITIONER and one not in DETAILS]
    person = [one for one in PERSON if not (has_attorney and one.key == "lawyer")]
    details = [one for one in DETAILS if _has_priors(drawing.answers, one)]
    return (
        Panel("person", gettext("The person"), tuple(drawing.cell(YOU, one) for one in person)),
        Panel(
            "past",
            gettext("Their past"),
            tuple(drawing.cell(YOU, one, needed=_needed(one, needs)) for one in (*past, *details)),
        ),
        *(_choice_panels(drawing, found) if found else ()),
    )


def _choice_panels(drawing: _Drawing, found: Determinations) -> Sequence[Panel]:
    """Return what is chosen for each case that gets papers."""
    cases = filed_cases(drawing.answers, found)
    numbers = {place: number for number, place in enumerate(conviction_ids(drawing.answers), start=1)}
    questions = [one for one in (*CASE_FACTS, *CHOICES) if one.key not in COLUMNS]
    return [
        Panel(
            f"case-{case.place}",
            gettext("Choices for the case of row %(number)s") % {"number": numbers[case.place]},
            tuple(drawing.cell(case.place, one, needed="open") for one in questions),
        )
        for case in cases
    ]


def _has_priors(answers: Answers, details: Question) -> bool:
    stored = answers["record"]["petitioner"].get(details.details)
    return isinstance(stored, list)


def _needed_words(outcome: RowOutcome | None) -> dict[str, str]:
    """Return for each open fact whether the result waits for it, or it would only settle it."""
    if outcome is None:
        return {}
    word = "needed" if outcome.waits else "open"
    return dict.fromkeys(outcome.needs, word)


def _needed(question: Question, needs: Mapping[str, str]) -> str:
    return next((needs[fact] for fact in question.facts if fact in needs), "")


def _is_wanted(answers: Answers, place: str, question: Question, needs: Mapping[str, str]) -> bool:
    return bool(_needed(question, needs)) or was_asked(answers, place, question)


def _column(key: str) -> Question:
    found = question_of(key)
    assert found is not None
    return found
