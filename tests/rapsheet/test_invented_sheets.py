"""Invented sheets are read exactly as they were invented: every layout, many seeds, one page or thirty."""

import pytest

from benchmarks.invented_sheets import LAYOUTS, Fact, FactKind, invented_sheet
from benchmarks.invented_sheets.comparing import Verdict, compare
from petitions.rapsheet.grammar import read_sheet
from petitions.rapsheet.pages import pages_of

RIGHT = (Verdict.EXACT, Verdict.SPARE_FLAG)


def misread(seed, *, layout, pages):
    """The facts of an invented sheet that the reader of clean text gets wrong."""
    sheet = invented_sheet(seed, layout=layout, pages=pages)
    findings = compare(read_sheet(pages_of(sheet.text)), sheet.truth)
    return [finding.line for finding in findings if finding.verdict not in RIGHT]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("pages", [1, 2, 5])
def test_clean_text_gives_exactly_the_truth(layout, pages):
    assert [line for seed in range(6) for line in misread(seed, layout=layout, pages=pages)] == []


@pytest.mark.long
@pytest.mark.parametrize("layout", LAYOUTS)
def test_clean_text_gives_exactly_the_truth_on_many_sheets(layout):
    few = [line for seed in range(100, 200) for line in misread(seed, layout=layout, pages=1 + seed % 4)]
    assert few + misread(1, layout=layout, pages=30) == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_clean_text_asks_for_no_check_of_what_a_conviction_says(layout):
    sheet = invented_sheet(5, layout=layout, pages=6)
    findings = compare(read_sheet(pages_of(sheet.text)), sheet.truth)
    asked = {finding.kind for finding in findings if finding.verdict is Verdict.SPARE_FLAG}
    assert asked <= {FactKind.DAY}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_same_seed_gives_the_same_sheet(layout):
    assert invented_sheet(3, layout=layout, pages=2) == invented_sheet(3, layout=layout, pages=2)
    assert invented_sheet(3, layout=layout, pages=2).pages != invented_sheet(4, layout=layout, pages=2).pages


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("pages", [1, 4, 30])
def test_a_sheet_has_the_pages_that_were_asked_for(layout, pages):
    assert len(invented_sheet(2, layout=layout, pages=pages).pages) == pages


@pytest.mark.parametrize("pages", [0, 31])
def test_other_lengths_are_refused(pages):
    with pytest.raises(ValueError, match="1 to 30"):
        invented_sheet(1, layout="tight", pages=pages)


def test_sheets_hold_marijuana_convictions_reductions_and_set_asides():
    told = [
        fact for layout in LAYOUTS for fact in invented_sheet(1, layout=layout, pages=8).truth if fact.value
    ]
    charges = {fact.value for fact in told if fact.kind is FactKind.CHARGE}
    outcomes = {fact.value[0] for fact in told if fact.kind is FactKind.DISPOSITION}
    assert {"HS 11357", "HS 11358", "HS 11359", "HS 11360(a)", "PC 187(a)", "PC 290"} <= charges
    assert {
        "convicted",
        "dismissed",
        "pc1203_dismissed",
        "reduced",
        "probation_revoked",
        "resentenced",
    } <= outcomes


SHEET = """CII/A99000099
DOB/19660119 SEX/M RAC/WHITE
NAM/01 SAMPLE,PAT
* * * *
COURT:                NAM:01
19840918  CASC SAN FRANCISCO

CNT:01     #1234567
  11357 HS-POSSESS MARIJUANA
*DISPO:CONVICTED
   CONV STATUS:FELONY
   SEN: 3 YEARS PROBATION
* * * END OF MESSAGE * * *
"""
EVENT = ("cycle", 0, "event", 0)
COUNT = (*EVENT, "count", 0)
TRUTH = (
    Fact(("person",), FactKind.CII, "A99000099", "CII/A99000099"),
    Fact(EVENT, FactKind.EVENT, "court", "COURT:"),
    Fact(EVENT, FactKind.DAY, "1984-09-18", "19840918  CASC SAN FRANCISCO"),
    Fact(EVENT, FactKind.AGENCY, "CASC SAN FRANCISCO", "19840918  CASC SAN FRANCISCO"),
    Fact(COUNT, FactKind.CHARGE, "HS 11357", "11357 HS-POSSESS MARIJUANA"),
    Fact(COUNT, FactKind.SEVERITY, "F", "CONV STATUS:FELONY"),
    Fact(COUNT, FactKind.SENTENCE, "3y probation", "SEN: 3 YEARS PROBATION"),
    Fact(
        (*COUNT, "disposition", 0), FactKind.DISPOSITION, ("convicted", "1984-09-18", ""), "DISPO:CONVICTED"
    ),
)


def verdicts(text):
    found = compare(read_sheet(pages_of(text)), TRUTH)
    return {(one.kind, one.verdict) for one in found if one.verdict is not Verdict.EXACT}


@pytest.mark.parametrize(
    ("printed", "taken_for", "found"),
    [
        ("11357", "11358", {(FactKind.CHARGE, Verdict.WRONG)}),
        ("19840918", "19840919", {(FactKind.DAY, Verdict.WRONG), (FactKind.DISPOSITION, Verdict.WRONG)}),
        (
            "19840918",
            "1984O918",
            {(FactKind.DAY, Verdict.SPARE_FLAG), (FactKind.DISPOSITION, Verdict.SPARE_FLAG)},
        ),
        ("   CONV STATUS:FELONY\n", "", {(FactKind.SEVERITY, Verdict.MISSING)}),
        ("A99000099", "A99000098", {(FactKind.CII, Verdict.WRONG)}),
    ],
)
def test_the_comparison_sees_what_was_misread(printed, taken_for, found):
    assert printed in SHEET
    assert verdicts(SHEET.replace(printed, taken_for, 1)) == found


def test_the_comparison_sees_an_event_that_is_not_on_the_sheet():
    more = "* * * *\nARR/DET/CITE: NAM:01\n19900101  CAPD OAKLAND\n* * * END"
    assert {(FactKind.EVENT, Verdict.INVENTED), (FactKind.DAY, Verdict.INVENTED)} <= verdicts(
        SHEET.replace("* * * END", more)
    )


def test_the_comparison_sees_a_lost_event():
    assert (FactKind.CHARGE, Verdict.MISSING) in verdicts(
        SHEET[: SHEET.index("COURT:")] + "* * * END OF MESSAGE * * *"
    )


def test_what_stood_on_a_page_that_the_person_knows_was_not_read_counts_as_flagged():
    nothing = read_sheet(pages_of("* * * *"))
    found = compare(nothing, TRUTH, lost=SHEET.splitlines())
    assert {one.verdict for one in found} == {Verdict.FLAGGED}
