"""The page that lists every answer, every reason with what it rests on, and every source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.translation import get_language

from petitions.interview.explained.sources import AUTHORITIES, CHECKED_ON, address_of
from petitions.interview.law_pages import (
    Cell,
    Citation,
    LawPage,
    Part,
    ReasonWords,
    TablePart,
    checked,
    reason_words,
)
from petitions.interview.wording.fallbacks import FALLBACKS, StepWords
from petitions.interview.wording.law import pages as words
from petitions.interview.wording.law import tables as names
from petitions.interview.wording.outcomes import Text, words_of
from petitions.interview.wording.warnings import ALL, WarningWords
from petitions.law.authorities import Authority
from petitions.law.grounds import GROUNDS, citations_of
from petitions.law.terms import Outcome
from petitions.law.timing import LETTERS_BEGAN

SLUG = "answers"
LONG_BEFORE = LETTERS_BEGAN
"""Before this day the day itself does not matter: no case here is older than its laws."""


def answers_page() -> LawPage:
    """Return the page in the language of the day."""
    return _page(get_language() or "")


@lru_cache(maxsize=8)
def _page(_language: str) -> LawPage:
    parts = (
        _part("outcomes", words.OUTCOMES, _outcomes()),
        _part("reasons", words.REASONS, _reasons()),
        _part("help", words.HELP, _told(FALLBACKS, names.HELPS)),
        _part("warnings", words.WARNINGS, _told(ALL, names.NOTE)),
        _part("sources", words.SOURCES, _sources(), lead=str(words.SOURCES_LEAD)),
    )
    return LawPage(SLUG, str(words.ANSWERS), str(words.ANSWERS_LEAD), None, parts, checked())


def _part(name: str, title: Text, rows: Iterator[tuple[Cell, ...]], *, lead: str = "") -> Part:
    found = tuple(rows)
    columns = tuple(cell.column for cell in found[0])
    return Part(
        name, str(title), lead, (TablePart(f"all-{name}", "", "", None, columns, found),), is_folded=True
    )


def _outcomes() -> Iterator[tuple[Cell, ...]]:
    for outcome in Outcome:
        said = words_of(outcome)
        yield (
            Cell(str(names.GIVES), (str(said.headline),), code=outcome.value, is_strong=True),
            Cell(str(names.MEANS), (str(said.meaning),)),
        )


def _reasons() -> Iterator[tuple[Cell, ...]]:
    """Yield every reason, with what it cites on the day that the sources were read."""
    for code in GROUNDS:
        said = reason_words(code, citations_of(code, CHECKED_ON))
        yield (
            Cell(str(names.WHY), (said.sentence,), code=code),
            Cell(str(names.RESTS_ON), reasons=(ReasonWords("", "", said.citations),)),
        )


def _told(
    every: Mapping[str, StepWords] | Mapping[str, WarningWords], column: Text
) -> Iterator[tuple[Cell, ...]]:
    for code, said in every.items():
        yield (
            Cell(str(column), (str(said.title),), code=code),
            Cell(str(names.MEANS), (str(said.text),)),
        )


def _sources() -> Iterator[tuple[Cell, ...]]:
    for authority in AUTHORITIES.values():
        yield _source(authority)


def _source(authority: Authority) -> tuple[Cell, ...]:
    cited = (Citation(authority.cite, address_of(authority.cite)),)
    return (
        Cell(str(names.SOURCE), reasons=(ReasonWords("", "", cited),)),
        Cell(str(names.SINCE), (_since(authority),)),
        Cell(str(names.CHECKED), (date_format(authority.read_on, "DATE_FORMAT"),)),
    )


def _since(authority: Authority) -> str:
    """Say since when it is in force; one from long before the Act has no day of its own here."""
    if authority.effective <= LONG_BEFORE:
        return str(names.LONG)
    return date_format(authority.effective, "DATE_FORMAT")
