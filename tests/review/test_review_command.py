"""What the review command says, and how it leaves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from petitions.management.commands import review
from tests.review.made_files import file_of, row

SECRET = "ZEBRA"


@pytest.fixture
def choices(tmp_path: Path) -> Path:
    path = tmp_path / "options.json"
    path.write_text(json.dumps({"flow": "los_angeles_2019_10"}))
    return path


def reviewed(*files: Path, choices: Path, more: tuple[str, ...] = (), county: str = "LOS ANGELES") -> None:
    out = str(choices.with_name("out"))
    given = [
        "--county",
        county,
        "--options",
        str(choices),
        "--on",
        "2020-07-01",
        "--output",
        out,
        "--workers",
        "1",
    ]
    call_command("review", *map(str, files), *given, *more)


def left(
    capsys: pytest.CaptureFixture[str], *files: Path, choices: Path, more: tuple[str, ...] = ()
) -> tuple[object, str]:
    """Return the exit code and what was said."""
    with pytest.raises(SystemExit) as leaving:
        reviewed(*files, choices=choices, more=more)
    return leaving.value.code, capsys.readouterr().err.strip()


def test_rows_with_a_problem_are_counted_by_reason_and_nothing_of_them_is_said(
    tmp_path: Path, choices: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = [row(PRI_DOB=SECRET), row(PRI_DOB=SECRET), SECRET.encode()]
    reviewed(file_of(tmp_path / "a.csv", row(), *bad), choices=choices, county="los angeles")
    said = capsys.readouterr().err
    assert said.splitlines() == [
        "3 rows were read.",
        "2 row(s): PRI_DOB cannot be read as a date. Check this row by hand.",
        "1 row(s): The row does not have 95 fields. It was left out.",
        "Each with its file and line: problems.csv in the folder of the results.",
    ]
    assert SECRET not in (tmp_path / "out/problems.csv").read_text(encoding="utf-8")
    summary = json.loads((tmp_path / "out/summary.json").read_bytes())
    assert summary["lineCount"] == 3 and summary["county"] == "LOS ANGELES"


def test_strict_says_file_line_and_reason(
    tmp_path: Path, choices: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = file_of(tmp_path / "a.csv", row(), SECRET.encode())
    assert left(capsys, file, choices=choices, more=("--strict",)) == (
        2,
        "a.csv, line 3: The row does not have 95 fields. It was left out. --strict stops here; nothing was written.",
    )
    assert not (tmp_path / "out").exists()


def test_what_cannot_be_used_is_said(
    tmp_path: Path, choices: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = file_of(tmp_path / "a.csv", row())
    assert left(capsys, tmp_path / "none.csv", choices=choices) == (
        2,
        review.NOT_READ.format(file="none.csv"),
    )
    assert left(capsys, file_of(tmp_path / "b.csv"), choices=choices) == (2, review.NO_ROWS)
    assert left(capsys, file, choices=tmp_path / "none.json")[1].startswith("--options: ")
    choices.write_text('{"flow": "no such flow"}')
    assert left(capsys, file, choices=choices)[0] == 2
    assert not (tmp_path / "out").exists()


def test_a_folder_that_is_not_free_is_left_alone(
    tmp_path: Path, choices: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = file_of(tmp_path / "a.csv", row())
    reviewed(file, choices=choices)
    capsys.readouterr()
    assert left(capsys, file, choices=choices) == (2, review.LEFTOVERS)
    assert left(capsys, file_of(tmp_path / "b.csv", row()), choices=choices, more=("--resume",)) == (
        2,
        review.OTHER_RUN,
    )
    (tmp_path / "out/.review").rename(tmp_path / "elsewhere")
    assert left(capsys, file, choices=choices) == (2, review.FOLDER_IN_USE)


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("--county", "NARNIA", review.NO_COUNTY),
        ("--on", "July 1", review.NOT_A_DAY),
        ("--workers", "0", review.NOT_A_NUMBER),
    ],
)
def test_an_argument_that_cannot_be_used_is_said(
    tmp_path: Path, choices: Path, name: str, value: str, said: str
) -> None:
    with pytest.raises(CommandError, match=said[:20]):
        reviewed(file_of(tmp_path / "a.csv", row()), choices=choices, more=(name, value))
