"""A paper without its values keeps everything else, and is the same for every petition of its shape."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from petitions.documents.bulk.slots import MARK_SENTINEL, SENTINEL, take_values
from petitions.documents.filing import Server
from petitions.documents.forms.official_petition import OfficialPetition
from petitions.documents.packet import Packets, Paper
from petitions.documents.pages import page
from petitions.documents.typed import Mark, Typed
from tests.documents.bulk.at_random import packets_at_random
from tests.documents.every_paper import by_a_lawyer, two_cases, with_blanks
from tests.documents.official.editions import CURRENT, filled
from tests.documents.samples import ADDRESS, ATTORNEY, a_conviction, a_filing, a_filing_case, day, packets

MANY = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
SAMPLES = {
    "one": packets,
    "two cases": two_cases,
    "blanks": with_blanks,
    "lawyer": by_a_lawyer,
    "official": lambda: filled(CURRENT),
}


def papers(made: Packets) -> tuple[Paper, ...]:
    return tuple(paper for case in made.cases for paper in case.papers)


def leaves(part: Any) -> Iterator[Any]:
    """Give what a paper holds, in order, down to texts and numbers."""
    if isinstance(part, tuple):
        for one in part:
            yield from leaves(one)
    elif is_dataclass(part):
        for field in fields(part):
            yield from leaves(getattr(part, field.name))
    else:
        yield part


def kept_and_taken(paper: Paper) -> None:
    """Hold a paper to what is left of it: stand-ins where values were, numbered in order, and all else."""
    emptied, values = take_values(paper)
    left = iter(values)
    for number, (before, after) in enumerate(zip(leaves(paper), leaves(emptied), strict=True)):
        if not isinstance(before, Typed):
            assert after == before, number
            continue
        value = next(left)
        assert value is before
        found = SENTINEL.fullmatch(after)
        assert (
            after == MARK_SENTINEL if isinstance(before, Mark) else found and values[int(found[1])] is value
        )
    assert list(left) == []


@pytest.mark.parametrize("name", SAMPLES)
def test_a_paper_keeps_everything_but_its_values(name: str) -> None:
    for paper in papers(SAMPLES[name]()):
        kept_and_taken(paper)


@given(st.integers(0, 100_000))
@MANY
def test_papers_at_random_keep_everything_but_their_values(number: int) -> None:
    for paper in papers(packets_at_random(number)):
        kept_and_taken(paper)


def test_nothing_that_tells_who_files_is_in_what_is_left() -> None:
    server = Server("Served Bywords", ADDRESS.lines)
    lawyer = replace(ATTORNEY, name="Lawyer Byname", firm="Firm Byname", email="law@example.org")
    filing = a_filing(
        a_filing_case(server=server, case_number="BX777"),
        name_on_case="Born Byname",
        name_now="Newly Byname",
        other_names=("Other Byname",),
        attorney=lawyer,
    )
    for paper in papers(packets((a_conviction(case_number="BX777"),), filing=filing)):
        left = " ".join(text for text in leaves(take_values(paper)[0]) if isinstance(text, str))
        assert not re.search("By|BX777|Test Street|example.org|555", left), paper.document


@pytest.mark.parametrize("name", SAMPLES)
def test_every_value_that_is_taken_has_a_stand_in_in_the_page(name: str) -> None:
    for paper in papers(SAMPLES[name]()):
        emptied, values = take_values(paper)
        printed = page(emptied).html.partition("<body>")[2]
        found = {int(number) for number in SENTINEL.findall(printed)}
        texts = {number for number, value in enumerate(values) if not isinstance(value, Mark)}
        unprinted = _UNPRINTED if isinstance(paper.content, OfficialPetition) else 0
        assert len(texts - found) == unprinted and found <= texts, paper.document
        assert printed.count(MARK_SENTINEL) == len(values) - len(texts)


_UNPRINTED = 2
"""Name and number of the case, which the attachment of an official form prints, where there is one."""


def test_the_same_shape_has_the_same_key() -> None:
    one = packets()
    other = packets(
        (a_conviction(offense_date=day(2001, 1, 9), case_number="BA1"),),
        filing=a_filing(replace(a_filing().cases[0], case_number="BA1"), name_on_case="José Muñoz"),
    )
    for first, second in zip(papers(one), papers(other), strict=True):
        assert first != second
        assert hash(take_values(first)[0]) == hash(take_values(second)[0])
        assert take_values(first)[0] == take_values(second)[0]


def test_another_shape_has_another_key() -> None:
    plain = take_values(papers(packets())[1])[0]
    blank = take_values(papers(packets((a_conviction(offense_date=None),)))[1])[0]
    named = take_values(papers(packets(filing=a_filing(other_names=("M. Sample",))))[1])[0]
    assert len({plain, blank, named}) == 3


def test_stand_ins_are_numbered_in_the_order_of_the_page() -> None:
    _, values = take_values(papers(packets())[1])
    emptied, again = take_values(take_values(papers(packets())[1])[0])
    assert len(values) == len(again)
    assert all(re.fullmatch(r"~\d{3}~|☑", text) for text in again)
    assert emptied == take_values(papers(packets())[1])[0]
