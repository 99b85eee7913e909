"""Invents persons and the cycles of events on their sheets, the same ones for the same dice."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from benchmarks.invented_sheets import words
from benchmarks.invented_sheets.court_events import case_number, court_event, events_after
from benchmarks.invented_sheets.layouts import Habit, Layout
from benchmarks.invented_sheets.record import Charge, Count, Disposition, Event, Person, Update
from petitions.rapsheet.sheet import EventKind, Outcome

_FIRST_DAY, _LAST_DAY = date(1972, 3, 1), date(2021, 6, 30)
_YEARS = 40
_CYCLES_OF_A_PAGE = 1.6


def invented_person(dice: random.Random, *, layout: Layout) -> Person:
    """Invent a person; the names are Sample, Example, Muster and the like."""
    births = [date(1945, 1, 1) + timedelta(days=dice.randrange(9_000))]
    more = dice.randrange(2, 5) if Habit.MANY_BIRTHS in layout.habits else dice.choice((0, 0, 1, 2))
    births += [births[0] + timedelta(days=dice.randrange(-900, 900)) for _ in range(more)]
    comma = dice.choice((",", ",", ", "))
    names = dict.fromkeys(
        f"{dice.choice(words.LAST)}{comma}{dice.choice(words.FIRST)}" for _ in range(dice.randrange(1, 6))
    )
    return Person(
        cii=f"{dice.choice('AAAHM')}{dice.randrange(90_000_000, 99_999_999)}",
        consolidated=str(dice.randrange(90_000_000, 99_999_999)) if dice.random() < 0.2 else None,
        names=tuple(names),
        births=tuple(dict.fromkeys(births)),
        sex=dice.choice("MMMF"),
        race=dice.choice(words.RACES),
    )


def invented_cycles(
    dice: random.Random, *, person: Person, layout: Layout, pages: int
) -> Iterator[tuple[Event, ...]]:
    """Invent cycles without end, each later than the one before while there are years left."""
    stride = max(12, int(_YEARS * 365 / (pages * _CYCLES_OF_A_PAGE + 2)))
    day = max(_FIRST_DAY, person.births[0] + timedelta(days=18 * 366))
    while True:
        day = min(day + timedelta(days=dice.randrange(stride // 3, stride)), _LAST_DAY)
        yield _Cycle(dice, person, layout).events(day)


class _Cycle:
    """One cycle in the making: the dice, whose it is, and the habits of the layout."""

    def __init__(self, dice: random.Random, person: Person, layout: Layout) -> None:
        self.dice = dice
        self.person = person
        self.habits = layout.habits

    def events(self, day: date) -> tuple[Event, ...]:
        """Invent the events of a cycle that begins on a day."""
        kinds = (self._arrest, self._court, self._applicant, self._registrations, self._rare)
        later = Habit.LATER_REGISTRATIONS in self.habits
        return self.dice.choices(kinds, weights=(70, 10, 6, 20 if later else 4, 5))[0](day)

    def _arrest(self, day: date) -> tuple[Event, ...]:
        charges = self._charges()
        tried = self.dice.random() < 0.85
        counts = tuple(self._arrest_count(charge, day, tried=tried) for charge in charges)
        if tried and self.dice.random() < 0.1:
            counts = (*counts, Count(None, words=self.dice.choice(words.FREE_WORDS)))
        first = replace(counts[0], case_number=self._booking_number())
        arrest = self._event(
            EventKind.ARREST, "ARR/DET/CITE:", day, self.dice.choice(words.POLICE), (first, *counts[1:])
        )
        events = [arrest]
        if self.dice.random() < 0.06:
            supplement = Count(self._charge(), case_number=first.case_number, toc="F")
            events.append(
                self._event(
                    EventKind.SUPPLEMENTAL_ARREST,
                    "SUPPLEMENTAL ARR:",
                    day + timedelta(1),
                    arrest.agency,
                    (supplement,),
                )
            )
        if tried:
            events += self._trial(charges, day)
        return tuple(events)

    def _trial(self, charges: list[Charge], day: date) -> list[Event]:
        court = court_event(
            self.dice,
            charges=charges,
            day=day + timedelta(days=self.dice.randrange(2, 240)),
            name=self._name(),
            habits=self.habits,
        )
        return [court, *events_after(self.dice, court=court, name=self._name())]

    def _court(self, day: date) -> tuple[Event, ...]:
        return tuple(self._trial(self._charges(), day))

    def _applicant(self, day: date) -> tuple[Event, ...]:
        what, agency = self.dice.choice(words.APPLICANTS)
        gone = Disposition("NO LONGER INTERESTED", Outcome.OTHER)
        updates = (Update(day + timedelta(days=200), (gone,)),) if self.dice.random() < 0.5 else ()
        count = Count(
            None,
            words=what,
            case_number=f"{self.dice.randrange(10**7, 10**8)}",
            notes=(f"COM: SCN-{self._digits(10)} ATI-D{self._digits(3)}XRT{self._digits(3)}",),
            updates=updates,
        )
        return (self._event(EventKind.APPLICANT, "APPLICANT:", day, agency, (count,)),)

    def _registrations(self, day: date) -> tuple[Event, ...]:
        charge = _charge_of(self.dice.choice(words.REGISTRATIONS))
        ends = Disposition("NO LONGER REQUIRED TO REGISTER/DRUG REG", Outcome.OTHER)
        updates = (Update(day + timedelta(days=1900), (ends,)),) if charge.section == "11590" else ()
        agency = self.dice.choice(words.JAILS)
        number = f"{self.dice.randrange(10_000, 99_999)}"
        count = Count(charge, case_number=number, updates=updates)
        events = [self._event(EventKind.REGISTRATION, "REGISTRATION:", day, agency, (count,))]
        later = 0.8 if Habit.LATER_REGISTRATIONS in self.habits else 0.2
        while self.dice.random() < later and len(events) < 4:
            day += timedelta(days=self.dice.randrange(200, 400))
            note = "ADR: 288 EXAMPLE LANE, MUSTERVILLE, CA"
            again = self._event(
                EventKind.REGISTRATION, "", day, agency, (Count(charge, notes=(note,)),), headless=True
            )
            events.append(again)
        return tuple(events)

    def _rare(self, day: date) -> tuple[Event, ...]:
        kinds = (self._mental_health, self._federal, self._parolee)
        return self.dice.choice(kinds)(day)

    def _mental_health(self, day: date) -> tuple[Event, ...]:
        charge = Charge("1370", "PC", "MENTALLY INCOMPETENT", "PC 1370")
        gone = Update(day + timedelta(days=400), (Disposition("DISCHARGED", Outcome.OTHER),))
        count = Count(charge, case_number=f"AT{self._digits(5)}-Z", updates=(gone,))
        return (
            self._event(EventKind.MENTAL_HEALTH, "MENTAL HLTH CUS/SUPV", day, "CAHO ATASCADERO", (count,)),
        )

    def _federal(self, day: date) -> tuple[Event, ...]:
        count = Count(_charge_of(words.FEDERAL), case_number=f"T{self._digits(4)}")
        return (self._event(EventKind.CUSTODY, "CUSTODY:FED & OOS", day, "USCI SAN PEDRO CA", (count,)),)

    def _parolee(self, day: date) -> tuple[Event, ...]:
        notes = ("CONV OF:", "PAROLED FROM:TEXAS")
        count = Count(None, words="OUT OF STATE PAROLEE", case_number=f"I{self._digits(4)}", notes=notes)
        return (
            self._event(
                EventKind.PAROLE, "INTERST COMP PAROLEE", day, "CASD CORR PAR COMM SRV SAC", (count,)
            ),
        )

    def _arrest_count(self, charge: Charge, day: date, *, tried: bool) -> Count:
        flags = ("-WARRANT",) if self.dice.random() < 0.08 else ()
        updates: tuple[Update, ...] = ()
        if not tried:
            text, outcome = self.dice.choice(words.AFTER_ARREST)
            updates = (
                Update(day + timedelta(days=self.dice.randrange(1, 4)), (Disposition(text, outcome),)),
            )
        hidden = self.dice.random() < 0.05
        note = f"COM: CHRG-{charge.section} {charge.code}"
        return Count(
            charge,
            flags=flags,
            toc=self.dice.choice("FFMN"),
            notes=(note,) if hidden else self._arrest_notes(),
            charge_in_comment=hidden,
            updates=updates,
        )

    def _arrest_notes(self) -> tuple[str, ...]:
        if Habit.LONG_COMMENTS in self.habits and self.dice.random() < 0.4:
            return (f"COM: {self.dice.choice(words.LONG_COMMENTS)}",)
        one = self.dice.choice(
            (
                f"COM: SCN-{self._digits(11)}",
                f"COM: ADR-{self._digits(3)} EXAMPLE ST, MUSTERVILLE, CA 90000",
                f"COM: WARRANT NBR A-{self._digits(6)} BOTH CNTS",
                f"ARR BY:{self.dice.choice(words.POLICE)}",
                "COM: PHOTO AVAILABLE",
            )
        )
        return (one,) if self.dice.random() < 0.4 else ()

    def _charges(self) -> list[Charge]:
        amount = self.dice.choices((1, 2, 3, 4), weights=(45, 30, 17, 8))[0]
        return [self._charge() for _ in range(amount)]

    def _charge(self) -> Charge:
        table = words.MARIJUANA if self.dice.random() < 0.45 else words.OTHER
        return _charge_of(self.dice.choice(table))

    def _event(
        self,
        kind: EventKind,
        header: str,
        day: date,
        agency: str,
        counts: tuple[Count, ...],
        *,
        headless: bool = False,
    ) -> Event:
        birth = self.dice.choice(self.person.births) if self.dice.random() < 0.5 else None
        return Event(kind, header, day, agency, None, self._name(), birth, counts, headless=headless)

    def _name(self) -> int:
        return self.dice.randrange(1, len(self.person.names) + 1)

    def _booking_number(self) -> str:
        return self.dice.choice(
            (
                self._digits(7),
                f"{self._digits(6)}T,{self._digits(8)}",
                f"{self._digits(4)}-{self._digits(4)}",
                f"S{self._digits(6)}",
                case_number(self.dice),
            )
        )

    def _digits(self, amount: int) -> str:
        return str(self.dice.randrange(10 ** (amount - 1), 10**amount))


def _charge_of(row: tuple[str, str, str]) -> Charge:
    section, code, description = row
    normal = section.lower() if code == "US" else section.replace(" ", "").lower().removeprefix("664/")
    return Charge(section, code, description, f"{code} {normal}")
