"""Holds what is being read: a count, its dispositions and its event, until the next one begins."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from petitions.rapsheet.clean import CleanLine
from petitions.rapsheet.lines.charges import ReadCharge, read_charge, type_of_charge
from petitions.rapsheet.lines.dispositions import Told, mentions_conviction, read_disposition
from petitions.rapsheet.lines.sentences import clean_sentence, read_sentence
from petitions.rapsheet.sheet import (
    Charge,
    Count,
    Disposition,
    EventKind,
    Outcome,
    Place,
    Read,
    Sentence,
    Severity,
)

_ATTEMPTED = "-ATTEMPTED"
_CONVICT = "CONVICT"
_MOST_COUNTS = 99
"""The counts that one range may stand for."""
_CHARGED = re.compile(r"CHRG[-. :]{0,3}(.*)")
_SENTENCED = re.compile(r"(?:\bX?SEN[-:; ]{1,2}X?,?|\bSEN-X,?)(.*)")
_UNFINISHED = re.compile(r"(?:PER|&|/|-|,|PC|UNDER)$")


@dataclass(slots=True)
class Words:
    """A text that may go on over several lines. ``lines``: what each says; ``first``: where it begins."""

    first: CleanLine
    lines: list[str]
    repaired: bool = False
    doubtful: bool = False

    def add(self, line: CleanLine) -> None:
        """Take one more line."""
        self.lines.append(line.text)
        self.doubtful = self.doubtful or line.doubtful

    @property
    def joined(self) -> str:
        """Return the whole text, one blank between its lines."""
        return " ".join(self.lines).strip()

    def read(self, *, repaired: bool | None = None) -> Read[str]:
        """Return the whole text as a value with its place."""
        mended = self.repaired if repaired is None else repaired
        return Read(self.joined, self.first.place, mended, self.doubtful)


def words(line: CleanLine, text: str, *, repaired: bool = False) -> Words:
    """Begin a text."""
    return Words(line, [text], repaired, line.doubtful)


@dataclass(slots=True)
class DispositionDraft:
    """One DISPO and the lines that belong to it."""

    text: Words
    told: Told
    """What the first line says."""
    on: Read[date] | None
    is_update: bool
    severity: Read[Severity] | None = None
    sentence: Words | None = None
    comments: list[Words] = field(default_factory=list)

    @property
    def goes_on(self) -> bool:
        """Say whether the words seem unfinished at the end of the line."""
        return self.told.outcome is Outcome.OTHER or bool(_UNFINISHED.search(self.text.joined))

    def finished(self) -> Disposition:
        """Return what was read."""
        told = self.told if len(self.text.lines) == 1 else read_disposition(self.text.joined)
        return Disposition(
            outcome=told.outcome,
            on=self.on,
            text=self.text.read(repaired=self.text.repaired or told.repaired),
            is_update=self.is_update,
            severity=self.severity,
            sentence=_sentence(self.sentence, self.comments),
            statute=told.statute,
        )


@dataclass(slots=True)
class CountDraft:
    """One CNT and what follows it. ``numbers``: None for a number that cannot be read."""

    numbers: tuple[int | None, ...]
    lines: list[Place] = field(default_factory=list)
    case_number: Read[str] | None = None
    read: ReadCharge | None = None
    charge_line: CleanLine | None = None
    free_text: Words | None = None
    see_comment: bool = False
    flags: list[str] = field(default_factory=list)
    toc: str | None = None
    comments: list[Words] = field(default_factory=list)
    sentence: Words | None = None
    dispositions: list[DispositionDraft] = field(default_factory=list)
    update: Read[date] | None = None
    dated: bool = False
    """A date line stands before what comes next: an update."""
    speaks: bool = False
    """A line speaks of a conviction."""
    said: list[str] = field(default_factory=list)
    """The lines that begin with no known word: one may be a misread DISPO."""
    stray_status: bool = False
    implied: bool = False
    """No CNT was seen: the line of its number was lost."""

    def hear(self, line: CleanLine) -> None:
        """Take one more line of the count."""
        self.lines.append(line.place)
        self.speaks = self.speaks or _CONVICT in line.text

    def finished(self) -> tuple[Count, ...]:
        """Return the counts that this one stands for."""
        charge, description = self._charge()
        dispositions = tuple(draft.finished() for draft in self.dispositions)
        flags = list(self.flags)
        if charge and charge.value.attempted and _ATTEMPTED not in flags:
            flags.append(_ATTEMPTED)
        return tuple(
            Count(
                number=number,
                case_number=self.case_number,
                charge=charge,
                description=description,
                flags=tuple(flags),
                toc=self.toc,
                comments=tuple(comment.read() for comment in self.comments),
                dispositions=dispositions,
                sentence=_sentence(self.sentence, []),
                please_check=self.implied or self.stray_status or self._hides_a_conviction(dispositions),
                lines=tuple(self.lines),
            )
            for number in self.numbers
        )

    def _charge(self) -> tuple[Read[Charge] | None, Read[str] | None]:
        if self.read and self.charge_line:
            return _charge(self.read, self.charge_line)
        for comment in self.comments:
            found = _CHARGED.search(comment.joined)
            read = read_charge(found[1]) if found else None
            if read:
                self.toc = self.toc or type_of_charge(comment.joined)
                return _charge(read, comment.first)
        return None, self.free_text.read() if self.free_text else None

    def _hides_a_conviction(self, dispositions: tuple[Disposition, ...]) -> bool:
        """Say whether a line speaks of a conviction that no disposition tells."""
        if any(one.outcome is Outcome.CONVICTED for one in dispositions):
            return False
        return self.speaks or any(mentions_conviction(text) for text in self.said)


@dataclass(slots=True)
class EventDraft:
    """One event until its last count."""

    kind: EventKind
    subtype: str | None
    header: CleanLine
    on: Read[date] | None = None
    dated: bool = False
    agency: Words | None = None
    name_code: str | None = None
    birth_date: date | None = None
    counts: list[CountDraft] = field(default_factory=list)
    potential_strike: bool = False
    lines: list[Place] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Say whether nothing was read but the header; that of a registration says enough."""
        return self.kind is not EventKind.REGISTRATION and not (
            self.dated or self.counts or self.agency or self.name_code
        )


def range_of(first: int, last: int) -> tuple[int | None, ...]:
    """Return the numbers of a range; a reversed one is one count."""
    if last < first:
        return (first,)
    return tuple(range(first, min(last, first + _MOST_COUNTS - 1) + 1))


def _charge(read: ReadCharge, line: CleanLine) -> tuple[Read[Charge], Read[str]]:
    return (
        Read(read.charge, line.place, read.repaired, line.doubtful),
        Read(read.description, line.place, doubtful=line.doubtful),
    )


def _sentence(printed: Words | None, comments: list[Words]) -> Sentence | None:
    """Read what follows SEN; without it, what a comment says of the sentence."""
    if printed:
        return _read_sentence(printed, printed.lines)
    for comment in comments:
        found = _SENTENCED.match(comment.joined)
        if found:
            return _read_sentence(comment, [found[1]])
    return None


def _read_sentence(text: Words, lines: list[str]) -> Sentence | None:
    return read_sentence(
        clean_sentence(lines), place=text.first.place, needs_check=text.repaired or text.doubtful
    )
