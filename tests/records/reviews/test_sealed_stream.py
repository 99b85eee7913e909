"""A sealed file of any length gives back what was written, from any place, and nothing else."""

from __future__ import annotations

import io
import os
import random
from pathlib import Path

import pytest

from petitions.records.reviews.sealed_stream import CHUNK, UnsealingReader
from petitions.records.reviews.vault import Vault, VaultGone

SIZES = (0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 77)


def vault(tmp_path: Path) -> Vault:
    made = Vault(tmp_path / "reviews" / "one", os.urandom(32))
    made.make()
    return made


def only_file(made: Vault) -> Path:
    (path,) = made.path.iterdir()
    return path


@pytest.mark.parametrize("size", SIZES)
def test_what_was_written_in_parts_is_read_whole(tmp_path: Path, size: int) -> None:
    made, content = vault(tmp_path), os.urandom(size)
    draft = made.draft("file")
    for start in range(0, size, 65_537):
        draft.write(content[start : start + 65_537])
    draft.keep()
    assert made.get("file") == content
    assert draft.size == size


def test_any_part_is_read_alone(tmp_path: Path) -> None:
    made, content = vault(tmp_path), os.urandom(3 * CHUNK + 77)
    made.put("file", content)
    chance = random.Random(1)
    with made.reading("file") as file:
        for _ in range(50):
            start, length = chance.randrange(len(content)), chance.randrange(2 * CHUNK)
            file.seek(start)
            assert file.read(length) == content[start : start + length]
        assert file.seek(0, io.SEEK_END) == len(content)


@pytest.mark.parametrize("cut", [1, 16, CHUNK + 16])
def test_what_was_cut_off_is_noticed_on_opening(tmp_path: Path, cut: int) -> None:
    made = vault(tmp_path)
    made.put("file", os.urandom(2 * CHUNK + 5))
    path = only_file(made)
    path.write_bytes(path.read_bytes()[:-cut])
    with pytest.raises(VaultGone), made.reading("file"):
        pass


def test_chunks_that_were_swapped_are_noticed(tmp_path: Path) -> None:
    made = vault(tmp_path)
    made.put("file", os.urandom(3 * CHUNK + 5))
    path, whole = only_file(made), CHUNK + 16
    sealed = path.read_bytes()
    head, first, second, rest = (
        sealed[:16],
        sealed[16 : 16 + whole],
        sealed[16 + whole : 16 + 2 * whole],
        sealed[16 + 2 * whole :],
    )
    path.write_bytes(head + second + first + rest)
    with pytest.raises(VaultGone):
        made.get("file")


def test_a_file_opens_under_its_own_name_and_key_alone(tmp_path: Path) -> None:
    made = vault(tmp_path)
    made.put("one", b"content")
    made.put("two", b"other")
    names = {path.name for path in made.path.iterdir()}
    assert not {"one", "two"} & names
    places = {name: made._place(name) for name in ("one", "two")}
    places["one"].replace(places["two"])
    with pytest.raises(VaultGone):
        made.get("two")
    assert not Vault(made.path, os.urandom(32)).has("two")


def test_files_are_for_their_owner_alone(tmp_path: Path) -> None:
    made = vault(tmp_path)
    made.put("file", b"content")
    assert only_file(made).stat().st_mode & 0o777 == 0o600
    assert made.path.stat().st_mode & 0o777 == 0o700


def test_a_draft_that_is_dropped_leaves_nothing(tmp_path: Path) -> None:
    made = vault(tmp_path)
    draft = made.draft("file")
    draft.write(b"x" * 3 * CHUNK)
    draft.drop()
    assert list(made.path.iterdir()) == []


def test_the_same_content_is_sealed_otherwise_each_time(tmp_path: Path) -> None:
    made = vault(tmp_path)
    made.put("one", b"content" * 1000)
    first = only_file(made).read_bytes()
    made.put("one", b"content" * 1000)
    assert only_file(made).read_bytes()[16:] != first[16:]


def test_reading_goes_no_further_than_a_chunk_at_a_time(tmp_path: Path) -> None:
    made = vault(tmp_path)
    made.put("file", bytes(2 * CHUNK))
    raw = UnsealingReader(only_file(made).open("rb"), key=made.key, bound_to=b"file")
    assert len(raw.read(10 * CHUNK) or b"") == CHUNK
