"""Takes files into memory only, on the pages that ask for some; anywhere else, and beyond the bound, they are dropped."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest

from petitions.access.actors import actor_of
from petitions.access.roles import Action
from petitions.interview.within import page_named
from petitions.rapsheet.permission import may_read


def _may_import(request: HttpRequest) -> bool:
    """Say whether this member may hand in a list of their clients; the view asks again."""
    member = actor_of(request)
    return member is not None and member.may(Action.IMPORT)


_MOST_LISTED = 6 * 1024 * 1024
TAKING: Mapping[str, Callable[[HttpRequest], bool]] = {
    "sheet_files": may_read,
    "sheet_page": may_read,
    "import_file": _may_import,
}
"""The routes that ask for files, and who may hand some in there."""


class InMemoryOnly(FileUploadHandler):
    """Never writes a file to disk, as Django's own handlers do with large ones."""

    file: BytesIO
    _takes = False

    def handle_raw_input(self, input_data: Any, META: Any, content_length: int, *_: Any, **__: Any) -> None:  # noqa: N803 - Django's name
        """Look at where the files go and how much they are before the first byte."""
        self._takes = _asks_for_files(self.request) and content_length <= _most(self.request)

    def new_file(self, *args: Any, **named: Any) -> None:
        """Begin a file."""
        super().new_file(*args, **named)
        self.file = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Take a part of the file, or drop it."""
        if self._takes:
            self.file.write(raw_data)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile | None:
        """Return the file; None where it was dropped."""
        if not self._takes:
            return None
        self.file.seek(0)
        return InMemoryUploadedFile(
            self.file, self.field_name, self.file_name or "", "", file_size, None, None
        )


def _most(request: HttpRequest | None) -> int:
    """Return how many bytes a page takes: a list of clients is far smaller than photos of a sheet."""
    match = page_named(request) if request else None
    return _MOST_LISTED if match and match.url_name == "import_file" else int(settings.MOST_UPLOADED)


def is_too_much(request: HttpRequest) -> bool:
    """Say whether what was sent went beyond the bound, so that its files were dropped."""
    return int(request.META.get("CONTENT_LENGTH") or 0) > int(settings.MOST_UPLOADED)


def _asks_for_files(request: HttpRequest | None) -> bool:
    match = page_named(request) if request else None
    may = TAKING.get(str(match.url_name)) if match else None
    return bool(request and may and may(request))
