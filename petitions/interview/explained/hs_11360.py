"""What is asked about § 11360, selling, giving, moving."""

from __future__ import annotations

from petitions.interview.explained.facts import AGE, AMOUNT, CONDUCT, FLOWER, HASH, LEVEL, history_with
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
from petitions.law.facts import Span
from petitions.law.terms import Conduct, DrugForm, Level, Recipient
from petitions.law.timing import TRANSPORT_MEANS_FOR_SALE

SECTION = "11360"
UNREAD = case(SECTION)
CHARGED = charged("a", "b", None)
_LITTLE, _MUCH = FLOWER
_LITTLE_HASH = HASH[0]
_A = {"subdivision": "a", "level": Level.FELONY}
_B = {"subdivision": "b", "level": Level.MISDEMEANOR, **_LITTLE.count}
_DID = {one.name: one.count for one in CONDUCT.values}
_OF_B = CONDUCT.only("transported", "gave_to_21", "gave_to_18", "gave_to_minor")
ACTS = Fact(
    "act",
    (
        act("sold", **_A, **_LITTLE.count, **_DID["sold"]),
        act("own_use", **_A, **_LITTLE.count, **_DID["transported"]),
        act("gift", **_B, **_DID["gave_to_21"]),
    ),
)
_OWN_USE_OF_MORE = act("own_use_of_more", **_A, **_MUCH.count, **_DID["transported"])
_TO_MINOR = {"conduct": Conduct.SOLD, "recipient_age": Recipient.UNDER_18}
_MINOR = act("minor", **_TO_MINOR, sold_to_minor=True)
_MINOR_UNKNOWN = act("minor_unknown", conduct=Conduct.SOLD, recipient_age=None, sold_to_minor=None)
_MINOR_NOT_KNOWN = act("minor_not_known", **_TO_MINOR, sold_to_minor=False)
_NO_AMOUNT = {"drug_form": None, "flower_grams": None, "concentrate_grams": None}
_FROM_2016 = Span(TRANSPORT_MEANS_FOR_SALE, TRANSPORT_MEANS_FOR_SALE)
_UNKNOWN = Fact(
    "unknown",
    (
        act("conduct", **_A, **_LITTLE.count, conduct=None, recipient_age=None),
        act("own_use_amount", **_A, **_NO_AMOUNT, **_DID["transported"]),
        act("own_use_edible", **_A, **{**_NO_AMOUNT, "drug_form": DrugForm.EDIBLE}, **_DID["transported"]),
        act("import_amount", **_A, **_NO_AMOUNT, **_DID["imported"]),
        act("recipient", **_B, conduct=Conduct.GAVE_AWAY, recipient_age=None),
        act("recipient_or_minor", **_B, conduct=Conduct.GAVE_AWAY, recipient_age=None, sold_to_minor=None),
        act("age_moved", **_B, **_DID["transported"], age_at_offense=None),
        act("letter_moved", level=None, **_LITTLE.count, **_DID["transported"]),
    ),
)
_CONFLICTS = Fact(
    "conflict",
    (
        act("moved_hash", **{**_B, **_LITTLE_HASH.count}, **_DID["transported"]),
        act("moved_much", **{**_B, **_MUCH.count}, **_DID["transported"]),
        act("b_sold", **_B, **_DID["sold"]),
        act("own_use_2016", **_A, **_LITTLE.count, **_DID["transported"], offense_date=_FROM_2016, conviction_date=_FROM_2016),
        act("juvenile_at_30", **_B, **_DID["gave_to_21"], **JUVENILE_AT_30.count),
    ),
)  # fmt: skip
_SOLD = UNREAD.changed(ACTS.only("sold").values)

NOW = (
    Table("now_11360_b", case(SECTION, "b", **_LITTLE.count), (AGE, _OF_B)),
    Table("now_11360_a", case(SECTION, "a"), (AGE, CONDUCT, AMOUNT)),
)
ANSWERS = (
    Table("11360_a", case(SECTION, **_A), (AGE, CONDUCT, AMOUNT)),
    Table("11360_a_lowered", case(SECTION, "a"), (LEVEL.only("felony", "reduced_17b", "prop_47"), ACTS.only("sold", "own_use"))),
    Table("11360_b", case(SECTION, **_B), (AGE, _OF_B)),
    minors_table(UNREAD, ACTS),
    Table("exceptions", UNREAD, (Fact("act", (*ACTS.values, _OWN_USE_OF_MORE)), history_with())),
    Table("exceptions_11360", _SOLD, (Fact("history", (_MINOR, _MINOR_UNKNOWN, _MINOR_NOT_KNOWN)),)),
    age_table(_SOLD, _MINOR),
    sentence_table(UNREAD, ACTS.only("sold", "gift")),
    orders_table(UNREAD, ACTS),
    Table("unknown", UNREAD, (_UNKNOWN,)),
    Table("conflicts", UNREAD, (_CONFLICTS,)),
)  # fmt: skip
