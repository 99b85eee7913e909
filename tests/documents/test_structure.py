"""What a screen reader needs of every paper, alone and merged: structure, order, language; and checks that bite."""

from __future__ import annotations

import io

import pikepdf
import pytest

from tests.documents.breaking import SPOILS, Spoil, spoiled
from tests.documents.every_paper import PACKETS, PAPERS, built, merged
from tests.documents.structure import CHECKS, Check
from tests.documents.tagged import out_of_order, pieces

TWO_CASES = "two-cases-es"


def problems(content: bytes, *checks: Check) -> list[str]:
    with pikepdf.open(io.BytesIO(content)) as file:
        return [f"{check.__name__}: {problem}" for check in checks for problem in check(file)]


@pytest.mark.parametrize("name", PACKETS)
def test_a_merged_file_is_sound_for_a_screen_reader(name: str) -> None:
    assert problems(merged(name), *CHECKS) == []


@pytest.mark.parametrize("paper", PAPERS)
def test_a_paper_alone_is_sound_for_a_screen_reader(paper: str) -> None:
    file = built(TWO_CASES).file(f"case-1/{paper}.pdf")
    assert file is not None and problems(file.content, *CHECKS) == []


@pytest.mark.parametrize(("spoil", "check"), SPOILS, ids=lambda one: str(one.__name__))
def test_each_check_finds_a_file_that_is_spoiled(spoil: Spoil, check: Check) -> None:
    file = built("PETITION_A-en").file("case-1/petition.pdf")
    assert file is not None
    assert problems(spoiled(file.content, spoil), check)


def test_every_check_is_shown_to_bite() -> None:
    assert {check for _, check in SPOILS} == set(CHECKS)


@pytest.mark.parametrize("name", PACKETS)
def test_a_reader_goes_line_by_line_and_column_by_column(name: str) -> None:
    assert list(out_of_order(pieces(merged(name)))) == []


def test_reading_from_the_end_is_found() -> None:
    assert list(out_of_order(pieces(merged(TWO_CASES))[::-1]))


@pytest.mark.parametrize("name", ["JUVENILE_M-es", TWO_CASES, "blanks-es"])
def test_every_word_is_spoken_in_the_language_of_its_paper(name: str) -> None:
    packet = built(name)
    papers = [paper for case in packet.packets.cases for paper in case.papers]
    sheets = [sheet for file in packet.files[-1:] for sheet in file.print.papers]
    expected = [
        paper.language for paper, sheet in zip(papers, sheets, strict=True) for _ in range(sheet.page_count)
    ]
    spoken = {(one.page, one.language) for one in pieces(packet.files[-1].content)}
    assert spoken == set(enumerate(expected)) and {"en", "es"} == set(expected)


def test_what_forgets_to_say_that_it_is_english_is_found() -> None:
    def forget(file: pikepdf.Pdf) -> None:
        for part in file.Root.StructTreeRoot.K[0].K:
            if "/Lang" in part:
                del part.Lang

    assert {one.language for one in pieces(spoiled(merged(TWO_CASES), forget))} == {"es"}


def test_page_numbers_line_numbers_and_footers_are_not_spoken() -> None:
    said = [one for one in pieces(merged("lawyer-en")) if one.page > 1]
    assert min(one.left for one in said) > 100 and max(one.bottom for one in said) < 744
