"""One lot: what can be printed is, what cannot is told by line and reason, and nothing typed is repeated."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from petitions.documents.build import build_packet
from petitions.documents.folder import MANIFEST
from petitions.documents.official.form import OfficialForm
from petitions.documents.official.store import check_addition
from petitions.exchange.packet_input import read_packet_input
from petitions.exchange.packet_run import lot_work
from petitions.exchange.packet_run.lot_work import FAULT, print_lot
from petitions.exchange.packet_run.lots import cut
from petitions.exchange.packet_run.places import Places
from petitions.exchange.packet_run.task import Done, Task
from tests.documents.bulk.looked_at import NEAR, farthest
from tests.documents.official.stand_in import stand_in
from tests.exchange.packet_run.runs import case, lines, many, record, rows, tree

ON = date(2026, 11, 24)
BAD: tuple[tuple[str | dict[str, Any], str], ...] = (
    ('{"id": "CANARY", ', "FILE"),
    ("CANARY", "FILE"),
    ("", "FILE"),
    ("[7]", "FILE"),
    ('{"id": "CANARY", "id": "CANARY"}', "FILE"),
    (record(None), "id"),
    (record("CANARY/CANARY"), "id"),
    (record("GOOD"), "id"),
    ({key: value for key, value in record("r1").items() if key != "filing"}, "filing"),
    (record("r2", cases=[{**case(), "waive_appearance": None}]), "filing.cases[0].waive_appearance"),
    (record("r3", cases=[case(county="CANARY")]), "filing.cases[0].county"),
    (record("r4", counts=10_000), "convictions"),
    (record("r5", counts=201), "filing.cases[0]"),
    (record("r6", name_on_case="CANARY \U0001f600"), "filing.name_on_case"),
    (record("r7", name_on_case="CANARY \ue000"), "filing.name_on_case"),
    ({**record("r8"), "on": "2016-01-01"}, "on"),
    (record("r9", conviction={"offense_date": "CANARY"}), "convictions[0].offense_date"),
)


def printed(
    folder: Path, *records: Any, official: OfficialForm | None = None, order: Sequence[int] | None = None
) -> tuple[list[Done], Path]:
    """Print records by the worker's own function, lot by lot, here."""
    folder.mkdir()
    file, out = folder / "records.ndjson", folder / "out"
    file.write_bytes(lines(*records))
    task, places = Task(file, out, "en", ON, official), Places(out)
    with places.locked():
        lots = cut(file).lots
        places.begin({})
        done = [print_lot(lots[number], task=task) for number in order or range(len(lots))]
        places.finish(len(lots))
    return done, out


def test_bad_lines_are_told_with_line_and_reason_while_the_rest_is_printed(tmp_path: Path) -> None:
    given = [record("good"), *(line for line, _ in BAD), record("last")]
    [done], out = printed(tmp_path / "run", *given)
    assert (done.printed, done.problems) == (2, len(BAD))
    told = rows(out, "problems.jsonl")
    assert [(one["line"], one["problems"][0]["path"]) for one in told] == [
        (number, path) for number, (_, path) in enumerate(BAD, start=2)
    ]
    assert all(problem["problem"].endswith(".") for one in told for problem in one["problems"])
    assert "CANARY" not in (out / "problems.jsonl").read_text(encoding="utf-8")
    assert [(row["id"], row["line"]) for row in rows(out)] == [("good", 1), ("last", len(given))]
    assert sorted(path.name for path in out.iterdir() if path.is_dir()) == [".packets", "good", "last"]


def test_the_manifest_has_no_name_and_no_address(tmp_path: Path) -> None:
    _, out = printed(tmp_path / "run", record("r1", name_on_case="Maria Canary"))
    assert "Canary" not in (out / "manifest.jsonl").read_text(encoding="utf-8")
    [row] = rows(out)
    assert {key: value for key, value in row.items() if key not in ("id", "line")} == json.loads(
        (out / "r1" / MANIFEST).read_text(encoding="utf-8")
    )


def test_a_folder_holds_what_packet_prints(tmp_path: Path) -> None:
    same_as_packet(
        tmp_path, record("r1", counts=2, name_on_case="José Muñoz Ejemplo", phone="(510) 555-0100")
    )


@pytest.mark.long
def test_a_folder_on_the_official_form_holds_what_packet_prints(tmp_path: Path) -> None:
    form = check_addition(stand_in(), mapping=None).form
    given = [record(f"r{number}", name_on_case=f"Maria {'Example ' * number}") for number in (1, 2, 5)]
    same_as_packet(tmp_path, *given, official=form)


def same_as_packet(folder: Path, *records: Any, official: OfficialForm | None = None) -> None:
    """Compare each file with the one that the packet command writes: papers, pages, convictions, letters."""
    _, out = printed(folder / "run", *records, official=official)
    for one, row in zip(records, rows(out), strict=True):
        made, filing = read_packet_input(one)
        packet = build_packet(made, filing=filing, language="en", on=ON, official=official)
        del row["id"], row["line"]
        assert without_digests(row) == without_digests(packet.manifest)
        for file in packet.files:
            content = (out / one["id"] / file.path).read_bytes()
            with pikepdf.open(out / one["id"] / file.path) as opened:
                assert len(opened.pages) == file.pages
            assert farthest(content, file.content) <= NEAR


def without_digests(manifest: Any) -> Any:
    if isinstance(manifest, dict):
        return {key: without_digests(value) for key, value in manifest.items() if key != "sha256"}
    return [without_digests(one) for one in manifest] if isinstance(manifest, list) else manifest


@pytest.mark.long
def test_letters_of_no_alphabet_go_through_the_full_lane(tmp_path: Path) -> None:
    [done], out = printed(tmp_path / "run", record("r1", name_on_case="Մարիա Example"))
    assert done == Done(printed=1, by_full_lane=1, problems=0)
    assert (out / "r1" / "all.pdf").exists()


def test_a_fault_of_ours_costs_one_record_its_papers_and_tells_nothing_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_on(data: object) -> Any:
        made, filing = read_packet_input(data)
        if filing.name_on_case == "CANARY":
            raise KeyError(filing.name_on_case)
        return made, filing

    monkeypatch.setattr(lot_work, "read_packet_input", break_on)
    _, out = printed(tmp_path / "run", record("r1", name_on_case="CANARY"), record("r2"))
    assert rows(out, "problems.jsonl") == [{"line": 1, "problems": [{"path": "FILE", "problem": FAULT}]}]
    assert [row["id"] for row in rows(out)] == ["r2"]


def test_a_record_folder_of_a_killed_start_is_put_aside(tmp_path: Path) -> None:
    _, first = printed(tmp_path / "first", record("r1"))
    file, out = tmp_path / "first" / "records.ndjson", tmp_path / "second"
    left = out / "r1" / "case-1"
    with Places(out).locked():
        Places(out).begin({})
        left.mkdir(parents=True)
        (left / "half.pdf").write_bytes(b"%PDF")
        print_lot(cut(file).lots[0], task=Task(file, out, "en", ON))
        Places(out).finish(1)
    assert tree(out) == tree(first)


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(1, 5))])
def test_the_order_of_the_lots_changes_nothing(tmp_path: Path, seed: int) -> None:
    given = [*many(120), "not JSON", record("r00001")]
    order = [0, 1, 2]
    random.Random(seed).shuffle(order)
    _, one = printed(tmp_path / "one", *given)
    _, two = printed(tmp_path / "two", *given, order=order)
    assert tree(one) == tree(two)
