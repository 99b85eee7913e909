"""A code section is read as whole numbers, with or without an attempt before it."""

from __future__ import annotations

import pytest

from petitions.review.code_sections import read_code_section
from petitions.review.texts import read_text

READ = (
    # text, shown, our sections, letter, prefix
    ("11359 HS-SALE", "11359 HS", ("11359",), "", "none"),
    ("11359(A) HS-SALE", "11359(A) HS", ("11359",), "a", "none"),
    ("11357(C)HS-POSS", "11357(C)HS", ("11357",), "c", "none"),
    ("11357A HS-POSS", "11357A HS", ("11357",), "a", "none"),
    ("11359HS-INTENT", "11359HS", ("11359",), "", "none"),
    ("664/11358 HS-ATT", "664/11358 HS", ("11358",), "", "attempt"),
    ("664.11357(B) HS-ATT", "664.11357(B) HS", ("11357",), "b", "attempt"),
    ("66411359 HS-ATT", "66411359 HS", ("11359",), "", "attempt"),
    ("664-11358 HS-ATT", "664", ("11358",), "", "attempt"),
    ("664 - 11360(A) HS-ATT", "664 ", ("11360",), "a", "attempt"),
    ("/11357 HS-X", "/11357 HS", ("11357",), "", ""),
    ("11378/11359 HS-X", "11378/11359 HS", ("11359",), "", ""),
    ("182/11359 HS-CONSPIRE", "182/11359 HS", ("11359",), "", ""),
    ("11358/11359 HS-X", "11358/11359 HS", ("11358", "11359"), "", "none"),
    ("111357 XX-OTHER", "111357 XX", (), "", ""),
    ("113570 HS-OTHER", "113570 HS", (), "", ""),
    ("11357.5 HS-SYNTHETIC", "11357.5 HS", (), "", ""),
    ("1.11357 HS", "1.11357 HS", (), "", ""),
    ("11357.5/11358 HS", "11357.5/11358 HS", ("11358",), "", ""),
    ("459 PC-11357 BESIDE", "459 PC", (), "", ""),
    ("664-459 PC-ATT", "664", (), "", ""),
    ("664 PC-ATTEMPT", "664 PC", (), "", ""),
    ("NO CHARGE", "NO CHARGE", (), "", ""),
    ("", "", (), "", ""),
)


@pytest.mark.parametrize(("text", "shown", "sections", "letter", "prefix"), READ)
def test_a_text_is_read(text: str, shown: str, sections: tuple[str, ...], letter: str, prefix: str) -> None:
    read = read_code_section(text)
    assert (read.shown, read.sections, read.letter, read.prefix) == (shown, sections, letter, prefix)


@pytest.mark.parametrize("text", ["111357 XX", "11357.5 HS", "664/11357(C) HS", "66411357 HS", "/11357 HS"])
def test_the_peer_takes_a_number_anywhere_for_the_section(text: str) -> None:
    assert read_code_section(text).loose[0] == "11357"


def test_the_peer_loses_an_attempt_with_a_dash() -> None:
    assert read_code_section("664-11358 HS-ATT").loose == ()


def test_two_sections_of_ours_are_marked() -> None:
    assert read_text("11358/11359 HS-X").several_sections
    assert not read_text("11378/11359 HS-X").several_sections
