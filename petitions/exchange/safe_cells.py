"""Makes cells of exported tables safe: a spreadsheet program runs nothing of what a person typed."""

from __future__ import annotations

from collections.abc import Sequence

_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_MARK = "'"


def safe_cell(text: str) -> str:
    """Return the text with a mark before it where a program would take it for a formula; NUL is dropped."""
    plain = text.replace("\0", "")
    return _MARK + plain if plain.startswith(_MARK) or plain.strip(" ").startswith(_STARTS) else plain


def plain_cell(text: str) -> str:
    """Return what ``safe_cell`` was given."""
    return text[1:] if text.startswith(_MARK) else text


def safe_row(row: Sequence[object]) -> list[str]:
    """Return a row of safe cells."""
    return [safe_cell(str(one)) for one in row]
