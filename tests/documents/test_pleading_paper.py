"""Pleading paper with long values: the court's title stays on line 8, and every line beside its number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

import pytest

from petitions.law.terms import Track
from tests.documents.printed_pages import page_words, pages, pdf
from tests.documents.samples import (
    ATTORNEY,
    a_conviction,
    a_determination,
    a_filing,
    a_filing_case,
    on_track,
    packets,
)

INCH = 72
COURT_PAPERS = ("petition", "proof-of-service", "proposed-order")
TRACKS = (Track.APPLICATION_E, Track.PETITION_A, Track.JUVENILE_M)


def numbers(words: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [word for word in words if word["x1"] < 95 and word["text"].isdigit()]


def body(words: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [word for word in words if word["x0"] > 100 and word["bottom"] < 744]


def line(word: dict[str, Any]) -> int:
    return int((word["top"] + word["bottom"]) / 2 - 72) // 24 + 1


def below_the_party_block(words: list[dict[str, Any]]) -> list[dict[str, Any]]:
    is_first = any(word["text"] == "SUPERIOR" for word in words)
    return [word for word in body(words) if not is_first or word["top"] >= 240]


@lru_cache(maxsize=1)
def many_pages() -> list[list[dict[str, Any]]]:
    return list(_many_pages())


def _many_pages() -> Iterator[list[dict[str, Any]]]:
    counts = tuple(a_conviction(f"c{number}") for number in range(1, 31))
    made = packets(
        counts,
        tuple(a_determination(f"c{number}") for number in range(1, 31)),
        filing=a_filing(name_on_case="Nguyễn Thị Ánh " * 9),
    )
    for paper in COURT_PAPERS:
        yield from pages(pdf(made, paper))
    for track in TRACKS:
        for paper in COURT_PAPERS:
            yield from pages(pdf(on_track(track), paper))


def test_every_line_of_text_stands_beside_a_number() -> None:
    for index, words in enumerate(many_pages()):
        beside = [number["bottom"] for number in numbers(words)]
        for word in below_the_party_block(words):
            assert min(abs(word["bottom"] - place) for place in beside) < 1.6, (index, word["text"])


@pytest.mark.parametrize("paper", COURT_PAPERS)
@pytest.mark.parametrize("name", ["Maria Example", "Wilhelmina " * 14, "W" * 120])
def test_the_courts_title_stands_on_line_8(paper: str, name: str) -> None:
    words = page_words(pdf(packets(filing=a_filing(name_on_case=name)), paper), number=0)
    title = next(word for word in words if word["text"] == "SUPERIOR")
    line_8 = numbers(words)[7]
    assert 240 <= title["top"] < 252 and abs(title["bottom"] - line_8["bottom"]) < 1


def test_a_lawyers_block_leaves_the_courts_title_on_line_8() -> None:
    words = page_words(pdf(packets(filing=a_filing(attorney=ATTORNEY))), number=0)
    assert 240 <= next(word for word in words if word["text"] == "SUPERIOR")["top"] < 252


def test_a_block_too_long_for_line_8_moves_the_title_down_and_loses_nothing() -> None:
    made = packets(filing=a_filing(name_on_case="Wilhelmina " * 40))
    words = [word["text"] for sheet in pages(pdf(made)) for word in body(sheet)]
    assert words[: words.index("SUPERIOR")].count("Wilhelmina") == 40


@pytest.mark.parametrize("name", ["Maria Example", "Wilhelmina " * 14, "W" * 120])
def test_the_clerks_space_right_of_the_centre_is_empty(name: str) -> None:
    words = page_words(pdf(packets(filing=a_filing(name_on_case=name))), number=0)
    assert not [word for word in words if word["bottom"] < 238 and word["x1"] > 306]


def test_a_long_case_number_wraps_inside_its_column() -> None:
    long = "CASE-" + "9" * 55
    made = packets(
        convictions=(a_conviction(case_number=long),), filing=a_filing(a_filing_case(case_number=long))
    )
    words = page_words(pdf(made), number=0)
    assert max(word["x1"] for word in words) <= 576
    assert "".join(word["text"] for word in words if set(word["text"]) <= set("CASE-9")).count("9") >= 55


@pytest.mark.parametrize("names", range(2, 8))
def test_a_caption_is_never_parted_by_the_end_of_a_page(names: int) -> None:
    lawyer = replace(ATTORNEY, name="Wilhelmina " * 2 * names, firm="Sample and Example " * names)
    made = packets(filing=a_filing(attorney=lawyer, name_on_case="Wilhelmina Example " * 10))
    first = next(sheet for sheet in pages(pdf(made)) if any(word["text"] == "SUPERIOR" for word in sheet))
    assert "Defendant." in [word["text"] for word in first]
