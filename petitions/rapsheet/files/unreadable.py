"""Why no page of the files can be read, as a code."""

from __future__ import annotations

CODES = frozenset(
    {
        "empty",
        "wrong_type",
        "encrypted",
        "broken",
        "too_large",
        "too_many_pages",
        "too_slow",
        "too_much_memory",
        "no_pages",
        "busy",
    }
)
"""Each has its sentence in ``wording.unreadable``. ``busy``: many sheets are being read; later it will work."""


class Unreadable(Exception):
    """The files cannot be read; the code says why, and nothing of what they hold."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code if code in CODES else "broken"
