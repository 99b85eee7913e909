"""Turns a sheet into the contract's record: what it says, and "unsure" for what it does not.

The amounts, the conduct and the drug's form are never taken from the sheet: the words behind a section are the
section's label. The age is left out: the contract works it out from the dates. ``pleaded_down_from_marijuana`` stays
"unsure"; the guess at a plea bargain is a hint for staff. ``earlier_same_section`` is left out, so that the contract
counts the record's own convictions and warns that it did; where a part of the sheet was not read it is "unsure".
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from petitions.rapsheet.meaning.registrations import Registered, registrations
from petitions.rapsheet.meaning.sex_offenses import sex_offense
from petitions.rapsheet.meaning.standing import convicted_counts, convictions
from petitions.rapsheet.meaning.super_strikes import super_strike
from petitions.rapsheet.record.births import birth_date
from petitions.rapsheet.record.conviction_facts import conviction_day, conviction_keys, source
from petitions.rapsheet.record.entering import entering
from petitions.rapsheet.record.facts import Facts, Hint, Said, Stated
from petitions.rapsheet.record.found_priors import found_priors, history
from petitions.rapsheet.record.tribunals import UNSURE
from petitions.rapsheet.sheet import Notice, Sheet

_NOTICES = {
    Notice.MULTIPLE_SOURCES: Hint.OTHER_STATES,
    Notice.SUPERVISION: Hint.SUPERVISION_LINE,
    Notice.IDENTITY_THEFT: Hint.IDENTITY_THEFT,
    Notice.CONSOLIDATED: Hint.CONSOLIDATED,
    Notice.DECEASED: Hint.DECEASED,
}


def to_facts(sheet: Sheet, *, on: date | None = None) -> Facts:
    """Return the record of a sheet, which the contract's reader takes; ``on``: no date after it can stand in it."""
    strikes, offenses = (found_priors(sheet, on_list=one) for one in (super_strike, sex_offense))
    birth = birth_date(sheet, days=_conviction_days(sheet, on=on), on=on)
    usable = _usable(birth, on=on)
    person = (
        birth,
        history(
            "super_strike",
            strikes,
            usable=usable,
            hints=(Hint.SUPER_STRIKE_FOUND, Hint.SUPER_STRIKE_POSSIBLE),
        ),
        history(
            "sex_offense", offenses, usable=usable, hints=(Hint.SEX_OFFENSE_FOUND, Hint.SEX_OFFENSE_POSSIBLE)
        ),
    )
    unsure = () if is_all_read(sheet) else (Said("earlier_same_section", UNSURE),)
    counts = {
        f"c{place}": (found, (*conviction_keys(found, usable=usable), *unsure))
        for place, found in enumerate(entering(sheet), 1)
    }
    return Facts(
        record=_record(person, {name: keys for name, (_, keys) in counts.items()}),
        convictions=tuple(source(found, name=name, keys=keys) for name, (found, keys) in counts.items()),
        petitioner=tuple(Stated(one.key, one.places, one.needs_check) for one in person if one.places),
        hints=_hints(sheet, person),
        super_strikes=strikes,
        sex_offenses=offenses,
    )


def is_all_read(sheet: Sheet) -> bool:
    """Say whether every line found its place and every count of a court was understood."""
    counts = (count for event in sheet.events for count in event.counts)
    unnamed = (one for event in convictions(sheet) for one in convicted_counts(event) if one.charge is None)
    return not sheet.problems and not any(one.please_check for one in counts) and not any(unnamed)


def _conviction_days(sheet: Sheet, *, on: date | None) -> list[date]:
    counts = (count for event in convictions(sheet) for count in convicted_counts(event))
    days = (read.value for read in map(conviction_day, counts) if read)
    return [day for day in days if on is None or day <= on]


def _usable(birth: Said, *, on: date | None) -> Callable[[date], bool]:
    born = date.fromisoformat(birth.value) if birth.value else date.min
    last = on or date.max
    return lambda day: born <= day <= last


def _record(person: tuple[Said, ...], counts: dict[str, tuple[Said, ...]]) -> dict[str, Any] | None:
    """The contract wants one conviction at least."""
    if not counts:
        return None
    return {
        "petitioner": {one.key: one.value for one in person},
        "convictions": [
            {"id": name, **{one.key: one.value for one in keys}} for name, keys in counts.items()
        ],
    }


def _hints(sheet: Sheet, person: tuple[Said, ...]) -> tuple[Hint, ...]:
    found = [hint for one in person for hint in one.hints]
    found += [_NOTICES[one.value] for one in sheet.notices if one.value in _NOTICES]
    if registrations(sheet, kind=Registered.SEX_OFFENDER) or registrations(
        sheet, kind=Registered.SEX_OFFENDER_BY_DISCRETION
    ):
        found.append(Hint.REGISTERED_SEX_OFFENDER)
    if not is_all_read(sheet):
        found.append(Hint.NOT_ALL_READ)
    return tuple(dict.fromkeys(found))
