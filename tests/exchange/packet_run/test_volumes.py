"""Which records go in which volume."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from petitions.exchange.packet_run.task import Task
from petitions.exchange.packet_run.volume_work import write_volume
from petitions.exchange.packet_run.volumes import MOST, Entry, PapersChanged, Volume, volumes_left


def manifest(folder: Path, *, amount: int, without: tuple[int, ...] = ()) -> Path:
    rows = [
        {"id": f"r{number}", "all": None if number in without else {"sha256": f"{number:064d}"}}
        for number in range(amount)
    ]
    file = folder / "manifest.jsonl"
    file.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("amount", "sizes"), [(0, []), (1, [1]), (MOST, [MOST]), (MOST + 1, [MOST, 1]), (3 * MOST, [MOST] * 3)]
)
def test_a_volume_holds_as_many_records_as_it_may(tmp_path: Path, amount: int, sizes: list[int]) -> None:
    found = list(volumes_left(manifest(tmp_path, amount=amount)))
    assert [len(one.entries) for one in found] == sizes
    assert [entry.name for one in found for entry in one.entries] == [
        f"r{number}" for number in range(amount)
    ]
    assert [one.file for one in found] == [f"merged-{number:04d}.pdf" for number in range(1, len(sizes) + 1)]


def test_a_record_without_papers_is_passed_over(tmp_path: Path) -> None:
    [volume] = volumes_left(manifest(tmp_path, amount=4, without=(0, 2)))
    assert [entry.name for entry in volume.entries] == ["r1", "r3"]


def test_a_volume_that_is_there_is_not_made_again_and_the_others_keep_their_numbers(tmp_path: Path) -> None:
    file = manifest(tmp_path, amount=2 * MOST + 1)
    (tmp_path / "merged-0001.pdf").write_bytes(b"")
    assert [one.number for one in volumes_left(file)] == [2, 3]


@pytest.mark.parametrize("content", [None, b"other papers"])
def test_papers_that_are_gone_or_changed_are_never_joined(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "r1").mkdir()
        (tmp_path / "r1" / "all.pdf").write_bytes(content)
    with pytest.raises(PapersChanged):
        write_volume(
            Volume(1, (Entry("r1", "0" * 64),)), task=Task(tmp_path, tmp_path, "en", date(2026, 11, 24))
        )
    assert not (tmp_path / "merged-0001.pdf").exists()
