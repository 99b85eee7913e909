"""Papers go into one ZIP file that any program opens, however many they are."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from petitions.records.private_folder import PrivateFolder
from petitions.records.reviews.vault import Vault
from petitions.review.papers.archive import write_archive


def archive(folder: Path, files: int) -> list[zipfile.ZipInfo]:
    vault = Vault(PrivateFolder(folder / "vault"), b"k" * 32)
    vault.make()
    draft = vault.draft("zip")
    write_archive(
        draft, ((f"{number:07d}.{('pdf', 'csv')[number % 2]}", b"paper" * 9) for number in range(files))
    )
    draft.keep()
    with vault.open("zip") as opened, zipfile.ZipFile(opened) as read:
        last = read.infolist()[-1]
        assert read.read(last) == b"paper" * 9
        return read.infolist()


def test_each_entry_says_in_its_head_how_long_it_is(tmp_path: Path) -> None:
    found = archive(tmp_path, 5)
    assert [one.compress_type for one in found] == [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED] * 2 + [0]
    assert all(
        not one.flag_bits & 8 for one in found
    )  # no length behind the entry, which some programs cannot read


@pytest.mark.long
def test_more_entries_than_an_old_zip_file_can_name(tmp_path: Path) -> None:
    assert len(archive(tmp_path, 70_000)) == 70_000
