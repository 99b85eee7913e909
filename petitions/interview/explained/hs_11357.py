"""What is asked about § 11357, possession."""

from __future__ import annotations

from petitions.interview.explained.facts import (
    AGE,
    AMOUNT,
    FLOWER,
    HASH,
    HASH_WEIGHT,
    HISTORY,
    LEVEL,
    MORE_FLOWER,
    OWN_PLANTS,
    SCHOOL,
)
from petitions.interview.explained.grid import Table
from petitions.interview.explained.shared import (
    JUVENILE_AT_30,
    act,
    charged,
    minors_table,
    orders_table,
    sentence_table,
)
from petitions.interview.explained.tried import Fact, case
from petitions.law.terms import ConcentrateBand, DrugForm, Level

SECTION = "11357"
UNREAD = case(SECTION)
CHARGED = charged("a", "b", "c", "d", "e", None)
_LITTLE, _MUCH = FLOWER
_HASH_TO_4, _HASH_OVER_4, _HASH_TO_8, _HASH_OVER_8 = HASH
_SOME_HASH = {"drug_form": DrugForm.CONCENTRATE, "flower_grams": 0, "concentrate_grams": None}
_FELONY, _MISDEMEANOR = {"level": Level.FELONY}, {"level": Level.MISDEMEANOR}

_A, _B = {"subdivision": "a"}, {"subdivision": "b", **_MISDEMEANOR}
_C, _D = {"subdivision": "c", **_MISDEMEANOR}, {"subdivision": "d", **_MISDEMEANOR}
ACTS = Fact(
    "act",
    (act("little_flower", **_B, **_LITTLE.count), act("much_hash", **_A, **_FELONY, **_HASH_OVER_8.count)),
)
_CHARGED_AS = Fact(
    "charged_as",
    (
        act("a_felony", **_A, **_FELONY, **_HASH_OVER_8.count),
        act("a_misdemeanor", **_A, **_MISDEMEANOR, **_HASH_OVER_8.count),
        act("b_misdemeanor", **_B, **_LITTLE.count),
        act(
            "b_infraction",
            **_LITTLE.count,
            **{"subdivision": "b", **LEVEL.only("infraction").values[0].count},
        ),
        act("c_misdemeanor", **_C, **_MUCH.count),
        act("e_misdemeanor", subdivision="e", on_school_grounds=True, **_MISDEMEANOR, **_LITTLE.count),
    ),
)
_UNKNOWN = Fact(
    "unknown",
    (
        act("age_little", age_at_offense=None, **_B, **_LITTLE.count),
        act("hash_weight_felony", **_A, **_FELONY, **_SOME_HASH),
        act("hash_weight_misdemeanor", **_A, **_MISDEMEANOR, **_SOME_HASH),
        act(
            "hash_to_8_at_20",
            **_A,
            **_FELONY,
            **{**_SOME_HASH, "concentrate_grams": ConcentrateBand.AT_MOST, "age_at_offense": 20},
        ),
        act("hash_school", **_A, **_FELONY, **{**_HASH_TO_8.count, "on_school_grounds": None}),
        act("hash_level", **_A, **_HASH_OVER_8.count),
        act("own_plants", **_C, **{**_MUCH.count, "from_own_home_plants": None}),
        act("letter", **_MISDEMEANOR, **_LITTLE.count),
        act(
            "letter_kind_weight",
            **_MISDEMEANOR,
            drug_form=None,
            flower_grams=None,
            concentrate_grams=None,
            on_school_grounds=None,
        ),
    ),
)  # fmt: skip
_CONFLICTS = Fact(
    "conflict",
    (
        act("a_flower", **_A, **_FELONY, **_LITTLE.count),
        act("b_hash", **_B, **_HASH_TO_8.count),
        act("b_much", **_B, **_MUCH.count),
        act("b_school", **_B, **{**_LITTLE.count, "on_school_grounds": True}),
        act("c_little", **_C, **_LITTLE.count),
        act("c_hash", **_C, **_HASH_OVER_8.count),
        act("d_no_school", **_D, **{**_LITTLE.count, "on_school_grounds": False}),
        act("d_minor", **_D, **{**_LITTLE.count, "on_school_grounds": True, "age_at_offense": 17}),
        act("e_adult", **{**_D, "subdivision": "e"}, **{**_LITTLE.count, "on_school_grounds": True}),
        act("juvenile_at_30", **_B, **_LITTLE.count, **JUVENILE_AT_30.count),
    ),
)

NOW = (Table("now_11357", UNREAD, (AGE, AMOUNT, SCHOOL)),)
ANSWERS = (
    Table("11357_a", case(SECTION, "a"), (AGE, SCHOOL, HASH_WEIGHT, LEVEL.only("felony", "misdemeanor", "reduced_17b", "prop_47"))),
    Table("11357_b", case(SECTION, "b", **_LITTLE.count), (AGE, LEVEL.only("misdemeanor", "infraction"))),
    Table("11357_c", case(SECTION, "c", **_MISDEMEANOR), (AGE, SCHOOL, MORE_FLOWER, OWN_PLANTS)),
    Table("11357_d", case(SECTION, "d", on_school_grounds=True, **_MISDEMEANOR, **_LITTLE.count), (AGE.only("18", "20", "21"),)),
    Table("11357_none", UNREAD, (AGE, SCHOOL, AMOUNT, LEVEL.only("felony", "misdemeanor"))),
    minors_table(UNREAD, _CHARGED_AS),
    Table("exceptions_11357", UNREAD, (ACTS, HISTORY)),
    sentence_table(UNREAD, ACTS),
    orders_table(UNREAD, ACTS),
    Table("unknown", UNREAD, (_UNKNOWN,)),
    Table("conflicts", UNREAD, (_CONFLICTS,)),
)  # fmt: skip
