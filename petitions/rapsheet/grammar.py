"""Reads a sheet in one pass, line by line, each line once: it never looks back and never fails."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from petitions.rapsheet.agencies import COURT_PREFIXES, agency_of, court_of, prefix_of
from petitions.rapsheet.charges import type_of_charge, without_type
from petitions.rapsheet.clean import LONGEST_LINE, CleanLine, clean_lines
from petitions.rapsheet.confusables import as_digits
from petitions.rapsheet.dates import day_of
from petitions.rapsheet.dispositions import severity_of
from petitions.rapsheet.drafts import (
    CountDraft,
    DispositionDraft,
    EventDraft,
    Words,
    range_of,
    read_words,
    words,
)
from petitions.rapsheet.headers import fields_of, subtype_of
from petitions.rapsheet.pages import Pages
from petitions.rapsheet.personal import read_notices, read_personal
from petitions.rapsheet.sheet import Charge, Cycle, Event, EventKind, Notice, Outcome, Place, Read, Sheet
from petitions.rapsheet.tokens import Kind, Token, token_of

MOST_SIGNS = 2_000_000
MOST_PAGES = 500
MOST_COUNTS = 5_000
_AHEAD = 3
"""Lines behind a doubtful header in which a date or a name must follow."""
_NEW_CYCLE = (EventKind.ARREST, EventKind.APPLICANT, EventKind.REGISTRATION, EventKind.DECEASED)
_NUMBERS = re.compile(r"-?([0-9OIL]{1,3})(?: ?- ?([0-9OIL]{1,3}))?(?![0-9A-Z(.,/])")
_CASE = re.compile(r"[#](.*)")
_SENTENCING = ("1170(h)", "1170h")
_ATTEMPT = "664"
_SEPARATORS = (Kind.CYCLE, Kind.DASHES, Kind.END)


def read_sheet(pages: Pages) -> Sheet:
    """Read the pages of one sheet. A text that is none gives an empty sheet with its ``reason``."""
    if len(pages) > MOST_PAGES or sum(len(line.text) for page in pages for line in page) > MOST_SIGNS:
        return _nothing("too_long")
    return _Reading(clean_lines(pages)).sheet()


def _nothing(reason: str) -> Sheet:
    return Sheet(personal=None, cycles=(), notices=(), problems=(), reason=reason)


class _Reading:
    """The state of the one pass. Each kind of line has one method."""

    def __init__(self, lines: list[CleanLine]) -> None:
        self.lines = lines
        self.place = 0
        self.preamble: list[CleanLine] = []
        self.cycles: list[tuple[list[Event], bool]] = []
        self.event: EventDraft | None = None
        self.last_kind: EventKind | None = None
        self.closed = False
        """Dashes were seen since the event: only a count without a header goes on with it."""
        self.separated = False
        """Stars were seen, and no event since."""
        self.started = False
        self.ended = False
        self.stars = 0
        self.opened: Words | None = None
        """A text that the next line may go on with."""
        self.counts = 0
        self.problems: list[Place] = []
        self.warnings: list[str] = []
        self.takes: dict[Kind, Callable[[Token, CleanLine], None]] = {
            Kind.CYCLE: self._cycle, Kind.STARS: self._few_stars, Kind.DASHES: self._dashes, Kind.END: self._end,
            Kind.STRIKE: self._strike, Kind.HEADER: self._header, Kind.NAME: self._name, Kind.COUNT: self._count,
            Kind.CASE: self._case, Kind.DATE: self._date, Kind.CHARGE: self._charge, Kind.FLAGS: self._flags,
            Kind.SEE_COMMENT: self._see_comment, Kind.DISPO: self._dispo, Kind.STATUS: self._status,
            Kind.SENTENCE: self._sentence, Kind.COMMENT: self._comment, Kind.TYPE: self._type,
            Kind.REFERENCE: self._reference, Kind.TEXT: self._text, Kind.FRAME: self._ignore, Kind.NOISE: self._ignore,
        }  # fmt: skip

    def sheet(self) -> Sheet:
        """Read every line and return what they say."""
        for place, line in enumerate(self.lines):
            self.place = place
            token = token_of(line.text)
            if len(line.text) == LONGEST_LINE:
                self.problems.append(line.place)
            if token.kind is not Kind.STARS:
                self.stars = 0
            self.takes[token.kind](token, line)
            if self.ended or self.counts > MOST_COUNTS:
                break
        self._close()
        if self.counts > MOST_COUNTS:
            return _nothing("too_long")
        return self._finished()

    def _finished(self) -> Sheet:
        if not self.started:
            error = any("RECORD ERROR" in line.text for line in self.preamble)
            return _nothing("record_error" if error else "no_cycle")
        return Sheet(
            personal=read_personal(self.preamble),
            cycles=tuple(Cycle(tuple(events), inferred) for events, inferred in self.cycles),
            notices=read_notices(self.preamble) + self._later_notices(),
            problems=tuple(self.problems),
            warnings=tuple(self.warnings),
        )

    def _later_notices(self) -> tuple[Read[Notice], ...]:
        died = next(
            (one for events, _ in self.cycles for one in events if one.kind is EventKind.DECEASED), None
        )
        return (Read(Notice.DECEASED, died.header),) if died else ()

    # separators

    def _ignore(self, _token: Token, _line: CleanLine) -> None:
        """Pass over furniture, frames and dirt."""

    def _cycle(self, token: Token, line: CleanLine) -> None:
        self._close()
        self.started = self.separated = True
        self.closed = False
        self.last_kind = None

    def _few_stars(self, token: Token, line: CleanLine) -> None:
        """Count stars that are spread over several lines: three of them separate cycles."""
        self.stars += token.stars
        if self.stars >= 3 and self.stars - token.stars < 3:
            self._cycle(token, line)

    def _dashes(self, _token: Token, _line: CleanLine) -> None:
        self.opened = None
        self.closed = self.event is not None

    def _end(self, _token: Token, line: CleanLine) -> None:
        self.ended = True
        if not self.started:
            self.preamble.append(line)

    def _strike(self, _token: Token, _line: CleanLine) -> None:
        """Mark the event that the banner follows; it may have ended already."""
        if self.event:
            self.event.potential_strike = True

    # events

    def _header(self, token: Token, line: CleanLine) -> None:
        header = token.header
        assert header is not None
        if not (header.certain or self._event_follows()):
            self._text(Token(Kind.TEXT, line.text), line)
            return
        self._open(EventDraft(header.kind, subtype_of(header), line), header.kind)
        self._fields(header.rest, line)

    def _event_follows(self) -> bool:
        """Say whether one of the next lines has a date and agency, or a name, before any separator."""
        for line in self.lines[self.place + 1 : self.place + 1 + _AHEAD]:
            token = token_of(line.text)
            if token.kind in _SEPARATORS or token.kind in (Kind.COUNT, Kind.HEADER):
                return False
            if token.kind is Kind.NAME or (token.kind is Kind.DATE and prefix_of(token.text)):
                return True
        return False

    def _open(self, event: EventDraft, kind: EventKind) -> None:
        dashes = self.closed
        self._close()
        if not self.started or not self.cycles or self.separated:
            self.cycles.append(([], not self.separated))
        elif kind in _NEW_CYCLE and not dashes:
            self.cycles.append(([], True))
        self.started = True
        self.separated = False
        self.event = event

    def _fields(self, text: str, line: CleanLine) -> None:
        """Take the name, the birth date and the date that may share the line of a header."""
        event = self.event
        if event is None or not text:
            return
        found = fields_of(text)
        event.name_code = event.name_code or found.name_code
        if found.birth_digits:
            event.birth_date = day_of(as_digits(found.birth_digits))
        if found.date_from is not None and not event.dated:
            digits = text[found.date_from : found.date_from + 8]
            self._event_date(day_of(digits), line, text[found.date_from + 8 :].strip(), repaired=False)

    def _name(self, token: Token, line: CleanLine) -> None:
        if not self.started:
            self.preamble.append(line)
        elif self.event and not self.event.counts:
            self._fields(token.text, line)

    def _event_date(self, day: date | None, line: CleanLine, behind: str, *, repaired: bool) -> None:
        event = self.event
        assert event is not None
        event.dated = True
        if day:
            event.on = Read(day, line.place, repaired, line.doubtful)
        else:
            self._warn("an event without a readable date", line)
        if behind:
            self._agency(behind, line)

    def _agency(self, text: str, line: CleanLine) -> None:
        event = self.event
        assert event is not None
        agency = agency_of(text)
        if agency:
            event.agency = words(line, agency)
            self.opened = event.agency if agency.endswith(",") else None

    def _close(self) -> None:
        """End the event that is being read, if any, and keep what it says."""
        self.opened = None
        self.closed = False
        event, self.event = self.event, None
        if event is None:
            return
        if event.is_empty:
            self.problems.extend((event.header.place, *event.lines))
            if self.cycles[-1] == ([], True):
                self.cycles.pop()
            return
        self.problems.extend(event.lines)
        self.last_kind = event.kind
        self.cycles[-1][0].append(self._event(event))

    def _event(self, draft: EventDraft) -> Event:
        counts = tuple(count for one in draft.counts for count in one.finished())
        if draft.on is None and not draft.dated:
            self._warn("an event without a date", draft.header)
        if draft.kind is not EventKind.COURT and any(
            one.outcome is Outcome.CONVICTED for count in counts for one in count.dispositions
        ):
            self._warn("a conviction in an event that is not of a court", draft.header)
        agency = read_words(draft.agency) if draft.agency else None
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

    def _date(self, token: Token, line: CleanLine) -> None:
        assert token.date is not None
        if not self.started:
            self.preamble.append(line)
        elif self._is_late_update(token):
            self._update(token, line)
        elif (
            token.text and token_of(token.text).kind is Kind.DISPO and not (self.event and self.event.counts)
        ):
            self._add(CountDraft((None,), [], implied=True), line)
            self._update(token, line)
        elif self.event is None or self.closed or self._is_new_event(token):
            self._dated_event(token, line)
        elif not self.event.dated and not self.event.counts:
            self._event_date(token.date.day, line, token.text, repaired=token.repaired)
        elif self.event.counts and not (token.date.day is None and self.opened and not token.text):
            self._update(token, line)
        else:
            self._text(Token(Kind.TEXT, line.text), line)

    def _is_late_update(self, token: Token) -> bool:
        """Say whether a date behind stray dashes still belongs to the count before: a DISPO follows it."""
        if not (self.closed and self.event and self.event.counts):
            return False
        following = token.text or next(
            (line.text for line in self.lines[self.place + 1 : self.place + 2]), ""
        )
        return bool(following) and token_of(following).kind is Kind.DISPO

    def _is_new_event(self, token: Token) -> bool:
        """Say whether a date with an agency stands where an event was dated already: its header was lost."""
        event = self.event
        return bool(event and (event.dated or event.counts) and token.text and prefix_of(token.text))

    def _dated_event(self, token: Token, line: CleanLine) -> None:
        """Begin an event that has no header: a later registration, or one whose header was lost."""
        assert token.date is not None
        prefix = prefix_of(token.text)
        previous = self.event.kind if self.event else self.last_kind
        if previous is EventKind.REGISTRATION and (self.closed or self.event is None):
            kind = EventKind.REGISTRATION
        elif not token.text:
            self._text(Token(Kind.TEXT, line.text), line)
            return
        else:
            kind = EventKind.COURT if prefix in COURT_PREFIXES else EventKind.OTHER
            self._warn("an event whose header could not be read", line)
        self._open(EventDraft(kind, None, line), EventKind.OTHER)
        self._event_date(token.date.day, line, token.text, repaired=True)

    def _update(self, token: Token, line: CleanLine) -> None:
        count = self.event.counts[-1] if self.event else None
        assert count is not None
        assert token.date is not None
        count.lines.append(line.place)
        count.dated = True
        day = token.date.day
        count.update = Read(day, line.place, token.repaired, line.doubtful) if day else None
        if day is None:
            self._warn("an update without a readable date", line)
        self.opened = None
        if token.text:
            rest = token_of(token.text)
            self.takes[rest.kind](rest, line)

    # counts

    def _count(self, token: Token, line: CleanLine) -> None:
        if not self.started and not self.preamble:
            self.preamble.append(line)
            return
        number, behind = token.text.split("#", 1) if "#" in token.text else (token.text, "")
        numbers, rest = _numbers(number)
        count = CountDraft(numbers, [line.place])
        self._add(count, line)
        self.opened = None
        if behind:
            self._case(Token(Kind.CASE, behind), line)
        elif rest.startswith("*") and rest[1:2].isalnum():
            self._case(Token(Kind.CASE, rest[1:]), line)
        elif rest:
            further = token_of(rest)
            if further.kind in (Kind.CHARGE, Kind.TYPE, Kind.DISPO, Kind.SEE_COMMENT):
                self.takes[further.kind](further, line)

    def _add(self, count: CountDraft, line: CleanLine) -> None:
        """Give a count to its event; without one, to an event of which all else was lost."""
        if self.event is None:
            self._warn("counts without an event", line)
            self._open(EventDraft(EventKind.OTHER, None, line), EventKind.OTHER)
        assert self.event is not None
        self.closed = False
        self.event.counts.append(count)
        self.counts += len(count.numbers)

    def _inside(self, line: CleanLine) -> CountDraft | None:
        """Return the count that a line belongs to; a new one where its CNT was lost, None before the events."""
        if not self.started:
            self.preamble.append(line)
            return None
        if self.event is None or not self.event.counts:
            implied = self.event is None or self.event.kind is not EventKind.REGISTRATION
            self._add(CountDraft((None,), [line.place], implied=implied), line)
        else:
            self.closed = False
            self.event.counts[-1].lines.append(line.place)
        assert self.event is not None
        self.event.counts[-1].said.append(line.text)
        return self.event.counts[-1]

    def _case(self, token: Token, line: CleanLine) -> None:
        event = self.event
        count = event.counts[-1] if event and event.counts else None
        if count is None or count.case_number or count.read:
            self._text(Token(Kind.TEXT, line.text), line)
            return
        if line.place not in count.lines[-1:]:
            count.lines.append(line.place)
        number = token.text.replace(".", "").strip(" .:-;")
        if number:
            count.case_number = Read(number, line.place, doubtful=line.doubtful)

    def _charge(self, token: Token, line: CleanLine) -> None:
        read = token.charge
        assert read is not None
        if self._goes_on_with(token, line):
            return
        count = self._inside(line)
        if count is None:
            return
        if read.charge.section.startswith(_SENTENCING) and "SENTENC" in read.description:
            return
        if count.read and count.read.charge.section == _ATTEMPT and not count.dispositions:
            read = read._replace(charge=_attempted(read.charge))
        elif count.read:
            count.lines.pop()
            count = CountDraft((None,), [line.place], implied=True)
            self._add(count, line)
        count.read, count.charge_line = read, line
        count.toc = type_of_charge(line.text) or count.toc
        self.opened = None

    def _goes_on_with(self, token: Token, line: CleanLine) -> bool:
        """Let a line that only looks like a charge go on with a comment or with words such as ``PER``."""
        assert token.charge is not None
        count = self.event.counts[-1] if self.event and self.event.counts else None
        if count is None or self.opened is None:
            return False
        strict = token.charge.joined and "-" in line.text
        if strict and (count.read is None or count.dispositions) and not count.see_comment:
            return False
        if strict and count.read is None:
            return False
        self._text(Token(Kind.TEXT, line.text), line)
        return True

    def _flags(self, token: Token, line: CleanLine) -> None:
        count = self._inside(line)
        if count:
            count.flags.extend(
                f"-{flag.strip()}" for flag in re.split(r"(?:^| )- ?(?=[A-Z])", token.text) if flag.strip()
            )
            self.opened = None

    def _see_comment(self, _token: Token, line: CleanLine) -> None:
        count = self._inside(line)
        if count:
            count.see_comment = True
            self.opened = None

    def _type(self, token: Token, line: CleanLine) -> None:
        if not self.started:
            self.preamble.append(line)
        elif self.event and self.event.counts:
            self.event.counts[-1].lines.append(line.place)
            self.event.counts[-1].toc = type_of_charge(line.text) or self.event.counts[-1].toc

    def _reference(self, _token: Token, line: CleanLine) -> None:
        if not self.started:
            self.preamble.append(line)
        elif self.event and self.event.counts:
            self.event.counts[-1].lines.append(line.place)
        of_another_state = self.event is not None and self.event.kind is EventKind.PAROLE
        self.opened = words(line, line.text) if of_another_state else None

    # what became of a count

    def _dispo(self, token: Token, line: CleanLine) -> None:
        count = self._inside(line)
        if count is None or self.event is None:
            return
        on = count.update if count.dated else self.event.on
        draft = DispositionDraft(words(line, token.text, repaired=token.repaired), on, count.dated)
        count.dispositions.append(draft)
        self.opened = draft.text if draft.goes_on else None

    def _status(self, token: Token, line: CleanLine) -> None:
        count = self._inside(line)
        if count is None:
            return
        self.opened = None
        told = severity_of(token.text)
        if not count.dispositions or told is None:
            count.stray_status = True
        else:
            severity = Read(told[0], line.place, told[1] or token.repaired, line.doubtful)
            count.dispositions[-1].severity = count.dispositions[-1].severity or severity

    def _sentence(self, token: Token, line: CleanLine) -> None:
        count = self._inside(line)
        if count is None:
            return
        said = words(line, token.text, repaired=token.repaired)
        holder: CountDraft | DispositionDraft = count.dispositions[-1] if count.dispositions else count
        if holder.sentence is None:
            holder.sentence = said
        self.opened = said

    def _comment(self, token: Token, line: CleanLine) -> None:
        if self.event is None and self.started:
            self._text(Token(Kind.TEXT, line.text), line)
            return
        if self.event and not self.event.counts:
            self.event.lines.append(line.place)
            return
        count = self._inside(line)
        if count is None:
            return
        said = words(line, token.text, repaired=token.repaired)
        count.comments.append(said)
        if count.dispositions:
            count.dispositions[-1].comments.append(said)
        self.opened = said

    def _text(self, token: Token, line: CleanLine) -> None:
        """Take a line that begins with no known word: it goes on with a text, or it has no place."""
        if not self.started:
            self.preamble.append(line)
        elif self.event is None:
            self._unplaced(line)
        elif not self.event.counts:
            self._head_text(line)
        elif self.opened:
            self.opened.add(line)
            self.event.counts[-1].lines.append(line.place)
            self.event.counts[-1].said.append(line.text)
        else:
            self._count_text(line)

    def _unplaced(self, line: CleanLine) -> None:
        """Keep a line between separators that belongs to no event."""
        if self.separated:
            self.cycles.append(([], False))
            self.separated = False
        self.problems.append(line.place)

    def _head_text(self, line: CleanLine) -> None:
        event = self.event
        assert event is not None
        if self.closed:
            self.problems.append(line.place)
        elif self.opened:
            self.opened.add(line)
            self.opened = None
        elif event.agency is None and (event.dated or prefix_of(line.text)):
            self._agency(line.text, line)
        else:
            event.lines.append(line.place)

    def _count_text(self, line: CleanLine) -> None:
        event = self.event
        assert event is not None
        if self.closed:
            self.problems.append(line.place)
            return
        count = event.counts[-1]
        count.lines.append(line.place)
        count.said.append(line.text)
        if count.read is None and count.free_text is None and not count.dispositions:
            count.free_text = words(line, without_type(line.text).strip())
            count.toc = type_of_charge(line.text) or count.toc
        else:
            self.problems.append(line.place)

    def _warn(self, told: str, line: CleanLine) -> None:
        self.warnings.append(f"page {line.place.page}, line {line.place.line}: {told}")


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
