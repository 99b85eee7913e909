"""A sealed file of any length gives back what was written, from any place, and nothing else."""

from __future__ import annotations

import io
import os
import random
from pathlib import Path

import pytest
from pytest_django import Settings

from petitions.records.files.stores import REVIEWS, store
from petitions.records.reviews.sealed_stream import CHUNK, UnsealingReader
from petitions.records.reviews.vault import Vault, VaultGone
from tests.records.files.in_bucket import files_in, put_in

SIZES = (0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 77)


pytestmark = pytest.mark.usefixtures("each_store")


def vault() -> Vault:
    made = Vault(store(REVIEWS).folder("one"), os.urandom(32))
    made.make()
    return made


def only_file() -> tuple[str, bytes]:
    [found] = files_in(REVIEWS).items()
    return found


@pytest.mark.parametrize("size", SIZES)
def test_what_was_written_in_parts_is_read_whole(size: int) -> None:
    made, content = vault(), os.urandom(size)
    draft = made.draft("file")
    for start in range(0, size, 65_537):
        draft.write(content[start : start + 65_537])
    draft.keep()
    assert made.get("file") == content
    assert draft.size == size


def test_any_part_is_read_alone() -> None:
    made, content = vault(), os.urandom(3 * CHUNK + 77)
    made.put("file", content)
    chance = random.Random(1)
    with made.reading("file") as file:
        for _ in range(50):
            start, length = chance.randrange(len(content)), chance.randrange(2 * CHUNK)
            file.seek(start)
            assert file.read(length) == content[start : start + length]
        assert file.seek(0, io.SEEK_END) == len(content)


@pytest.mark.parametrize("cut", [1, 16, CHUNK + 16])
def test_what_was_cut_off_is_noticed_on_opening(cut: int) -> None:
    made = vault()
    made.put("file", os.urandom(2 * CHUNK + 5))
    name, sealed = only_file()
    put_in(REVIEWS, name, sealed[:-cut])
    with pytest.raises(VaultGone), made.reading("file"):
        pass


def test_chunks_that_were_swapped_are_noticed() -> None:
    made = vault()
    made.put("file", os.urandom(3 * CHUNK + 5))
    (name, sealed), whole = only_file(), CHUNK + 16
    head, first, second, rest = (
        sealed[:16],
        sealed[16 : 16 + whole],
        sealed[16 + whole : 16 + 2 * whole],
        sealed[16 + 2 * whole :],
    )
    put_in(REVIEWS, name, head + second + first + rest)
    with pytest.raises(VaultGone):
        made.get("file")


def test_a_file_opens_under_its_own_name_and_key_alone() -> None:
    made = vault()
    made.put("one", b"content")
    made.put("two", b"other")
    files = files_in(REVIEWS)
    assert len(files) == 2 and not {"one/one", "one/two"} & files.keys()
    put_in(REVIEWS, f"one/{made._hidden('two')}", files[f"one/{made._hidden('one')}"])
    with pytest.raises(VaultGone):
        made.get("two")
    assert not Vault(made.place, os.urandom(32)).has("two")


def test_files_are_for_their_owner_alone(each_store: str, settings: Settings) -> None:
    vault().put("file", b"content")
    if each_store == "disk":
        path = Path(settings.REVIEWS_DIR) / only_file()[0]
        assert path.stat().st_mode & 0o777 == 0o600
        assert path.parent.stat().st_mode & 0o777 == 0o700
    else:
        objects = store(REVIEWS).objects  # type: ignore[attr-defined]
        told = objects._ask("get_object_acl", Key=f"site/reviews/{only_file()[0]}")
        assert [one["Grantee"]["Type"] for one in told["Grants"]] == ["CanonicalUser"]


def test_a_draft_that_is_dropped_leaves_nothing() -> None:
    made = vault()
    draft = made.draft("file")
    draft.write(b"x" * 3 * CHUNK)
    draft.drop()
    assert files_in(REVIEWS) == {}


def test_the_same_content_is_sealed_otherwise_each_time() -> None:
    made = vault()
    made.put("one", b"content" * 1000)
    _name, first = only_file()
    made.put("one", b"content" * 1000)
    assert only_file()[1][16:] != first[16:]


def test_reading_goes_no_further_than_a_chunk_at_a_time() -> None:
    made = vault()
    made.put("file", bytes(2 * CHUNK))
    raw = UnsealingReader(made.place.open(made._hidden("file")), key=made.key, bound_to=b"file")
    assert len(raw.read(10 * CHUNK) or b"") == CHUNK
