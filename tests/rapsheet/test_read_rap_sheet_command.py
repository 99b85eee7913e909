"""The ``read_rap_sheet`` command: the files of one sheet in, JSON out, and one clear line per problem."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from pypdf import PdfWriter

from petitions.exchange.json_files import NO_FILE
from petitions.management.commands import read_rap_sheet
from petitions.management.sheet_sentences import trouble_sentence
from petitions.rapsheet.engines import Engine
from petitions.rapsheet.extract import PageRead
from petitions.rapsheet.files.sheet_files import number_of_pages, pages_in, text_in
from petitions.rapsheet.files.unreadable import Unreadable
from petitions.rapsheet.pages import TextLine
from petitions.rapsheet.troubles import Trouble
from petitions.rapsheet.wording.unreadable import why_unreadable
from tests.rapsheet.texts import ARREST, COURT, HEAD, court, text_of

SHEET = text_of(f"{ARREST}\n- - - -\n{court()}")
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a runner of the command on contents of files: its exit code, what it printed and its complaints."""

    def command(*contents: str | bytes, options: tuple[str, ...] = ()) -> tuple[int, str, str]:
        names = [str(tmp_path / f"{place}.txt") for place in range(len(contents))]
        for name, content in zip(names, contents, strict=True):
            Path(name).write_bytes(content if isinstance(content, bytes) else content.encode())
        return called(capsys, *names, *options)

    return command


def called(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = 0
    try:
        call_command("read_rap_sheet", *arguments)
    except SystemExit as left:
        code = int(left.code or 0)
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def test_a_text_gives_what_it_says_and_its_facts(run: Run) -> None:
    code, printed, complaints = run(SHEET)
    answer = json.loads(printed)
    assert (code, complaints) == (0, "")
    assert answer["derived"]["convicted_counts"] == 1
    assert answer["facts"]["convictions"][0]["section"] == "11358"
    assert answer["fact_sources"]["convictions"][0]["lines"]["level"] == {"at": [[1, 15]], "check": False}


def test_files_are_pages_of_one_sheet_in_their_order(run: Run) -> None:
    first, second = SHEET.split("- - - -\n")
    whole, parted = json.loads(run(SHEET)[1]), json.loads(run(first, "- - - -\n" + second)[1])
    assert parted["cycles"] == whole["cycles"]
    assert parted["fact_sources"]["convictions"][0]["lines"]["level"]["at"] == [[2, 7]]


def test_a_dash_is_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SHEET.encode())))
    code, printed, _ = called(capsys, "-")
    assert code == 0 and json.loads(printed)["facts"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_text_may_be_written_as_other_computers_do(run: Run, encoding: str) -> None:
    text = SHEET.replace("SAMPLE,ALEX", "MUÑOZ,ALEX").encode(encoding)
    assert json.loads(run(text)[1])["personal_info"]["names"]["01"].endswith("OZ,ALEX")


def test_a_text_that_is_no_sheet_says_so_and_is_no_failure(run: Run) -> None:
    code, printed, complaints = run("Dear reader,\nthis is a letter.\n")
    assert (code, complaints) == (0, "")
    assert json.loads(printed) == {"error": "unparseable", "reason": "no cycle delimiter found"}


def test_every_file_that_cannot_be_read_is_named(run: Run) -> None:
    code, printed, complaints = run(SHEET, b"", b"\0\1\2")
    assert (code, printed) == (2, "")
    assert [line.partition(": ")[2] for line in complaints.splitlines()] == [
        why_unreadable("empty"),
        why_unreadable("wrong_type"),
    ]
    assert "1.txt" in complaints.splitlines()[0] and "2.txt" in complaints.splitlines()[1]


def test_files_that_are_not_there_are_bad_input(capsys: pytest.CaptureFixture[str]) -> None:
    code, printed, complaints = called(capsys, "nowhere.pdf", "nothing.png")
    assert (code, printed) == (2, "")
    assert complaints.splitlines() == [f"{name}: {NO_FILE}" for name in ("nowhere.pdf", "nothing.png")]


def test_a_pdf_is_opened_and_its_pages_counted(run: Run) -> None:
    code, printed, _ = run(pdf(pages=2), options=("--engine", "none"))
    assert code == 0
    assert json.loads(printed)["error"] == "unparseable"
    assert number_of_pages(pdf(pages=2)) == 2


@pytest.mark.parametrize(("code", "left"), [("busy", 1), ("too_slow", 2), ("too_many_pages", 2)])
def test_what_goes_wrong_while_reading_is_told(
    run: Run, monkeypatch: pytest.MonkeyPatch, code: str, left: int
) -> None:
    def fails(*_files: Any, **_options: Any) -> Iterator[PageRead]:
        raise Unreadable(code)
        yield

    monkeypatch.setattr(read_rap_sheet, "pages_in", fails)
    assert run(SHEET) == (left, "", f"FILE: {why_unreadable(code)}\n")


def test_a_page_that_was_not_read_well_is_told_and_the_rest_is_read(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = tuple(TextLine(line) for line in SHEET.splitlines())
    pages = [PageRead((), b"", True, Trouble.BLURRED), PageRead(lines, b"", False, None)]
    monkeypatch.setattr(read_rap_sheet, "pages_in", lambda *_files, **_options: iter(pages))
    code, printed, complaints = run(SHEET)
    assert (code, complaints) == (0, f"{trouble_sentence(1, Trouble.BLURRED)}\n")
    assert json.loads(printed)["facts"]


def test_a_person_at_a_terminal_sees_how_far_it_is(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(f"{HEAD}\f{COURT}")[2] == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert run(f"{HEAD}\f{COURT}")[2] == "Page 1 of 2.\nPage 2 of 2.\n"


def test_texts_and_pdfs_may_follow_one_another() -> None:
    pages = list(pages_in([b"A\fB", pdf(pages=1), b"C"], engine=Engine.NONE))
    assert [[line.text for line in page.lines] for page in pages] == [["A"], ["B"], [], ["C"]]


@pytest.mark.parametrize(
    "content", [b"", b"  \n", b"\0A", b"\xff\xfe\x00", b"\x81\x8d", b"\xff\xd8\xffA", b"%PDF-1.7"]
)
def test_what_is_no_text_is_not_taken_for_one(content: bytes) -> None:
    assert text_in(content) is None


@pytest.mark.parametrize("trouble", Trouble)
def test_every_trouble_of_a_page_has_its_sentence(trouble: Trouble) -> None:
    assert trouble_sentence(3, trouble).startswith("page 3: ")


def pdf(*, pages: int) -> bytes:
    """Make a PDF of empty pages."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(width=612, height=792)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()
