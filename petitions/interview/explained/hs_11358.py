"""What is asked about § 11358, growing."""

from __future__ import annotations

from petitions.interview.explained.facts import AGE, FELONY_OR_LOWERED, HOME_RULES, PLANTS, history_with
from petitions.interview.explained.grid import Table
from petitions.interview.explained.shared import (
    JUVENILE_AT_30,
    act,
    age_table,
    charged,
    minors_table,
    orders_table,
    sentence_table,
)
from petitions.interview.explained.tried import Fact, case
from petitions.law.terms import PLANT_LIMIT, Level

SECTION = "11358"
UNREAD = case(SECTION)
CHARGED = charged(None)
_FELONY = case(SECTION, level=Level.FELONY)
_FEW, _MANY = {"plants": PLANT_LIMIT, "home_grow_lawful": True}, {"plants": PLANT_LIMIT + 1}
ACTS = Fact("act", (act("few_plants", **_FEW), act("many_plants", **_MANY)))
_HARM = act("harm", environmental_harm=True)
_HARM_UNKNOWN = act("harm_unknown", environmental_harm=None)
_UNKNOWN = Fact(
    "unknown",
    (
        act("plants", plants=None, home_grow_lawful=None),
        act("plants_at_20", plants=None, age_at_offense=20),
        act("home_rules", plants=PLANT_LIMIT, home_grow_lawful=None),
        act("age_few_plants", age_at_offense=None, **_FEW),
        act("level_many_plants", level=None, **_MANY),
    ),
)
_CONFLICTS = Fact(
    "conflict",
    (
        act("misdemeanor_many_plants", level=Level.MISDEMEANOR, **_MANY),
        act("juvenile_at_30", **_FEW, **JUVENILE_AT_30.count),
    ),
)

NOW = (Table("now_11358", UNREAD, (AGE, PLANTS, HOME_RULES)),)
ANSWERS = (
    Table("11358", UNREAD, (AGE, PLANTS, HOME_RULES, FELONY_OR_LOWERED)),
    minors_table(_FELONY, ACTS),
    Table("exceptions", _FELONY, (ACTS, history_with(_HARM, _HARM_UNKNOWN))),
    age_table(_FELONY.changed(ACTS.only("many_plants").values), _HARM),
    sentence_table(_FELONY, ACTS),
    orders_table(_FELONY, ACTS),
    Table("unknown", _FELONY, (_UNKNOWN,)),
    Table("conflicts", _FELONY, (_CONFLICTS,)),
)
