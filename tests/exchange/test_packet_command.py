"""The ``packet`` command: a record with filing facts in, a folder of papers and a manifest out."""

from __future__ import annotations

import copy
import io
import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from django.core.management import call_command
from pytest_django import Settings

from petitions.documents.official.store import add, check_addition
from tests.documents import jobs
from tests.documents.official.stand_in import stand_in

RECORD: dict[str, Any] = {
    "id": "one",
    "on": "2026-11-24",
    "petitioner": {"date_of_birth": "1980-05-05", "super_strike": "no", "sex_offense": "no"},
    "convictions": [
        {
            "id": "c1",
            "jurisdiction": "california_adult",
            "outcome": "convicted",
            "county": "Los Angeles",
            "case_number": "BA000001",
            "code": "HS",
            "section": "11357",
            "subdivision": "b",
            "prefix": "none",
            "level": "misdemeanor",
            "offense_date": "2005-03-02",
            "conviction_date": "2005-04",
            "sentence_status": "completed",
            "later_relief": [],
        },
        {
            "id": "c2",
            "jurisdiction": "california_adult",
            "outcome": "convicted",
            "county": "Kern",
            "case_number": "K2",
            "code": "HS",
            "section": "11359",
            "prefix": "none",
            "offense_date": "2018-01-01",
            "sentence_status": "completed",
        },
    ],
    "filing": {
        "name_on_case": "Maria Canary",
        "name_now": "Maria Canary",
        "other_names": [],
        "mailing_address": {
            "street": "1200 Test Street",
            "unit": None,
            "city": "Oakland",
            "state": "CA",
            "zip": "94612",
        },
        "phone": None,
        "email": None,
        "attorney": None,
        "cases": [
            {
                "county": "Los Angeles",
                "case_number": "BA000001",
                "courthouse": None,
                "prosecutor": "district_attorney",
                "waive_original_judge": True,
                "waive_appearance": False,
                "proposed_order": True,
                "server": None,
            }
        ],
    },
}


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Return a runner of the command on a record: its exit code, what it printed and its complaints."""

    def command(record: object, *options: str, text: str | None = None) -> tuple[int, str, str]:
        file = tmp_path / "record.json"
        file.write_text(json.dumps(record) if text is None else text, encoding="utf-8")
        arguments = ["packet", str(file), "--output", str(tmp_path / "out"), *options]
        stdout = io.StringIO()
        try:
            call_command(*arguments, stdout=stdout)
        except SystemExit as left:
            return int(left.code or 0), stdout.getvalue(), capsys.readouterr().err
        return 0, stdout.getvalue(), capsys.readouterr().err

    return command


def changed(**filing: Any) -> dict[str, Any]:
    record = copy.deepcopy(RECORD)
    record["filing"] |= filing
    return record


def test_a_packet_is_written_and_its_manifest_printed(run: Any, tmp_path: Path) -> None:
    code, printed, complaints = run(RECORD)
    assert (code, complaints) == (0, "")
    manifest = json.loads(printed)
    assert manifest == json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    assert [paper["document"] for paper in manifest["cases"][0]["papers"]] == [
        "cover-sheet",
        "petition",
        "proof-of-service",
        "proposed-order",
    ]
    assert manifest["not_filed"] == [{"conviction": "c2", "outcome": "NOT_COVERED_DATE"}]
    for paper in manifest["cases"][0]["papers"]:
        with pikepdf.open(tmp_path / "out" / paper["file"]) as opened:
            assert len(opened.pages) == paper["pages"]


def test_two_runs_give_the_same_bytes(run: Any) -> None:
    assert run(RECORD) == run(RECORD)


def test_a_dash_reads_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO(json.dumps(RECORD).encode()), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", stream)
    call_command("packet", "-", "--output", str(tmp_path / "out"), stdout=io.StringIO())
    assert (tmp_path / "out" / "all.pdf").exists()


def test_the_cover_sheet_is_in_the_language_asked_for(run: Any, tmp_path: Path) -> None:
    run(RECORD, "--language", "es")
    with pikepdf.open(tmp_path / "out" / "case-1" / "cover-sheet.pdf") as cover:
        assert str(cover.Root.Lang) == "es"
    with pikepdf.open(tmp_path / "out" / "case-1" / "petition.pdf") as petition:
        assert str(petition.Root.Lang) == "en"


def editions(printed: str) -> list[str]:
    return [paper["edition"] for paper in json.loads(printed)["cases"][0]["papers"]]


@pytest.fixture
def _installed(tmp_path_factory: pytest.TempPathFactory, settings: Settings) -> None:
    folder = tmp_path_factory.mktemp("forms")
    settings.OFFICIAL_FORMS_DIR = str(folder)
    add(check_addition(stand_in(), mapping=None), folder=folder, on=date(2026, 11, 25))


def test_without_an_installed_form_no_official_is_the_same_as_saying_nothing(run: Any) -> None:
    assert run(RECORD, "--no-official") == run(RECORD)


@pytest.mark.usefixtures("_installed")
def test_an_installed_form_is_used_unless_it_is_not_wanted(run: Any) -> None:
    assert editions(run(RECORD)[1])[1] == "CR-400 Rev. January 1, 2024"
    assert run(RECORD, "--official") == run(RECORD)
    assert not any(edition.startswith("CR-400") for edition in editions(run(RECORD, "--no-official")[1]))


@pytest.mark.parametrize(
    ("record", "path"),
    [
        (changed(cases=[{**RECORD["filing"]["cases"][0], "waive_appearance": None}]), "waive_appearance"),
        (changed(cases=[{**RECORD["filing"]["cases"][0], "county": "Cook"}]), "filing.cases[0].county"),
        (changed(cases=[{**RECORD["filing"]["cases"][0], "case_number": "X"}]), "filing.cases[0]"),
        (changed(name_on_case="x" * 10_000), "filing.name_on_case"),
        ({**RECORD, "filing": None}, "filing"),
        ({**RECORD, "filing": []}, "filing"),
        ({key: value for key, value in RECORD.items() if key != "filing"}, "filing"),
        ({**RECORD, "convictions": []}, "convictions"),
        ({**RECORD, "on": "2016-01-01"}, "on"),
        ([RECORD], ""),
        (7, ""),
    ],
)
def test_bad_input_is_told_by_its_path_and_nothing_is_written(
    run: Any, tmp_path: Path, record: object, path: str
) -> None:
    code, printed, complaints = run(record)
    assert (code, printed) == (2, "")
    assert path in complaints and "Traceback" not in complaints
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["record.json"]


def test_problems_of_the_record_and_of_the_filing_are_told_together(run: Any) -> None:
    record = {**changed(name_on_case=None), "on": "2016-01-01"}
    _, _, complaints = run(record)
    assert len(complaints.splitlines()) == 2


@pytest.mark.parametrize("filing", [None, [], "x", 7])
def test_a_filing_that_is_no_object_is_told_once(run: Any, filing: object) -> None:
    _, _, complaints = run({**RECORD, "filing": filing})
    assert complaints == "filing: Give an object here, with names and values.\n"


def test_a_case_that_is_no_object_is_told_once(run: Any) -> None:
    _, _, complaints = run(changed(cases=["x"]))
    assert complaints == "filing.cases[0]: Give an object here, with names and values.\n"


@pytest.mark.parametrize("text", ["", "{", '{"convictions": NaN}', "\x00", "[" * 5000])
def test_what_is_no_json_is_bad_input(run: Any, text: str) -> None:
    code, printed, complaints = run(None, text=text)
    assert (code, printed) == (2, "") and complaints and "Traceback" not in complaints


def test_a_missing_file_is_bad_input(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        call_command("packet", str(tmp_path / "none.json"), "--output", str(tmp_path / "out"))
    assert left.value.code == 2 and capsys.readouterr().err


def test_a_form_that_is_wanted_and_not_installed_is_told_with_how_to_add_it(run: Any, tmp_path: Path) -> None:
    code, _, complaints = run(RECORD, "--official")
    assert code == 2 and "official_forms add" in complaints
    assert not (tmp_path / "out").exists()


def test_a_folder_with_other_files_is_left_alone(run: Any, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "diary.txt").write_text("mine")
    code, _, complaints = run(RECORD)
    assert code == 2 and "--output" in complaints
    assert [entry.name for entry in (tmp_path / "out").iterdir()] == ["diary.txt"]


def test_a_folder_that_cannot_be_written_is_a_failure(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise PermissionError("Maria Canary")

    monkeypatch.setattr(Path, "write_bytes", fail)
    code, printed, complaints = run(RECORD)
    assert (code, printed) == (1, "") and "Canary" not in complaints
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["record.json"]


def test_a_worker_that_dies_is_a_failure_in_one_line(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("petitions.documents.worker.print_every_file", jobs.die)
    code, printed, complaints = run(RECORD)
    assert (code, printed, len(complaints.splitlines())) == (1, "", 1)
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["record.json"]


def test_no_complaint_repeats_what_was_typed(run: Any) -> None:
    _, _, complaints = run(changed(email="CANARY", phone=["CANARY"], CANARY="CANARY"))
    assert complaints and "CANARY" not in complaints
