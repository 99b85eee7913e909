"""Says a stored answer in words: what the person chose, as lists and the result page show it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.dateformat import format as format_date
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from petitions.interview.answers import Answers, Values, facts_at
from petitions.interview.dates import first_day_of
from petitions.interview.flow import Page, pages_of
from petitions.interview.questions import Kind, Question, Scope

NOT_SURE = _("I’m not sure")
NOT_GIVEN = _("Not given")
_WORDS = {
    "attempt": _("attempt"),
    "conspiracy": _("conspiracy"),
    "accessory": _("accessory"),
}
_UNITS = {"grams": _("%(number)s grams"), "plants": _("%(number)s plants")}
_COURTS = {
    "adult": _("adult court"),
    "juvenile": _("juvenile court"),
    "unsure": _("not sure which court"),
}


def said(question: Question, stored: Values) -> str:
    """Say the stored facts of one question in one line, in the active language."""
    lines = said_lines(question, stored)
    return "; ".join(lines)


def said_lines(question: Question, stored: Values) -> list[str]:
    """Say the stored facts of one question, a line for each part."""
    if question.details:
        return [_prior(one) for one in stored.get(question.details, ())]
    if question.kind is Kind.CRIME:
        return [_crime(question, stored)]
    if question.kind in (Kind.PARTS, Kind.NAMES):
        return _parts(question, stored)
    value = stored.get(question.facts[0])
    if value is None or value == "unsure":
        return [gettext("I’m not sure")]
    return _plain(question, value)


def said_by_conviction(answers: Answers) -> dict[str, dict[str, str]]:
    """Say every screening answer by conviction id and contract key (the petitioner's stand under each)."""
    said_by: dict[str, dict[str, str]] = {one["id"]: {} for one in answers["record"]["convictions"]}
    for page in pages_of(answers):
        if page.question.scope in (Scope.CONVICTION, Scope.PETITIONER):
            _say_page(said_by, page, said(page.question, facts_at(answers, page.place, page.question)))
    return said_by


def crime_code(stored: Mapping[str, Any]) -> str:
    """Write a code section as papers do."""
    letter = f"({stored['subdivision']})" if stored.get("subdivision") else ""
    return f"{stored.get('code') or ''} {stored.get('section') or ''}{letter}".strip()


def date_in_words(stored: str) -> str:
    """Say a date of any precision."""
    pattern = {4: "Y", 7: gettext("F Y")}.get(len(stored), gettext("F j, Y"))
    return format_date(first_day_of(stored), pattern)


def _say_page(said_by: dict[str, dict[str, str]], page: Page, words: str) -> None:
    places = [page.place] if page.question.scope is Scope.CONVICTION else list(said_by)
    for place in places:
        said_by[place].update(dict.fromkeys(page.question.facts, words))


def _plain(question: Question, value: Any) -> list[str]:
    if isinstance(value, bool):
        value = "yes" if value else "no"
    if isinstance(value, list):
        chosen = value or ["none"]
        if question.kind is Kind.PRIORS:
            chosen = ["yes"]
        return [gettext(option.label) for option in question.options if option.value in chosen]
    for option in question.options:
        if option.value == value and type(option.value) is type(value):
            return [gettext(option.label)]
    if question.kind is Kind.DATE:
        return [date_in_words(value)]
    if question.kind is Kind.AMOUNT:
        return [str(_UNITS[question.unit]) % {"number": f"{value:g}"}]
    return [str(value)]


def _crime(question: Question, stored: Values) -> str:
    if not stored.get("section"):
        return gettext("I’m not sure")
    code = crime_code(stored)
    word = _WORDS.get(stored.get("prefix", ""))
    named = next((gettext(one.label) for one in question.options if one.value == stored["section"]), "")
    return ", ".join(str(part) for part in (named, code, word) if part)


def _prior(prior: Mapping[str, Any]) -> str:
    stored = prior.get("conviction_date")
    when = date_in_words(stored) if stored else gettext("Date not known")
    return f"{when}, {_COURTS[prior.get('court', 'unsure')]}"


def _parts(question: Question, stored: Values) -> list[str]:
    value = {fact: stored.get(fact) for fact in question.facts}
    lines = [line for one in value.values() for line in _lines(one)]
    if lines:
        return lines
    return _said_by_card(question, stored) or [gettext("Not given")]


def _said_by_card(question: Question, stored: Values) -> list[str]:
    """Say the card that gave no text: the one that is not the card of the parts."""
    others = [option for option in question.options if option.value != question.parts_when]
    return [gettext(others[0].label)] if others else []


def _lines(value: Any) -> list[str]:
    if not value or value == "district_attorney":
        return []
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [str(one) for one in value]
    if "street" in value:
        street = ", ".join(part for part in (value["street"], value.get("unit")) if part)
        return [street, f"{value['city']}, {value['state']} {value['zip']}"]
    return [line for one in value.values() for line in _lines(one)]
