"""What one cell shows: the controls of a question with what is stored, and the mark of what was seen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from petitions.courts.directory import load_directory
from petitions.interview.answers import Answers, conviction_of, facts_at, was_asked
from petitions.interview.dates import boxes_of
from petitions.interview.flow import Page
from petitions.interview.forms import Situation, shown_at
from petitions.interview.forms.choices import choices_of
from petitions.interview.forms.dates import COURTS
from petitions.interview.questions import Kind, Part, Question
from petitions.interview.said import crime_code
from petitions.interview.sessions import seen_mark

_BLANK = ("", "–")
_PREFIX_NUMBERS = {"attempt": "PC 664/", "conspiracy": "PC 182/", "accessory": "PC 32/"}


_OF_OTHER_ANSWERS = frozenset({Kind.COURTHOUSE, Kind.PRIOR_DATES})
"""Kinds whose controls depend on what else is answered."""
_KEPT: dict[tuple[str, str, str, str | None], Cell] = {}
"""Cells that nobody has answered, by place, question, need and language: nothing of a petitioner is among them."""
_MOST_KEPT = 20_000


@dataclass(frozen=True, slots=True)
class Control:
    """One box, list, tick or area. ``kind``: ``text``, ``select``, ``area`` or ``tick``; ``name`` ends its full name."""

    kind: str
    name: str
    label: str
    value: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    values: tuple[str, ...] = ()
    """Of ticks: those that are set."""
    listed: str = ""
    """The id of a list of suggestions."""
    width: int = 20

    @property
    def ticked(self) -> str:
        """Return the ticks that are set, in words."""
        return "; ".join(label for value, label in self.choices if value in self.values) or "–"


@dataclass(frozen=True, slots=True)
class Cell:
    """A question at a place, as the grid and the panels draw it."""

    place: str
    question: Question
    label: str
    controls: tuple[Control, ...]
    seen: str
    is_asked: bool
    needed: str = ""
    """``needed`` where the result waits for it, ``open`` where it would settle it, else empty."""
    error: str = ""
    theirs: str = ""
    """What another member stored meanwhile, in words."""
    is_blank: bool = False
    """Nobody has answered it: it is the same in every matter."""

    @property
    def id(self) -> str:
        """Return the name of the cell, which its controls' names begin with."""
        return f"{self.place}.{self.question.key}"

    @property
    def dom_id(self) -> str:
        """Return the name that the page's elements carry."""
        return self.id.replace(".", "-")

    @property
    def is_ticks(self) -> bool:
        """Say whether it is a list of ticks."""
        return any(one.kind == "tick" for one in self.controls)

    @property
    def is_group(self) -> bool:
        """Say whether it has several controls, which want a heading of their own."""
        return len(self.controls) > 1 or any(one.kind == "tick" for one in self.controls)

    @property
    def why(self) -> str:
        """Say why it is asked."""
        return gettext(self.question.why) if self.question.why else ""

    @property
    def hint(self) -> str:
        """Say how to answer."""
        return gettext(self.question.hint) if self.question.hint else ""


def cell_at(
    answers: Answers,
    place: str,
    question: Question,
    *,
    on: date,
    needed: str = "",
    sent: Mapping[str, Any] | None = None,
    error: str = "",
    theirs: str = "",
) -> Cell:
    """Return a cell with what is stored, or with what was ``sent`` and refused."""
    page, asked = Page(place, question), was_asked(answers, place, question)
    stored = facts_at(answers, place, question)
    is_blank = not (asked or stored or sent or error or theirs) and question.kind not in _OF_OTHER_ANSWERS
    key = (place, question.key, needed, get_language())
    if is_blank and key in _KEPT:
        return _KEPT[key]
    controls = _controls(Situation(page, answers, on), stored)
    cell = Cell(
        place=place,
        question=question,
        label=gettext(question.short),
        controls=tuple(_with(one, sent) for one in controls) if sent is not None else tuple(controls),
        seen=seen_mark(answers, page),
        is_asked=asked,
        needed="" if asked else needed,
        error=error,
        theirs=theirs,
        is_blank=is_blank,
    )
    if is_blank and len(_KEPT) < _MOST_KEPT:
        _KEPT[key] = cell
    return cell


def shown_fields(cell: Cell) -> dict[str, Any]:
    """Return what the controls of a cell would send unchanged."""
    fields: dict[str, Any] = {}
    for control in cell.controls:
        if control.kind == "tick":
            fields[control.name] = list(control.values)
        else:
            fields[control.name] = control.value
    return fields


def _controls(situation: Situation, stored: Mapping[str, Any]) -> Iterable[Control]:
    question = situation.page.question
    if question.kind in _DRAWN:
        return _DRAWN[question.kind](situation, stored)
    return _choice(situation)


def _choice(situation: Situation) -> Iterable[Control]:
    shown = shown_at(situation).get("answer")
    return [_select("answer", situation.page.question, choices_of(situation.page.question), shown)]


def _select(name: str, question: Question, choices: Iterable[tuple[str, Any]], shown: Any) -> Control:
    told = tuple((value, str(label)) for value, label in choices)
    return Control(
        "select", name, gettext(question.short), "" if shown is None else str(shown), (_BLANK, *told)
    )


def _text(question: Question, value: str, *, listed: str = "", width: int = 14) -> Control:
    return Control("text", "text", gettext(question.short), value, listed=listed, width=width)


def _unsure_or(situation: Situation, text: str) -> str:
    return text or ("?" if situation.was_asked else "")


def _date(situation: Situation, stored: Mapping[str, Any]) -> Iterable[Control]:
    value = stored.get(situation.page.question.facts[0])
    return [_text(situation.page.question, _unsure_or(situation, date_text(value)), width=10)]


def date_text(stored: Any) -> str:
    """Write a stored date as it is typed: 3/5/2004, 3/2004 or 2004."""
    if not isinstance(stored, str) or not stored:
        return ""
    boxes = boxes_of(stored)
    return "/".join(part for part in (boxes.month, boxes.day, boxes.year) if part)


def _crime(situation: Situation, stored: Mapping[str, Any]) -> Iterable[Control]:
    shown = _unsure_or(situation, crime_text(stored))
    return [_text(situation.page.question, shown, listed="codes", width=16)]


def crime_text(stored: Mapping[str, Any]) -> str:
    """Return a code section as it is typed in one box, as ``PC 664/HS 11359``; empty where none is known."""
    if not stored.get("section"):
        return ""
    return _PREFIX_NUMBERS.get(str(stored.get("prefix")), "") + crime_code(stored)


def _county(situation: Situation, stored: Mapping[str, Any]) -> Iterable[Control]:
    return [
        _text(
            situation.page.question, _unsure_or(situation, str(stored.get("county") or "")), listed="counties"
        )
    ]


def _courthouse(situation: Situation, stored: Mapping[str, Any]) -> Iterable[Control]:
    county = conviction_of(situation.answers, situation.page.place).get("county") or ""
    found = [(one.name, one.name) for one in load_directory().courthouses(county)]
    shown = stored.get("courthouse") or ("unsure" if situation.was_asked else None)
    return [_select("answer", situation.page.question, [*found, ("unsure", _("Not sure"))], shown)]


def _amount(situation: Situation, stored: Mapping[str, Any]) -> Iterable[Control]:
    shown, question = shown_at(situation), situation.page.question
    yield _select("answer", question, choices_of(question), shown.get("answer"))
    label = gettext("Exact number") if question.unit == "plants" else gettext("Exact grams")
    yield Control("text", "exact", label, str(shown.get("exact", "")), width=6)


def _many(situation: Situation, stored: Mapping[str, Any]) -> Iterable[Control]:
    question, shown = situation.page.question, shown_at(situation).get("answer") or []
    told = tuple((value, str(label)) for value, label in choices_of(question))
    return [Control("tick", "answer", gettext(question.short), choices=told, values=tuple(shown))]


def _parts(situation: Situation, stored: Mapping[str, Any]) -> Iterable[Control]:
    question, shown = situation.page.question, shown_at(situation)
    if question.key == "case-number":
        value = str(stored.get("case_number") or "")
        return [_text(question, _unsure_or(situation, value), width=12)]
    boxes = [_box(part, str(shown.get(f"part_{part.key}", ""))) for part in question.parts]
    if not question.options:
        return boxes
    cards = [(str(one.value), gettext(one.label)) for one in question.options]
    return [_select("answer", question, cards, shown.get("answer")), *boxes]


def _box(part: Part, value: str) -> Control:
    width = {"zip": 10, "state": 4, "phone": 14}.get(part.form, 24)
    return Control("text", f"part_{part.key}", gettext(part.label), value, width=width)


def _names(situation: Situation, stored: Mapping[str, Any]) -> Iterable[Control]:
    shown = shown_at(situation).get("answer", "")
    return [Control("area", "answer", gettext(situation.page.question.short), str(shown))]


def _prior_dates(situation: Situation, stored: Mapping[str, Any]) -> Iterable[Control]:
    found = stored.get(situation.page.question.details)
    for number, prior in enumerate(found if isinstance(found, list) else [], start=1):
        when = date_text(prior.get("conviction_date"))
        court = str(prior.get("court", "")) if situation.was_asked else ""
        yield Control("text", f"text_{number}", gettext("Date of conviction"), when, width=10)
        yield Control(
            "select", f"court_{number}", gettext("Court"), court, (_BLANK, *((v, str(w)) for v, w in COURTS))
        )


def _with(control: Control, sent: Mapping[str, Any]) -> Control:
    """Return the control with what was sent, so that nothing typed is lost."""
    if control.name not in sent:
        return control
    value = sent[control.name]
    if control.kind == "tick":
        return replace(control, values=tuple(value) if isinstance(value, list | tuple) else (str(value),))
    return replace(control, value=str(value))


_DRAWN = {
    Kind.DATE: _date,
    Kind.CRIME: _crime,
    Kind.COUNTY: _county,
    Kind.COURTHOUSE: _courthouse,
    Kind.AMOUNT: _amount,
    Kind.MANY: _many,
    Kind.PARTS: _parts,
    Kind.NAMES: _names,
    Kind.PRIOR_DATES: _prior_dates,
}
