"""What a person answered: stored JSON, and pure changes to it that keep every later answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Any, TypeAlias

from petitions.interview.questions import Question, Scope, question_for, question_of

Answers: TypeAlias = dict[str, Any]
"""``record`` (the contract's, without names), ``trail`` ("place/key" of each page answered, in order),
``same_case`` (count id -> id of the first count of its case), ``filing``
(the person's, their ``cases`` by place, and ``petition_form`` once chosen), ``made`` (ids given so far) and ``preset``
(the county of the link by which the person came, where there was one: shown at its question, and no answer)."""

Values: TypeAlias = Mapping[str, Any]
"""The facts that an answer sets; None: not sure."""

YOU = "you"
_SAID_UNSURE = {"earlier_same_section": "unsure"}
"""Facts for which silence means something else than "not sure" (the contract counts them itself)."""
_IMPLIED: dict[tuple[str, str], tuple[str, Any]] = {
    ("drug_form", "flower"): ("concentrate_grams", 0),
    ("drug_form", "plants"): ("concentrate_grams", 0),
    ("drug_form", "concentrate"): ("flower_grams", 0),
    ("recipient_age", "18_to_20"): ("sold_to_minor", "no"),
    ("recipient_age", "21_or_older"): ("sold_to_minor", "no"),
}
"""What an answer says of another fact: one kind means none of the other, the youngest means no one younger."""
_OF_THE_CASE = ("county",)
"""Facts of a count that hold for every count of its case."""


def new_answers(*, county: str = "") -> Answers:
    """Return the answers of someone who has just begun: one conviction, nothing known; ``county`` is only proposed."""
    begun: Answers = {
        "record": {"petitioner": {}, "convictions": [{"id": "c1"}]},
        "trail": [],
        "same_case": {},
        "filing": {"cases": {}},
        "made": 1,
    }
    return {**begun, "preset": {"county": county}} if county else begun


def preset_county(answers: Answers, place: str) -> str:
    """Return the county that the person's link proposes for a conviction; it does so for the first one alone."""
    is_first = conviction_ids(answers)[:1] == (place,)
    return str(answers.get("preset", {}).get("county", "")) if is_first else ""


def conviction_ids(answers: Answers) -> tuple[str, ...]:
    """Return the ids of the convictions, in their order."""
    return tuple(conviction["id"] for conviction in answers["record"]["convictions"])


def conviction_of(answers: Answers, place: str) -> dict[str, Any]:
    """Return what is known of one conviction."""
    found: dict[str, Any] = next(one for one in answers["record"]["convictions"] if one["id"] == place)
    return found


def shown_name(answers: Answers) -> str:
    """Return the petitioner's name of now, or else that on the case; empty where neither is known."""
    filing = answers["filing"]
    return str(filing.get("name_now") or filing.get("name_on_case") or "")


def first_count(answers: Answers, place: str) -> str:
    """Return the id under which the case of this count is kept."""
    return str(answers["same_case"].get(place, place))


def counts_of_case(answers: Answers, place: str) -> tuple[str, ...]:
    """Return every count of the case of this count."""
    first = first_count(answers, place)
    return tuple(one for one in conviction_ids(answers) if first_count(answers, one) == first)


def has_place(answers: Answers, place: str, question: Question) -> bool:
    """Say whether this question can be asked there."""
    if question.scope in (Scope.PETITIONER, Scope.FILER):
        return place == YOU
    if question.scope is Scope.CASE:
        return place in conviction_ids(answers) and first_count(answers, place) == place
    return place in conviction_ids(answers)


def step(place: str, question: Question) -> str:
    """Name one page of the trail."""
    return f"{place}/{question.key}"


def was_asked(answers: Answers, place: str, question: Question) -> bool:
    """Say whether the person has answered this page, be it with "I'm not sure"."""
    return step(place, question) in answers["trail"]


def facts_at(answers: Answers, place: str, question: Question) -> dict[str, Any]:
    """Return the stored facts that this question sets or shows; a fact that is not known is left out."""
    stored = _drawer(answers, place, question)
    names = (*question.facts, question.details) if question.details else question.facts
    return {name: deepcopy(stored[name]) for name in names if name in stored}


def applied(answers: Answers, *, place: str, question: Question, values: Values) -> Answers:
    """Return the answers with one page answered; only facts that became impossible are dropped."""
    changed = deepcopy(answers)
    for target in _places(changed, place, question):
        _write(_drawer(changed, target, question), values, keep_none=_is_filing(question))
    if question.facts == ("case_number",):
        for count in counts_of_case(changed, place):
            conviction_of(changed, count)["case_number"] = values["case_number"]
    if step(place, question) not in changed["trail"]:
        changed["trail"].append(step(place, question))
    for fact in _made_impossible(answers, place=place, question=question, values=values):
        _forget(changed, place, fact)
    return changed


def unanswered(answers: Answers, *, place: str, question: Question) -> Answers:
    """Return the answers as if this page had never been answered."""
    changed = deepcopy(answers)
    for target in _places(changed, place, question):
        drawer = _drawer(changed, target, question)
        for fact in question.facts:
            drawer.pop(fact, None)
    changed["trail"] = [entry for entry in changed["trail"] if entry != step(place, question)]
    return changed


def asked_of(answers: Answers) -> dict[str, frozenset[str]]:
    """Return the facts asked so far, by conviction id, and under "" for the petitioner."""
    asked: dict[str, set[str]] = {"": set()}
    for entry in answers["trail"]:
        place, _, key = entry.partition("/")
        question = question_of(key)
        if question:
            asked.setdefault("" if place == YOU else place, set()).update(question.facts)
    return {place: frozenset(facts) for place, facts in asked.items()}


def record_json(answers: Answers) -> dict[str, Any]:
    """Return the contract's record: all that is known, without a name."""
    record: dict[str, Any] = deepcopy(answers["record"])
    for conviction in record["convictions"]:
        for (fact, value), (other, implied) in _IMPLIED.items():
            if conviction.get(fact) == value:
                conviction.setdefault(other, implied)
    return record


def _drawer(answers: Answers, place: str, question: Question) -> dict[str, Any]:
    """Return the JSON object that holds the facts of this question there."""
    found: dict[str, Any]
    if question.scope is Scope.PETITIONER:
        found = answers["record"]["petitioner"]
    elif question.scope is Scope.CONVICTION:
        found = conviction_of(answers, place)
    elif question.scope is Scope.CASE:
        found = answers["filing"]["cases"].setdefault(place, {})
    else:
        found = answers["filing"]
    return found


def _is_filing(question: Question) -> bool:
    return question.scope in (Scope.CASE, Scope.FILER)


def _places(answers: Answers, place: str, question: Question) -> tuple[str, ...]:
    shared = any(fact in _OF_THE_CASE for fact in question.facts)
    return counts_of_case(answers, place) if shared else (place,)


def _write(drawer: dict[str, Any], values: Values, *, keep_none: bool) -> None:
    for fact, value in values.items():
        known = _SAID_UNSURE.get(fact) if value is None else deepcopy(value)
        if known is None and not keep_none:
            drawer.pop(fact, None)
        else:
            drawer[fact] = known


def _made_impossible(answers: Answers, *, place: str, question: Question, values: Values) -> Iterable[str]:
    """Name the facts that the new answer rules out."""
    before = facts_at(answers, place, question)
    if all(before.get(fact) == value for fact, value in values.items()):
        return ()
    if "county" in values and "county" in before:
        return ("courthouse", "prosecutor")
    if values.get("drug_form") == "edible":
        return ("flower_grams", "concentrate_grams")
    return [other for (fact, value), (other, _) in _IMPLIED.items() if values.get(fact) == value]


def _forget(answers: Answers, place: str, fact: str) -> None:
    question = question_for(fact)
    if question is None:
        return
    target = first_count(answers, place) if question.scope is Scope.CASE else place
    _drawer(answers, target, question).pop(fact, None)
    answers["trail"] = [entry for entry in answers["trail"] if entry != step(target, question)]
