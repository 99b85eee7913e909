"""What is asked beside the four sections: how the case ended, where, when, and every other crime."""

from __future__ import annotations

from typing import Any

from petitions.interview.explained.facts import FLOWER
from petitions.interview.explained.grid import Table
from petitions.interview.explained.shared import act
from petitions.interview.explained.tried import Fact, Value, case
from petitions.law.facts import Span
from petitions.law.sections import MEASURING_SECTION, PLEADABLE, PREDECESSORS
from petitions.law.terms import (
    EFFECTIVE,
    LAST_DAY_BEFORE,
    PLANT_LIMIT,
    Disposition,
    Jurisdiction,
    Level,
    Prefix,
)

_LITTLE = case("11357", "b", level=Level.MISDEMEANOR, **FLOWER[0].count)
_FIRST, _LAST = Span(EFFECTIVE, EFFECTIVE), Span(LAST_DAY_BEFORE, LAST_DAY_BEFORE)
_NOVEMBER = Span(LAST_DAY_BEFORE.replace(day=1), EFFECTIVE.replace(day=30))


def _when(name: str, offense: Span | None, convicted: Span | None) -> Value:
    return act(name, offense_date=offense, conviction_date=convicted)


def _crime(name: str, code: str | None, section: str | None, **facts: Any) -> Value:
    return act(name, code=code, section=section, subdivision=None, level=None, **facts)


_ENDINGS = Fact(
    "ending",
    (
        act("arrest", disposition=Disposition.ARREST_ONLY),
        act("diverted", disposition=Disposition.DIVERTED),
        act("outcome_unknown", disposition=None),
        act("federal", jurisdiction=Jurisdiction.FEDERAL),
        act("other_state", jurisdiction=Jurisdiction.OTHER_STATE),
        act("tribal_or_military", jurisdiction=Jurisdiction.TRIBAL_OR_MILITARY),
        act("court_unknown", jurisdiction=None),
    ),
)
_DATES = Fact(
    "dates",
    (
        _when("before", _LAST, _LAST),
        _when("before_convicted_later", _LAST, _FIRST),
        _when("on_the_day", _FIRST, _FIRST),
        _when("month", _NOVEMBER, _NOVEMBER),
        _when("unknown_convicted_before", None, _LAST),
        _when("unknown_convicted_later", None, _FIRST),
        _when("unknown", None, None),
    ),
)
_CRIMES = Fact(
    "crime",
    (
        _crime("11361", "HS", "11361"),
        *(_crime(f"prison_{section}", "PC", section) for section in ("4573", "4573.5", "4573.6", "4573.8")),
        _crime("another", "PC", "459"),
        *(_crime(f"predecessor_{section}", "HS", section) for section in PREDECESSORS),
        _crime("measuring", "HS", MEASURING_SECTION),
        _crime("section_unknown", "HS", None),
        _crime("code_unknown", None, "11359"),
    ),
)
_PLEADABLE = Fact("pleadable", tuple(_crime(section, "HS", section) for section in PLEADABLE))
_PLEADED = Fact(
    "pleaded",
    (
        act("yes", pleaded_down_from_marijuana=True),
        act("no", pleaded_down_from_marijuana=False),
        act("unknown", pleaded_down_from_marijuana=None),
    ),
)
_PREFIXES = Fact(
    "prefix",
    (
        act("attempt", prefix=Prefix.ATTEMPT),
        act("conspiracy", prefix=Prefix.CONSPIRACY),
        act("accessory", prefix=Prefix.ACCESSORY),
        act("unknown", prefix=None),
    ),
)
_ACTS = Fact(
    "act",
    (
        act("few_plants", section="11358", plants=PLANT_LIMIT, home_grow_lawful=True),
        act("for_sale", section="11359"),
    ),
)
_FELONY = case("11358", level=Level.FELONY)

ANSWERS = (
    Table("endings", _LITTLE, (_ENDINGS,)),
    Table("dates", _LITTLE, (_DATES,)),
    Table("crimes", _LITTLE, (_CRIMES,)),
    Table("pleaded", _LITTLE, (_PLEADED, _PLEADABLE)),
    Table("prefixes", _FELONY, (_PREFIXES, _ACTS)),
)
