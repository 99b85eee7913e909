"""The pages that explain the law, in the language of the day: prepared once, then only drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language

from petitions.interview.explained.chapters import CHAPTERS, Chapter, tables_of
from petitions.interview.explained.grid import Answer, Row, Table, Today
from petitions.interview.explained.sources import CHECKED_ON, address_of, section_address
from petitions.interview.law_cells import cell_of, filled
from petitions.interview.wording import outcomes
from petitions.interview.wording.crimes import LEVELS
from petitions.interview.wording.law import pages as words
from petitions.interview.wording.law import tables as names
from petitions.interview.wording.law.values import ANY
from petitions.interview.wording.outcomes import Text
from petitions.interview.wording.sentences import reason_sentence
from petitions.law.determinations import Reason
from petitions.law.determine import LAW_VERSION
from petitions.law.on_record import Levels
from petitions.law.sections import LETTERS
from petitions.law.terms import Offense, Outcome, Relief, Track

_PAPERS = ("R_APPLICATION", "R_PETITION", "R_JUVENILE")
"""Reasons that say which paper it is; where a table has only one of them, it stands above the rows."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation, and where it can be read; a decision of a court has no address."""

    cite: str
    address: str


@dataclass(frozen=True, slots=True)
class ReasonWords:
    """One reason as the result page says it."""

    code: str
    sentence: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. ``lines`` are alternatives; ``code`` is the outcome's own name, for the document."""

    column: str
    lines: tuple[str, ...] = ()
    note: str = ""
    code: str = ""
    reasons: tuple[ReasonWords, ...] = ()
    is_strong: bool = False
    """What a reader looks for: the answer."""
    is_any: bool = False
    """The fact makes no difference here; a narrow page leaves the cell out."""


@dataclass(frozen=True, slots=True)
class TablePart:
    """A table, ready to be drawn."""

    name: str
    title: str
    lead: str
    paper: ReasonWords | None
    """Which paper it is, where that is the same in each row."""
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    is_first: bool = False
    """The one that is open when the page comes; the others are folded."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a page: a heading, what is taken as given, and tables."""

    name: str
    title: str
    lead: str
    tables: tuple[TablePart, ...]
    is_folded: bool = False
    """One table, folded as a whole."""


@dataclass(frozen=True, slots=True)
class LawPage:
    """One page."""

    slug: str
    title: str
    lead: str
    source: Citation | None
    parts: tuple[Part, ...]
    checked: str


def page_of(slug: str) -> LawPage:
    """Return one chapter's page in the language of the day."""
    return _page(slug, get_language() or "")


def title_of(slug: str) -> str:
    """Return what a chapter is called."""
    section = CHAPTERS[slug].section
    if not section:
        return str(words.OTHER)
    return str(words.SECTION_TITLE) % {"section": section, "crime": words.SECTION_NAMES[section]}


def checked() -> str:
    """Say when the sources were read, and by which version of the rules the tables were made."""
    day = date_format(CHECKED_ON, "DATE_FORMAT")
    return str(words.CHECKED) % {"day": day, "version": LAW_VERSION}


@lru_cache(maxsize=32)
def _page(slug: str, _language: str) -> LawPage:
    chapter = CHAPTERS[slug]
    source = str(words.STATE_SITE) % {"section": chapter.section}
    return LawPage(
        slug,
        title_of(slug),
        str(words.INDEX_LEAD),
        Citation(source, section_address(chapter.section)) if chapter.section else None,
        tuple(_parts(chapter)),
        checked(),
    )


def _parts(chapter: Chapter) -> Iterator[Part]:
    """Yield the parts that the chapter has: then, now, who gets what."""
    found = tables_of(chapter.slug)
    if found.then:
        tables = tuple(_then(*one) for one in found.then)
        lead = words.THEN_LEAD if chapter.section in LETTERS else words.THEN_WITHOUT_LETTERS
        yield Part("then", str(words.THEN), filled(lead), tables)
    if found.now:
        tables = tuple(_now(*one) for one in found.now)
        yield Part("now", str(words.NOW), filled(words.NOW_LEAD), tables)
    first, *others = (_answers(*one) for one in found.answers)
    tables = (replace(first, is_first=True), *others)
    yield Part("who", str(words.WHO), filled(words.WHO_LEAD), tables)


def _then(table: Table, rows: tuple[Row[Levels], ...]) -> TablePart:
    cells = (
        (
            *_given(table, row),
            Cell(str(names.THEN), tuple(_first_up(LEVELS[one]) for one in sorted(row.found, key=list(LEVELS).index))),
        )
        for row in rows
    )  # fmt: skip
    return _table(table, cells)


def _now(table: Table, rows: tuple[Row[Today], ...]) -> TablePart:
    return _table(
        table, ((*_given(table, row), _today(row.found.classes), _why(row.found.reasons)) for row in rows)
    )


def _answers(table: Table, rows: tuple[Row[Answer], ...]) -> TablePart:
    papers = {reason for row in rows for reason in row.found.reasons if reason.code in _PAPERS}
    one_paper = next(iter(papers)) if len(papers) == 1 else None
    cells = (
        (
            *_given(table, row),
            _today(row.found.today),
            _outcome(row.found),
            _why(reason for reason in row.found.reasons if reason != one_paper),
        )
        for row in rows
    )
    return _table(table, cells, paper=one_paper)


def _table(table: Table, cells: Iterable[tuple[Cell, ...]], *, paper: Reason | None = None) -> TablePart:
    about = names.TABLES[table.key]
    rows = tuple(cells)
    return TablePart(
        table.key.replace("_", "-"),
        filled(about.title),
        filled(about.lead),
        _paper(paper) if paper else None,
        tuple(cell.column for cell in rows[0]),
        rows,
    )


def _paper(reason: Reason) -> ReasonWords:
    said = reason_words(reason.code, reason.citations)
    return replace(said, sentence=str(words.PAPER) % {"sentence": said.sentence})


def _given(table: Table, row: Row[Any]) -> Iterator[Cell]:
    for fact, values in zip(table.facts, row.given, strict=True):
        lines = cell_of(fact, values, case=table.case)
        yield Cell(str(names.COLUMNS[fact.key]), lines, is_any=lines == (str(ANY),))


def _today(classes: frozenset[Offense]) -> Cell:
    return Cell(str(names.TODAY), tuple(_first_up(words.CLASSES[one]) for one in sorted(classes)) or ("–",))


def _outcome(found: Answer) -> Cell:
    headline = str(outcomes.words_of(found.outcome, track=found.track).headline)
    is_open = found.outcome is Outcome.NEEDS_REVIEW and found.ceiling is not Relief.NONE
    note = str(words.BETWEEN) % {
        "floor": _relief(found.floor, found.track),
        "ceiling": _relief(found.ceiling, found.track),
    }
    return Cell(str(names.GIVES), (headline,), note if is_open else "", found.outcome.value, is_strong=True)


def _relief(relief: Relief, track: Track) -> str:
    """Name a relief; a petition speaks of dismissal only, not of sealing."""
    dismissed_only = relief is Relief.DISMISS_SEAL and track is Track.PETITION_A
    name = str(words.DISMISSED if dismissed_only else words.RELIEFS[relief])
    return name[0].lower() + name[1:]


def _why(reasons: Iterable[Reason]) -> Cell:
    return Cell(str(names.WHY), reasons=tuple(reason_words(one.code, one.citations) for one in reasons))


def reason_words(code: str, cites: Iterable[str]) -> ReasonWords:
    """Return a reason's sentence with its citations."""
    return ReasonWords(code, reason_sentence(code), tuple(Citation(cite, address_of(cite)) for cite in cites))


def _first_up(text: Text) -> str:
    return str(text)[0].upper() + str(text)[1:]


def index_page() -> LawPage:
    """Return the page that leads to the others: what the law did, and how these pages are made."""
    leads = (str(words.READ), filled(words.WHO_LEAD), str(words.MADE_BY), str(words.ADVICE))
    parts = tuple(Part("", "", lead, ()) for lead in leads)
    return LawPage("", str(words.INDEX), str(words.INDEX_LEAD), None, parts, checked())


def links() -> tuple[tuple[str, str], ...]:
    """Return the name and the address's name of every chapter, in order."""
    return tuple((slug, title_of(slug)) for slug in CHAPTERS)
