"""What is asked of many records of which some facts are not known, in order: the table ``needs_in_full.txt``."""

from __future__ import annotations

import pytest

from tests.law.brute_force import deciding
from tests.law.needs_in_full import BASES, OPENED, TOGETHER, asked_of, opened, table
from tests.law.test_needs import unknown_of

NOTHING = ("", "", "", "")
FEW_WAYS = ("birth", "place", "ending", "weights")


@pytest.mark.parametrize("names", [*OPENED, *TOGETHER])
def test_what_is_asked_stands_in_the_table(names: str) -> None:
    rows = table()

    for base in BASES:
        assert (base, asked_of(base, names)) == (base, rows.get((names, base), NOTHING))


@pytest.mark.parametrize("names", FEW_WAYS)
def test_the_table_says_what_brute_force_finds(names: str) -> None:
    rows = table()

    for base in BASES:
        data = opened(base, names)
        tried = deciding(data, unknown_of(data))
        assert tried is None or set(rows.get((names, base), NOTHING)[0].split()) == tried
