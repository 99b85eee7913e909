"""A review gives every row of its files back as it stands, with the cells that are added, however the work is cut."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest

from petitions.exchange.runs.folder import FolderNotEmpty, OtherRun
from petitions.review.columns import COLUMNS, CONDENSED
from petitions.review.reading.reasons import Reason
from petitions.review.running.bad_rows import BadRow
from petitions.review.running.progress import Progress
from petitions.review.running.run import InputChanged, Leftovers, NoRows, run_review
from tests.review.made_files import HEADER, file_of, row, table_of
from tests.review.running.engine import ADDED
from tests.review.running.runs import cut_small, order, papers, results, run

BAD = [
    b"no row",
    row().replace(b"COURT", b'CO"URT'),
    row().replace(b"#", b'"#'),
    row(SUBJECT_ID=""),
    row(PRI_DOB="19709999", SUBJECT_ID="7"),
    row(CNT_ORDER="", SUBJECT_ID="8"),
]


def lively(amount: int) -> list[bytes]:
    """Return rows of many kinds."""
    chance = Random(64)
    kinds = [
        {},
        {"COMMENT_TEXT": 'CHARGED AS "11359"'},
        {"COMMENT_TEXT": "ONE\nTWO, THREE\n"},
        {"COMMENT_TEXT": "PEÑA"},
        {"STP_ORI_CNTY_NAME": "ORANGE"},
        {"DISP_DESCR": ""},
    ]
    lines = [
        row(SUBJECT_ID=str(chance.randrange(20)), RECORD_ID=str(n), **chance.choice(kinds))
        for n in range(amount)
    ]
    for bad in BAD:
        lines.insert(chance.randrange(len(lines)), bad)
    lines.insert(9, row(COMMENT_TEXT="LATIN ?").replace(b"?", b"\xd1"))
    lines.insert(12, b"")
    return lines


def test_each_row_stands_in_the_results_with_its_cells(tmp_path: Path) -> None:
    lines = [
        row(RECORD_ID="a"),
        row(RECORD_ID="b", STP_ORI_CNTY_NAME="KERN"),
        row(RECORD_ID="c", DISP_DESCR="", COMMENT_TEXT='A "B"'),
    ]
    outcome = run(file_of(tmp_path / "a.csv", *lines), folder=tmp_path / "out")
    assert (outcome.rows, dict(outcome.problems)) == (3, {})
    cells = [["row 0", "3", "", ""], ["", "", "", ""], ["row 2", "3", 'A "B"', ""]]
    head, *rows = table_of(tmp_path / "out/All_Results.csv")
    given = table_of(tmp_path / "a.csv")[1:]
    assert head == [*COLUMNS, *ADDED]
    assert rows == [before + added for before, added in zip(given, cells, strict=True)]
    head, *rows = table_of(tmp_path / "out/All_Results_Condensed.csv")
    assert head == [*CONDENSED, *ADDED]
    kept = [[line[COLUMNS.index(name)] for name in CONDENSED] for line in given]
    assert rows == [before + added for before, added in zip(kept, cells, strict=True)]
    assert table_of(tmp_path / "out/Prop64_Results.csv")[1:] == [given[0] + cells[0]]
    assert json.loads((tmp_path / "out/summary.json").read_bytes()) == {
        "county": "LOS ANGELES",
        "people": 1,
        "rows": 3,
    }
    assert table_of(tmp_path / "out/problems.csv") == [["File", "Line", "Code", "Reason"]]


def test_results_are_for_the_eyes_of_who_ran_it(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir(mode=0o755)
    run(file_of(tmp_path / "a.csv", row()), folder=tmp_path / "out")
    assert {path.stat().st_mode & 0o777 for path in (tmp_path / "out").iterdir() if path.is_file()} == {0o600}


def test_problems_tell_file_line_and_reason_and_nothing_of_the_row(tmp_path: Path) -> None:
    first = file_of(tmp_path / "a.csv", row(), *BAD)
    second = file_of(tmp_path / "b.dat", *BAD[:1], row(), BAD[3], header=None)
    outcome = run(first, second, folder=tmp_path / "out")
    codes = ["WIDTH", "STRAY_QUOTE", "OPEN_QUOTE", "NO_PERSON", "BIRTH_DATE", "COUNT_KEY"]
    expected = [(first, line, code) for line, code in enumerate(codes, start=3)] + [
        (second, 1, "WIDTH"),
        (second, 3, "NO_PERSON"),
    ]
    found = table_of(tmp_path / "out/problems.csv")[1:]
    assert found == [[str(file), str(line), code, Reason(code).sentence] for file, line, code in expected]
    assert outcome.rows == 6 and outcome.problems["WIDTH"] == 2 and outcome.problems["NO_PERSON"] == 2


def test_a_row_without_a_person_is_given_back_without_cells(tmp_path: Path) -> None:
    run(file_of(tmp_path / "a.csv", row(), row(SUBJECT_ID="")), folder=tmp_path / "out")
    assert [line[95:] for line in table_of(tmp_path / "out/All_Results.csv")[1:]] == [
        ["row 0", "1", "", ""],
        [""] * 4,
    ]


@pytest.mark.parametrize(("piece", "share", "workers"), [(1, 1000, 2), (700, 5000, 1), (3000, 1 << 20, 2)])
def test_how_the_work_is_cut_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, piece: int, share: int, workers: int
) -> None:
    file = file_of(tmp_path / "a.csv", *lively(150))
    run(file, folder=tmp_path / "whole")
    monkeypatch.setattr("petitions.review.running.order._IN_ONE_SHARE", 0)
    cut_small(monkeypatch, piece=piece, share=share)
    run(file, folder=tmp_path / "cut", workers=workers)
    assert results(tmp_path / "cut") == results(tmp_path / "whole")


def test_two_files_are_as_one(tmp_path: Path) -> None:
    lines = lively(120)
    run(file_of(tmp_path / "a.csv", *lines), folder=tmp_path / "one")
    halves = [
        file_of(tmp_path / "b.csv", *lines[:70]),
        file_of(tmp_path / "c.dat", *lines[70:], header=None, end=b"\r\n"),
    ]
    run(*halves, folder=tmp_path / "two")
    one, two = results(tmp_path / "one"), results(tmp_path / "two")
    assert one.pop("problems.csv").count(b"\n") == two.pop("problems.csv").count(b"\n")
    assert two == one


def test_bytes_that_are_no_utf_8_come_out_as_they_went_in(tmp_path: Path) -> None:
    odd = row(COMMENT_TEXT="A?B, \uf7ff").replace(b"?", b"\xff")
    run(file_of(tmp_path / "a.csv", odd), folder=tmp_path / "out")
    added = b',row 0,1,"A\xffB, \xef\x9f\xbf",\n'
    assert (tmp_path / "out/All_Results.csv").read_bytes().splitlines(keepends=True)[1] == odd + added
    assert (
        (tmp_path / "out/All_Results_Condensed.csv")
        .read_bytes()
        .endswith(b'"A\xffB, \xef\x9f\xbf",#' + added)
    )


@pytest.mark.parametrize("lines", [[], [b"no row"], [row(SUBJECT_ID="")]])
def test_files_without_a_row_of_a_person_leave_nothing_behind(tmp_path: Path, lines: list[bytes]) -> None:
    with pytest.raises(NoRows):
        run(file_of(tmp_path / "a.csv", *lines), folder=tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_strict_stops_at_the_first_bad_row_of_the_files_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut_small(monkeypatch, piece=1, share=1 << 20)
    files = [file_of(tmp_path / "a.csv", *[row()] * 30), file_of(tmp_path / "b.csv", *[row()] * 30, *BAD)]
    with pytest.raises(BadRow) as raised:
        run(*files, folder=tmp_path / "out", strict=True, workers=2)
    assert (raised.value.file, raised.value.line, raised.value.reason) == (files[1], 32, Reason.WIDTH)
    assert not (tmp_path / "out").exists()


def test_a_folder_with_a_review_wants_to_be_told(tmp_path: Path) -> None:
    file = file_of(tmp_path / "a.csv", row())
    before = run(file, folder=tmp_path / "out")
    with pytest.raises(Leftovers):
        run(file, folder=tmp_path / "out")
    assert run(file, folder=tmp_path / "out", resume=True) == before


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    file = file_of(tmp_path / "a.csv", row())
    with pytest.raises(FolderNotEmpty):
        run(file, folder=tmp_path)


def test_other_files_or_choices_are_another_review(tmp_path: Path) -> None:
    file = file_of(tmp_path / "a.csv", row())
    run(file, folder=tmp_path / "out")
    for other in ({"county": "KERN"}, {"options": '{"flow": "other"}'}):
        with pytest.raises(OtherRun):
            run(file, folder=tmp_path / "out", resume=True, **other)
    file_of(tmp_path / "a.csv", row(), HEADER)
    with pytest.raises(OtherRun):
        run(file, folder=tmp_path / "out", resume=True)


def test_a_file_that_changes_meanwhile_is_told(tmp_path: Path) -> None:
    file = file_of(tmp_path / "a.csv", row())

    def change(_: Progress) -> None:
        file.write_bytes(file.read_bytes() + row())

    with pytest.raises(InputChanged):
        run_review(order(file, folder=tmp_path / "out"), tell=change, papers=papers)
    assert not (tmp_path / "out").exists()


class Stopped(Exception):
    """Raised in the middle of a run."""


@pytest.mark.long
@pytest.mark.parametrize("part", [0.0, 0.2, 0.4, 0.5, 0.6, 0.8])
def test_a_run_that_was_stopped_goes_on_and_ends_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: float
) -> None:
    cut_small(monkeypatch, piece=1500, share=9000)
    file = file_of(tmp_path / "a.csv", *lively(150))
    whole: list[Progress] = []
    run_review(order(file, folder=tmp_path / "whole"), tell=whole.append, papers=papers)
    after = 1 + int(part * len(whole))
    told: list[Progress] = []

    def stop(progress: Progress) -> None:
        told.append(progress)
        if len(told) == after:
            raise Stopped

    with pytest.raises(Stopped):
        run_review(order(file, folder=tmp_path / "out"), tell=stop, papers=papers)
    assert results(tmp_path / "out") == {}
    again: list[Progress] = []
    run_review(order(file, folder=tmp_path / "out", resume=True), tell=again.append, papers=papers)
    assert results(tmp_path / "out") == results(tmp_path / "whole")
    assert len(again) in {
        len(whole) - after,
        len(whole) - after - 1,
    }  # a job may have ended as the run was stopped


def test_after_the_computer_stopped_nothing_that_was_done_is_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = file_of(tmp_path / "a.csv", row())
    with pytest.raises(Stopped):
        run_review(order(file, folder=tmp_path / "out"), tell=_stop, papers=papers)
    monkeypatch.setattr("petitions.review.running.run._boot", lambda: "another start")
    told: list[Progress] = []
    run_review(order(file, folder=tmp_path / "out", resume=True), tell=told.append, papers=papers)
    assert len(told) == 3


def _stop(_: Progress) -> None:
    raise Stopped


def test_a_summary_can_be_had_without_spreadsheets(tmp_path: Path) -> None:
    file = file_of(tmp_path / "a.csv", *lively(20))
    run(file, folder=tmp_path / "out")
    run(file, folder=tmp_path / "short", spreadsheets=False)
    whole, short = results(tmp_path / "out"), results(tmp_path / "short")
    assert set(short) == {"problems.csv", "summary.json"}
    assert short == {name: whole[name] for name in short}
