"""Two readings are compared line by line; what differs is doubtful."""

from __future__ import annotations

import pytest

from petitions.rapsheet.pictures.agreement import compared, essence, settled
from petitions.rapsheet.pictures.sights import Sight


def seen(text: str, *, line: int = 0, left: float = 100, sure: float = 0.99) -> Sight:
    return Sight(text, left, 30 * line, left + 12 * len(text), 30 * line + 20, sure)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("CNT:01     #1234567", "CNT: 01 #1234567"),
        ("496 PC-RECEIVE/ETC KNOWN", "496 PC-RECEIVE/ETC. KNOWN"),
        ("459 PC-BURGLARY", "459 PC—BURGLARY"),
        ("11359(A) HS-SALE", "11359{A) HS-SALE"),
        ("*DISPO:CONVICTED", "DISPO:CONVICTED"),
        ("1203,4 PC", "1203.4 PC"),
        ("19840725  CASO LOS ANGELES", "198407Z5 CAS0 L0S ANGELES"),
        ("C0URT: NAM:O1", "COURT: NAM:01"),
    ],
)
def test_blanks_stray_signs_and_signs_that_the_parser_repairs_make_no_difference(
    one: str, other: str
) -> None:
    assert essence(one) == essence(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("19840725  CASO", "19840726  CASO"),
        ("11357 HS-POSSESS", "11351 HS-POSSESS"),
        ("1203.4 PC", "12034 PC"),
        ("11359(A) HS", "11359A HS"),
        ("484-487 PC", "484487 PC"),
        ("DISPO:CONVICTED", "ISPO:CONVICTED"),
        ("CNT:01 #CC12EA868A", "CNT:01 #CC12EAB68A"),
        ("CNT:01 #0123", "CNT:01 #O123"),
        ("CONV STATUS:FELONY", "CONV STATUS:"),
    ],
)
def test_another_letter_digit_point_or_bracket_is_a_difference(one: str, other: str) -> None:
    assert essence(one) != essence(other)


def test_a_line_that_both_read_alike_is_agreed() -> None:
    (line,) = compared([seen("CNT:01")], second=[seen("CNT:"), seen("01", left=160)])
    assert line.agreed and line.sight.text == "CNT:01"


def test_a_line_that_they_read_differently_is_not_agreed_and_stays_as_the_first_read_it() -> None:
    (line,) = compared([seen("20040413")], second=[seen("20040418")])
    assert not line.agreed and line.sight.text == "20040413"


def test_a_line_that_only_the_first_saw_is_kept_and_not_agreed() -> None:
    lines = compared([seen("COURT:"), seen("CNT:01", line=1)], second=[seen("COURT:")])
    assert [(line.sight.text.strip(), line.agreed) for line in lines] == [("COURT:", True), ("CNT:01", False)]


def test_a_line_that_only_the_second_saw_is_put_in_its_place_and_not_agreed() -> None:
    first = [seen("COURT:"), seen("CNT:01", line=2)]
    lines = compared(first, second=[seen("COURT:"), seen("20040413", line=1), seen("CNT:01", line=2)])
    assert [(line.sight.text.strip(), line.agreed) for line in lines] == [
        ("COURT:", True),
        ("20040413", False),
        ("CNT:01", True),
    ]


@pytest.mark.parametrize("dirt", [seen("~", line=1), seen("EE SS EE", line=1, sure=0.2)])
def test_dirt_that_only_the_second_saw_is_left_out(dirt: Sight) -> None:
    assert len(compared([seen("COURT:")], second=[seen("COURT:"), dirt])) == 1


def test_what_stands_far_beside_a_line_does_not_count() -> None:
    (line,) = compared([seen("20040413")], second=[seen("20040413"), seen("4", left=900)])
    assert line.agreed


def test_a_word_of_letters_and_digits_is_settled_by_the_reading_that_has_one_kind() -> None:
    assert settled("CAS0 HUMB0LDT", other="CASO HUMBOLDT") == "CASO HUMBOLDT"
    assert settled("#A0O1", other="#A001") == "#A0O1"
