"""Sealed content opens only whole, in its own row, with its own key."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from petitions.records.encryption import Sealed, Unreadable, seal, unseal
from tests.records.rows import ANSWERS, NEW, OLD, ROTATED


def test_content_comes_back_as_it_was() -> None:
    assert unseal(seal(ANSWERS, row="r1", keys=OLD), row="r1", keys=OLD) == ANSWERS


@given(st.dictionaries(st.text(), st.text() | st.none() | st.integers() | st.booleans()))
def test_any_json_object_comes_back(content: dict[str, object]) -> None:
    assert unseal(seal(content, row="r1", keys=OLD), row="r1", keys=OLD) == content


def test_the_same_content_is_never_sealed_the_same_way() -> None:
    assert seal(ANSWERS, row="r1", keys=OLD).content != seal(ANSWERS, row="r1", keys=OLD).content


def test_any_changed_byte_is_noticed() -> None:
    sealed = seal(ANSWERS, row="r1", keys=OLD)
    for place in range(len(sealed.content)):
        changed = bytearray(sealed.content)
        changed[place] ^= 1
        with pytest.raises(Unreadable):
            unseal(Sealed(bytes(changed), sealed.key_id), row="r1", keys=OLD)


@pytest.mark.parametrize("length", [0, 5, 12, 20, -1])
def test_cut_content_is_noticed(length: int) -> None:
    sealed = seal(ANSWERS, row="r1", keys=OLD)
    with pytest.raises(Unreadable):
        unseal(Sealed(sealed.content[:length], sealed.key_id), row="r1", keys=OLD)


def test_content_of_another_row_is_noticed() -> None:
    with pytest.raises(Unreadable):
        unseal(seal(ANSWERS, row="r1", keys=OLD), row="r2", keys=OLD)


def test_another_key_of_the_same_name_is_noticed() -> None:
    forged = Sealed(seal(ANSWERS, row="r1", keys=OLD).content, "new")
    with pytest.raises(Unreadable):
        unseal(forged, row="r1", keys=NEW)


def test_a_rotated_key_still_opens_and_a_dropped_one_does_not() -> None:
    sealed = seal(ANSWERS, row="r1", keys=OLD)
    assert unseal(sealed, row="r1", keys=ROTATED) == ANSWERS
    with pytest.raises(Unreadable):
        unseal(sealed, row="r1", keys=NEW)
