"""Whatever a sheet says, its facts are a record that the contract's reader takes."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from petitions.exchange.reading import read_record
from petitions.rapsheet.grammar import read_sheet
from petitions.rapsheet.pages import pages_of
from petitions.rapsheet.sheet import Sheet
from petitions.rapsheet.to_facts import to_facts
from petitions.rapsheet.written.sheet_json import sheet_json
from tests.rapsheet import golden_areas as golden
from tests.rapsheet.texts import ON

AREAS = (
    "case_numbers_and_courthouses", "counts", "cycles", "events", "full_sheets", "ocr_stretch", "peer_defects", "plea_bargain",
    "rap_sheets", "updates",
)  # fmt: skip
SHEETS = [
    (case["id"], text)
    for area in AREAS
    for case in golden.cases(area)
    if isinstance(text := case.get("wrapped", case["input"]), str)
]
DATES = st.sampled_from(
    ("19700601", "19880101", "20031220", "20040102", "20170301", "20270101", "20041399", "")
)
WORDS = st.sampled_from(
    (
        "CONVICTED", "DISMISSED", "CONV SET ASIDE & DISM PER 1203.4 PC", "RESENTENCED PER 11361.8 HS", "REDUCED TO MISDEMEANOR",
        "PROBATION REVOKED", "CONVICTFD", "ACQUITTED",
    )
)  # fmt: skip
CHARGES = st.sampled_from(
    (
        "11357(B) HS-A", "11358 HS-B", "664/11359 HS-C", "32/11360 PC-D", "187(A) PC-E", "288(A) PC-F", "11364 HS-G",
        "POSSESS MARIJUANA", "11359-11360 HS-H",
    )
)  # fmt: skip
HEADERS = st.sampled_from(
    (
        "COURT: NAM:01",
        "COURT: NAM:01",
        "ARR/DET/CITE: NAM:01 DOB:19550505",
        "CUSTODY:JAIL NAM:01",
        "REGISTRATION: NAM:01",
    )
)
AGENCIES = st.sampled_from(("CASC ALAMEDA CO", "CAJV KERN", "USFD SAN FRANCISCO", "CAPD OAKLAND", ""))
BETWEEN = st.sampled_from(("* * * *", "- - - -", ""))


@st.composite
def printed(draw: st.DrawFn) -> str:
    """Draw a sheet that may contradict itself."""
    lines = ["CII/A99000099", f"DOB/{draw(DATES)}", "NAM/01 SAMPLE,ALEX", "* * * *"]
    for _ in range(draw(st.integers(1, 4))):
        lines += [
            draw(HEADERS),
            f"{draw(DATES)} {draw(AGENCIES)}",
            f"CNT:01 #{'9' * draw(st.sampled_from((0, 5, 300)))}",
        ]
        lines += [f"  {draw(CHARGES)}", f"*DISPO:{draw(WORDS)}", "   CONV STATUS:FELONY", ""]
        lines += [draw(DATES), f" DISPO:{draw(WORDS)}", draw(BETWEEN)]
    return "\n".join([*lines, "* * * END OF MESSAGE * * *"])


@settings(max_examples=150)
@given(printed())
def test_a_sheet_that_contradicts_itself_still_gives_a_record(text: str) -> None:
    assert_sound(read_sheet(pages_of(text)), on=ON)


@settings(max_examples=40)
@given(st.text(alphabet="*-#:/()., 0123456789ABCDNTISPOEV\n", max_size=400))
def test_any_text_gives_a_record_or_none(text: str) -> None:
    assert_sound(read_sheet(pages_of(f"DOB/19700601\n* * * *\nCOURT:\n20040102 CASC KERN CO\n{text}")), on=ON)


@pytest.mark.parametrize(("name", "text"), SHEETS, ids=[name for name, _ in SHEETS])
def test_the_facts_of_a_golden_sheet_are_a_record(name: str, text: str) -> None:
    assert_sound(read_sheet(pages_of(text)), on=ON)


def test_the_facts_fit_the_contracts_schema(shared: Path) -> None:
    schema = json.loads((shared / "contracts" / "record.schema.json").read_text("utf-8"))
    validator = Draft202012Validator(schema)
    records = [to_facts(read_sheet(pages_of(text)), on=ON).record for _, text in SHEETS]
    known = [record for record in records if record]
    assert len(known) >= 10
    assert [error.message for record in known for error in validator.iter_errors(record)] == []


def assert_sound(sheet: Sheet, *, on: date) -> None:
    """The contract's reader takes the record, each conviction has its source, and the JSON can be written."""
    facts = to_facts(sheet, on=on)
    convictions = facts.record["convictions"] if facts.record else []
    assert [one["id"] for one in convictions] == [one.id for one in facts.convictions]
    for conviction, source in zip(convictions, facts.convictions, strict=True):
        assert {one.key for one in source.stated} <= conviction.keys()
    if facts.record:
        read_record(facts.record, on=on)
    json.dumps(sheet_json(sheet, on=on))
