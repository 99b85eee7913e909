"""The county_papers command: what it says when it cannot go on, and its codes."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import call_command

from petitions.management.commands import county_papers
from tests.exchange.county_run.county_runs import OFFICE, case, inputs


def ended(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str]]:
    with pytest.raises(SystemExit) as left:
        call_command("county_papers", *arguments)
    code = left.value.code
    assert isinstance(code, int)
    return code, capsys.readouterr().err.splitlines()


def test_a_file_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, office = inputs(tmp_path, case())
    given = str(tmp_path / "none.ndjson")
    code, said = ended(capsys, given, "--office", str(office), "--output", str(tmp_path / "out"))
    assert (code, said) == (2, ["The file cannot be read. Check its name and that you may open it."])


def test_an_office_that_is_wrong_is_told_by_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given, office = inputs(tmp_path, case(), office={**OFFICE, "mover": "CANARY"})
    code, said = ended(capsys, str(given), "--office", str(office), "--output", str(tmp_path / "out"))
    assert code == 2 and said == [
        "--office: office.mover: Use one of these words here: prosecutor, public_defender."
    ]
    assert not (tmp_path / "out").exists()


def test_a_folder_of_other_files_and_a_full_disk_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    given, office = inputs(tmp_path, case())
    code, said = ended(capsys, str(given), "--office", str(office), "--output", str(tmp_path))
    assert (code, said) == (2, ["--output: this folder holds other files. Name a new or an empty folder."])

    def full(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(county_papers, "run_county_papers", full)
    code, said = ended(capsys, str(given), "--office", str(office), "--output", str(tmp_path / "out"))
    assert (code, said) == (1, [county_papers.NOT_WRITTEN])
