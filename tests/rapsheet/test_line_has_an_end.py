"""A line is read to its bound before any pattern looks at it (S24)."""

from __future__ import annotations

import pytest

from petitions.rapsheet.clean import LONGEST_LINE, clean_lines
from petitions.rapsheet.pages import pages_of


@pytest.mark.parametrize("text", ["A" * 20_000, "CNT:01 " * 5_000, " " * 700 + "B" * 20_000])
def test_a_line_is_read_to_its_bound_and_no_further(text: str) -> None:
    assert all(
        len(line.text) <= LONGEST_LINE for line in clean_lines(pages_of(f"* * * *\n{text}\nDOB/19700601"))
    )
