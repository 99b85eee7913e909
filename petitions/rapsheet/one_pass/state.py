"""The state of the one pass over a sheet: what is being read, and how an event begins and ends."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from petitions.rapsheet.clean import CleanLine
from petitions.rapsheet.lines.agencies import court_of
from petitions.rapsheet.lines.tokens import Kind, Token
from petitions.rapsheet.one_pass.drafts import EventDraft, Words
from petitions.rapsheet.sheet import Event, EventKind, Outcome, Place

_NEW_CYCLE = (EventKind.ARREST, EventKind.APPLICANT, EventKind.REGISTRATION, EventKind.DECEASED)


@dataclass(slots=True)
class State:
    """What was read so far. ``takes``: what is done with each kind of line."""

    lines: list[CleanLine]
    takes: Mapping[Kind, Take]
    place: int = 0
    """The line that is being read."""
    preamble: list[CleanLine] = field(default_factory=list)
    before_events: list[CleanLine] = field(default_factory=list)
    """Lines behind a separator and before any event: where a frame was taken for stars, they are of the preamble."""
    cycles: list[tuple[list[Event], bool]] = field(default_factory=list)
    event: EventDraft | None = None
    last_kind: EventKind | None = None
    """The kind of the event before, in the same cycle."""
    closed: bool = False
    """Dashes were seen since the event: only a count without a header goes on with it."""
    separated: bool = False
    """Stars were seen, and no event since."""
    started: bool = False
    ended: bool = False
    stars: int = 0
    """Stars of the lines just before, where they are spread over several."""
    opened: Words | None = None
    """A text that the next line may go on with."""
    counts: int = 0
    problems: list[Place] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def take(self, token: Token, line: CleanLine) -> None:
        """Do with a line what its kind asks for."""
        self.takes[token.kind](self, token, line)


Take = Callable[[State, Token, CleanLine], None]


def warn(state: State, told: str, line: CleanLine) -> None:
    state.warnings.append(f"page {line.place.page}, line {line.place.line}: {told}")


def open_event(state: State, event: EventDraft, kind: EventKind) -> None:
    dashes = state.closed
    close_event(state)
    if not state.started or not state.cycles or state.separated:
        state.cycles.append(([], not state.separated))
    elif kind in _NEW_CYCLE and not dashes:
        state.cycles.append(([], True))
    state.started = True
    state.separated = False
    state.event = event


def close_event(state: State) -> None:
    """End the event that is being read, if any, and keep what it says."""
    state.opened = None
    state.closed = False
    event, state.event = state.event, None
    if event is None:
        return
    if event.is_empty:
        state.problems.extend((event.header.place, *event.lines))
        if state.cycles[-1] == ([], True):
            state.cycles.pop()
        return
    state.problems.extend(event.lines)
    state.last_kind = event.kind
    state.cycles[-1][0].append(_event(state, event))


def _event(state: State, draft: EventDraft) -> Event:
    counts = tuple(count for one in draft.counts for count in one.finished())
    if draft.on is None and not draft.dated:
        warn(state, "an event without a date", draft.header)
    if draft.kind is not EventKind.COURT and any(
        one.outcome is Outcome.CONVICTED for count in counts for one in count.dispositions
    ):
        warn(state, "a conviction in an event that is not of a court", draft.header)
    agency = draft.agency.read() if draft.agency else None
    court = court_of(agency.value) if agency else None
    return Event(
        kind=draft.kind,
        subtype=draft.subtype,
        header=draft.header.place,
        on=draft.on,
        agency=agency,
        court=agency._replace(value=court[0], repaired=court[1]) if agency and court else None,  # type: ignore[arg-type]
        name_code=draft.name_code,
        birth_date=draft.birth_date,
        case_number=next((count.case_number for count in counts if count.case_number), None),
        counts=counts,
        potential_strike=draft.potential_strike,
    )
