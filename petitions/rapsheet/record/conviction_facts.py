"""Writes one count of a sheet as a conviction of the record, key by key, each with its lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from petitions.law.terms import Disposition, Level
from petitions.rapsheet.meaning.plea_bargain import likely_plea_bargain, possible_plea_bargain
from petitions.rapsheet.meaning.standing import convicted, severity_read, undone
from petitions.rapsheet.record.charge_words import label_hints
from petitions.rapsheet.record.entering import Entering
from petitions.rapsheet.record.facts import Hint, Said, Source, Stated, said
from petitions.rapsheet.record.later_orders import later_relief, plea_was_withdrawn
from petitions.rapsheet.record.offense_dates import offense_date
from petitions.rapsheet.record.sentence_status import sentence_status
from petitions.rapsheet.record.tribunals import UNSURE, jurisdiction
from petitions.rapsheet.sheet import Count, Read, Severity

Usable = Callable[[date], bool]
"""Says whether a day can stand in the record."""
_LEVELS = {
    Severity.FELONY: Level.FELONY,
    Severity.MISDEMEANOR: Level.MISDEMEANOR,
    Severity.INFRACTION: Level.INFRACTION,
}
_LONGEST = 200
"""Signs of a text that the record takes."""


def conviction_keys(found: Entering, *, usable: Usable) -> tuple[Said, ...]:
    """Return what the sheet says for each key of the conviction."""
    count, event, day = found.count, found.event, conviction_day(found.count)
    until = day.value if day else None
    return (
        _jurisdiction(found),
        _outcome(count),
        _text("county", event.court, words=event.court.value.county if event.court else None),
        _text("case_number", count.case_number or event.case_number),
        *_offense(found),
        _level(count),
        _in_time(offense_date(found.arrested, until=until), usable=usable),
        _in_time(said("conviction_date", day, value=until and until.isoformat()), usable=usable),
        sentence_status(count),
        later_relief(count),
        Said("pleaded_down_from_marijuana", UNSURE, hints=tuple(_plea_hints(found))),
    )


def conviction_day(count: Count) -> Read[date] | None:
    """Return the day of the conviction as read."""
    found = convicted(count)
    return found.on if found else None


def source(found: Entering, *, name: str, keys: tuple[Said, ...]) -> Source:
    """Return where each key came from, with all hints."""
    hints = [*found.offense.hints, *(hint for one in keys for hint in one.hints), *label_hints(found.count)]
    return Source(
        id=name,
        event=found.event,
        count=found.count,
        stated=tuple(Stated(one.key, one.places, one.needs_check) for one in keys if one.places),
        hints=tuple(dict.fromkeys(hints)),
    )


def _jurisdiction(found: Entering) -> Said:
    charge = found.count.charge.value if found.count.charge else None
    kind = jurisdiction(found.event, charge=charge)
    return (
        said("jurisdiction", found.event.agency, value=kind)
        if found.event.agency
        else Said("jurisdiction", kind)
    )


def _outcome(count: Count) -> Said:
    """A conviction that was undone later, in words that name no law, may be none any more."""
    found, later = convicted(count), undone(count)
    if found is None:
        return Said("outcome", UNSURE, hints=(Hint.PLEASE_CHECK,))
    doubted = (later and later_relief(count).value == UNSURE) or plea_was_withdrawn(count)
    if doubted:
        return Said("outcome", UNSURE, (found.text.place,), needs_check=True)
    return said("outcome", found.text, value=Disposition.CONVICTED.value)


def _offense(found: Entering) -> Iterator[Said]:
    offense, charge = found.offense, found.count.charge
    values: dict[str, str | None] = {
        "code": offense.code, "section": offense.section, "subdivision": offense.subdivision, "prefix": offense.prefix.value,
    }  # fmt: skip
    places = (charge.place,) if charge else ()
    doubtful = bool(offense.hints) or (charge is not None and charge.needs_check)
    for key, value in values.items():
        yield Said(key, value, places if value else (), needs_check=doubtful)


def _level(count: Count) -> Said:
    stated = severity_read(count)
    return said("level", stated, value=_LEVELS[stated.value].value) if stated else Said("level", UNSURE)


def _text(key: str, read: Read[Any] | None, *, words: str | None = None) -> Said:
    """A text that the record cannot take is not known; its line still shows it."""
    value = words if words is not None else read.value if read and isinstance(read.value, str) else None
    if read is None or not value or len(value) > _LONGEST or not value.isprintable():
        return Said(key, None)
    return said(key, read, value=value)


def _in_time(stated: Said, *, usable: Usable) -> Said:
    """A day that cannot be, such as one to come, is misread: the date stays open."""
    if stated.value and not usable(date.fromisoformat(stated.value)):
        return Said(stated.key, None, stated.places, needs_check=True)
    return stated


def _plea_hints(found: Entering) -> Iterator[Hint]:
    if likely_plea_bargain(found.count, among=found.among):
        yield Hint.PLEA_LIKELY
    elif possible_plea_bargain(found.count, among=found.among):
        yield Hint.PLEA_POSSIBLE
