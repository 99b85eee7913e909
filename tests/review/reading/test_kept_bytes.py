"""Bytes that are no UTF-8 come out as they went in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from petitions.review.reading.kept_bytes import carried, put_back
from petitions.review.reading.table import condensed_text, full_table
from tests.review.made_files import row


@pytest.mark.parametrize("raw", [b"", b"PLAIN", "PEÑA".encode()])
def test_what_is_utf_8_is_left_alone(raw: bytes) -> None:
    assert carried(raw) is raw


@given(
    st.binary(max_size=30)
    | st.text(alphabet=st.sampled_from("a\uf780\uf7ff\uf8ff"), max_size=9).map(str.encode)
)
def test_any_bytes_come_back(raw: bytes) -> None:
    assert put_back(carried(raw)) == raw
    carried(raw).decode("utf-8")


def test_condensed_rows_keep_them() -> None:
    line = row(COMMENT_TEXT="ESPA?A").replace(b"?", b"\xd1")
    assert b",ESPA\xd1A," in condensed_text(full_table(line + b"\n"))
