"""What a sheet offers to confirm: the marijuana convictions, what matters for the exceptions, and the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from petitions.rapsheet.grammar import read_sheet
from petitions.rapsheet.meaning.standing import convicted_counts, convictions
from petitions.rapsheet.pages import Pages
from petitions.rapsheet.record.conviction_facts import conviction_day
from petitions.rapsheet.record.facts import Facts, FoundPrior, Hint, Source, Stated
from petitions.rapsheet.sheet import Count, Event, Notice, Place, Sheet
from petitions.rapsheet.to_facts import to_facts


@dataclass(frozen=True, slots=True)
class Named:
    """A count in a few words, as the sheet has them. ``day`` None: not known."""

    code_section: str
    description: str
    day: date | None
    court: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A conviction to confirm. ``facts``: by key of the record; ``case``: equal for the counts of one case."""

    id: str
    named: Named
    facts: dict[str, Any]
    case: str
    stated: dict[str, Stated]
    hints: frozenset[Hint]
    lines: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Prior:
    """A conviction that may be an exception. ``condition``: what must also hold, which no sheet says."""

    named: Named
    citation: str
    condition: str | None
    lines: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Offered:
    """All that one sheet offers."""

    candidates: tuple[Candidate, ...]
    person: dict[str, Any]
    """By key of the record what the sheet says of the person; a key that it does not settle is left out."""
    person_stated: dict[str, Stated]
    super_strikes: tuple[Prior, ...]
    sex_offenses: tuple[Prior, ...]
    same_section: tuple[str, ...]
    """Sections under which several of the candidates stand."""
    rest: tuple[Named, ...]
    notices: tuple[Notice, ...]
    has_potential_strike: bool
    hints: frozenset[Hint]
    unread: tuple[Place, ...]
    reason: str | None
    """Why the text is no RAP sheet."""


def offered(pages: Pages, *, on: date) -> Offered:
    """Read the pages of a sheet and gather what it offers."""
    sheet = read_sheet(pages)
    facts = to_facts(sheet, on=on)
    candidates = tuple(_candidates(facts))
    return Offered(
        candidates=candidates,
        person=_person(facts),
        person_stated={one.key: one for one in facts.petitioner},
        super_strikes=_priors(facts.super_strikes),
        sex_offenses=_priors(facts.sex_offenses),
        same_section=_repeated(candidates),
        rest=tuple(_rest(sheet, facts)),
        notices=tuple(dict.fromkeys(one.value for one in sheet.notices)),
        has_potential_strike=any(event.potential_strike for event in sheet.events),
        hints=frozenset(facts.hints),
        unread=(*sheet.problems, *_not_understood(sheet)),
        reason=sheet.reason,
    )


def candidate_of(found: Offered, name: str) -> Candidate | None:
    """Return one candidate by its id."""
    return next((one for one in found.candidates if one.id == name), None)


def _candidates(facts: Facts) -> Iterator[Candidate]:
    known = {one["id"]: one for one in facts.record["convictions"]} if facts.record else {}
    first_of: dict[int, str] = {}
    for one in facts.convictions:
        yield Candidate(
            id=one.id,
            named=_named(one.event, one.count),
            facts=known[one.id],
            case=first_of.setdefault(id(one.event), one.id),
            stated={stated.key: stated for stated in one.stated},
            hints=frozenset(one.hints),
            lines=_lines(one),
        )


def _lines(found: Source) -> tuple[Place, ...]:
    """Return the header and the lines of the count, and the lines of every value."""
    told = (place for stated in found.stated for place in stated.places)
    return tuple(dict.fromkeys((found.event.header, *found.count.lines, *told)))


def _person(facts: Facts) -> dict[str, Any]:
    """Leave out what the record does not settle."""
    known = facts.record["petitioner"] if facts.record else {}
    return {key: value for key, value in known.items() if value not in (None, "unsure")}


def _priors(found: tuple[FoundPrior, ...]) -> tuple[Prior, ...]:
    return tuple(
        Prior(
            _named(one.event, one.count),
            one.entry.citation,
            one.entry.condition,
            (one.event.header, *one.count.lines),
        )
        for one in found
    )


def _rest(sheet: Sheet, facts: Facts) -> Iterator[Named]:
    """Yield the convictions that are neither offered nor an exception."""
    priors = (*facts.super_strikes, *facts.sex_offenses)
    told = {*(id(one.count) for one in facts.convictions), *(id(one.count) for one in priors)}
    for event in convictions(sheet):
        for count in convicted_counts(event):
            if id(count) not in told:
                yield _named(event, count)


def _repeated(candidates: tuple[Candidate, ...]) -> tuple[str, ...]:
    sections = [str(one.facts["section"]) for one in candidates if one.facts.get("section")]
    return tuple(dict.fromkeys(one for one in sections if sections.count(one) > 1))


def _not_understood(sheet: Sheet) -> Iterator[Place]:
    """Yield the first line of each count that speaks of a conviction which was not understood."""
    for event in sheet.events:
        for count in event.counts:
            if count.please_check and count.lines:
                yield count.lines[0]


def _named(event: Event, count: Count) -> Named:
    day = conviction_day(count) or event.on
    return Named(
        code_section=count.charge.value.code_section if count.charge else "",
        description=count.description.value if count.description else "",
        day=day.value if day else None,
        court=event.court.value.name if event.court else event.agency.value if event.agency else "",
    )
