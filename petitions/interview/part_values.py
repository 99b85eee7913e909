"""Turns text boxes into the contract's filing values, and back."""

from __future__ import annotations

from typing import Any

from petitions.interview.answers import Values
from petitions.interview.questions import Question

ADDRESS = ("street", "unit", "city", "state", "zip")
_FLAT = ("case_number", "name_on_case", "name_now")
"""Facts that are one text."""
_WITHOUT_TEXT = {"prosecutor": "district_attorney"}
"""What a fact is when its boxes do not apply; otherwise null."""
_ADDRESS_NAME = {"server": "address"}
"""What the contract calls the address inside; otherwise ``mailing_address``."""


def values_from_parts(question: Question, typed: dict[str, Any] | None, *, card: str) -> Values:
    """Return the facts for what was typed (by part); ``typed`` None: a card without boxes was chosen."""
    fact = question.facts[0]
    if typed is None:
        return {fact: _WITHOUT_TEXT.get(fact)}
    if len(question.facts) > 1:
        return {name: typed[name] for name in question.facts}
    if fact in _FLAT:
        return {fact: typed[fact]}
    if fact == "mailing_address":
        return {fact: _address(typed)}
    others = {key: value for key, value in typed.items() if key not in ADDRESS}
    return {fact: {**others, _ADDRESS_NAME.get(fact, "mailing_address"): _address(typed)}}


def shown_parts(question: Question, stored: Values, *, was_asked: bool) -> dict[str, Any]:
    """Return what the card and the boxes show for stored facts."""
    if not was_asked:
        return _suggested(question)
    typed = _typed(question, stored)
    shown = {f"part_{part.key}": typed.get(part.key) or "" for part in question.parts}
    return {**shown, "answer": _card(question, has_text=any(typed.values()))} if question.options else shown


def _suggested(question: Question) -> dict[str, Any]:
    """Return what is filled in for a person before they type: California, as most addresses are."""
    return {"part_state": "CA"} if any(part.key == "state" for part in question.parts) else {}


def _card(question: Question, *, has_text: bool) -> str:
    if has_text:
        return question.parts_when
    return next(str(option.value) for option in question.options if option.value != question.parts_when)


def _typed(question: Question, stored: Values) -> dict[str, Any]:
    fact = question.facts[0]
    value = stored.get(fact)
    if len(question.facts) > 1 or fact in _FLAT:
        return {name: stored.get(name) for name in question.facts}
    if not isinstance(value, dict):
        return {}
    return {**value, **(value.get("mailing_address") or value.get("address") or {})}


def _address(typed: dict[str, Any]) -> dict[str, Any] | None:
    if not typed["street"]:
        return None
    return {
        **{key: typed[key] for key in ADDRESS},
        "state": (typed["state"] or "").upper(),
    }
