"""Lists of answers, drawn from the registry: the convictions, the cases and the check-your-answers page."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass

from django.utils.translation import gettext

from petitions.interview.answers import (
    YOU,
    Answers,
    conviction_ids,
    conviction_of,
    facts_at,
    was_asked,
)
from petitions.interview.filed_cases import FiledCase, case_pages, choice_pages, person_pages
from petitions.interview.flow import Page
from petitions.interview.links import page_url
from petitions.interview.questions import PRINTED, REGISTRY, Question, Scope, question_of
from petitions.interview.said import crime_code, said, said_lines


@dataclass(frozen=True, slots=True)
class Row:
    """One answer: its name, what was said (a line for each part), and where to change it."""

    name: str
    lines: tuple[str, ...]
    change_url: str


@dataclass(frozen=True, slots=True)
class Card:
    """The answers about one thing. ``place`` is its id, ``summary`` a line under the title."""

    title: str
    summary: str
    rows: tuple[Row, ...]
    place: str


def conviction_title(answers: Answers, place: str) -> str:
    """Say in a few words which conviction this is."""
    crime, when = _question("crime"), _question("when")
    named = _short_crime(answers, place, crime)
    date = facts_at(answers, place, when).get("offense_date")
    return f"{named}, {date[:4]}" if date else named


def conviction_summary(answers: Answers, place: str) -> str:
    """Say the county and the code in small print."""
    known = conviction_of(answers, place)
    county = gettext("%(county)s County") % {"county": known["county"]} if known.get("county") else ""
    return " · ".join(part for part in (county, crime_code(known)) if part)


def conviction_card(
    answers: Answers, place: str, *, back_to: str, keep: tuple[Question, ...] = ()
) -> Card | None:
    """Return what was said of one conviction; what to ``keep`` stands there also where it was not asked."""
    if place not in conviction_ids(answers):
        return None
    pages = (Page(place, question) for question in REGISTRY if question.scope is Scope.CONVICTION)
    shown = [one for one in pages if one.question in keep or was_asked(answers, place, one.question)]
    rows = tuple(_row(answers, page, back_to=back_to) for page in shown)
    return Card(conviction_title(answers, place), conviction_summary(answers, place), rows, place)


def conviction_cards(answers: Answers, *, back_to: str) -> tuple[Card, ...]:
    """Return what was said of every conviction."""
    cards = (conviction_card(answers, place, back_to=back_to) for place in conviction_ids(answers))
    return tuple(card for card in cards if card is not None)


def paper_conviction_cards(answers: Answers, filed: Container[str], *, back_to: str) -> tuple[Card, ...]:
    """Return the same for the check page; what a paper would leave blank can be added there."""
    keeps = {place: PRINTED if place in filed else () for place in conviction_ids(answers)}
    cards = (conviction_card(answers, place, back_to=back_to, keep=keep) for place, keep in keeps.items())
    return tuple(card for card in cards if card is not None)


def person_screening_card(answers: Answers, *, back_to: str) -> Card:
    """Return what the person said of themselves while screening."""
    asked = [Page(YOU, question) for question in REGISTRY if question.scope is Scope.PETITIONER]
    return Card(gettext("About your past"), "", _rows(answers, asked, back_to=back_to), YOU)


def person_card(answers: Answers, *, back_to: str) -> Card:
    """Return what the papers say of the person."""
    return Card(gettext("You"), "", _rows(answers, person_pages(), back_to=back_to), YOU)


def case_card(answers: Answers, case: FiledCase, *, back_to: str) -> Card:
    """Return what the papers of one case say."""
    pages = [*case_pages(case), *choice_pages(case)]
    return Card(case_title(case), "", _rows(answers, pages, back_to=back_to), case.place)


def case_title(case: FiledCase) -> str:
    """Say which case this is."""
    names = {"county": case.county or "", "number": case.case_number or ""}
    if case.county and case.case_number:
        return gettext("%(county)s County, case %(number)s") % names
    if case.county:
        return gettext("%(county)s County, case number not known") % names
    return gettext("A case in a county that is not known yet")


def _rows(answers: Answers, pages: Iterable[Page], *, back_to: str) -> tuple[Row, ...]:
    return tuple(
        _row(answers, page, back_to=back_to)
        for page in pages
        if was_asked(answers, page.place, page.question)
    )


def _row(answers: Answers, page: Page, *, back_to: str) -> Row:
    if not was_asked(answers, page.place, page.question):
        return Row(gettext(page.question.short), (gettext("Not given"),), page_url(page, back_to=back_to))
    lines = said_lines(page.question, facts_at(answers, page.place, page.question))
    return Row(gettext(page.question.short), tuple(lines), page_url(page, back_to=back_to))


def _short_crime(answers: Answers, place: str, crime: Question) -> str:
    stored = facts_at(answers, place, crime)
    if not stored.get("section"):
        return gettext("A conviction")
    named = next((option.label for option in crime.options if option.value == stored["section"]), "")
    return gettext(named) if named else said(crime, stored)


def _question(key: str) -> Question:
    found = question_of(key)
    assert found is not None
    return found
