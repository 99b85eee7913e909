"""Reads a sheet in one pass, line by line, each line once: it never goes back and never fails."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from petitions.rapsheet.clean import LONGEST_LINE, CleanLine, clean_lines
from petitions.rapsheet.lines.personal import read_notices, read_personal
from petitions.rapsheet.lines.tokens import Kind, Token, token_of
from petitions.rapsheet.one_pass.counts import case, charge, count, flags, reference, see_comment, type_of
from petitions.rapsheet.one_pass.events import dated, header, name
from petitions.rapsheet.one_pass.outcomes import comment, dispo, sentence, status
from petitions.rapsheet.one_pass.state import State, Take, close_event
from petitions.rapsheet.one_pass.text import text
from petitions.rapsheet.pages import Pages
from petitions.rapsheet.sheet import Cycle, EventKind, Notice, Read, Sheet

_OF_THE_PREAMBLE = frozenset(
    (
        Kind.NAME, Kind.DATE, Kind.CASE, Kind.CHARGE, Kind.FLAGS, Kind.SEE_COMMENT, Kind.DISPO, Kind.STATUS, Kind.SENTENCE,
        Kind.COMMENT, Kind.TYPE, Kind.REFERENCE, Kind.TEXT,
    )
)  # fmt: skip
"""Lines that belong to the preamble until stars, a header or a count begin the events."""
MOST_SIGNS = 2_000_000
MOST_PAGES = 500
MOST_COUNTS = 5_000


def read_sheet(pages: Pages) -> Sheet:
    """Read the pages of one sheet. A text that is none gives an empty sheet with its ``reason``."""
    if len(pages) > MOST_PAGES or sum(len(line.text) for page in pages for line in page) > MOST_SIGNS:
        return _nothing("too_long")
    with _nothing_to_collect():
        state = State(clean_lines(pages), _TAKES)
        _pass_over(state)
        close_event(state)
        return _nothing("too_long") if state.counts > MOST_COUNTS else _finished(state)


@contextmanager
def _nothing_to_collect() -> Iterator[None]:
    """Leave out the search for circles of objects: a pass makes none, and each search looks at all that was read.

    With it the time of 200 pages is five times that of 50; without, four times.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _pass_over(state: State) -> None:
    """Take every line once, up to the end of the message."""
    for place, line in enumerate(state.lines):
        state.place = place
        token = token_of(line.text)
        if len(line.text) == LONGEST_LINE:
            state.problems.append(line.place)
        if token.kind is not Kind.STARS:
            state.stars = 0
        if state.started or token.kind not in _OF_THE_PREAMBLE:
            _TAKES[token.kind](state, token, line)
        else:
            state.preamble.append(line)
        if state.ended or state.counts > MOST_COUNTS:
            break


def _nothing(reason: str) -> Sheet:
    return Sheet(personal=None, cycles=(), notices=(), problems=(), reason=reason)


def _finished(state: State) -> Sheet:
    if not state.started:
        error = any("RECORD ERROR" in line.text for line in state.preamble)
        return _nothing("record_error" if error else "no_cycle")
    _take_back_the_preamble(state)
    return Sheet(
        personal=read_personal(state.preamble),
        cycles=tuple(Cycle(tuple(events), inferred) for events, inferred in state.cycles),
        notices=read_notices(state.preamble) + _later_notices(state),
        problems=tuple(sorted(state.problems)),
        warnings=tuple(state.warnings),
    )


def _take_back_the_preamble(state: State) -> None:
    """Give lines on the person back to the preamble, where a frame of stars before them was taken for a separator."""
    late = state.before_events
    if read_personal(state.preamble) is not None or read_personal(late) is None:
        state.problems.extend(line.place for line in late)
        return
    state.preamble.extend(late)
    while state.cycles and not state.cycles[0][0]:
        state.cycles.pop(0)


def _later_notices(state: State) -> tuple[Read[Notice], ...]:
    died = next((one for events, _ in state.cycles for one in events if one.kind is EventKind.DECEASED), None)
    return (Read(Notice.DECEASED, died.header),) if died else ()


def _ignore(state: State, _token: Token, _line: CleanLine) -> None:
    """Pass over furniture, frames and dirt."""


def _cycle(state: State, token: Token, line: CleanLine) -> None:
    close_event(state)
    state.started = state.separated = True
    state.closed = False
    state.last_kind = None


def _few_stars(state: State, token: Token, line: CleanLine) -> None:
    """Count stars that are spread over several lines: three of them separate cycles."""
    state.stars += token.stars
    if state.stars >= 3 and state.stars - token.stars < 3:
        _cycle(state, token, line)


def _dashes(state: State, _token: Token, _line: CleanLine) -> None:
    state.opened = None
    state.closed = state.event is not None


def _end(state: State, _token: Token, line: CleanLine) -> None:
    state.ended = True
    if not state.started:
        state.preamble.append(line)


def _strike(state: State, _token: Token, _line: CleanLine) -> None:
    """Mark the event that the banner follows; it may have ended already."""
    if state.event:
        state.event.potential_strike = True


_TAKES: dict[Kind, Take] = {
    Kind.CYCLE: _cycle, Kind.STARS: _few_stars, Kind.DASHES: _dashes, Kind.END: _end, Kind.STRIKE: _strike,
    Kind.HEADER: header, Kind.NAME: name, Kind.DATE: dated,
    Kind.COUNT: count, Kind.CASE: case, Kind.CHARGE: charge, Kind.FLAGS: flags, Kind.SEE_COMMENT: see_comment,
    Kind.TYPE: type_of, Kind.REFERENCE: reference,
    Kind.DISPO: dispo, Kind.STATUS: status, Kind.SENTENCE: sentence, Kind.COMMENT: comment,
    Kind.TEXT: text, Kind.FRAME: _ignore, Kind.NOISE: _ignore,
}  # fmt: skip
