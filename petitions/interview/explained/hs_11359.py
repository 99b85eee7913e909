"""What is asked about § 11359, possession for sale."""

from __future__ import annotations

from petitions.interview.explained.facts import AGE, AMOUNT, FELONY_OR_LOWERED, history_with
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
from petitions.law.terms import Level

SECTION = "11359"
UNREAD = case(SECTION)
CHARGED = charged(None)
_FELONY = case(SECTION, level=Level.FELONY)
ACTS = Fact("act", (act("for_sale"),))
_MINOR, _MINOR_UNKNOWN = act("minor", sold_to_minor=True), act("minor_unknown", sold_to_minor=None)
_HELPER, _HELPER_UNKNOWN = act("helper", hired_under_21=True), act("helper_unknown", hired_under_21=None)
_UNKNOWN = Fact("unknown", (act("age_for_sale", age_at_offense=None), act("level_for_sale", level=None)))
_CONFLICTS = Fact(
    "conflict",
    (
        act("misdemeanor_for_sale", level=Level.MISDEMEANOR),
        act("juvenile_at_30", **JUVENILE_AT_30.count),
    ),
)

NOW = (Table("now_11359", UNREAD, (AGE, AMOUNT)),)
ANSWERS = (
    Table("11359", UNREAD, (AGE, AMOUNT, FELONY_OR_LOWERED)),
    minors_table(_FELONY, ACTS),
    Table("exceptions", _FELONY, (history_with(_MINOR, _MINOR_UNKNOWN, _HELPER, _HELPER_UNKNOWN),)),
    age_table(_FELONY, _MINOR, _HELPER),
    sentence_table(_FELONY, ACTS),
    orders_table(_FELONY, ACTS),
    Table("unknown", _FELONY, (_UNKNOWN,)),
    Table("conflicts", _FELONY, (_CONFLICTS,)),
)
