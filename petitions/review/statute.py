"""Decides each judged conviction under the Act itself: what the file says, and "unsure" for the rest.

Convictions that state the same facts get one decision, made once. A fact is here no more than the side of the law's
lines on which it lies, so that distinct facts are few; ``record_of`` writes a record that lies on these sides.

What the file cannot say stays unknown. The day of the offense is not in it, so the law measures against the day of the
conviction, and the age is what birth and conviction leave. A list of convictions that shows no super strike and no
PC 290 offense proves no "no": convictions of other states and of the federal courts are not in it.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from petitions.law.determinations import Reason
from petitions.law.determine import bounds, conclude_one
from petitions.law.facts import Conviction, Petitioner, Prior, Record, Span
from petitions.law.needs import ORDER, unknown_facts
from petitions.law.terms import Disposition, Jurisdiction, Level, Prefix, Sentence


class Facts(NamedTuple):
    """What the file says of one conviction, on one side of every line that the law draws."""

    section: str
    letter: str
    prefix: str
    level: str
    time: str
    """When the conviction was: ``before_2011``, ``before_act``, ``since_act``, or nothing where not known."""
    age: str
    """The oldest that the person can have been: ``under_18``, ``18_to_20``, ``21_or_older``, or nothing."""
    born_before_1976: bool
    minor: bool
    """Under 18 on the day of the conviction: in which court it was is open."""
    sentence: str
    """``ended``, ``running``, or nothing where the file states no length."""
    third: bool
    strike: bool
    sex: bool


class Answer(NamedTuple):
    """The five cells that the law fills."""

    outcome: str
    floor: str
    ceiling: str
    reason: str
    needs: str


_DAYS = {"before_2011": date(2010, 6, 15), "before_act": date(2015, 6, 15), "since_act": date(2018, 6, 15)}
_EARLY = date(1975, 6, 15)
"""A conviction of a person born before 1976 who was not yet 21."""
_AGES = {"under_18": 17, "18_to_20": 19, "21_or_older": 30}
_LAST_DAY = date(2016, 11, 8)
_SENTENCES = {"ended": Sentence.COMPLETED, "running": Sentence.SUPERVISED}
_LEVELS = {"FELONY": Level.FELONY, "MISDEMEANOR": Level.MISDEMEANOR, "INFRACTION": Level.INFRACTION}
_MEASURED = {"super_strike", "sex_offense", "earlier_same_section"}
"""Open even where the file shows one: whether it came before the offense."""
_UNDATED = (Prior(None),)
"""One before the conviction; whether it was before the offense is open, as the day of the offense is."""


@lru_cache(maxsize=1 << 16)
def answer_to(facts: Facts, *, on: date) -> Answer:
    """Return what the law says of these facts."""
    return answer_of(record_of(facts), on=on)


@lru_cache(maxsize=1 << 16)
def bounds_to(facts: Facts) -> tuple[str, str, str]:
    """Return the first three cells of the answer to these facts, which take a fifth of the time of all."""
    record = record_of(facts)
    outcome, floor, ceiling = bounds(record, record.convictions[0])
    return outcome.value, floor.name, ceiling.name


def answer_of(record: Record, *, on: date) -> Answer:
    """Return what the law says of the first conviction of a record.

    ``needs`` are the open facts that the law's own reasons name. The whole search of ``determine`` for every fact that
    could matter takes a tenth of a second for facts like these, and the decision is the same without it.
    """
    found = conclude_one(record, record.convictions[0], on=on)
    return Answer(
        found.outcome.value,
        found.floor.name,
        found.ceiling.name,
        ";".join(reason.code for reason in found.reasons),
        ";".join(_needs(record, found.reasons)),
    )


def _needs(record: Record, reasons: tuple[Reason, ...]) -> list[str]:
    named = {fact for reason in reasons if reason.code.startswith("U_") for fact in reason.facts}
    wanted = named & (unknown_facts(record, record.convictions[0]) | _MEASURED)
    return [fact for fact in ORDER if fact in wanted]


def record_of(facts: Facts) -> Record:
    """Write a record that states these facts and no others."""
    convicted = _convicted(facts)
    person = Petitioner(
        date_of_birth=_born(facts, convicted),
        super_strikes=_UNDATED if facts.strike else None,
        sex_offenses=_UNDATED if facts.sex else None,
    )
    earlier = (_earlier(facts, "2"), _earlier(facts, "3")) if facts.third else ()
    return Record(person, (_judged(facts, convicted), *earlier))


def _convicted(facts: Facts) -> date | None:
    is_early = facts.born_before_1976 and facts.age in ("under_18", "18_to_20")
    return _EARLY if is_early else _DAYS.get(facts.time)


def _born(facts: Facts, convicted: date | None) -> Span | None:
    """Return a birth date with that age on the last day that the offense can have been."""
    if not facts.age:
        return None
    last = min(convicted or _LAST_DAY, _LAST_DAY)
    years = 50 if facts.born_before_1976 and facts.age == "21_or_older" else _AGES[facts.age]
    day = date(last.year - years, 3, 15)
    return Span(day, day)


def _judged(facts: Facts, convicted: date | None) -> Conviction:
    return Conviction(
        id="1",
        jurisdiction=None if facts.minor else Jurisdiction.CALIFORNIA_ADULT,
        disposition=Disposition.CONVICTED,
        county="one",
        case_number="1",
        code="HS",
        section=facts.section or None,
        subdivision=facts.letter or None,
        prefix=Prefix(facts.prefix) if facts.prefix else None,
        level=_LEVELS.get(facts.level),
        conviction_date=Span(convicted, convicted) if convicted else None,
        sentence_status=_SENTENCES.get(facts.sentence),
    )


def _earlier(facts: Facts, name: str) -> Conviction:
    """Return a conviction of the same section that counts as earlier (exception E3)."""
    return Conviction(
        id=name,
        jurisdiction=Jurisdiction.CALIFORNIA_ADULT,
        disposition=Disposition.CONVICTED,
        county="one",
        case_number=name,
        code="HS",
        section=facts.section or None,
        prefix=Prefix.NONE,
    )
