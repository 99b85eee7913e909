"""Reading a file leniently, as the ``packet`` command does; test_screen_command.py has the strict reading."""

from __future__ import annotations

from pathlib import Path

import pytest

from petitions.exchange import json_files
from petitions.exchange.json_files import NoJson, read_json


@pytest.mark.parametrize(
    ("content", "value"), [(b'\xef\xbb\xbf{"a": 1}', {"a": 1}), (b'{"a": 1, "a": 2}', {"a": 2})]
)
def test_a_byte_order_mark_and_a_repeated_name_are_let_pass(
    tmp_path: Path, content: bytes, value: object
) -> None:
    (tmp_path / "record.json").write_bytes(content)
    assert read_json(str(tmp_path / "record.json")) == value


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"\xff", json_files.NO_TEXT),
        (b"9" * 5000, json_files.TOO_MANY_DIGITS),
        (b"[NaN]", json_files.NO_NUMBER),
        (b"[" * 100_000, json_files.TOO_DEEP),
        (b"", json_files.NO_JSON.format(line=1, column=1)),
    ],
)
def test_what_is_no_json_is_one_sentence(tmp_path: Path, content: bytes, sentence: str) -> None:
    (tmp_path / "record.json").write_bytes(content)
    with pytest.raises(NoJson) as raised:
        read_json(str(tmp_path / "record.json"))
    assert str(raised.value) == sentence
