"""Every character typed stands in the text of the papers where it belongs, whatever was typed; or is refused in words."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from petitions.documents.filing import Address, Filing, FilingProblems
from petitions.documents.packet import Packets
from petitions.exchange.filing import read_filing
from petitions.exchange.plain_text import NOT_OUR_SCRIPT as REFUSAL
from tests.documents import hostile
from tests.documents.printed_pages import pdf
from tests.documents.samples import a_conviction, packets
from tests.documents.tagged import Piece, blocks, pieces

PARTY, CAPTION, BODY = "party block", "caption", "body"
MIRRORED = str.maketrans(")]}>»›”’", "([{<«‹“‘")
Expected = tuple[str, str, str]
ONE_CASE = {
    "county": "Los Angeles",
    "case_number": "BA1",
    "waive_original_judge": True,
    "waive_appearance": True,
}


def read(data: dict[str, Any]) -> Filing:
    filing = read_filing(data)
    assert filing.cases
    return filing


def assembled(filing: Filing, *, language: str = "en") -> Packets:
    conviction = a_conviction(case_number=filing.cases[0].case_number)
    return packets((conviction,), filing=filing, language=language)


def lost(filing: Filing, *, language: str = "en") -> list[Expected]:
    """Name each value that a paper lacks: its paper, its part and the value."""
    made = assembled(filing, language=language)
    parts = {paper.document: _parts(pieces(pdf(made, paper.document))) for paper in made.cases[0].papers}
    return [one for one in expected(filing) if not _stands_in(parts[one[0]][one[1]], one[2])]


def expected(filing: Filing) -> Iterator[Expected]:
    """Give every typed value with each paper and part that must say it."""
    court_papers = ("petition", "proof-of-service", "proposed-order")
    for document in court_papers:
        yield from ((document, PARTY, value) for value in _who_files(filing) if value)
        yield document, CAPTION, filing.name_on_case
        yield document, CAPTION, filing.cases[0].case_number or "____"
    signer = filing.attorney.name if filing.attorney else filing.name_now or filing.name_on_case
    name_since = filing.name_now if filing.name_now != filing.name_on_case else None
    for value in (name_since or "", *filing.other_names, signer):
        yield "petition", BODY, value
    yield from (("proof-of-service", BODY, value) for value in _service(filing))
    yield "cover-sheet", BODY, filing.name_now or filing.name_on_case
    yield "cover-sheet", BODY, filing.cases[0].case_number or "____"
    yield from (("cover-sheet", BODY, value) for value in _office(filing))


def _who_files(filing: Filing) -> tuple[str | None, ...]:
    own_name, lawyer = filing.name_now or filing.name_on_case, filing.attorney
    if lawyer is None:
        return own_name, *_address(filing.mailing_address), filing.phone, filing.email
    about = (lawyer.name, lawyer.bar_number, lawyer.firm, lawyer.phone, lawyer.email)
    return own_name, *about, *_address(lawyer.mailing_address)


def _service(filing: Filing) -> tuple[str, ...]:
    server = filing.cases[0].server
    return (*_office(filing), *((server.name, *server.address_lines) if server else ()))


def _office(filing: Filing) -> tuple[str, ...]:
    office = filing.cases[0].prosecutor
    return (office.name, *_address(office.mailing_address)) if office else ()


def _address(address: Address | None) -> tuple[str, ...]:
    return (address.street, address.unit or "", address.city, address.zip) if address else ()


def _parts(found: tuple[Piece, ...]) -> dict[str, str]:
    """Give the text of each part: above the court's title, from there to the hearing's blanks, below."""
    said = [_bare("".join(run.text for run in block)) for block in blocks(found)]
    at = {
        start: index
        for index, text in enumerate(said)
        for start in ("SUPERIORCOURT", "Dept.:")
        if start in text
    }
    if not at:
        return {BODY: "".join(said)}
    title, below = at["SUPERIORCOURT"], at["Dept.:"] + 1
    return {PARTY: "".join(said[:title]), CAPTION: "".join(said[title:below]), BODY: "".join(said[below:])}


def _stands_in(said: str, value: str) -> bool:
    """Look for the whole value; count its signs beside letters that run right to left.

    There a reader gives the signs in another order, and may mirror brackets and quotation marks.
    """
    bare = _bare(value)
    if any(unicodedata.bidirectional(sign) in ("R", "AL", "AN") for sign in said):
        return Counter(bare.translate(MIRRORED)) <= Counter(said.translate(MIRRORED))
    return bare in said


def _bare(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text).split())


@pytest.mark.parametrize("values", [hostile.MARKUP, hostile.NAMES, hostile.RIGHT_TO_LEFT])
def test_names_are_printed_whole_in_their_places(values: tuple[str, ...]) -> None:
    first, second, *others = values
    data = {"name_on_case": first, "name_now": second, "other_names": others, "cases": [ONE_CASE]}
    assert lost(read(data)) == []


@pytest.mark.long
@pytest.mark.parametrize("value", [*hostile.MARKUP, *hostile.NAMES, *hostile.RIGHT_TO_LEFT])
def test_a_name_is_printed_whole_in_the_caption_and_everywhere(value: str) -> None:
    assert lost(read({"name_on_case": value, "cases": [ONE_CASE]})) == []


@pytest.mark.parametrize("value", hostile.NOT_OUR_SCRIPT)
def test_a_script_that_we_cannot_print_is_refused_with_a_sentence(value: str) -> None:
    with pytest.raises(FilingProblems) as raised:
        read({"name_on_case": value, "cases": [ONE_CASE]})
    assert raised.value.problems == (("filing.name_on_case", REFUSAL),)


@given(data=hostile.filings())
@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_value_of_a_filing_stands_where_it_belongs(data: dict[str, Any]) -> None:
    assert lost(read(data)) == []


@pytest.mark.long
@given(data=hostile.filings())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_value_of_many_filings_stands_where_it_belongs(data: dict[str, Any]) -> None:
    assert lost(read(data), language="es") == []


def test_a_lawyers_paper_need_not_say_a_name_twice_that_has_not_changed() -> None:
    address = {"street": "1 Example St", "city": "Oakland", "state": "CA", "zip": "94612"}
    lawyer = {"name": "Lee Lawyer", "mailing_address": address}
    names = {"name_on_case": "Maria Example", "name_now": "Maria Example"}
    assert lost(read({**names, "attorney": lawyer, "cases": [ONE_CASE]})) == []


def test_a_value_that_loses_one_character_is_found() -> None:
    assert not _stands_in("MariaExampl", "Maria Example")
    assert not _stands_in("محمد", "محمدد")
