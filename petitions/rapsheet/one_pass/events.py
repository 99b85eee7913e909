"""Takes the lines of an event's head: its header, the name, and the dates of events and updates."""

from __future__ import annotations

from petitions.rapsheet.clean import CleanLine
from petitions.rapsheet.lines.agencies import COURT_PREFIXES, prefix_of
from petitions.rapsheet.lines.confusables import as_digits
from petitions.rapsheet.lines.dates import day_of
from petitions.rapsheet.lines.headers import fields_of, subtype_of
from petitions.rapsheet.lines.tokens import Kind, Token, token_of
from petitions.rapsheet.one_pass.counts import add_count
from petitions.rapsheet.one_pass.drafts import CountDraft, EventDraft
from petitions.rapsheet.one_pass.state import State, open_event, warn
from petitions.rapsheet.one_pass.text import event_date, text
from petitions.rapsheet.sheet import EventKind, Read

_AHEAD = 3
"""Lines behind a doubtful header in which a date or a name must follow."""
_SEPARATORS = (Kind.CYCLE, Kind.DASHES, Kind.END)


def header(state: State, token: Token, line: CleanLine) -> None:
    header = token.header
    assert header is not None
    if not (header.certain or _event_follows(state)):
        text(state, Token(Kind.TEXT, line.text), line)
        return
    open_event(state, EventDraft(header.kind, subtype_of(header), line), header.kind)
    _fields(state, header.rest, line)


def _event_follows(state: State) -> bool:
    """Say whether one of the next lines has a date and agency, or a name, before any separator."""
    for line in state.lines[state.place + 1 : state.place + 1 + _AHEAD]:
        token = token_of(line.text)
        if token.kind in _SEPARATORS or token.kind in (Kind.COUNT, Kind.HEADER):
            return False
        if token.kind is Kind.NAME or (token.kind is Kind.DATE and prefix_of(token.text)):
            return True
    return False


def _fields(state: State, text: str, line: CleanLine) -> None:
    """Take the name, the birth date and the date that may share the line of a header."""
    event = state.event
    if event is None or not text:
        return
    found = fields_of(text)
    event.name_code = event.name_code or found.name_code
    if found.birth_digits:
        event.birth_date = day_of(as_digits(found.birth_digits))
    if found.date_from is not None and not event.dated:
        digits = text[found.date_from : found.date_from + 8]
        event_date(state, day_of(digits), line, text[found.date_from + 8 :].strip(), repaired=False)


def name(state: State, token: Token, line: CleanLine) -> None:
    if state.event and not state.event.counts:
        _fields(state, token.text, line)


def dated(state: State, token: Token, line: CleanLine) -> None:
    assert token.date is not None
    if _is_late_update(state, token):
        update(state, token, line)
    elif token.text and token_of(token.text).kind is Kind.DISPO and not (state.event and state.event.counts):
        add_count(state, CountDraft((None,), implied=True), line)
        update(state, token, line)
    elif state.event is None or state.closed or _is_new_event(state, token):
        _dated_event(state, token, line)
    elif not state.event.dated and not state.event.counts:
        event_date(state, token.date.day, line, token.text, repaired=token.repaired)
    elif state.event.counts and not (token.date.day is None and state.opened and not token.text):
        update(state, token, line)
    else:
        text(state, Token(Kind.TEXT, line.text), line)


def _is_late_update(state: State, token: Token) -> bool:
    """Say whether a date behind stray dashes still belongs to the count before: a DISPO follows it."""
    if not (state.closed and state.event and state.event.counts):
        return False
    following = token.text or next((line.text for line in state.lines[state.place + 1 : state.place + 2]), "")
    return bool(following) and token_of(following).kind is Kind.DISPO


def _is_new_event(state: State, token: Token) -> bool:
    """Say whether a date with an agency stands where an event was dated already: its header was lost."""
    event = state.event
    return bool(event and (event.dated or event.counts) and token.text and prefix_of(token.text))


def _dated_event(state: State, token: Token, line: CleanLine) -> None:
    """Begin an event that has no header: a later registration, or one whose header was lost."""
    assert token.date is not None
    prefix = prefix_of(token.text)
    previous = state.event.kind if state.event else state.last_kind
    if previous is EventKind.REGISTRATION and (state.closed or state.event is None):
        kind = EventKind.REGISTRATION
    elif not token.text:
        text(state, Token(Kind.TEXT, line.text), line)
        return
    else:
        kind = EventKind.COURT if prefix in COURT_PREFIXES else EventKind.OTHER
        warn(state, "an event whose header could not be read", line)
    open_event(state, EventDraft(kind, None, line), EventKind.OTHER)
    event_date(state, token.date.day, line, token.text, repaired=kind is not EventKind.REGISTRATION)


def update(state: State, token: Token, line: CleanLine) -> None:
    count = state.event.counts[-1] if state.event else None
    assert count is not None
    assert token.date is not None
    count.hear(line)
    count.dated = True
    day = token.date.day
    count.update = Read(day, line.place, token.repaired, line.doubtful) if day else None
    if day is None:
        warn(state, "an update without a readable date", line)
    state.opened = None
    if token.text:
        rest = token_of(token.text)
        state.take(rest, line)
