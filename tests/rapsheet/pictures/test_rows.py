"""Pieces of text become lines with blanks."""

from __future__ import annotations

import pytest

from petitions.rapsheet.pictures.rows import pitch_of, rows_of, without_dirt
from petitions.rapsheet.pictures.sights import Sight


def at(text: str, *, column: int, line: float, sure: float = 1.0) -> Sight:
    return Sight(text, 100 + 15 * column, 30 * line, 100 + 15 * (column + len(text)), 30 * line + 20, sure)


def test_pieces_of_a_line_are_joined_with_the_blanks_between_them() -> None:
    pieces = [at("NAM:01", column=22, line=0), at("COURT:", column=0, line=0.1)]
    assert [row.text for row in rows_of(pieces)] == ["COURT:" + " " * 16 + "NAM:01"]


def test_lines_come_from_top_to_bottom_with_their_indent() -> None:
    pieces = [at("11357 HS-POSSESS", column=2, line=2), at("CNT:01", column=0, line=1)]
    assert [row.text for row in rows_of(pieces)] == ["CNT:01", "  11357 HS-POSSESS"]


def test_pieces_that_touch_keep_a_blank_between_them() -> None:
    assert (
        rows_of([at("20040413", column=0, line=0), at("CASC", column=8, line=0)])[0].text == "20040413 CASC"
    )


def test_a_line_is_as_sure_as_its_least_sure_piece() -> None:
    assert rows_of([at("COURT:", column=0, line=0), at("NAM:01", column=9, line=0, sure=0.4)])[0].sure == 0.4


def test_the_width_of_a_sign_is_that_of_most_pieces() -> None:
    assert pitch_of(
        [at("CASC SAN MATEO", column=0, line=0), at("  COURT:", column=0, line=1), at("*", column=0, line=2)]
    ) == pytest.approx(15, rel=0.4)
    assert pitch_of([]) == 12


def test_signs_alone_beside_a_line_are_dirt_but_not_those_of_the_line() -> None:
    pieces = [at("3", column=0, line=0), at("YEARS PROBATION", column=2, line=0), at("|", column=40, line=0)]
    assert [piece.text for piece in without_dirt(pieces)] == ["3", "YEARS PROBATION"]


def test_no_pieces_make_no_lines() -> None:
    assert rows_of([]) == ()
