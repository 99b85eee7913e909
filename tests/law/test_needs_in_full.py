"""What is asked of many records of which some facts are not known, in order: the table ``needs_in_full.txt``."""

from __future__ import annotations

from tests.law.brute_force import deciding
from tests.law.needs_in_full import BASES, every_answer, opened, table
from tests.law.test_needs import unknown_of


def test_what_is_asked_stands_in_the_table() -> None:
    found, expected = every_answer(), table()

    assert {
        key: (found.get(key), expected.get(key))
        for key in found | expected
        if found.get(key) != expected.get(key)
    } == {}


def test_the_table_says_what_brute_force_finds() -> None:
    rows = table()
    for names in ("weights", "place", "ending", "birth"):
        for base in BASES:
            data = opened(base, names)
            tried = deciding(data, unknown_of(data))
            assert tried is None or set(rows.get((names, base), ("",))[0].split()) == tried
