"""Takes the lines of a count: its number, its case, its charge and its flags."""

from __future__ import annotations

import re
from dataclasses import replace

from petitions.rapsheet.clean import CleanLine
from petitions.rapsheet.lines.charges import type_of_charge
from petitions.rapsheet.lines.confusables import as_digits
from petitions.rapsheet.lines.tokens import Kind, Token, token_of
from petitions.rapsheet.one_pass.drafts import CountDraft, EventDraft, range_of, words
from petitions.rapsheet.one_pass.state import State, open_event, warn
from petitions.rapsheet.one_pass.text import text
from petitions.rapsheet.sheet import Charge, EventKind, Read

_NUMBERS = re.compile(r"-?([0-9OIL]{1,3})(?: ?- ?([0-9OIL]{1,3}))?(?![0-9A-Z(.,/])")
_SENTENCING = ("1170(h)", "1170h")
_ATTEMPT = "664"
_FLAG = re.compile(r"(?:^| )- ?(?=[A-Z])")


def count(state: State, token: Token, line: CleanLine) -> None:
    if not state.started and not state.preamble:
        state.preamble.append(line)
        return
    number, behind = token.text.split("#", 1) if "#" in token.text else (token.text, "")
    numbers, rest = _numbers(number)
    count = CountDraft(numbers)
    count.hear(line)
    add_count(state, count, line)
    state.opened = None
    if behind:
        case(state, Token(Kind.CASE, behind), line)
    elif rest.startswith("*") and rest[1:2].isalnum():
        case(state, Token(Kind.CASE, rest[1:]), line)
    elif rest:
        further = token_of(rest)
        if further.kind in (Kind.CHARGE, Kind.TYPE, Kind.DISPO, Kind.SEE_COMMENT):
            state.take(further, line)


def add_count(state: State, count: CountDraft, line: CleanLine) -> None:
    """Give a count to its event; without one, to an event of which all else was lost."""
    if state.event is None:
        warn(state, "counts without an event", line)
        open_event(state, EventDraft(EventKind.OTHER, None, line), EventKind.OTHER)
    assert state.event is not None
    state.closed = False
    state.event.counts.append(count)
    state.counts += len(count.numbers)


def inside(state: State, line: CleanLine) -> CountDraft:
    """Return the count that a line belongs to; a new one where its CNT was lost."""
    if state.event is None or not state.event.counts:
        implied = state.event is None or state.event.kind is not EventKind.REGISTRATION
        add_count(state, CountDraft((None,), implied=implied), line)
    else:
        state.closed = False
    assert state.event is not None
    state.event.counts[-1].hear(line)
    return state.event.counts[-1]


def case(state: State, token: Token, line: CleanLine) -> None:
    event = state.event
    count = event.counts[-1] if event and event.counts else None
    if count is None or count.case_number or count.read:
        text(state, Token(Kind.TEXT, line.text), line)
        return
    if line.place not in count.lines[-1:]:
        count.hear(line)
    number = token.text.replace(".", "").strip(" .:-;")
    if number:
        count.case_number = Read(number, line.place, doubtful=line.doubtful)


def charge(state: State, token: Token, line: CleanLine) -> None:
    read = token.charge
    assert read is not None
    if _goes_on_with(state, token, line):
        return
    count = inside(state, line)
    if read.charge.section.startswith(_SENTENCING) and "SENTENC" in read.description:
        return
    if count.read and count.read.charge.section == _ATTEMPT and not count.dispositions:
        read = read._replace(charge=_attempted(read.charge))
    elif count.read:
        count.lines.pop()
        count = CountDraft((None,), implied=True)
        count.hear(line)
        add_count(state, count, line)
    count.read, count.charge_line = read, line
    count.toc = type_of_charge(line.text) or count.toc
    state.opened = None


def _goes_on_with(state: State, token: Token, line: CleanLine) -> bool:
    """Let a line that only looks like a charge go on with a comment or with words such as ``PER``."""
    assert token.charge is not None
    count = state.event.counts[-1] if state.event and state.event.counts else None
    if count is None or state.opened is None:
        return False
    strict = token.charge.joined and "-" in line.text
    if strict and (count.read is None or (count.dispositions and not count.see_comment)):
        return False
    text(state, Token(Kind.TEXT, line.text), line)
    return True


def flags(state: State, token: Token, line: CleanLine) -> None:
    count = inside(state, line)
    count.flags.extend(f"-{flag.strip()}" for flag in _FLAG.split(token.text) if flag.strip())
    state.opened = None


def see_comment(state: State, _token: Token, line: CleanLine) -> None:
    inside(state, line).see_comment = True
    state.opened = None


def type_of(state: State, token: Token, line: CleanLine) -> None:
    if state.event and state.event.counts:
        state.event.counts[-1].hear(line)
        state.event.counts[-1].toc = type_of_charge(line.text) or state.event.counts[-1].toc


def reference(state: State, _token: Token, line: CleanLine) -> None:
    if state.event and state.event.counts:
        state.event.counts[-1].hear(line)
    of_another_state = state.event is not None and state.event.kind is EventKind.PAROLE
    state.opened = words(line, line.text) if of_another_state else None


def _numbers(text: str) -> tuple[tuple[int | None, ...], str]:
    """Return the numbers of a count, and what stands behind them on the line."""
    found = _NUMBERS.match(text.strip(" .,"))
    bare = text.strip(" .,")
    if found is None:
        return (None,), bare
    rest = bare[found.end() :].strip(" .,")
    if bare.startswith("-") or rest.isdigit():
        return (None,), ""
    first = int(as_digits(found[1]))
    return range_of(first, int(as_digits(found[2])) if found[2] else first), rest


def _attempted(charge: Charge) -> Charge:
    return replace(charge, attempted=True)
