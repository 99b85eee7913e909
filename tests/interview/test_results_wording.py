"""Every code has words: outcomes, needs, fallbacks, warnings, and what the law's texts hold."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path

import pytest

from petitions.interview.questions import REGISTRY, Scope
from petitions.interview.wording.fallbacks import FALLBACKS
from petitions.interview.wording.needs import NEEDS
from petitions.interview.wording.outcomes import words_of
from petitions.interview.wording.sentences import reason_sentence, sentence_of
from petitions.interview.wording.warnings import ALL
from petitions.law.terms import Outcome

FIXED_FALLBACKS = {
    "ASK_AUTOMATIC_RELIEF",
    "ASK_LAWYER",
    "ASK_LAWYER_WOBBLER",
    "ASK_PROSECUTOR",
    "ARREST_SEALING_851_91",
    "CHECK_COURT_FILE",
    "DISMISSAL_1203",
    "DIVERSION_1203_43",
    "FEDERAL_PARDON",
    "JUVENILE_SEALING_781",
    "OTHER_STATE_COURT",
    "RECORD_DESTRUCTION_11361_5",
    "REDUCE_17B",
}
FIXED_WARNINGS = {
    "CHECK_FIRST",
    "DNA",
    "FIREARMS",
    "IMMIGRATION",
    "MIXED",
    "PETITION_NO_SEALING",
    "PRIORS_COUNTED",
    "PUBLIC_DEFENDER_FIRST",
    "PUBLIC_SAFETY",
    "SAME_CLASS_REVIEW",
    "WHICH_ORDER",
}


def test_the_fixed_codes_are_worded() -> None:
    assert FALLBACKS.keys() >= FIXED_FALLBACKS
    assert ALL.keys() >= FIXED_WARNINGS


def test_every_fact_of_the_contract_says_where_to_find_it() -> None:
    asked = {
        fact
        for question in REGISTRY
        if question.scope in (Scope.CONVICTION, Scope.PETITIONER)
        for fact in question.facts
    }
    assert asked <= NEEDS.keys()


def test_every_key_of_the_schema_is_worded(shared: Path) -> None:
    schema = json.loads((shared / "contracts" / "record.schema.json").read_text(encoding="utf-8"))
    facts = schema["properties"]["convictions"]["items"]["properties"].keys() - {"id"}
    assert NEEDS.keys() == facts | schema["properties"]["petitioner"]["properties"].keys()


@pytest.mark.parametrize("outcome", Outcome)
def test_an_outcome_is_named_in_one_short_line(outcome: Outcome) -> None:
    assert 5 < len(str(words_of(outcome).headline)) <= 60


@pytest.mark.skipif(not find_spec("petitions.law.texts"), reason="the law's texts are not written yet")
def test_every_code_of_the_texts_is_worded() -> None:
    from petitions.law.texts import SENTENCES  # noqa: PLC0415

    for code in SENTENCES:
        assert sentence_of(code) or code in FALLBACKS or code in ALL, code
        assert reason_sentence(code), code


def test_no_word_breaks_a_rule_of_the_house() -> None:
    for words in (*FALLBACKS.values(), *ALL.values(), *NEEDS.values(), *map(words_of, Outcome)):
        said = str(words).lower()
        assert "expunge" not in said
        assert "client" not in said
