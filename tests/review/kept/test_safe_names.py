"""The name of a file that was handed in is text in every spreadsheet, whatever it begins with (S39)."""

from __future__ import annotations

import csv
from types import SimpleNamespace
from typing import Any

import pytest

from petitions.review.kept import exports
from petitions.review.reading.reasons import Reason


def test_no_name_of_a_file_is_a_formula(monkeypatch: pytest.MonkeyPatch) -> None:
    code = next(iter(Reason)).value
    names = ['=HYPERLINK("x").csv', "+1.csv", "@a.csv", "plain.csv"]
    found = [SimpleNamespace(file=number, line=7, code=code) for number in range(len(names))]
    monkeypatch.setattr(exports, "problems_of", lambda _vault: found)
    vault: Any = None
    rows = [*csv.reader(line.decode() for line in exports.problem_lines(vault, files=names))]
    assert [row[0] for row in rows[1:]] == ['\'=HYPERLINK("x").csv', "'+1.csv", "'@a.csv", "plain.csv"]
