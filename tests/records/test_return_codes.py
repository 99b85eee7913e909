"""Return codes: no letter is taken for another, and a slip of the pen is told from a code."""

from __future__ import annotations

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from petitions.records.return_codes import LETTERS, SECRET, Fault, NotACode, code_from, in_groups, read_code

CODES = st.binary(min_size=16, max_size=16).map(code_from)


def fault(typed: str) -> Fault:
    with pytest.raises(NotACode) as refused:
        read_code(typed)
    return refused.value.fault


def test_a_code_has_at_least_sixty_bits_besides_its_check_letter() -> None:
    assert math.log2(len(LETTERS)) * SECRET >= 60


def test_no_letter_looks_like_another_and_no_word_can_appear() -> None:
    for alike in ("0O", "1IL", "5S", "8B", "2Z", "UV", "QO"):
        assert len(set(alike) & set(LETTERS)) <= 1, alike
    assert not set("AEIOU") & set(LETTERS)
    assert len(set(LETTERS)) == len(LETTERS)


def test_a_code_is_shown_in_three_groups() -> None:
    assert re.fullmatch(r"[2-9A-Z]{5}-[2-9A-Z]{5}-[2-9A-Z]{5}", in_groups(code_from(b"x" * 16)))


def test_the_same_seed_gives_the_same_code_and_others_another() -> None:
    assert code_from(b"a" * 16) == code_from(b"a" * 16)
    assert len({code_from(number.to_bytes(16)) for number in range(2000)}) == 2000


def test_every_letter_comes_about_as_often_in_every_place() -> None:
    codes = [code_from(number.to_bytes(16)) for number in range(4600)]
    for place in range(SECRET):
        counts = [sum(code[place] == letter for code in codes) for letter in LETTERS]
        assert min(counts) > 130 and max(counts) < 275


@given(CODES)
def test_a_code_is_read_in_any_case_and_grouping(code: str) -> None:
    assert read_code(in_groups(code)) == code
    assert read_code(f"  {code.lower()[:7]} – {code.lower()[7:]}. ") == code
    assert read_code("".join(chr(ord(letter) + 0xFEE0) for letter in code)) == code


@given(CODES, st.integers(0, SECRET), st.sampled_from(LETTERS))
def test_one_wrong_letter_is_noticed(code: str, at: int, letter: str) -> None:
    wrong = code[:at] + letter + code[at + 1 :]
    assert wrong == code or fault(wrong) is Fault.CHECK


@given(CODES, st.integers(0, SECRET - 1))
def test_two_letters_that_changed_places_are_noticed(code: str, at: int) -> None:
    wrong = code[:at] + code[at + 1] + code[at] + code[at + 2 :]
    assert wrong == code or fault(wrong) is Fault.CHECK


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", Fault.NOTHING),
        (" - ", Fault.NOTHING),
        ("KQ7", Fault.LENGTH),
        ("234679CDFGHJKMNP", Fault.LENGTH),
        ("O34679CDFGHJKMN", Fault.LETTER),
        ("٣34679CDFGHJKMN", Fault.LETTER),
        ("x" * 100_000, Fault.LENGTH),
    ],
)
def test_what_is_no_code_is_told_apart_by_why(typed: str, why: Fault) -> None:
    assert fault(typed) is why


def test_an_error_never_repeats_what_was_typed() -> None:
    with pytest.raises(NotACode) as refused:
        read_code("QQQQQ-QQQQQ-QQQQ2")
    assert "Q" not in str(refused.value)
