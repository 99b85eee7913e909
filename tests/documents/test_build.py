"""Building and writing a packet: its files, its manifest and its folder."""

from __future__ import annotations

import hashlib
import io
import json
from functools import lru_cache
from pathlib import Path

import pikepdf
import pytest

from petitions.documents.build import BuiltPacket, print_packets
from petitions.documents.folder import FolderInUse, manifest_text, write_folder
from petitions.law.terms import Outcome, Relief, Track
from tests.documents.samples import a_conviction, a_determination, a_filing, a_filing_case, packets


@lru_cache(maxsize=1)
def two_cases() -> BuiltPacket:
    return print_packets(
        packets(
            convictions=(
                a_conviction("c1"),
                a_conviction("c2", county="Alameda", case_number="H2"),
                a_conviction("c3", case_number="X3"),
            ),
            determinations=(
                a_determination("c1"),
                a_determination("c2"),
                a_determination("c3", outcome=Outcome.NOT_COVERED_DATE, track=Track.FALLBACK),
            ),
            filing=a_filing(
                a_filing_case(), a_filing_case(county="Alameda", case_number="H2", proposed_order=False)
            ),
        )
    )


def nothing_to_file() -> BuiltPacket:
    nothing = a_determination(track=Track.FALLBACK, outcome=Outcome.NO_LESSER_OFFENSE, ceiling=Relief.NONE)
    return print_packets(packets(determinations=(nothing,)))


def test_the_files_are_named_by_the_paper_alone() -> None:
    assert [file.path for file in two_cases().files] == [
        "case-1/cover-sheet.pdf",
        "case-1/petition.pdf",
        "case-1/proof-of-service.pdf",
        "case-1/proposed-order.pdf",
        "case-1/packet.pdf",
        "case-2/cover-sheet.pdf",
        "case-2/petition.pdf",
        "case-2/proof-of-service.pdf",
        "case-2/packet.pdf",
        "all.pdf",
    ]


def test_the_manifest_states_pages_and_digests_as_they_are() -> None:
    built = two_cases()
    stated = [one for case in built.manifest["cases"] for one in (*case["papers"], case["packet"])]
    for entry in (*stated, built.manifest["all"]):
        file = built.file(entry["file"])
        assert file is not None
        assert entry["sha256"] == hashlib.sha256(file.content).hexdigest()
        with pikepdf.open(io.BytesIO(file.content)) as opened:
            assert entry["pages"] == len(opened.pages)


def test_the_manifest_names_case_paper_and_edition() -> None:
    manifest = two_cases().manifest
    assert [(case["county"], case["case_number"]) for case in manifest["cases"]] == [
        ("Los Angeles", "BA198765"),
        ("Alameda", "H2"),
    ]
    assert manifest["cases"][1]["papers"][1]["document"] == "petition"
    assert all(paper["edition"] for case in manifest["cases"] for paper in case["papers"])
    assert manifest["not_filed"] == [{"conviction": "c3", "outcome": "NOT_COVERED_DATE"}]


def test_with_nothing_to_file_there_is_only_the_manifest(tmp_path: Path) -> None:
    built = nothing_to_file()
    write_folder(built, folder=tmp_path / "out")
    assert [entry.name for entry in (tmp_path / "out").iterdir()] == ["manifest.json"]
    assert built.manifest["all"] is None and built.manifest["cases"] == []


def test_the_folder_holds_what_the_manifest_says(tmp_path: Path) -> None:
    built = two_cases()
    write_folder(built, folder=tmp_path / "new" / "out")
    folder = tmp_path / "new" / "out"
    assert json.loads((folder / "manifest.json").read_text()) == built.manifest
    assert {str(path.relative_to(folder)) for path in folder.rglob("*.pdf")} == {
        file.path for file in built.files
    }
    assert manifest_text(built).endswith("}\n")
    assert [entry.name for entry in (tmp_path / "new").iterdir()] == ["out"]


def test_an_earlier_packet_is_replaced_whole(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    write_folder(two_cases(), folder=folder)
    write_folder(nothing_to_file(), folder=folder)
    assert [entry.name for entry in folder.iterdir()] == ["manifest.json"]


@pytest.mark.parametrize(
    "stray", ["notes.txt", "case-1/notes.txt", "case-0/petition.pdf", "case-1/packet.pdf/x"]
)
def test_a_folder_with_anything_else_in_it_is_left_alone(tmp_path: Path, stray: str) -> None:
    (tmp_path / stray).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / stray).write_text("mine")
    with pytest.raises(FolderInUse):
        write_folder(two_cases(), folder=tmp_path)
    assert (tmp_path / stray).read_text() == "mine"


def test_a_file_or_a_link_in_the_folders_place_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "link").symlink_to(tmp_path)
    for name in ("file", "link"):
        with pytest.raises(FolderInUse):
            write_folder(two_cases(), folder=tmp_path / name)


def test_a_link_with_the_name_of_a_paper_is_left_alone(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "out", tmp_path / "elsewhere.pdf"
    folder.mkdir()
    elsewhere.write_text("mine")
    (folder / "all.pdf").symlink_to(elsewhere)
    with pytest.raises(FolderInUse):
        write_folder(two_cases(), folder=folder)
    assert (folder / "all.pdf").is_symlink() and elsewhere.read_text() == "mine"


def test_a_failure_leaves_the_earlier_packet_and_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "out"
    write_folder(nothing_to_file(), folder=folder)

    def fail(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(Path, "write_bytes", fail)
    with pytest.raises(OSError, match="no space"):
        write_folder(two_cases(), folder=folder)
    assert [entry.name for entry in tmp_path.iterdir()] == ["out"]
    assert [entry.name for entry in folder.iterdir()] == ["manifest.json"]


def test_a_failed_swap_puts_the_earlier_packet_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "out"
    write_folder(two_cases(), folder=folder)
    rename = Path.rename

    def fail_on_new(self: Path, target: Path) -> Path:
        if self.name == "new":
            raise OSError("refused")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail_on_new)
    with pytest.raises(OSError, match="refused"):
        write_folder(nothing_to_file(), folder=folder)
    assert (folder / "all.pdf").exists()
    assert [entry.name for entry in tmp_path.iterdir()] == ["out"]


def test_no_path_carries_a_name_or_a_case_number(tmp_path: Path) -> None:
    write_folder(two_cases(), folder=tmp_path / "out")
    paths = " ".join(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*"))
    assert "BA198765" not in paths and "Maria" not in paths
