"""Screens a sheet for Proposition 64 the way county staff did: information for staff, never what the law gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import Enum

from petitions.rapsheet.meaning.lengths import after
from petitions.rapsheet.meaning.plea_bargain import (
    Surroundings,
    is_prop_64,
    likely_plea_bargain,
    possible_plea_bargain,
)
from petitions.rapsheet.meaning.registrations import Registered, registrations
from petitions.rapsheet.meaning.sections import bare_number, is_under_any
from petitions.rapsheet.meaning.sentence_lengths import total_length
from petitions.rapsheet.meaning.standing import (
    convicted_counts,
    convictions,
    event_sentence,
    is_set_aside,
    severity,
)
from petitions.rapsheet.meaning.super_strikes import super_strike
from petitions.rapsheet.sheet import Charge, Count, Event, Severity, Sheet

COUNTED_PRIORS = ("HS 11358", "HS 11359", "HS 11360")
ENOUGH_OF_A_TYPE = 3


class Chance(Enum):
    """The answer of the screen."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"


class Remedy(Enum):
    """Which request: a new sentence while one runs, another name for the offense afterwards."""

    RESENTENCING = "resentencing"
    REDESIGNATION = "redesignation"


@dataclass(frozen=True, slots=True)
class Screen:
    """What was found of a count, and what the screen makes of it."""

    disqualified: bool
    two_priors: bool
    likely_plea: bool
    possible_plea: bool

    @property
    def chance(self) -> Chance:
        """Return the answer; what rules out comes first."""
        if self.disqualified or self.two_priors:
            return Chance.NO
        return Chance.MAYBE if self.possible_plea and not self.likely_plea else Chance.YES


@dataclass(frozen=True, slots=True)
class Background:
    """What the whole sheet says, found once for all of its counts."""

    is_disqualified: bool
    """Registration as a sex offender, or a super strike of any day."""
    repeated: frozenset[str]
    """The sections, without subdivision, of which three court events or more hold a conviction."""


def background(sheet: Sheet) -> Background:
    """Return what of the sheet bears on each count."""
    events = Counter(section for event in convictions(sheet) for section in _sections(event))
    return Background(
        is_disqualified=bool(registrations(sheet, kind=Registered.SEX_OFFENDER) or super_strikes_of(sheet)),
        repeated=frozenset(section for section, times in events.items() if times >= ENOUGH_OF_A_TYPE),
    )


def potentially_eligible(
    count: Count, *, among: Surroundings, severities: Collection[Severity | None]
) -> bool:
    """Say whether a count is looked at: a marijuana section or its stand-in, of a class that the county takes."""
    return severity(count) in severities and (
        is_prop_64(_charge(count)) or possible_plea_bargain(count, among=among)
    )


def screen(count: Count, *, among: Surroundings, behind: Background) -> Screen:
    """Return what the screen finds of a convicted count."""
    return Screen(
        disqualified=behind.is_disqualified,
        two_priors=has_two_priors(_charge(count), behind=behind),
        likely_plea=likely_plea_bargain(count, among=among),
        possible_plea=possible_plea_bargain(count, among=among),
    )


def super_strikes_of(sheet: Sheet) -> tuple[Charge, ...]:
    """Return the convictions under a section of the super strike list, those to be looked at closer among them."""
    counts = (count for event in convictions(sheet) for count in convicted_counts(event))
    charges = (count.charge.value for count in counts if count.charge)
    return tuple(charge for charge in charges if super_strike(charge))


def has_two_priors(charge: Charge | None, *, behind: Background) -> bool:
    """Say whether the section is one for which two earlier convictions count, and there are three in all."""
    return is_under_any(charge, COUNTED_PRIORS) and has_three_of_type(charge, behind=behind)


def has_three_of_type(charge: Charge | None, *, behind: Background) -> bool:
    """Say whether three court events or more hold a conviction of the section, whatever its subdivision."""
    return charge is not None and not behind.repeated.isdisjoint(_numbers(charge))


def eligible_events(sheet: Sheet, *, courthouses: Collection[str]) -> tuple[Event, ...]:
    """Return the convictions of a county's courthouses that were not set aside yet."""
    return tuple(
        event for event in convictions(sheet) if courthouse(event) in courthouses and not is_set_aside(event)
    )


def courthouse(event: Event) -> str | None:
    """Return the courthouse by its name in the directory, else as printed."""
    if event.court:
        return event.court.value.name
    return event.agency.value if event.agency else None


def remedy(event: Event, *, on: date) -> Remedy:
    """Return which request fits: all parts of the sentence are added up, from the day of the event."""
    sentence = event_sentence(event)
    if sentence is None or event.on is None:
        return Remedy.REDESIGNATION
    runs = on < after(event.on.value, total_length(sentence)) or sentence.is_for_life
    return Remedy.RESENTENCING if runs else Remedy.REDESIGNATION


def _sections(event: Event) -> set[str]:
    charges = (count.charge.value for count in convicted_counts(event) if count.charge)
    return {section for charge in charges for section in _numbers(charge)}


def _numbers(charge: Charge) -> set[str]:
    return {f"{charge.code} {bare_number(part)}" for part in charge.sections}


def _charge(count: Count) -> Charge | None:
    return count.charge.value if count.charge else None
