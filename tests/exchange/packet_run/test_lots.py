"""Cutting the input: lots of lines, each read once, and ids that stand twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from petitions.exchange.packet_run.lots import LOT, cut, id_of, lines_of
from tests.exchange.packet_run.runs import lines


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "records.ndjson"


def plain(amount: int) -> bytes:
    return lines(*({"id": f"r{number}"} for number in range(1, amount + 1)))


@pytest.mark.parametrize("amount", [0, 1, LOT - 1, LOT, LOT + 1, 3 * LOT])
def test_every_line_is_in_one_lot_with_its_number(file: Path, amount: int) -> None:
    file.write_bytes(plain(amount))
    whole = cut(file)
    found = [found for lot in whole.lots for found in lines_of(lot, path=file)]
    assert whole.records == amount
    assert [number for number, _ in found] == list(range(1, amount + 1))
    assert b"".join(line for _, line in found) == plain(amount)


def test_a_last_line_without_an_end_and_other_line_ends_count(file: Path) -> None:
    file.write_bytes(b'{"id": "a"}\r\n\n{"id": "A"}')
    [lot] = cut(file).lots
    assert [line for _, line in lines_of(lot, path=file)] == [b'{"id": "a"}\r\n', b"\n", b'{"id": "A"}']
    assert lot.twice == (3,)


def test_an_id_that_stood_before_is_found_across_lots_and_in_other_case(file: Path) -> None:
    file.write_bytes(plain(LOT) + lines({"id": "x"}, {"id": "R7"}, {"id": "x"}, {"id": 7}, {"id": 7}, {}, {}))
    assert [lot.twice for lot in cut(file).lots] == [(), (LOT + 2, LOT + 3)]


def test_the_digest_is_of_every_byte(file: Path) -> None:
    file.write_bytes(plain(3))
    before = cut(file).digest
    file.write_bytes(plain(3) + b"\n")
    assert cut(file).digest != before


@pytest.mark.parametrize("name", ["a", "A-1_b", "x" * 64])
def test_an_id_may_name_a_folder(name: str) -> None:
    assert id_of({"id": name}) == name


@pytest.mark.parametrize("name", [None, "", 7, "x" * 65, "a/b", "..", "a.b", "a b", "ä", "a\n", "a\0", ["a"]])
def test_another_id_may_not(name: object) -> None:
    assert id_of({"id": name}) is None
