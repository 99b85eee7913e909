"""The law, explained, as one document in English: for a lawyer to review line by line, and sign."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from urllib.parse import parse_qs, urlsplit

from django.utils.translation import override

from petitions.interview.explained.chapters import CHAPTERS
from petitions.interview.explained.sources import AUTHORITIES, address_of, section_address
from petitions.interview.law_answers import answers_page
from petitions.interview.law_pages import Cell, Citation, LawPage, ReasonWords, TablePart, index_page, page_of
from petitions.law.determine import LAW_VERSION

COMMAND = "manage.py law"
_SIGNED = re.compile(r"^\| (?P<name>[^|]*) \| (?P<bar>[^|]*) \| (?P<day>[^|]*) \| (?P<version>[\w-]+) \| `(?P<text>[0-9a-f]{16})` \| (?P<found>[^|]*) \|$", re.MULTILINE)  # fmt: skip
_HEAD = (
    "| reviewer | State Bar no. | date | version of the rules | text | findings |\n|---|---|---|---|---|---|"
)


def document(before: str = "") -> str:
    """Return the whole document; ``before`` is the one that stands now, whose signatures are kept.

    Each line of the review names the text that it is about. A new text gets a new line without a name; a line that
    nobody signed goes.
    """
    with override("en"):
        pages = [page_of(slug) for slug in CHAPTERS]
        every = (line for page in (*pages, answers_page()) for line in _page(page))
        text = "\n".join([*_start(index_page()), *every, *_addresses()])
    return "\n".join([*_review(before, text), text]) + "\n"  # fmt: skip


def text_of(document_text: str) -> str:
    """Return the short name of the text that a line of the review signs."""
    return sha256(document_text.encode()).hexdigest()[:16]


def _review(before: str, text: str) -> Iterator[str]:
    name = text_of(text)
    lines = [found[0] for found in _SIGNED.finditer(before) if found["name"].strip()]
    current = [line for line in lines if f"`{name}`" in line]
    yield "# The law that ClearRecord applies"
    yield ""
    yield f"Made by `{COMMAND}` from the rules themselves; do not change it by hand, except to sign it here."
    yield "A line signs the text that it names. When a rule changes, so does the text, and it wants a new review."
    yield ""
    yield _HEAD
    yield from lines
    if not current:
        yield f"|  |  |  | {LAW_VERSION} | `{name}` |  |"
    yield ""


def _start(page: LawPage) -> Iterator[str]:
    yield page.lead
    for part in page.parts:
        yield ""
        yield part.lead
    yield ""
    yield page.checked


def _page(page: LawPage) -> Iterator[str]:
    yield ""
    yield f"## {page.title}"
    if page.source:
        yield ""
        yield _cited(page.source)
    for part in page.parts:
        yield ""
        yield f"### {part.title}"
        if part.lead:
            yield ""
            yield part.lead
        for table in part.tables:
            yield from _table(table)


def _table(table: TablePart) -> Iterator[str]:
    for text in (f"#### {table.title}" if table.title else "", table.lead):
        if text:
            yield ""
            yield text
    if table.paper:
        yield ""
        yield _reason(table.paper)
    yield ""
    yield _row(table.columns)
    yield "|---" * len(table.columns) + "|"
    for row in table.rows:
        yield _row([_cell(cell) for cell in row])


def _row(cells: tuple[str, ...] | list[str]) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


def _cell(cell: Cell) -> str:
    said = [" *or* ".join(cell.lines)] if cell.lines else []
    if cell.code:
        said.append(f"`{cell.code}`")
    if cell.note:
        said.append(cell.note)
    return "<br>".join([*said, *map(_reason, cell.reasons)])


def _reason(reason: ReasonWords) -> str:
    cited = "; ".join(map(_cited, reason.citations))
    if not reason.sentence:
        return cited
    return f"{reason.sentence} `{reason.code}` ({cited})"


def _cited(one: Citation) -> str:
    return f"[{one.cite}][{_label(one.address)}]" if one.address else one.cite


def _label(address: str) -> str:
    """Return a short name for an address: HSC-11357."""
    found = parse_qs(urlsplit(address).query)
    return f"{found['lawCode'][0]}-{found['sectionNum'][0].rstrip('.')}"


def _addresses() -> Iterator[str]:
    """Yield where each section that is cited can be read."""
    yield ""
    cited = (address_of(cite) for cite in AUTHORITIES)
    own = (section_address(chapter.section) for chapter in CHAPTERS.values() if chapter.section)
    for address in dict.fromkeys(filter(None, (*own, *cited))):
        yield f"[{_label(address)}]: {address}"
