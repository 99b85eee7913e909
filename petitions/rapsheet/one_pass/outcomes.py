"""Takes the lines that say what became of a count: DISPO, CONV STATUS, SEN and COM."""

from __future__ import annotations

from petitions.rapsheet.clean import CleanLine
from petitions.rapsheet.lines.dispositions import read_disposition, severity_of
from petitions.rapsheet.lines.tokens import Kind, Token
from petitions.rapsheet.one_pass.counts import inside
from petitions.rapsheet.one_pass.drafts import CountDraft, DispositionDraft, words
from petitions.rapsheet.one_pass.state import State
from petitions.rapsheet.one_pass.text import text
from petitions.rapsheet.sheet import Read


def dispo(state: State, token: Token, line: CleanLine) -> None:
    count = inside(state, line)
    assert state.event is not None
    on = count.update if count.dated else state.event.on
    said = words(line, token.text, repaired=token.repaired)
    draft = DispositionDraft(said, read_disposition(said.joined), on, count.dated)
    count.dispositions.append(draft)
    state.opened = draft.text if draft.goes_on else None


def status(state: State, token: Token, line: CleanLine) -> None:
    count = inside(state, line)
    state.opened = None
    told = severity_of(token.text)
    if not count.dispositions or told is None:
        count.stray_status = True
    else:
        severity = Read(told[0], line.place, told[1] or token.repaired, line.doubtful)
        count.dispositions[-1].severity = count.dispositions[-1].severity or severity


def sentence(state: State, token: Token, line: CleanLine) -> None:
    count = inside(state, line)
    said = words(line, token.text, repaired=token.repaired)
    holder: CountDraft | DispositionDraft = count.dispositions[-1] if count.dispositions else count
    if holder.sentence is None:
        holder.sentence = said
    state.opened = said


def comment(state: State, token: Token, line: CleanLine) -> None:
    if state.event is None:
        text(state, Token(Kind.TEXT, line.text), line)
        return
    if not state.event.counts:
        state.event.lines.append(line.place)
        return
    count = inside(state, line)
    said = words(line, token.text, repaired=token.repaired)
    count.comments.append(said)
    if count.dispositions:
        count.dispositions[-1].comments.append(said)
    state.opened = said
