"""Reads and writes what the papers of a county review are made from, as JSON: the office, and one case a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import Enum
from typing import Any, TypeVar

from petitions.documents.county.cases import CountyCase, CountyCount, CountyOffice, Ground, Mover
from petitions.documents.filing import FilingProblems
from petitions.documents.matching import MOST_COUNTS
from petitions.exchange.dates_in import day
from petitions.exchange.fields import MISSING, Fields, Problems
from petitions.exchange.filing import ADDRESS, address, email
from petitions.exchange.words_in import ONE_OF, Wrong, with_words
from petitions.law.terms import Level, Prefix, Relief, Sentence

_OFFICE = ("mover", "name", "attorney", "bar_number", "mailing_address", "phone", "email")
_CASE = ("county", "court", "case_number", "name", "sentence", "counts")
_COUNT = ("section", "subdivision", "prefix", "conviction_date", "level", "relief", "ground")
_RELIEFS = {relief.name.lower(): relief for relief in Relief}
_MOVERS, _GROUNDS = {one.value: one for one in Mover}, {one.value: one for one in Ground}
_LEVELS, _SENTENCES = {one.value: one for one in Level}, {one.value: one for one in Sentence}
_PREFIXES = {one.value: one for one in Prefix}
_Member = TypeVar("_Member", bound=Enum)


def read_office(data: object) -> CountyOffice:
    """Read who files; raise FilingProblems with every problem."""
    problems: Problems = []
    fields = Fields(data, path="office", keys=_OFFICE, problems=problems)
    made = CountyOffice(
        mover=_word(fields, "mover", words=_MOVERS) or Mover.PROSECUTOR,
        name=fields.needed("name"),
        attorney=fields.text("attorney"),
        bar_number=fields.text("bar_number"),
        mailing_address=fields.part("mailing_address", address, keys=ADDRESS),
        phone=fields.text("phone"),
        email=email(fields),
    )
    if fields.data.get("mover") is None:
        fields.problem("mover", MISSING)
    if problems:
        raise FilingProblems(*problems)
    return made


def read_case(data: object) -> CountyCase:
    """Read one case; raise FilingProblems with every problem. What is left out or null is not known."""
    problems: Problems = []
    fields = Fields(data, path="case", keys=_CASE, problems=problems)
    case = CountyCase(
        county=fields.text("county") or "",
        court=fields.text("court"),
        case_number=fields.text("case_number"),
        name=fields.text("name") or "",
        sentence=_word(fields, "sentence", words=_SENTENCES),
        counts=fields.parts("counts", _count, keys=_COUNT, most=MOST_COUNTS),
    )
    if problems:
        raise FilingProblems(*problems)
    return case


def case_lines(cases: Iterable[CountyCase]) -> Iterator[str]:
    """Write cases, one a line, as ``read_case`` reads them."""
    for case in cases:
        yield json.dumps(_case_data(case), ensure_ascii=False) + "\n"


def _count(fields: Fields) -> CountyCount:
    return CountyCount(
        section=fields.text("section") or "",
        subdivision=fields.text("subdivision"),
        prefix=_word(fields, "prefix", words=_PREFIXES) or Prefix.NONE,
        conviction_date=_day(fields, "conviction_date"),
        level=_word(fields, "level", words=_LEVELS),
        relief=_word(fields, "relief", words=_RELIEFS),
        ground=_word(fields, "ground", words=_GROUNDS),
    )


def _word(fields: Fields, key: str, *, words: Mapping[str, _Member]) -> _Member | None:
    value = fields.data.get(key)
    found = words.get(value) if isinstance(value, str) else None
    if found is None and value is not None:
        fields.problem(key, with_words(ONE_OF, words))
    return found


def _day(fields: Fields, key: str) -> date | None:
    try:
        return None if fields.data.get(key) is None else day(fields.data[key])
    except Wrong as wrong:
        fields.problem(key, wrong.sentence)
        return None


def _case_data(case: CountyCase) -> dict[str, Any]:
    return {
        "county": case.county,
        "court": case.court,
        "case_number": case.case_number,
        "name": case.name,
        "sentence": case.sentence,
        "counts": [_count_data(count) for count in case.counts],
    }


def _count_data(count: CountyCount) -> dict[str, Any]:
    return {
        "section": count.section,
        "subdivision": count.subdivision,
        "prefix": count.prefix,
        "conviction_date": count.conviction_date.isoformat() if count.conviction_date else None,
        "level": count.level,
        "relief": count.relief.name.lower() if count.relief is not None else None,
        "ground": count.ground,
    }
