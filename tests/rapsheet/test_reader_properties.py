"""Whatever a text holds: the reader never fails, loses no conviction in silence, and takes time in step with it."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

import petitions.rapsheet
from petitions.rapsheet.clean import LONGEST_LINE
from petitions.rapsheet.grammar import read_sheet
from petitions.rapsheet.pages import pages_of
from petitions.rapsheet.sheet import Outcome, Place, Sheet

LINES = (
    "* * * *", "- - - -", "--", "*", "ARR/DET/CITE: NAM:02 DOB:19550505", "COURT:                NAM:01", "COURT:", "COURT: FILE",
    "CUSTODY:JAIL          NAM:01", "PROBATION: NAM:01", "REGISTRATION:         NAM:01", "APPLICANT: NAM:02", "19840725  CASO LOS ANGELES",
    "19840918  CASC SAN FRANCISCO", "19990205", "19990231", "CNT:01     #1234567", "CNT:02", "CNT:03-05", "#777", "11359 HS-POSSESS FOR SALE",
    "  459 PC-BURGLARY TOC:F", "SEE COMMENT FOR CHARGE", "-ATTEMPTED  -WARRANT", "*DISPO:CONVICTED", " DISPO:DISMISSED/FURTHERANCE OF JUSTICE",
    "DISPO:CONV SET ASIDE & DISM PER 1203.4 PC", "20010101 DISPO:CONVICTED", "DISPO;CONVlCTED", "WAS CONVICTED BY JURY", "   CONV STATUS:FELONY",
    "   SEN: 3 YEARS PROBATION, 30 DAYS JAIL,", "        FINE, RESTN", "   COM: SEN-X3 YR PROB", "   COM: CNT 03 CHRG-487(A) PC",
    "   COM: ADR-19940410 (300,NEWT AV,", "PAGE 2 OF 9", "* * * * * * * * *", "** POTENTIAL FELONY STRIKE ENTRY **", "NAM:01", "1203.4 PC", "CONVICTED",
)  # fmt: skip
SOMETHING = st.one_of(st.sampled_from(LINES), st.text(max_size=30))


def _places_of_convictions(sheet: Sheet) -> set[Place]:
    """Return every place that a person is shown, as a conviction, as something to check, or as not understood."""
    shown = set(sheet.problems)
    for event in sheet.events:
        for count in event.counts:
            if count.please_check or any(one.outcome is Outcome.CONVICTED for one in count.dispositions):
                shown.update(count.lines)
    return shown


@given(st.lists(SOMETHING, max_size=40))
def test_no_line_that_speaks_of_a_conviction_is_lost_in_silence(lines: list[str]) -> None:
    text = "\n".join(
        ["* * * *", *(line.replace("\n", " ").replace("\f", " ").replace("\r", " ") for line in lines)]
    )
    sheet = read_sheet(pages_of(text))
    told = {(place.page, place.line) for place in _places_of_convictions(sheet)}
    for number, line in enumerate(text.split("\n"), start=1):
        if "CONVICT" in line.upper() and line in LINES:
            assert (1, number) in told


@given(st.text(max_size=600))
def test_no_text_makes_the_reader_fail(text: str) -> None:
    read_sheet(pages_of("* * * *\n" + text))


@given(st.lists(SOMETHING, max_size=40), st.integers(0, 40))
def test_a_page_break_anywhere_changes_no_event(lines: list[str], at: int) -> None:
    kept = [line for line in lines if line in LINES and not line.startswith("PAGE")]
    whole = read_sheet(pages_of("\n".join(kept)))
    broken = read_sheet(pages_of("\n".join(kept[:at]) + "\f" + "\n".join(kept[at:])))
    assert [_told(event) for event in whole.events] == [_told(event) for event in broken.events]


def _told(event: object) -> str:
    return re.sub(r"Place\(page=\d+, line=\d+", "Place(", repr(event))


def _modules() -> Iterator[str]:
    for module in pkgutil.walk_packages(petitions.rapsheet.__path__, "petitions.rapsheet."):
        yield module.name


def _patterns(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _patterns(one)
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _patterns(one)


PURE = [
    name
    for name in _modules()
    if not any(part in name for part in ("views", "forms", "guide", "extract", "pictures"))
]
PUMPS = (
    "1",
    "A",
    " ",
    "(A)",
    "1-",
    "1/",
    "1.",
    "A ",
    "1 ",
    "CNT:",
    "CON",
    "C",
    "19",
    "(1)",
    ".",
    "- ",
    "* ",
    "SEN-X",
    "1203.4",
    "#",
    "11359(A)-",
)
SECONDS = 0.1
"""For all that a pattern can be asked on the longest line, hundreds of starts among it; a loop without end takes minutes."""


@pytest.mark.parametrize("name", PURE)
def test_every_pattern_of_the_reader_is_quick_on_the_longest_line(name: str) -> None:
    for pattern in {
        one for value in vars(importlib.import_module(name)).values() for one in _patterns(value)
    }:
        for pump in PUMPS:
            text = (pump * LONGEST_LINE)[: LONGEST_LINE - 1] + "!"
            best = min(_seconds(pattern, text) for _ in range(3))
            assert best < SECONDS, (pattern.pattern, pump)


def _seconds(pattern: re.Pattern[str], text: str) -> float:
    start = time.process_time()
    pattern.match(text)
    pattern.search(text)
    pattern.sub("", text)
    return time.process_time() - start


@pytest.mark.parametrize(
    "line",
    [
        "1" * 9_000,
        "CNT:" * 3_000,
        "(A)" * 3_000,
        "C" * 9_000,
        " " * 9_000 + "x",
        "*" * 9_000,
        "SEN-X" * 2_000,
    ],
)
def test_a_sheet_of_hostile_lines_takes_time_in_step_with_their_number(line: str) -> None:
    few, many = (_reading_seconds("* * * *\n" + f"{line}\n" * number) for number in (20, 80))
    assert many <= 8 * few + 0.05  # four times the lines; twice that is left for a busy machine


def _reading_seconds(text: str) -> float:
    pages = pages_of(text)
    best = 9.0
    for _ in range(3):
        start = time.process_time()
        read_sheet(pages)
        best = min(best, time.process_time() - start)
    return best
