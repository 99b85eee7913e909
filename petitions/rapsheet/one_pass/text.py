"""Takes the lines that begin with no known word: they go on with a text, name an agency, or have no place."""

from __future__ import annotations

from datetime import date

from petitions.rapsheet.clean import CleanLine
from petitions.rapsheet.lines.agencies import agency_of, is_worn, prefix_of
from petitions.rapsheet.lines.charges import type_of_charge, without_type
from petitions.rapsheet.lines.tokens import Token
from petitions.rapsheet.one_pass.drafts import words
from petitions.rapsheet.one_pass.state import State, warn
from petitions.rapsheet.sheet import Read


def text(state: State, token: Token, line: CleanLine) -> None:
    """Take a line that begins with no known word: it goes on with a text, or it has no place."""
    if not state.started:
        state.preamble.append(line)
    elif state.event is None:
        _unplaced(state, line)
    elif not state.event.counts:
        _head_text(state, line)
    elif state.opened:
        state.opened.add(line)
        state.event.counts[-1].hear(line)
        state.event.counts[-1].said.append(line.text)
    else:
        _count_text(state, line)


def _unplaced(state: State, line: CleanLine) -> None:
    """Keep a line between separators that belongs to no event."""
    if not any(events for events, _inferred in state.cycles):
        state.before_events.append(line)
    else:
        state.problems.append(line.place)
    if state.separated:
        state.cycles.append(([], False))
        state.separated = False


def _head_text(state: State, line: CleanLine) -> None:
    event = state.event
    assert event is not None
    if state.closed:
        state.problems.append(line.place)
    elif state.opened:
        state.opened.add(line)
        state.opened = None
    elif event.agency is None and (event.dated or prefix_of(line.text)):
        agency(state, line.text, line)
    else:
        event.lines.append(line.place)


def _count_text(state: State, line: CleanLine) -> None:
    event = state.event
    assert event is not None
    if state.closed:
        state.problems.append(line.place)
        return
    count = event.counts[-1]
    count.hear(line)
    count.said.append(line.text)
    if count.read is None and count.free_text is None and not count.dispositions:
        count.free_text = words(line, without_type(line.text).strip())
        count.toc = type_of_charge(line.text) or count.toc
    else:
        state.problems.append(line.place)


def agency(state: State, text: str, line: CleanLine) -> None:
    event = state.event
    assert event is not None
    agency = agency_of(text)
    if agency:
        event.agency = words(line, agency, repaired=is_worn(agency))
        state.opened = event.agency if agency.endswith(",") else None


def event_date(state: State, day: date | None, line: CleanLine, behind: str, *, repaired: bool) -> None:
    event = state.event
    assert event is not None
    event.dated = True
    if day:
        event.on = Read(day, line.place, repaired, line.doubtful)
    else:
        warn(state, "an event without a readable date", line)
    if behind:
        agency(state, behind, line)
