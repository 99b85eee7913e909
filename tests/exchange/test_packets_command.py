"""The ``packets`` command: many records in, a folder of papers for each out; what is wrong is one line."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from petitions.documents.official.store import add, check_addition
from petitions.exchange.packet_run.places import Places
from tests.documents.official.stand_in import stand_in
from tests.exchange.packet_run.runs import finished, lines, many, record, rows, tree


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "records.ndjson"


@pytest.fixture
def told(out: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    """Return a runner of the command here, for what ends before a worker starts: its exit code and what it says."""

    def command(file: Path | str, *options: str) -> tuple[int, str]:
        with pytest.raises(SystemExit) as left:
            call_command("packets", str(file), "--output", str(out), *options)
        return int(left.value.code or 0), capsys.readouterr().err

    return command


def test_good_and_bad_lines_then_the_same_again_then_other_choices(file: Path, out: Path, told: Any) -> None:
    bad = record("r3", name_on_case="CANARY \U0001f600")
    file.write_bytes(lines(record("r1"), "", bad, record("R1"), {**bad, "id": "last", "on": "2016-01-01"}))
    code, said = finished(file, out, "--merge", "--workers", "1")
    assert code == 2 and "CANARY" not in said and "Traceback" not in said
    *_, last = told_lines = said.splitlines()[-5:]
    assert [line.partition(": ")[0] for line in told_lines[:4]] == [
        f"line {number}" for number in (2, 3, 4, 5)
    ]
    assert told_lines[0] == "line 2: FILE: This line is blank. Take it out, or put a record there."
    assert told_lines[3].endswith(" (and 1 more)")
    assert last == "4 record(s) have no papers. All of them: problems.jsonl in the folder of the papers."
    assert [one["line"] for one in rows(out, "problems.jsonl")] == [2, 3, 4, 5]
    with pikepdf.open(out / "merged-0001.pdf") as merged:
        assert len(merged.pages) == rows(out)[0]["all"]["pages"]
    before = tree(out)
    code, said = told(file, "--merge")
    assert code == 2 and said.startswith(
        "5 of 5 records, 4 with problems, all done before: nothing was changed\n"
    )
    assert tree(out) == before
    assert told(file, "--language", "es")[0] == 2
    file.write_bytes(lines(record("other")))
    code, said = told(file)
    assert code == 2 and said.startswith("--output: this folder holds the papers of another file")
    assert tree(out) == before


@pytest.mark.parametrize("content", [None, b""])
def test_a_file_that_is_missing_or_empty_is_bad_input(
    file: Path, out: Path, told: Any, content: bytes | None
) -> None:
    if content is not None:
        file.write_bytes(content)
    code, said = told(file)
    assert code == 2 and said.startswith("FILE: ") and said.count("\n") == 1
    assert not out.exists()


def test_a_folder_in_the_place_of_the_file_is_bad_input(tmp_path: Path, told: Any) -> None:
    assert told(tmp_path)[0] == 2


def test_an_empty_standard_input_is_bad_input(out: Path, told: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert told("-") == (2, "FILE: The file is empty. Give at least one record.\n")
    assert not out.exists()


def test_a_folder_with_other_files_is_left_alone(file: Path, out: Path, told: Any) -> None:
    file.write_bytes(lines(record("r1")))
    out.mkdir()
    (out / "diary.txt").write_text("mine")
    code, said = told(file)
    assert code == 2 and said.startswith("--output: ")
    assert [entry.name for entry in out.iterdir()] == ["diary.txt"]


def test_a_second_run_at_the_same_moment_is_refused(file: Path, out: Path, told: Any) -> None:
    file.write_bytes(lines(record("r1")))
    with Places(out).locked():
        assert told(file) == (
            2,
            "--output: papers are being written there at this moment. Wait for the end of that.\n",
        )


def test_a_form_that_is_wanted_and_not_installed_is_told(file: Path, out: Path, told: Any) -> None:
    file.write_bytes(lines(record("r1")))
    code, said = told(file, "--official")
    assert code == 2 and "official_forms add" in said
    assert not out.exists()


@pytest.mark.parametrize("typed", ["0", "-1", "two", "1.5", "²"])
def test_workers_are_a_whole_number(file: Path, out: Path, typed: str) -> None:
    with pytest.raises((SystemExit, CommandError)):
        call_command("packets", str(file), f"--output={out}", f"--workers={typed}")


def test_a_folder_that_cannot_be_made_is_a_failure_in_one_line(file: Path, tmp_path: Path, told: Any) -> None:
    file.write_bytes(lines(record("r1")))
    (tmp_path / "plain").write_text("a file")
    code, said = told(file, "--output", str(tmp_path / "plain" / "out"))
    assert (code, said.count("\n")) == (1, 1) and said.startswith("--output: ")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_a_failure(file: Path, out: Path, told: Any) -> None:
    file.write_bytes(lines(record("r1")))
    out.mkdir(mode=0o500)
    assert told(file)[0] == 1


@pytest.mark.long
def test_a_folder_too_full_for_a_paper_is_a_failure_and_a_later_start_goes_on(file: Path, out: Path) -> None:
    file.write_bytes(lines(record("r1")))
    script = "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))"
    run = f"{script}; sys.argv = {['manage.py', 'packets', str(file), '--output', str(out)]!r}"
    go = "from django.core.management import execute_from_command_line as go; go(sys.argv)"
    code, said = python(f"{run}; {go}", tmp=out.parent)
    assert code == 1 and said.endswith("Check the folder and the free space, then run again.\n")
    assert "Traceback" not in said and sorted(entry.name for entry in out.iterdir()) == [".packets"]
    code, _ = finished(file, out)
    assert code == 0 and (out / "r1" / "all.pdf").exists()


def python(script: str, *, tmp: Path) -> tuple[int, str]:
    process = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=False,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "clearrecord.settings",
            "CLEARRECORD_OFFICIAL_FORMS": str(tmp),
        },
    )
    return process.returncode, process.stderr


@pytest.mark.long
def test_standard_input_gives_what_the_file_gives(file: Path, tmp_path: Path) -> None:
    file.write_bytes(lines(*many(3)))
    assert finished(file, tmp_path / "one")[0] == 0
    assert finished("-", tmp_path / "two", given=file.read_bytes())[0] == 0
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


@pytest.mark.long
def test_the_number_of_workers_changes_nothing(file: Path, tmp_path: Path) -> None:
    file.write_bytes(lines(*many(301), "not JSON"))
    for workers in ("1", "2", "3"):
        assert finished(file, tmp_path / workers, "--workers", workers, "--merge")[0] == 2
    assert tree(tmp_path / "1") == tree(tmp_path / "2") == tree(tmp_path / "3")
    with pikepdf.open(tmp_path / "1" / "merged-0002.pdf") as second:
        assert str(second.Root.Outlines.First.Title) == "r00250"


@pytest.mark.long
def test_volumes_may_be_asked_for_later_and_each_is_made_once(file: Path, out: Path) -> None:
    file.write_bytes(lines(*many(251)))
    assert finished(file, out)[0] == 0
    before = tree(out)
    assert finished(file, out, "--merge")[0] == 0
    whole = tree(out)
    assert whole.keys() - before.keys() == {"merged-0001.pdf", "merged-0002.pdf"}
    (out / "merged-0002.pdf").unlink()
    (out / "r00000" / "all.pdf").write_bytes(b"changed")  # in the first volume, which is there
    code, said = finished(file, out, "--merge")
    assert code == 0 and "1 of 1 volumes joined" in said
    assert tree(out)["merged-0002.pdf"] == whole["merged-0002.pdf"]
    (out / "merged-0001.pdf").unlink()
    code, said = finished(file, out, "--merge")
    assert code == 1 and said.startswith("--merge: papers in the folder were changed")


@pytest.mark.long
def test_an_installed_form_is_used_and_another_choice_is_another_run(
    file: Path, tmp_path: Path, out: Path, told: Any, settings: Settings
) -> None:
    forms = tmp_path / "forms"
    add(check_addition(stand_in(), mapping=None), folder=forms, on=date(2026, 11, 25))
    file.write_bytes(lines(record("r1")))
    assert finished(file, out, environment={"CLEARRECORD_OFFICIAL_FORMS": str(forms)})[0] == 0
    assert [paper["edition"][:6] for paper in rows(out)[0]["cases"][0]["papers"]][1] == "CR-400"
    noted = json.loads((out / ".packets" / "run.json").read_bytes())["official"]
    assert noted["edition"] == "CR-400 Rev. January 1, 2024" and len(noted["sha256"]) == 64
    settings.OFFICIAL_FORMS_DIR = str(forms)
    call_command("packets", str(file), "--output", str(out), "--official")
    assert told(file, "--no-official")[0] == 2
