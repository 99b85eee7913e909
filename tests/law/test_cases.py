"""The conformance cases of the shared findings (``law/cases.json``), each with the answer that the law gives."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from petitions.exchange.determinations_json import determinations_json
from petitions.exchange.reading import read_record
from petitions.law.determine import determine

KEYS = ("conviction", "outcome", "status", "floor", "ceiling", "track")
KNOWN_CASES = 111
"""A smaller file would leave cases untried; a larger one has new ones, which the first test tries too."""


@pytest.fixture(scope="module")
def cases(shared: Path) -> list[dict[str, Any]]:
    """Return the cases; skip where the shared findings are absent."""
    loaded: list[dict[str, Any]] = json.loads((shared / "law" / "cases.json").read_text("utf-8"))
    return loaded


def answered(case: dict[str, Any]) -> dict[str, Any]:
    """Return what we answer, as the contract's JSON."""
    record = case["record"]
    on = date.fromisoformat(record["on"])
    return determinations_json(determine(read_record(record), on=on), record_id=record.get("id"))


def test_every_case_agrees_on_all_six_keys(cases: list[dict[str, Any]]) -> None:
    differing = {}
    for case in cases:
        found = [{key: one[key] for key in KEYS} for one in answered(case)["determinations"]]
        if found != case["expected"]:
            differing[f"{case['case']}: {case['title']}"] = found

    assert differing == {}
    assert len(cases) >= KNOWN_CASES


def test_every_case_with_papers_agrees_on_them(cases: list[dict[str, Any]]) -> None:
    with_papers = [case for case in cases if "expected_cases" in case]

    assert with_papers
    assert [answered(case)["cases"] for case in with_papers] == [
        case["expected_cases"] for case in with_papers
    ]
