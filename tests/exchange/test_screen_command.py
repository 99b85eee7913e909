"""The ``screen`` command: one record, a list or one a line in, the same shape of determinations out."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone
from jsonschema import Draft202012Validator

from petitions.exchange import checks, dates_in, fields, json_files, record_files
from petitions.management.printing import NOT_WRITTEN

ROOT = Path(__file__).resolve().parents[2]
ON = "2026-11-24"
COUNT: dict[str, Any] = {
    "id": "c1",
    "jurisdiction": "california_adult",
    "outcome": "convicted",
    "county": "Los Ángeles county",
    "case_number": "BA000001",
    "code": "H&S",
    "section": "11357",
    "subdivision": "b",
    "prefix": "none",
    "level": "misdemeanor",
    "offense_date": "2005-03-02",
    "conviction_date": "2005-04",
    "age_at_offense": 30,
    "drug_form": "flower",
    "flower_grams": 10,
    "sentence_status": "completed",
    "later_relief": [],
}
RECORD: dict[str, Any] = {
    "id": "one",
    "on": ON,
    "petitioner": {"super_strike": "no", "sex_offense": "no"},
    "convictions": [
        COUNT,
        {**COUNT, "id": "c2", "case_number": "K2", "offense_date": "2018-01-01", "conviction_date": "2018"},
    ],
}
UNNAMED = {"convictions": [{"id": "c1", "jurisdiction": "federal"}]}
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def screen(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a runner of the command on a text: its exit code, what it printed and its complaints."""

    def run(content: str | bytes, *options: str, name: str = "record.json") -> tuple[int, str, str]:
        written = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
        file = name if name == "-" else str(tmp_path / name)
        if name == "-":
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(written)))
        else:
            Path(file).write_bytes(written)
        return called(capsys, file, *options)

    return run


def called(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = 0
    try:
        call_command("screen", *arguments)
    except SystemExit as left:
        code = int(left.code or 0)
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def lines(*records: object) -> str:
    return "".join(json.dumps(record) + "\n" for record in records)


def with_count(**facts: object) -> dict[str, Any]:
    return {**RECORD, "convictions": [{**COUNT, **facts}]}


def test_one_record_gives_one_answer(screen: Run) -> None:
    code, printed, complaints = screen(json.dumps(RECORD, indent=2))
    assert (code, complaints) == (0, "")
    answer = json.loads(printed)
    assert (answer["id"], answer["on"]) == ("one", ON)
    assert [(one["conviction"], one["outcome"]) for one in answer["determinations"]] == [
        ("c1", "DISMISS_SEAL"),
        ("c2", "NOT_COVERED_DATE"),
    ]
    assert answer["cases"][0]["county"] == "Los Ángeles county"
    assert (answer["cases"][0]["track"], answer["cases"][0]["sections"]) == ("APPLICATION_E", ["11357"])
    for reason in (reason for one in answer["determinations"] for reason in one["reasons"]):
        assert reason["text"] and reason["citations"] == list(map(str, reason["citations"]))


def test_an_answer_has_the_contracts_shape_and_no_other_key(screen: Run, shared: Path) -> None:
    text = (shared / "contracts" / "determination.schema.json").read_text(encoding="utf-8")
    schema = json.loads(text)
    answer = json.loads(screen(json.dumps(RECORD))[1])
    Draft202012Validator(schema).validate(answer)
    one = schema["properties"]["determinations"]["items"]["properties"]
    assert answer.keys() == schema["properties"].keys()
    assert answer["determinations"][0].keys() == one.keys()
    assert answer["cases"][0].keys() == set(schema["properties"]["cases"]["items"]["required"])


def test_a_list_gives_a_list_in_its_order(screen: Run) -> None:
    code, printed, _ = screen(json.dumps([RECORD, UNNAMED, {**RECORD, "id": "three"}]))
    assert code == 0
    assert [answer.get("id") for answer in json.loads(printed)] == ["one", None, "three"]


def test_a_list_of_one_stays_a_list(screen: Run) -> None:
    assert isinstance(json.loads(screen(json.dumps([RECORD]))[1]), list)


@pytest.mark.parametrize("name", ["records.ndjson", "RECORDS.NDJSON", "-"])
def test_a_record_a_line_gives_an_answer_a_line(screen: Run, name: str) -> None:
    code, printed, _ = screen(lines(RECORD, UNNAMED, {**RECORD, "id": "three"}), name=name)
    assert code == 0 and printed.endswith("}\n")
    assert [json.loads(line).get("id") for line in printed.splitlines()] == ["one", None, "three"]


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_the_last_line_may_end_or_not(screen: Run, end: str) -> None:
    code, printed, _ = screen(f"{json.dumps(RECORD)}{end}", name="records.ndjson")
    assert code == 0 and len(printed.splitlines()) == 1


@pytest.mark.parametrize("shape", [RECORD, [RECORD, UNNAMED]])
def test_a_dash_reads_one_record_or_a_list_too(screen: Run, shape: object) -> None:
    given = json.dumps(shape, indent=2)
    assert screen(given, name="-")[:2] == screen(given)[:2]
    assert screen(given, name="-")[0] == 0


def test_a_records_own_day_beats_the_commands(screen: Run) -> None:
    given = json.dumps([RECORD, UNNAMED])
    answers = json.loads(screen(given, "--on", "2020-02-29")[1])
    assert [answer["on"] for answer in answers] == [ON, "2020-02-29"]


def test_without_any_day_it_is_today(screen: Run) -> None:
    assert json.loads(screen(json.dumps(UNNAMED))[1])["on"] == timezone.localdate().isoformat()


def test_the_commands_day_is_the_last_for_any_date(screen: Run) -> None:
    late = json.dumps({"convictions": [{"id": "c1", "offense_date": "2020"}]})
    code, printed, complaints = screen(late, "--on", "2019-12-31")
    assert (code, printed) == (2, "")
    assert complaints == f"convictions[0].offense_date: {checks.STILL_TO_COME}\n"


@pytest.mark.parametrize("typed", ["", "today", "2026", "2026-02-30", "2026-11-24x", "24.11.2026"])
def test_a_day_of_the_command_that_is_none_is_bad_input(screen: Run, typed: str) -> None:
    code, printed, complaints = screen(json.dumps(RECORD), f"--on={typed}")
    assert (code, printed) == (2, "")
    assert complaints in {f"--on: {dates_in.NOT_A_DAY}\n", f"--on: {dates_in.NO_SUCH_DAY}\n"}


def test_a_day_before_the_act_is_bad_input(screen: Run) -> None:
    _, _, complaints = screen(json.dumps(RECORD), "--on", "2016-11-08")
    assert complaints == f"--on: {checks.BEFORE_THE_ACT}\n"


def test_every_problem_of_a_record_is_a_line_with_its_path(screen: Run) -> None:
    code, printed, complaints = screen(json.dumps({**with_count(level="x", county=7), "CANARY": "CANARY"}))
    assert (code, printed) == (2, "")
    told = complaints.splitlines()
    assert [line.partition(": ")[0] for line in told] == [
        "record",
        "convictions[0].county",
        "convictions[0].level",
    ]
    assert "CANARY" not in complaints


def test_problems_in_a_list_are_told_by_its_index(screen: Run) -> None:
    code, printed, complaints = screen(json.dumps([RECORD, 7, with_count(level="x"), {**RECORD, "x": 1}]))
    assert (code, printed) == (2, "")
    assert [line.partition(": ")[0] for line in complaints.splitlines()] == [
        "[1]",
        "[2].convictions[0].level",
        "[3]",
    ]


@pytest.mark.parametrize("name", ["records.ndjson", "-"])
def test_problems_in_lines_are_told_by_their_number_and_nothing_is_printed(screen: Run, name: str) -> None:
    good, bad = lines(RECORD), lines(with_count(level="x"))
    code, printed, complaints = screen(f"{good}\n{bad}{{\n7\n{good}", name=name)
    assert (code, printed) == (2, "")
    told = complaints.splitlines()
    assert told[0] == f"line 2: {json_files.BLANK_LINE}"
    assert told[1].startswith("line 3: convictions[0].level: Use one of these words")
    assert told[2] == f"line 4: {json_files.NO_JSON_IN_LINE.format(column=2)}"
    assert told[3:] == [f"line 5: record: {fields.NOT_AN_OBJECT}"]


GOOD = json.dumps(UNNAMED)
NO_JSON = json_files.NO_JSON.format


@pytest.mark.parametrize("name", ["record.json", "-"])
@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", json_files.NOTHING),
        (" \r\n", json_files.NOTHING),
        ("[]", record_files.EMPTY_LIST),
        ("{", NO_JSON(line=1, column=2)),
        ("{\n  'id': 1\n}", NO_JSON(line=2, column=3)),
        (GOOD[:-1], NO_JSON(line=1, column=len(GOOD))),
        ("\x00", NO_JSON(line=1, column=1)),
        ("\ufeff" + GOOD, json_files.BYTE_MARK),
        (GOOD.encode("utf-16"), json_files.NO_TEXT),
        (b'{"id": "\xff"}', json_files.NO_TEXT),
        ('{"convictions": NaN}', json_files.NO_NUMBER),
        ('{"convictions": -Infinity}', json_files.NO_NUMBER),
        ('{"convictions": [{"id": "c1", "id": "c2"}]}', json_files.SAME_NAME),
        ('{"convictions": ' + "9" * 5000 + "}", json_files.TOO_MANY_DIGITS),
        ("[" * 100_000, json_files.TOO_DEEP),
        ('{"a":' * 100_000, json_files.TOO_DEEP),
    ],
)
def test_what_is_no_json_is_bad_input_in_one_line(
    screen: Run, name: str, content: str | bytes, sentence: str
) -> None:
    assert screen(content, name=name) == (2, "", f"FILE: {sentence}\n")


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("\ufeff" + GOOD, json_files.BYTE_MARK),
        (b'{"id": "\xff"}', json_files.NO_TEXT),
        ('{"id": NaN}', json_files.NO_NUMBER),
        ('{"id": 1, "id": 1}', json_files.SAME_NAME),
        ("[" * 100_000, json_files.TOO_DEEP),
        ("9" * 5000, json_files.TOO_MANY_DIGITS),
        (GOOD + GOOD, json_files.NO_JSON_IN_LINE.format(column=len(GOOD) + 1)),
        ("  ", json_files.BLANK_LINE),
    ],
)
def test_a_line_that_is_no_json_is_told_by_its_number(screen: Run, line: str | bytes, sentence: str) -> None:
    written = line if isinstance(line, bytes) else line.encode()
    content = GOOD.encode() + b"\n" + written + b"\n"
    assert screen(content, name="records.ndjson") == (2, "", f"line 2: {sentence}\n")


def test_an_infinite_number_is_told_at_its_place(screen: Run) -> None:
    given = json.dumps(with_count()).replace('"flower_grams": 10', '"flower_grams": 1e400')
    code, _, complaints = screen(given)
    assert code == 2 and complaints.startswith("convictions[0].flower_grams: ")


def test_an_empty_file_of_lines_is_bad_input(screen: Run) -> None:
    assert screen("", name="records.ndjson") == (2, "", f"FILE: {json_files.NOTHING}\n")


@pytest.mark.parametrize("name", ["none.json", "none.ndjson", "", "a\x00b", "a\x00b.ndjson", "folder.ndjson"])
def test_a_file_that_cannot_be_read_is_bad_input(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (tmp_path / "folder.ndjson").mkdir()
    assert called(capsys, str(tmp_path / name)) == (2, "", f"FILE: {json_files.NO_FILE}\n")


def test_half_a_letter_does_not_break_the_answer(screen: Run) -> None:
    code, printed, _ = screen(json.dumps({**UNNAMED, "id": "\ud800\x07"}))
    assert code == 0
    assert json.loads(printed)["id"] == "\ud800\x07"


def test_a_caller_may_take_the_answer_as_text(tmp_path: Path) -> None:
    file, answer = tmp_path / "record.json", io.StringIO()
    file.write_text(GOOD, encoding="utf-8")
    call_command("screen", str(file), stdout=answer)
    assert json.loads(answer.getvalue())["determinations"][0]["conviction"] == "c1"


def run(*arguments: str, given: bytes, **told: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "manage.py", "screen", *arguments]
    told = os.environ | told
    return subprocess.run(
        command, cwd=ROOT, env=told, input=given, capture_output=True, timeout=120, check=False
    )


def test_it_writes_utf_8_whatever_the_terminal_speaks() -> None:
    told = run(
        "-", given=json.dumps(with_count()).encode(), LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii"
    )
    assert (told.returncode, told.stderr) == (0, b"")
    assert json.loads(told.stdout.decode("utf-8"))["cases"][0]["county"] == COUNT["county"]


def test_it_stops_quietly_when_nobody_reads_on(tmp_path: Path) -> None:
    file = tmp_path / "records.ndjson"
    file.write_text(lines(*[RECORD] * 400), encoding="utf-8")
    command = [sys.executable, "manage.py", "screen", str(file)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout and running.stderr
        running.stdout.read(10)
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_an_answer_that_cannot_be_written_is_a_failure() -> None:
    command = [sys.executable, "manage.py", "screen", "-"]
    with Path("/dev/full").open("wb") as full:
        left = subprocess.run(
            command,
            cwd=ROOT,
            input=GOOD.encode(),
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=120,
            check=False,
        )
    assert (left.returncode, left.stderr.decode()) == (1, f"{NOT_WRITTEN}\n")
