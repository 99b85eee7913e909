"""The reader against the golden cases: whole sheets, and fragments inside a whole sheet."""

from __future__ import annotations

import re
from typing import Any

import pytest

from petitions.rapsheet.clean import body_of, clean
from petitions.rapsheet.grammar import read_sheet
from petitions.rapsheet.lines.dates import read_day
from petitions.rapsheet.lines.sentences import clean_sentence
from petitions.rapsheet.lines.tokens import Kind, token_of
from petitions.rapsheet.pages import pages_of
from petitions.rapsheet.written.sheet_json import sheet_json
from tests.rapsheet.golden import FOLDER, at, cases, differences, flat, is_improved
from tests.rapsheet.golden_exceptions import EXCEPTIONS

FRAGMENTS = ("event", "registration_event", "count", "disposition", "update", "sentence")
SHEETS = cases("rap_sheet")
EXACT = [case for case in (*SHEETS, *cases(*FRAGMENTS)) if "expected_at" not in case and "skip" not in case]
IN_PLACES = [case for case in SHEETS if "expected_at" in case]
GROUPED = [case for case in SHEETS if case.get("event_texts")]
IN_WORDS = {
    ("cycles-017", ""),
    ("full_sheets-007", "cycles[0].events"),
    ("full_sheets-008", "cycles[8].events[0].type"),
    ("full_sheets-008", "cycles[9].events[0].counts[0].dispositions"),
    ("full_sheets-008", "events[custody 2004-11-15].counts[0].code_section"),
}
"""Improvements that a case asks for in words: the table of exceptions holds the values."""

pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the shared findings with the golden cases are not here"
)


def _name(case: dict[str, Any]) -> str:
    return str(case["id"])


def _read(text: str) -> dict[str, Any]:
    return sheet_json(read_sheet(pages_of(text)))


@pytest.mark.parametrize("case", EXACT, ids=_name)
def test_the_reader_says_what_the_case_wants_or_what_the_table_of_exceptions_tells(
    case: dict[str, Any],
) -> None:
    ours = _read(case.get("wrapped", case["input"]))
    if case["level"] != "rap_sheet":
        ours = at(ours, case["path"])
    wanted, ignored = case["expected"], ("warnings", "text") if "compare" in case else ("warnings",)
    if case.get("compare", "").startswith("flat"):
        wanted, ours = flat(wanted), flat(ours)
    left = [one for one in differences(wanted, ours, ignored=ignored) if not is_improved(case, one)]
    excepted = {path: value for (name, path), (value, _) in EXCEPTIONS.items() if name == case["id"]}
    assert {path for path, _, _ in left} == set(excepted)
    for path, _, found in left:
        assert list(differences(excepted[path], found)) == []


@pytest.mark.parametrize("case", IN_PLACES, ids=_name)
def test_what_the_peer_gets_wrong_is_right_in_every_place_that_the_case_names(case: dict[str, Any]) -> None:
    ours = _read(case["input"])
    assert [at(ours, place["path"]) for place in case["expected_at"]] == [
        place["value"] for place in case["expected_at"]
    ]


@pytest.mark.parametrize("case", [one for one in EXACT if "improve" in one], ids=_name)
def test_every_improvement_with_a_value_is_made(case: dict[str, Any]) -> None:
    ours = _read(case.get("wrapped", case["input"]))
    for entry in case["improve"]:
        if (case["id"], entry["path"]) not in IN_WORDS:
            assert list(differences(entry["value"], at(ours, entry["path"]))) == []


@pytest.mark.parametrize("case", cases("clean"), ids=_name)
def test_a_text_is_cleaned_as_the_case_wants(case: dict[str, Any]) -> None:
    assert clean(case["input"]) == case["expected"]


@pytest.mark.parametrize("case", cases("clean_sentence"), ids=_name)
def test_a_sentence_is_cleaned_as_the_case_wants(case: dict[str, Any]) -> None:
    assert clean_sentence(case["input"].split("\n")) == case["expected"]


@pytest.mark.parametrize("case", cases("date"), ids=_name)
def test_a_date_is_read_as_the_case_wants(case: dict[str, Any]) -> None:
    found = read_day(case["input"])
    assert (found.isoformat() if found else None) == case["expected"]


@pytest.mark.parametrize("case", cases("strip_page"), ids=_name)
def test_a_page_loses_its_furniture_and_nothing_else(case: dict[str, Any]) -> None:
    lines = case["input"].split("\n")
    body = body_of([clean(line) for line in lines])
    assert "\n".join(lines[row] for row in body) + "\n" == case["expected"]


@pytest.mark.parametrize("case", GROUPED, ids=_name)
def test_lines_are_grouped_into_cycles_and_events_as_the_case_wants(case: dict[str, Any]) -> None:
    wanted = [[re.sub(r"\n+", "\n", text) for text in cycle] for cycle in case["event_texts"]]
    assert _event_texts(case["input"]) == wanted


def test_every_exception_is_of_a_case_that_exists_and_has_a_reason() -> None:
    assert {name for name, _ in EXCEPTIONS} <= {case["id"] for case in EXACT}
    assert all(reason for _, reason in EXCEPTIONS.values())


def _event_texts(text: str) -> list[list[str]]:
    """Group the lines by what the reader takes each for: cycles, and in them events."""
    cycles: list[list[list[str]]] = []
    stars = 0
    for line in (clean(line).rstrip() for page in pages_of(text) for line in (one.text for one in page)):
        token = token_of(line.strip()) if line.strip() else None
        kind = token.kind if token else None
        stars = stars + token.stars if token and kind is Kind.STARS else 0
        if kind is Kind.END:
            break
        if kind is Kind.CYCLE or stars == 3:
            cycles.append([[]])
        elif not cycles or kind in (Kind.STARS, Kind.FRAME, Kind.STRIKE, None):
            continue
        elif kind is Kind.DASHES:
            cycles[-1].append([])
        elif kind is Kind.HEADER:
            cycles[-1].append([line])
        else:
            cycles[-1][-1].append(line)
    return [["\n".join(event) for event in cycle if event] for cycle in cycles]
