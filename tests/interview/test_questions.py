"""The registry covers every fact of the contract, each with exactly one question."""

from __future__ import annotations

import json
import os
from collections import Counter
from dataclasses import fields
from pathlib import Path

import pytest

from petitions.interview.questions import CHOICES, DETAILS, REGISTRY, Kind, Scope, question_for, question_of
from petitions.law.facts import Conviction, Petitioner

SHARED = Path(os.environ.get("CLEARRECORD_SHARED", Path(__file__).parents[3] / "shared"))
NOT_ASKED = {"id", "disposition", "earlier_same_section_asked"}
"""Field names of the law that the contract does not have, or that no one is asked."""
OF_THE_PETITIONER = {"date_of_birth", "super_strike", "sex_offense"}


def test_every_fact_of_a_conviction_has_one_question() -> None:
    facts = Counter(fact for question in REGISTRY for fact in question.facts)
    wanted = {field.name for field in fields(Conviction)} - NOT_ASKED | {"outcome"}
    assert {fact: facts[fact] for fact in wanted} == dict.fromkeys(wanted, 1)


def test_every_fact_of_the_petitioner_has_one_question() -> None:
    facts = Counter(fact for question in REGISTRY for fact in question.facts)
    assert len(fields(Petitioner)) == 4, "a new fact of the petitioner needs a question"
    assert {fact: facts[fact] for fact in OF_THE_PETITIONER} == dict.fromkeys(OF_THE_PETITIONER, 1)


@pytest.mark.skipif(not SHARED.exists(), reason="the shared contracts are not here (CLEARRECORD_SHARED)")
def test_every_key_and_value_of_the_contract_can_be_answered() -> None:
    schema = json.loads((SHARED / "contracts" / "record.schema.json").read_text())
    keys = schema["properties"]["convictions"]["items"]["properties"]
    assert {key for key in keys if question_for(key) is None} == {"id"}
    for key, shape in keys.items():
        question = question_for(key)
        if question and question.kind is Kind.CHOICE and "enum" in shape:
            offered = {option.value for option in question.options} | {"unsure"}
            assert offered == set(shape["enum"]), key


def test_keys_are_unique_and_fit_an_address() -> None:
    keys = [question.key for question in REGISTRY]
    assert len(keys) == len(set(keys))
    assert all(key.replace("-", "").isalnum() and key == key.lower() for key in keys)
    assert all(question_of(key) is question for key, question in zip(keys, REGISTRY, strict=True))


def test_every_screening_question_says_why_with_a_citation() -> None:
    screening = [one for one in REGISTRY if one.scope in (Scope.PETITIONER, Scope.CONVICTION)]
    assert [one.key for one in screening if not (one.why and one.citation)] == []


def test_not_sure_is_an_answer_to_every_screening_question() -> None:
    screening = [one for one in REGISTRY if one.scope in (Scope.PETITIONER, Scope.CONVICTION)]
    assert [one.key for one in screening if one.unsure is None] == [one.key for one in DETAILS]


def test_the_two_waivers_have_no_default() -> None:
    judge, hearing = CHOICES[0], CHOICES[1]
    assert (judge.facts, hearing.facts) == (("waive_original_judge",), ("waive_appearance",))
    assert {option.value for option in (*judge.options, *hearing.options)} == {"yes", "no"}
    assert judge.unsure is None
    assert hearing.unsure is None


def test_screening_asks_for_no_name() -> None:
    screening = [one for one in REGISTRY if one.scope in (Scope.PETITIONER, Scope.CONVICTION)]
    assert not any("name" in fact for one in screening for fact in one.facts)


def test_the_words_that_lawyers_use_are_not_shown() -> None:
    shown = " ".join(
        " ".join((one.heading, one.hint, *one.points, *(f"{card.label} {card.hint}" for card in one.options)))
        for one in REGISTRY
    ).lower()
    assert [word for word in ("super strike", "superstrike", "expunge", "redesignat") if word in shown] == []
