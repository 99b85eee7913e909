"""The command gives for each golden case what was found for it, but on rows that say where the peer erred."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from petitions.review.added import DIFFERS
from petitions.review.columns import COLUMNS
from tests.review.made_files import table_of

UPSTREAM = (
    "configurable_flow", "pilots_los_angeles", "hist2019_06_contra_costa", "hist2019_06_los_angeles",
    "hist2019_06_sacramento", "hist2019_06_san_joaquin",
)  # fmt: skip
OTHERS = ("extra_comma", "no_headers", "probes_configurable", "probes_los_angeles", "random1500_bear_like")
_EXPECTED = {
    "expected.csv": "All_Results.csv",
    "expected_condensed.csv": "All_Results_Condensed.csv",
    "expected_prop64.csv": "Prop64_Results.csv",
}


@pytest.mark.parametrize("name", UPSTREAM)
def test_the_upstream_sheets_are_given_exactly(shared: Path, tmp_path: Path, name: str) -> None:
    case = shared / "review/cases" / name
    out = reviewed(case, folder=tmp_path)
    for expected, given in _EXPECTED.items():
        wanted, found = table_of(case / expected), table_of(out / given)
        width = len(wanted[0])
        assert [as_sets(line[:width]) for line in found] == [as_sets(line) for line in wanted]


@pytest.mark.parametrize("name", OTHERS)
def test_another_row_differs_only_where_it_says_why(shared: Path, tmp_path: Path, name: str) -> None:
    case = shared / "review/cases" / name
    out = reviewed(case, folder=tmp_path)
    wanted, found = table_of(case / "expected.csv"), table_of(out / "All_Results.csv")
    width, says_why = len(wanted[0]), found[0].index(DIFFERS)
    assert len(found) == len(wanted)
    for before, after in zip(wanted, found, strict=True):
        assert as_sets(after[:width]) == as_sets(before) or after[says_why]


def test_a_file_of_rows_too_short_is_refused(
    shared: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        reviewed(shared / "review/cases/bad_csv", folder=tmp_path)
    assert left.value.code == 2 and "no row could be read" in capsys.readouterr().err


def reviewed(case: Path, *, folder: Path) -> Path:
    """Review a case by the command, with its options as an office would write them."""
    about = json.loads((case / "options.json").read_bytes())
    (folder / "options.json").write_text(json.dumps(_choices(about)))
    given = [
        "--county",
        about["county"],
        "--options",
        str(folder / "options.json"),
        "--on",
        about["compute_at"],
    ]
    call_command("review", str(case / "input.csv"), *given, "--output", str(folder / "out"), "--workers", "1")
    return folder / "out"


def _choices(about: dict[str, Any]) -> dict[str, Any]:
    years = {
        key: about[key] for key in ("individual_age", "years_conviction_free") if about.get(key) is not None
    }
    return {"flow": about["flow"], **(about.get("eligibilityOptions") or {}), **years}


def as_sets(line: list[str]) -> list[object]:
    """Compare lists of code sections without their order, which is the peer's by chance."""
    return [frozenset(cell.split(";")) if place >= len(COLUMNS) else cell for place, cell in enumerate(line)]
