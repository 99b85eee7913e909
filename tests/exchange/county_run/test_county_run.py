"""A run for a county: every paper and list, a manifest that can be opened, and nothing where there is no case number."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from pkgutil import resolve_name
from typing import Any, Self

import pikepdf
import pytest
from openpyxl import load_workbook

from petitions.documents.bulk.lane import BulkLane
from petitions.exchange.county_cases import read_office
from petitions.exchange.county_run import lot_work, printing
from petitions.exchange.county_run.courts import sort_by_court
from petitions.exchange.county_run.lot_work import FAULT
from petitions.exchange.county_run.run import run_county_papers
from petitions.exchange.county_run.task import CountyTask
from petitions.exchange.runs.crew import Crew
from petitions.exchange.runs.folder import OtherRun
from petitions.exchange.safe_cells import plain_cell
from tests.exchange.county_run.county_runs import OFFICE, case, count, inputs, many, table

LANE = BulkLane()
"""One for all tests: each shape of a paper is laid out once."""


class Here:
    """Does the jobs of a crew in this process, so that a test need not start others."""

    def __init__(self, *, task: CountyTask, workers: int) -> None:
        self._task = task

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None: ...

    def each(self, jobs: Any, *, work: str) -> Any:
        return (resolve_name(work)(job, task=self._task) for job in jobs)

    def let_go(self) -> None: ...


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    assert {name for name in vars(Crew) if not name.startswith("_")} == {"each", "let_go"}
    monkeypatch.setattr("petitions.exchange.county_run.run.Crew", Here)
    monkeypatch.setattr(printing, "_lane", lambda shelf: LANE)


def run(folder: Path, *cases: Any, merge: bool = False, office: Any = None) -> Path:
    folder.mkdir(exist_ok=True)
    given, _ = inputs(folder, *cases)
    task = CountyTask(given, folder / "out", read_office(office or OFFICE))
    run_county_papers(task, workers=1, tell=lambda _: None, merge=merge)
    return folder / "out"


def test_each_case_has_a_motion_and_an_order_as_the_manifest_says(tmp_path: Path) -> None:
    out = run(tmp_path, case(), case(case_number="BA2", counts=[count(), count(relief=None)]))
    rows = table(out / "manifest.csv")
    assert [row["Paper"] for row in rows] == [
        *("bulk motion", "bulk order", "list", "list", "list"),
        *("motion", "order", "motion", "order"),
    ]
    for row in rows:
        content = (out / row["File"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == row["SHA-256"]
        if row["File"].endswith(".pdf"):
            with pikepdf.open(out / row["File"]) as opened:
                assert len(opened.pages) == int(row["Pages"])
    assert rows[0]["Asked"] == "2 convictions in 2 cases"
    assert [(row["Case Number"], row["Asked"]) for row in rows[5::2]] == [
        ("BA1", "§ 11359 dismiss and seal"),
        ("BA2", "§ 11359 dismiss and seal"),
    ]
    assert rows[-1]["Left Out"] == "count 2: hand review is not done"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (case(case_number=None), "no case number"),
        (case(case_number="BA1; BA2"), "more than one case number: choose one"),
        (case(name=None), "no name"),
        (case(county="Narnia"), "not a county of California"),
        (case(sentence="in_custody"), "sentence not completed: file a petition for this person alone"),
        (case(counts=[]), "no count to ask for"),
        (case(counts=[count(relief=None)]), "no count to ask for"),
        (case(), "an earlier line has the same case and name"),
        (case(name=" EXAMPLE,MARIA "), "an earlier line has the same case and name"),
        (case(name="CANARY \ue000"), "case.name: This has a sign that a court paper cannot show."),
        ("CANARY", "This line is not JSON. Check column 1."),
        ("", "This line is blank. Take it out, or put a record there."),
    ],
)
def test_a_case_without_papers_is_told_with_one_reason(tmp_path: Path, line: Any, why: str) -> None:
    out = run(tmp_path, case(), line, case(case_number="BA3"))
    rows = table(out / "manifest.csv")
    [told] = [row for row in rows if row["Not Made"]]
    assert (told["Line"], told["File"]) == ("2", "") and told["Not Made"].startswith(why)
    assert "CANARY" not in (out / "manifest.csv").read_text(encoding="utf-8")
    assert len(list((out / "papers").rglob("*.pdf"))) == 4
    assert [row["Case Number"] for row in table(out / "courts/001/list.csv")] == ["BA1", "BA3"]


def test_two_defendants_of_one_case_have_papers_each(tmp_path: Path) -> None:
    out = run(tmp_path, case(), case(name="SAMPLE,JO"))
    assert len(list((out / "papers").rglob("*.pdf"))) == 4
    assert table(out / "manifest.csv")[0]["Asked"] == "2 convictions in 2 cases"


def test_no_name_of_a_file_and_no_manifest_names_a_person(tmp_path: Path) -> None:
    out = run(tmp_path, *(case(name=f"CANARY,JO{number}", case_number=f"B{number}") for number in range(3)))
    names = [str(path.relative_to(out)) for path in out.rglob("*") if ".packets" not in path.parts]
    assert all(
        re.fullmatch(r"(papers|courts)(/\d+(/(\d{7}-)?[a-z]+\.(pdf|csv|xlsx))?)?|[a-z]+\.(csv|jsonl)", name)
        for name in names
    ), names
    for name in ("manifest.csv", "manifest.jsonl", "problems.jsonl"):
        assert "CANARY" not in (out / name).read_text(encoding="utf-8")


HOSTILE = ("=1+1", "@SUM(A1)", "+1", "-1", "'=1", '=cmd|"/c calc"!A0')


def test_no_cell_of_a_list_or_the_manifest_is_a_formula(tmp_path: Path) -> None:
    out = run(
        tmp_path, *(case(name=one, case_number=one, court=one) for one in HOSTILE), case(case_number=None)
    )
    for path in (out / "manifest.csv", *out.glob("courts/*/list.csv")):
        for row in table(path):
            assert not any(cell.startswith(("=", "+", "-", "@", "＝")) for cell in row.values())
    cells = [
        cell
        for path in out.glob("courts/*/list.xlsx")
        for row in load_workbook(path).active.iter_rows()
        for cell in row
    ]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert {plain_cell(cell.value) for cell in cells if cell.value} >= set(HOSTILE)


def test_a_list_has_a_line_a_count_the_case_number_first(tmp_path: Path) -> None:
    counts = [count(), count(section="11357", subdivision="A", relief="infraction", ground="lesser_today")]
    out = run(tmp_path, case(case_number="BA10"), case(case_number="BA9", name="SAMPLE,JO", counts=counts))
    rows = table(out / "courts/001/list.csv")
    assert next(iter(rows[0])) == "Case Number"
    assert [(row["Case Number"], row["Section"], row["Relief Asked"]) for row in rows] == [
        ("BA9", "§ 11359", "dismiss and seal"),
        ("BA9", "§ 11357(a)", "infraction"),
        ("BA10", "§ 11359", "dismiss and seal"),
    ]
    sheet = load_workbook(out / "courts/001/list.xlsx").active
    assert [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)] == [
        list(rows[0]),
        *[list(row.values()) for row in rows],
    ]


def test_each_court_has_its_own_papers(tmp_path: Path) -> None:
    out = run(tmp_path, *many(12))
    courts = {
        row["Court"]: row["File"] for row in table(out / "manifest.csv") if row["Paper"] == "bulk motion"
    }
    assert courts == {
        "": "courts/001/motion.pdf",
        "Alhambra Courthouse": "courts/002/motion.pdf",
        "Compton Courthouse": "courts/003/motion.pdf",
    }
    listed = [{row["Courthouse"] for row in table(path)} for path in sorted(out.glob("courts/*/list.csv"))]
    assert listed == [{""}, {"Alhambra Courthouse"}, {"Compton Courthouse"}]


def test_a_court_without_a_case_that_has_papers_has_none_either(tmp_path: Path) -> None:
    out = run(tmp_path, case(), case(court="Compton Courthouse", case_number=None))
    assert [path.name for path in (out / "courts").iterdir()] == ["001"]


def test_letters_of_no_alphabet_go_through_the_full_lane(tmp_path: Path) -> None:
    out = run(tmp_path, case(name="Մարիա Example"), case(case_number="BA2", name="W" * 150))
    assert len(list((out / "papers").rglob("*.pdf"))) == 4
    assert "Մարիա Example" in (out / "courts/001/list.csv").read_text(encoding="utf-8")


def test_volumes_hold_the_papers_of_a_court_in_the_order_of_numbers(tmp_path: Path) -> None:
    out = run(tmp_path, *(case(case_number=f"BA{number}") for number in (10, 9, 8)), merge=True)
    assert sorted(path.name for path in (out / "courts/001").glob("*-*.pdf")) == [
        "motions-0001.pdf",
        "orders-0001.pdf",
    ]
    with pikepdf.open(out / "courts/001/orders-0001.pdf") as volume, volume.open_outline() as outline:
        assert [line.title for line in outline.root] == ["BA8", "BA9", "BA10"]


def test_a_fault_of_ours_costs_one_case_its_papers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = lot_work.case_motion

    def faulty(found: Any, **given: Any) -> Any:
        if found.case_number == "BA2":
            raise ZeroDivisionError("CANARY")
        return whole(found, **given)

    monkeypatch.setattr(lot_work, "case_motion", faulty)
    out = run(tmp_path, case(), case(case_number="BA2"))
    [told] = [row for row in table(out / "manifest.csv") if row["Not Made"]]
    assert (told["Case Number"], told["Not Made"]) == ("BA2", FAULT)


def test_a_run_that_is_done_changes_nothing_and_one_of_another_office_is_refused(tmp_path: Path) -> None:
    out = run(tmp_path, *many(3))
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*.pdf")}
    assert run(tmp_path, *many(3)) == out
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*.pdf")} == before
    with pytest.raises(OtherRun):
        run(tmp_path, *many(3), office={**OFFICE, "attorney": "Robin Sample"})


def test_courts_are_told_apart_by_name_without_regard_to_case_and_spaces(tmp_path: Path) -> None:
    given, _ = inputs(
        tmp_path,
        case(court="Compton Courthouse"),
        case(court=" COMPTON  courthouse", county="LOS ANGELES", name="SAMPLE,JO"),
        case(court="Compton Courthouse", county="Alameda"),
    )
    found = sort_by_court(given)
    assert [(court.number, court.county, len(court.lines)) for court in found.courts] == [
        (1, "Alameda", 1),
        (2, "Los Angeles", 2),
    ]
    assert found.twice == frozenset()
