"""The made-up sheet is drawn as it would be printed, with the right part marked, and its words are explained."""

from __future__ import annotations

import re

import pytest

from petitions.interview.questions import REGISTRY
from petitions.rapsheet.guide import sample
from petitions.rapsheet.guide.sample import drawing_of, parts_of, text_of
from petitions.rapsheet.guide.steps import ANOTHER, COUNT, OF_THE_CASE, TOP, SheetStep
from petitions.rapsheet.guide.words import GROUPS, words_of

STEPS = (*TOP, *COUNT, ANOTHER)
EVERY_LINE = (*sample.WHOLE, *sample.REGISTRATION)
WIDEST = 34
"""Letters that a phone of 320 pixels shows at 12 pixels or more."""


def keyed(step: SheetStep) -> str:
    return step.key


@pytest.mark.parametrize(
    ("key", "marked"),
    [
        ("sheet", "CII/A01234567, NAM/01 SAMPLE,PAT"),
        ("notices", "III MULTIPLE SOURCE RECORD, ** VICTIM OF IDENTITY THEFT **, PROBATION: EXP:20070620"),
        ("events", "* * * *, - - - -, COURT:, * * * *"),
        ("code", "11357(B) HS"),
        ("dispo", "*DISPO:CONVICTED"),
        ("status", "CONV STATUS:MISDEMEANOR"),
        ("court", "CASC"),
        ("town", "OAKLAND"),
        ("case-number", "#A12345"),
        ("court-date", "20050620"),
        ("arrest-date", "ARR/DET/CITE:, 20050504"),
        ("sen", "SEN: 2 YEARS PROBATION, FINE"),
        ("later", "20070801, DISPO:CONV SET ASIDE & DISM, PER 1203.4 PC"),
        ("another", "CNT:02, 11358 HS"),
    ],
)
def test_a_step_marks_what_it_asks_for(key: str, marked: str) -> None:
    step = next(step for step in STEPS if step.key == key)
    assert step.drawing.marked == marked
    assert set(step.marked) <= parts_of(step.lines)


def test_every_part_of_the_sheet_is_marked_somewhere() -> None:
    marked = {part for step in STEPS for part in step.marked} | {"registration"}
    assert parts_of(EVERY_LINE) - marked == {"count"}


@pytest.mark.parametrize("line", EVERY_LINE)
def test_a_line_is_upper_case_and_fits_a_narrow_phone(line: str) -> None:
    assert text_of(line) == text_of(line).upper()
    assert len(text_of(line)) <= WIDEST


def test_words_keep_their_columns() -> None:
    [run] = drawing_of(["    [code|11359 HS]"], marked=["code"]).runs
    assert (run.text, run.is_marked) == ("11359 HS", True)
    first, second = drawing_of(["A  BC"], marked=()).runs
    assert (second.left - first.left, second.width) == (24, 16)
    assert run.left - first.left == 32


def test_the_sample_names_no_one_but_pat_sample() -> None:
    whole = "\n".join(text_of(line) for line in EVERY_LINE)
    assert re.findall(r"NAM/\d+ (.+)", whole) == ["SAMPLE,PAT"]


@pytest.mark.parametrize("step", STEPS, ids=keyed)
def test_the_words_of_a_step_are_explained(step: SheetStep) -> None:
    assert len(words_of(step.words)) == len(step.words) > 0


def test_a_word_has_one_place() -> None:
    keys = [word.key for group in GROUPS for word in group.words]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    "word",
    ["ARR/DET/CITE", "CNT", "DISPO", "CONV STATUS", "SEN", "COM", "TOC", "CASC", "CAMC", "PROS REJ", "NAM/", "CII/"],
)  # fmt: skip
def test_the_words_that_stand_on_every_sheet_are_explained(word: str) -> None:
    assert any(word in one.printed for group in GROUPS for one in group.words)


def test_each_question_is_one_of_the_interview_with_no_card_that_it_does_not_have() -> None:
    registry = {question.key: question for question in REGISTRY}
    for step in COUNT:
        asked = registry[step.question.key]
        assert (step.question.facts, step.question.scope, step.question.kind) == (
            asked.facts, asked.scope, asked.kind,
        )  # fmt: skip
        values = {option.value for option in step.question.options}
        assert values <= {option.value for option in asked.options}, step.key


def test_what_is_left_out_for_a_second_count_is_copied_from_the_first() -> None:
    copied = {"court", "when", "convicted-when", "sentence", "county", "case-number"}
    assert {step.question.key for step in COUNT if step.key in OF_THE_CASE} == copied
