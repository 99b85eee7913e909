"""Reads JSON from one file or standard input, and says in one clear line why it cannot."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NoReturn

STANDARD_INPUT = "-"
NO_FILE = "The file cannot be read. Check its name and that you may open it."
NO_TEXT = "The file is not UTF-8 text. Save it as UTF-8."
NO_JSON = "The file is not JSON. Check line {line}, column {column}."
NO_JSON_IN_LINE = "This line is not JSON. Check column {column}."
NO_NUMBER = "NaN and infinities are not numbers. Use null for what is not known."
TOO_DEEP = "The JSON has too many brackets inside brackets."
TOO_MANY_DIGITS = "A number has too many digits. Check it."
SAME_NAME = "One object has the same name twice. Keep one of the two."
BYTE_MARK = "The file begins with a byte order mark. Save it as UTF-8 without one."
NOTHING = "The file is empty. Give at least one record."
BLANK_LINE = "This line is blank. Take it out, or put a record there."

_BYTE_MARK = "\ufeff"


class NoJson(Exception):
    """The input cannot be read as JSON; its text says why, without repeating the input."""


def read_json(name: str) -> object:
    """Read the JSON value of a file, or of standard input for "-"; raise NoJson where there is none."""
    try:
        text = read_bytes(name).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NoJson(NO_TEXT) from None
    return _value(text, decoder=_LENIENT, otherwise=NO_JSON)


def read_bytes(name: str) -> bytes:
    """Read a file, or standard input for "-"; raise NoJson where it cannot be read."""
    try:
        return sys.stdin.buffer.read() if name == STANDARD_INPUT else Path(name).read_bytes()
    except (OSError, ValueError):
        raise NoJson(NO_FILE) from None


def json_value(content: bytes, *, otherwise: str = NO_JSON) -> object:
    """Read strictly: no byte order mark, and no name twice in one object."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        raise NoJson(NO_TEXT) from None
    if not text or text.isspace():
        raise NoJson(NOTHING)
    if text.startswith(_BYTE_MARK):
        raise NoJson(BYTE_MARK)
    return _value(text, decoder=_STRICT, otherwise=otherwise)


def json_lines(lines: Iterable[bytes]) -> Iterator[object]:
    """Yield the JSON value of each line, or the NoJson that says why there is none."""
    for line in map(bytes.strip, lines):
        try:
            yield json_value(line, otherwise=NO_JSON_IN_LINE) if line else NoJson(BLANK_LINE)
        except NoJson as unread:
            yield unread


def _value(text: str, *, decoder: json.JSONDecoder, otherwise: str) -> object:
    try:
        return decoder.decode(text)
    except json.JSONDecodeError as error:
        raise NoJson(otherwise.format(line=error.lineno, column=error.colno)) from None
    except ValueError:  # Python reads no whole number of more than 4300 digits
        raise NoJson(TOO_MANY_DIGITS) from None
    except RecursionError:
        raise NoJson(TOO_DEEP) from None


def _refuse_constant(_: str) -> NoReturn:
    raise NoJson(NO_NUMBER)


def _each_name_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise NoJson(SAME_NAME)
    return found


_LENIENT = json.JSONDecoder(parse_constant=_refuse_constant)
_STRICT = json.JSONDecoder(parse_constant=_refuse_constant, object_pairs_hook=_each_name_once)
