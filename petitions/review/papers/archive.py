"""Puts many small files in one ZIP file while it is written, so that memory holds one of them and their names."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from typing import cast

from petitions.records.reviews.vault import Draft

_TIME = (1980, 1, 1, 0, 0, 0)


class _Window:
    """What is written to: an entry stays until it is whole, as its head is filled in last; then it goes on."""

    def __init__(self, draft: Draft) -> None:
        self._draft, self._buffer, self._before = draft, io.BytesIO(), 0

    def write(self, content: bytes) -> int:
        return self._buffer.write(content)

    def tell(self) -> int:
        return self._before + self._buffer.tell()

    def seek(self, offset: int, _whence: int = io.SEEK_SET) -> int:
        return self._before + self._buffer.seek(offset - self._before)

    def seekable(self) -> bool:
        return True

    def flush(self) -> None:
        """Do nothing: what is not whole stays."""

    def pass_on(self) -> None:
        content = self._buffer.getvalue()
        self._draft.write(content)
        self._before += len(content)
        self._buffer = io.BytesIO()


def write_archive(draft: Draft, files: Iterable[tuple[str, bytes]]) -> None:
    """Write the files in their order; a PDF file has no air in it, so that only others are pressed."""
    window = _Window(draft)
    with zipfile.ZipFile(cast("io.BytesIO", window), "w") as archive:
        for name, content in files:
            pressed = zipfile.ZIP_STORED if name.endswith(".pdf") else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, _TIME), content, pressed)
            window.pass_on()
    window.pass_on()
