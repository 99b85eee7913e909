"""A file is cut into pieces wherever one likes, and its rows and problems are the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from petitions.review.reading.pieces import pieces_of, text_of
from petitions.review.reading.rows import rows_of
from tests.review.made_files import HEADER, file_of, row

BYTE_MARK = b"\xef\xbb\xbf"
LINES = [
    row(),
    row(COMMENT_TEXT="ONE\nTWO\nTHREE"),
    row(COMMENT_TEXT='A "QUOTE"'),
    b"",
    row().replace(b"#", b'"#'),
    row(COMMENT_TEXT="BEFORE\n" + row(PRI_NAME="DOE").decode() + "\nAFTER"),
    b"no row",
]


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
@pytest.mark.parametrize("mark", [b"", BYTE_MARK])
@pytest.mark.parametrize("header", [None, HEADER, HEADER + b","])
def test_a_file_may_have_a_mark_a_header_and_either_line_end(
    tmp_path: Path, end: bytes, mark: bytes, header: bytes | None
) -> None:
    path = file_of(tmp_path / "a.dat", row(), row(PRI_NAME="ROE,SAM"), header=header, end=end)
    path.write_bytes(mark + path.read_bytes())
    [piece] = pieces_of([path], size=1 << 20)
    with path.open("rb") as file:
        assert text_of(piece, file=file) == row() + b"\n" + row(PRI_NAME="ROE,SAM") + b"\n"
    assert piece.lines_before == (0 if header is None else 1)


@pytest.mark.parametrize("content", [b"", BYTE_MARK, HEADER, HEADER + b"\n"])
def test_a_file_without_rows_has_no_pieces(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.dat"
    path.write_bytes(content)
    assert pieces_of([path], size=100) == []


def test_the_last_line_may_lack_its_end(tmp_path: Path) -> None:
    path = tmp_path / "a.dat"
    path.write_bytes(row())
    [piece] = pieces_of([path], size=100)
    with path.open("rb") as file:
        assert text_of(piece, file=file) == row() + b"\n"


@given(st.lists(st.sampled_from(LINES), max_size=14), st.integers(1, 3000))
def test_cuts_change_nothing(tmp_path_factory: pytest.TempPathFactory, lines: list[bytes], size: int) -> None:
    path = file_of(tmp_path_factory.mktemp("cut") / "a.dat", *lines)
    assert all_rows(path, size=size) == all_rows(path, size=1 << 30)


def test_a_small_file_of_plain_rows_is_cut_at_every_row(tmp_path: Path) -> None:
    path = file_of(tmp_path / "a.dat", *[row()] * 9)
    assert len(pieces_of([path], size=len(row()) + 1)) == 9


def all_rows(path: Path, *, size: int) -> tuple[bytes, list[int], list[object]]:
    """Return the text of all rows, their lines, and what was set aside."""
    text, lines, aside, before = b"", [], [], 0
    with path.open("rb") as file:
        for piece in pieces_of([path], size=size):
            found = rows_of(text_of(piece, file=file))
            before += piece.lines_before
            text += found.text
            lines += [before + line for line in found.lines.tolist()]
            aside += [(before + line, reason) for line, reason in found.set_aside]
            before += found.count
    return text, lines, aside
