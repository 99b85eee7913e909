"""Changes to the answers keep every later answer, and drop only what became impossible."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from petitions.interview.answers import (
    Answers,
    applied,
    asked_of,
    conviction_of,
    facts_at,
    has_place,
    new_answers,
    record_json,
    was_asked,
)
from petitions.interview.counts import can_add, with_conviction, without_conviction
from petitions.interview.questions import Question, question_of


def asked(key: str) -> Question:
    question = question_of(key)
    assert question is not None
    return question


def answer(answers: Answers, key: str, place: str = "c1", **values: Any) -> Answers:
    return applied(answers, place=place, question=asked(key), values=values)


def test_an_answer_is_stored_under_its_contract_key() -> None:
    answers = answer(new_answers(), "plants", plants="at_most_6")
    assert record_json(answers) == {"petitioner": {}, "convictions": [{"id": "c1", "plants": "at_most_6"}]}


def test_not_sure_is_asked_but_not_known() -> None:
    answers = answer(answer(new_answers(), "plants", plants=4), "plants", plants=None)
    assert record_json(answers)["convictions"] == [{"id": "c1"}]
    assert asked_of(answers) == {"": frozenset(), "c1": frozenset({"plants"})}
    assert was_asked(answers, "c1", asked("plants"))


def test_not_sure_about_earlier_ones_is_said_aloud() -> None:
    answers = answer(new_answers(), "earlier", earlier_same_section=None)
    assert conviction_of(answers, "c1")["earlier_same_section"] == "unsure"


def test_answers_are_never_changed_in_place() -> None:
    before = answer(new_answers(), "plants", plants=4)
    kept = deepcopy(before)
    answer(before, "plants", plants=9)
    without_conviction(before, "c1")
    with_conviction(before, same_case_as="c1")
    assert before == kept


def test_a_changed_answer_keeps_later_ones() -> None:
    answers = answer(answer(new_answers(), "when", offense_date="2005"), "plants", plants=4)
    changed = answer(answers, "when", offense_date="2006-01")
    assert conviction_of(changed, "c1") == {"id": "c1", "offense_date": "2006-01", "plants": 4}
    assert changed["trail"] == ["c1/when", "c1/plants"]


def test_a_weight_of_another_substance_is_dropped_and_may_be_asked_again() -> None:
    answers = answer(new_answers(), "kind", drug_form="both")
    answers = answer(answer(answers, "weight", flower_grams=3), "hash-weight", concentrate_grams=4)
    changed = answer(answers, "kind", drug_form="flower")
    assert conviction_of(changed, "c1") == {"id": "c1", "drug_form": "flower", "flower_grams": 3}
    assert "c1/hash-weight" not in changed["trail"]


@pytest.mark.parametrize(
    ("key", "said", "implied"),
    [
        ("kind", {"drug_form": "flower"}, {"concentrate_grams": 0}),
        ("kind", {"drug_form": "plants"}, {"concentrate_grams": 0}),
        ("kind", {"drug_form": "concentrate"}, {"flower_grams": 0}),
        ("kind", {"drug_form": "both"}, {}),
        ("recipient", {"recipient_age": "21_or_older"}, {"sold_to_minor": "no"}),
        ("recipient", {"recipient_age": "under_18"}, {}),
    ],
)
def test_what_an_answer_implies_is_known_but_not_stored(
    key: str, said: dict[str, str], implied: dict[str, object]
) -> None:
    answers = answer(new_answers(), key, **said)
    assert record_json(answers)["convictions"] == [{"id": "c1", **said, **implied}]
    assert conviction_of(answers, "c1") == {"id": "c1", **said}


def test_another_county_drops_the_courthouse() -> None:
    answers = answer(new_answers(), "county", county="Humboldt")
    answers = answer(answers, "courthouse", courthouse="Humboldt County Courthouse")
    assert facts_at(answer(answers, "county", county="Humboldt"), "c1", asked("courthouse"))
    changed = answer(answers, "county", county="Alameda")
    assert facts_at(changed, "c1", asked("courthouse")) == {}
    assert not was_asked(changed, "c1", asked("courthouse"))


def test_a_count_of_the_same_case_shares_its_facts() -> None:
    answers = answer(answer(new_answers(), "county", county="Humboldt"), "when", offense_date="2005")
    answers = with_conviction(answers, same_case_as="c1")
    assert conviction_of(answers, "c2") == {"id": "c2", "county": "Humboldt", "offense_date": "2005"}
    answers = answer(answers, "county", place="c2", county="Alameda")
    assert conviction_of(answers, "c1")["county"] == "Alameda"
    answers = answer(answers, "case-number", case_number="CR-1")
    assert conviction_of(answers, "c2")["case_number"] == "CR-1"
    assert not has_place(answers, "c2", asked("judge"))


def test_a_removed_conviction_takes_its_answers_with_it() -> None:
    answers = with_conviction(answer(new_answers(), "plants", plants=4))
    answers = without_conviction(answers, "c1")
    assert record_json(answers)["convictions"] == [{"id": "c2"}]
    assert answers["trail"] == []
    assert conviction_of(with_conviction(answers), "c3") == {"id": "c3"}


def test_the_rest_of_a_case_inherits_its_filing_answers() -> None:
    answers = with_conviction(answer(new_answers(), "county", county="Humboldt"), same_case_as="c1")
    answers = with_conviction(answers, same_case_as="c2")
    answers = answer(answers, "judge", waive_original_judge=False)
    answers = without_conviction(answers, "c1")
    assert facts_at(answers, "c2", asked("judge")) == {"waive_original_judge": False}
    assert was_asked(answers, "c2", asked("judge"))
    assert answers["same_case"] == {"c3": "c2"}


def test_a_count_added_later_knows_the_number_of_its_case() -> None:
    answers = with_conviction(answer(new_answers(), "case-number", case_number="CR-1"), same_case_as="c1")
    assert conviction_of(answers, "c2") == {"id": "c2", "case_number": "CR-1"}


def test_the_first_count_keeps_its_case_when_another_is_removed() -> None:
    answers = answer(with_conviction(new_answers(), same_case_as="c1"), "judge", waive_original_judge=True)
    answers = without_conviction(answers, "c2")
    assert facts_at(answers, "c1", asked("judge")) == {"waive_original_judge": True}
    assert answers["same_case"] == {}


def test_a_case_without_filing_answers_is_handed_on_too() -> None:
    answers = without_conviction(with_conviction(new_answers(), same_case_as="c1"), "c1")
    assert record_json(answers)["convictions"] == [{"id": "c2"}]
    assert answers["same_case"] == {} and answers["filing"]["cases"] == {}


def test_there_is_an_end_to_adding() -> None:
    answers = new_answers()
    for _more in range(59):
        assert can_add(answers)
        answers = with_conviction(answers)
    assert not can_add(answers)
