"""The golden cases of the screen that read whole sheets: its rows, and the guess at plea bargains."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from petitions.rapsheet.grammar import read_sheet
from petitions.rapsheet.meaning.plea_bargain import likely_plea_bargain, possible_plea_bargain, surroundings
from petitions.rapsheet.meaning.screening import eligible_events
from petitions.rapsheet.meaning.screening_rows import screening_rows
from petitions.rapsheet.meaning.standing import convicted_counts
from petitions.rapsheet.pages import pages_of
from petitions.rapsheet.sheet import Outcome, Severity
from tests.rapsheet import golden_areas as golden

PLEAS = golden.cases("plea_bargain")
ROWS = golden.cases("prop64_screen", "summary_row")
SAN_FRANCISCO = ("CASC San Francisco",)
FELONIES = (None, Severity.FELONY)
RULES = {"plea_bargain": likely_plea_bargain, "possible_plea_bargain": possible_plea_bargain}


def test_every_case_is_here() -> None:
    if not PLEAS:
        pytest.skip(golden.ABSENT)
    assert (len(PLEAS), len(ROWS)) == (10, 7)


@pytest.mark.parametrize("case", PLEAS, ids=golden.name)
def test_a_plea_bargain_is_guessed_as_the_case_says(case: golden.Case) -> None:
    sheet = read_sheet(pages_of(case["input"]))
    event = eligible_events(sheet, courthouses=("CAMC METROPOLIS", "CAMC Metropolis"))[0]
    cycle = next(one for one in sheet.cycles if event in one.events)
    assert RULES[case["level"]](convicted_counts(event)[0], among=surroundings(cycle)) == golden.wanted(case)


@pytest.mark.parametrize("case", [one for one in PLEAS if "improve" in one], ids=golden.name)
def test_a_rejection_in_an_update_is_kept(case: golden.Case) -> None:
    """The improvement of these cases: counts without a disposition of their own keep their updates."""
    sheet = read_sheet(pages_of(case["input"]))
    rejected = [count for event in sheet.events for count in event.counts if "PROS REJ" in raw(count)]
    assert rejected
    for count in rejected:
        assert [one.outcome for one in count.dispositions] == [Outcome.PROSECUTOR_REJECTED]


def raw(count: Any) -> str:
    return " ".join(line.raw for line in count.lines)


@pytest.mark.parametrize("case", ROWS, ids=golden.name)
def test_a_row_of_the_screen_is_as_staff_know_it(case: golden.Case) -> None:
    sheet = read_sheet(pages_of(golden.input_text(case)))
    rows = list(
        screening_rows(
            sheet,
            courthouses=SAN_FRANCISCO,
            severities=FELONIES,
            file_name=case["expected"]["Filename"],
            on=date.fromisoformat(case["as_of"]),
        )
    )
    wanted = [one["expected"] for one in ROWS if one["input_file"] == case["input_file"]]
    assert case["expected"] in rows
    assert rows == wanted
