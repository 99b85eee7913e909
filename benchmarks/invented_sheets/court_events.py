"""Invents what courts did with the charges of a cycle, and the custody and probation that followed."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from benchmarks.invented_sheets import words
from benchmarks.invented_sheets.layouts import Habit
from benchmarks.invented_sheets.record import (
    Charge,
    Count,
    Disposition,
    Event,
    Part,
    Sentence,
    Update,
)
from petitions.courts.sheet_courts import SheetCourt, sheet_courts
from petitions.rapsheet.sheet import EventKind, Outcome, Severity

_MUNICIPAL_UNTIL = date(1999, 1, 1)


def court_event(
    dice: random.Random, *, charges: Sequence[Charge], day: date, name: int, habits: frozenset[Habit]
) -> Event:
    """Invent a court event on the charges of an arrest."""
    court = _court(dice, day=day)
    counts = [_count(dice, charge=charge, day=day, habits=habits) for charge in charges]
    counts[0] = replace(counts[0], case_number=case_number(dice))
    grave = any(_is_felony(count) for count in counts)
    strike = grave and dice.random() < (0.5 if Habit.BANNERS in habits else 0.03)
    return Event(EventKind.COURT, "COURT:", day, court.code, court.county, name, None, tuple(counts), strike)


def case_number(dice: random.Random) -> str:
    """Invent a case number, in one of the forms that courts use."""
    digits = dice.randrange(10**6, 10**7)
    return dice.choice(
        (
            f"{digits}",
            f"{digits * 7}",
            f"A{digits // 10}",
            f"BA{digits // 10}",
            f"{digits % 100:02d}F{digits // 100}",
            f"X-0{digits // 100}",
            f"{digits // 10**4}-{digits // 10}-7",
            f"CR{digits // 100}A",
        )
    )


def events_after(dice: random.Random, *, court: Event, name: int) -> list[Event]:
    """Invent the custody and probation events that follow a conviction."""
    convicted = [count for count in court.counts if _applies(count)]
    if not convicted:
        return []
    count, day = convicted[-1], court.day + timedelta(days=dice.randrange(1, 30))
    sentence = _applies(count)
    assert sentence is not None
    penalties = {part.penalty for part in sentence.parts}
    if "PRISON" in penalties:
        return [_prison(dice, court=court, count=count, sentence=sentence, name=name, day=day)]
    found = []
    if "PROBATION" in penalties and dice.random() < 0.25:
        found.append(_probation(dice, count=count, sentence=sentence, name=name, day=day))
    if "JAIL" in penalties and dice.random() < 0.35:
        found.append(_jail(dice, court=court, count=count, sentence=sentence, name=name, day=day))
    return found


def _prison(
    dice: random.Random, *, court: Event, count: Count, sentence: Sentence, name: int, day: date
) -> Event:
    paroled = Disposition("PAROLED", Outcome.OTHER, comments=("COM: TO LOS ANGELES CO",))
    updates = (
        (Update(day + timedelta(days=dice.randrange(300, 900)), (paroled,)),) if dice.random() < 0.7 else ()
    )
    held = Count(
        count.charge,
        case_number=f"{dice.choice('CDEFHJKPTV')}{dice.randrange(10_000, 99_999)}",
        notes=(f"SEN FROM: {court.county or 'LOS ANGELES'} CO  CRT #{court.counts[0].case_number}".upper(),),
        sentence=Sentence(tuple(part for part in sentence.parts if part.penalty == "PRISON")),
        updates=updates,
    )
    strike = bool(count.charge and count.charge.section in words.ALWAYS_FELONY)
    return Event(EventKind.CUSTODY, "CUSTODY:CDC", day, "CASD CORRECTIONS", None, name, None, (held,), strike)


def _probation(dice: random.Random, *, count: Count, sentence: Sentence, name: int, day: date) -> Event:
    held = Count(count.charge, case_number=f"X-{dice.randrange(100_000, 999_999)}", sentence=sentence)
    agency = dice.choice(words.PROBATION_OFFICES)
    return Event(EventKind.PROBATION, "PROBATION:", day, agency, None, name, None, (held,))


def _jail(
    dice: random.Random, *, court: Event, count: Count, sentence: Sentence, name: int, day: date
) -> Event:
    held = Count(
        count.charge,
        case_number=f"{dice.randrange(10**6, 10**7)}",
        notes=(f"COM: CRT CASE NBR {court.counts[0].case_number}",),
        sentence=Sentence(tuple(part for part in sentence.parts if part.penalty == "JAIL")),
    )
    return Event(EventKind.CUSTODY, "CUSTODY:JAIL", day, dice.choice(words.JAILS), None, name, None, (held,))


def _applies(count: Count) -> Sentence | None:
    return count.disposition.sentence if count.disposition else None


def _court(dice: random.Random, *, day: date) -> SheetCourt:
    prefixes = ("CASC", "CAMC", "CAJC") if day < _MUNICIPAL_UNTIL else ("CASC",)
    return dice.choice([one for one in sheet_courts() if one.county and one.code.startswith(prefixes)])


def _count(dice: random.Random, *, charge: Charge, day: date, habits: frozenset[Habit]) -> Count:
    copies = dice.randrange(2, 5) if dice.random() < (0.2 if Habit.RANGES in habits else 0.01) else 1
    convicted = dice.random() < 0.66
    first = _conviction(dice, charge=charge) if convicted else _no_conviction(dice)
    updates = _updates(dice, first=first, day=day, habits=habits) if convicted else ()
    notes: tuple[str, ...] = ()
    if dice.random() < (0.3 if Habit.LONG_COMMENTS in habits else 0.04):
        notes = (f"COM: {dice.choice(words.LONG_COMMENTS)}",)
    flags = dice.choices(((), ("-PROBATION REVO",), ("-WARRANT", "-BENCH WARRANT")), weights=(94, 4, 2))[0]
    by_county = convicted and first.severity is Severity.FELONY and dice.random() < 0.15
    toc = first.severity.value if first.severity else dice.choice("FMN")
    return Count(
        charge,
        copies=copies,
        toc=toc,
        notes=notes,
        flags=flags,
        sentencing=by_county,
        disposition=first,
        updates=updates,
    )


def _conviction(dice: random.Random, *, charge: Charge) -> Disposition:
    text = dice.choices([one for one, _ in words.CONVICTED], [weight for _, weight in words.CONVICTED])[0]
    severity = (
        Severity.FELONY
        if charge.section in words.ALWAYS_FELONY
        else dice.choices(
            (Severity.FELONY, Severity.MISDEMEANOR, Severity.INFRACTION, None), weights=(40, 50, 6, 4)
        )[0]
    )
    sentence = _sentence(dice, charge=charge, severity=severity) if dice.random() < 0.75 else None
    shortened = (
        bool(sentence and "PROBATION" in sentence.parts[0].penalty and dice.random() < 0.06)
        if sentence and sentence.parts
        else False
    )
    number = f"COM: DCN-T{dice.randrange(10**17, 10**18)}"
    comments = dice.choices(((), (number,), (f"COM: {words.CERTIFIED}", number)), weights=(84, 12, 4))[0]
    return Disposition(text, Outcome.CONVICTED, severity, sentence, comments=comments, as_comment=shortened)


def _no_conviction(dice: random.Random) -> Disposition:
    text, outcome = dice.choice(words.NOT_CONVICTED)
    return Disposition(text, outcome)


def _sentence(dice: random.Random, *, charge: Charge, severity: Severity | None) -> Sentence:
    extra = tuple(
        dict.fromkeys(
            dice.choices(("FINE", "RESTN", "FINE SS", "IMP SEN SS", "CONCURRENT", "ESS"), k=dice.randrange(3))
        )
    )
    if charge.section == "187(A)":
        return Sentence((Part(((dice.choice((15, 25)), "YEAR"),), "PRISON", life=True),))
    if severity is Severity.FELONY and dice.random() < 0.35:
        length = dice.choice((((16, "MONTH"),), ((2, "YEAR"),), ((3, "YEAR"),), ((1, "YEAR"), (4, "MONTH"))))
        return Sentence((Part(length, "PRISON"),), extra)
    if severity is Severity.INFRACTION:
        return Sentence((), ("FINE",))
    probation = Part(
        (dice.choice(((1, "YEAR"), (3, "YEAR"), (5, "YEAR"), (24, "MONTH"), (18, "MONTH"))),), "PROBATION"
    )
    jail = Part(
        (
            dice.choice(
                ((10, "DAY"), (30, "DAY"), (45, "DAY"), (180, "DAY"), (6, "MONTH"), (1, "YEAR"), (1, "DAY"))
            ),
        ),
        "JAIL",
    )
    parts = dice.choice(((probation,), (probation, jail), (probation, jail), (jail,)))
    return Sentence(parts, extra)


def _updates(
    dice: random.Random, *, first: Disposition, day: date, habits: frozenset[Habit]
) -> tuple[Update, ...]:
    updates: list[Update] = []
    if Habit.MANY_DISPOSITIONS in habits and dice.random() < 0.2:
        lines = tuple(Disposition(text, Outcome.OTHER) for text in words.PLEA_LINES)
        updates.append(Update(day + timedelta(days=6), lines))
    amount = dice.choices((0, 1, 2, 3), weights=(62, 24, 10, 4))[0]
    for _ in range(amount):
        day += timedelta(days=dice.randrange(60, 1500))
        given = [_update(dice, first=first)]
        if dice.random() < (0.4 if Habit.MANY_DISPOSITIONS in habits else 0.12):
            given.append(_set_aside(dice))
        updates.append(Update(day, tuple(given)))
    return tuple(updates)


def _update(dice: random.Random, *, first: Disposition) -> Disposition:
    kinds = [_set_aside, _modified, _revoked, _resentenced]
    if first.severity is Severity.FELONY:
        kinds += [_reduced, _reduced]
    return dice.choice(kinds)(dice)


def _set_aside(dice: random.Random) -> Disposition:
    text, statute = dice.choice(words.SET_ASIDE)
    return Disposition(text, Outcome.PC1203_DISMISSED, statute=statute)


def _modified(dice: random.Random) -> Disposition:
    parts = (Part(((dice.randrange(2, 90), "DAY"),), "JAIL"),)
    return Disposition("SENTENCE MODIFIED", Outcome.SENTENCE_MODIFIED, sentence=Sentence(parts))


def _revoked(dice: random.Random) -> Disposition:
    parts = (Part(((dice.randrange(2, 12), "MONTH"),), "JAIL"),)
    sentence = Sentence(parts) if dice.random() < 0.7 else None
    return Disposition("PROBATION REVOKED", Outcome.PROBATION_REVOKED, sentence=sentence)


def _resentenced(dice: random.Random) -> Disposition:
    parts = (Part(((dice.randrange(2, 364), "DAY"),), "JAIL"),)
    return Disposition(
        "RESENTENCED PER 11361.8 HS",
        Outcome.RESENTENCED,
        severity=dice.choice((Severity.MISDEMEANOR, None)),
        sentence=Sentence(parts),
    )


def _reduced(dice: random.Random) -> Disposition:
    text = dice.choice(
        (
            "REDUCED TO MISDEMEANOR PER 17(B) PC",
            "REDUCED TO MISDEMEANOR",
            "REDUCED TO MISDEMEANOR PER 1170.18 PC",
            "REDUCED TO INFRACTION",
        )
    )
    stated = Severity.INFRACTION if "INFRACTION" in text else Severity.MISDEMEANOR
    return Disposition(text, Outcome.REDUCED, severity=dice.choice((stated, None)))


def _is_felony(count: Count) -> bool:
    return bool(count.disposition and count.disposition.severity is Severity.FELONY)
