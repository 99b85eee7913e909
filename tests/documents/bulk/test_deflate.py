"""A stream that is put together of parts says what its parts say, whatever they are."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from petitions.documents.bulk.deflate import constant, joined, varying

PARTS = st.lists(st.tuples(st.booleans(), st.binary(max_size=400)))


@given(PARTS)
def test_a_joined_stream_says_its_parts_in_order(parts: list[tuple[bool, bytes]]) -> None:
    stream = joined([constant(said) if stays else varying(said) for stays, said in parts])
    reader = zlib.decompressobj()
    assert reader.decompress(stream) == b"".join(said for _, said in parts)
    assert reader.eof and reader.unused_data == b""


@given(st.binary(min_size=1, max_size=2_000), st.binary(max_size=50))
def test_a_constant_part_looks_at_nothing_before_it(said: bytes, before: bytes) -> None:
    part = constant(said)
    alone, after = joined([part]), joined([constant(said), varying(before), part])
    assert zlib.decompress(alone) == said
    assert zlib.decompress(after) == said + before + said


def test_parts_that_repeat_are_compressed() -> None:
    assert len(joined([constant(b"1 0 0 -1 20 30 Tm\n" * 500)])) < 200


def test_a_varying_part_has_a_limit_that_is_said() -> None:
    longest = b"x" * 65_535
    assert zlib.decompress(joined([varying(longest)])) == longest
    with pytest.raises(ValueError, match="65,535"):
        varying(longest + b"x")


def test_a_part_changed_by_one_byte_is_found_by_the_check() -> None:
    stream = bytearray(joined([varying(b"Maria Example")]))
    stream[8] ^= 1
    with pytest.raises(zlib.error):
        zlib.decompress(bytes(stream))
