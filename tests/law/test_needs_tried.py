"""The values that are tried where a fact is not known: each that a rule tells from another."""

from __future__ import annotations

from petitions.law.needs.tried import (
    ACTS,
    AMOUNTS,
    CHARGE,
    DAYS,
    ENDING,
    OF_THE_RECORD,
    ORDERS,
    PLEADED,
    SEX_OFFENSES,
    STRIKES,
    acts_of_section,
)
from petitions.law.offenses.today import Acts
from petitions.law.on_record import read_orders
from petitions.law.priors import History
from petitions.law.sections import Kind, read_charge
from petitions.law.terms import Conduct, LaterRelief, Prefix, Recipient
from tests.law.records import table

OF_THE_ACT = {
    "11357": ("11357", "on_school_grounds from_own_home_plants"),
    "11358": ("11358", "plants home_grow_lawful environmental_harm"),
    "11359": ("11359", "sold_to_minor hired_under_21"),
    "11360": ("11360", "conduct recipient_age sold_to_minor"),
}
KINDS = {
    "HS": "listed listed listed listed predecessor pleadable other other other other other",
    "PC": "other other other other other other other other unknown unknown unknown",
}


@table(OF_THE_ACT, "section, keys")
def test_each_section_looks_at_its_own_facts_of_the_act(section: str, keys: str) -> None:
    assert " ".join(acts_of_section(section)) == keys


def test_a_fact_of_the_act_is_tried_both_ways_or_in_every_way() -> None:
    fields = {key: "plants_over" if key == "plants" else key for key in ACTS}
    many = {"conduct": tuple(Conduct), "recipient_age": tuple(Recipient)}

    assert {key: field for key, (field, _) in ACTS.items()} == fields
    assert {key: tried for key, (_, tried) in ACTS.items()} == {
        key: many.get(key, (True, False)) for key in ACTS
    }
    assert set(fields.values()) == set(Acts._fields)


def test_a_section_of_each_kind_is_tried() -> None:
    for code, kinds in KINDS.items():
        found = [read_charge(code, one, None, Prefix.NONE).kind for one in CHARGE["section"]]
        assert " ".join(found) == kinds
    prefixes = [read_charge("PC", one, None, Prefix.NONE).prefix for one in CHARGE["section"]]
    assert prefixes[-3:] == [Prefix.ACCESSORY, Prefix.CONSPIRACY, Prefix.ATTEMPT]
    assert CHARGE["code"] == ("HS", "PC")
    assert "".join(CHARGE["subdivision"]) == "abcde"
    assert CHARGE["prefix"] == tuple(Prefix)
    assert {
        one for one in CHARGE["section"] if read_charge("HS", one, None, Prefix.NONE).kind is Kind.LISTED
    } == set(OF_THE_ACT)


def test_orders_are_tried_that_courts_can_have_made() -> None:
    made = (
        (),
        (LaterRelief.PROP_64_DISMISSED,),
        (LaterRelief.PROP_64_ORDER,),
        (LaterRelief.PROP_64_REDESIGNATED,),
        (LaterRelief.PROP_47,),
        (LaterRelief.PROP_64_REDESIGNATED, LaterRelief.REDUCED_17B),
    )

    assert tuple(read_orders(one) for one in made) == ORDERS


def test_histories_are_tried_that_differ_in_effect() -> None:
    assert STRIKES == (History.NONE, History.BEFORE, History.LATER)
    assert SEX_OFFENSES == (History.NONE, History.BEFORE, History.LATER, History.UNSURE)


def test_every_fact_that_can_be_open_is_tried_somewhere() -> None:
    assert [*ENDING] == ["outcome", "jurisdiction"]
    assert [*AMOUNTS] == ["drug_form", "flower_grams", "concentrate_grams"]
    assert DAYS == (
        "offense_date",
        "conviction_date",
        "date_of_birth",
        "age_at_offense",
        "county",
        "case_number",
    )
    assert OF_THE_RECORD == ("level", "super_strike", "sex_offense", "earlier_same_section")
    assert PLEADED == "pleaded_down_from_marijuana"
