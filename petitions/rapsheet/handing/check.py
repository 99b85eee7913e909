"""Checks files before they are taken: their kind, their size, and how many there are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from petitions.rapsheet.extract import check_sizes
from petitions.rapsheet.files.bounds import MOST_IN_ALL
from petitions.rapsheet.files.kinds import kind_of
from petitions.rapsheet.files.unreadable import Unreadable
from petitions.rapsheet.files.uploads import is_too_much
from petitions.rapsheet.handing.plan import MOST_FILES, Plan
from petitions.rapsheet.wording.files import NO_FILE, ONE_FILE, TOO_MANY_FILES
from petitions.rapsheet.wording.unreadable import why_unreadable


def refusal(request: HttpRequest, *, plan: Plan, most: int = MOST_FILES) -> str | None:
    """Return the sentence why these files are not taken; None where they are."""
    if is_too_much(request):
        return why_unreadable("too_large")
    files = request.FILES.getlist("files")
    if not files:
        return str(NO_FILE)
    if len(files) > most:
        return str(ONE_FILE if most == 1 else TOO_MANY_FILES)
    if len(files) + len(plan.files) > MOST_FILES:
        return str(TOO_MANY_FILES)
    return _of_contents(files, before=plan.size)


def content_of(file: UploadedFile[Any]) -> bytes:
    """Return all of a file."""
    file.seek(0)
    return bytes(file.read())


def _of_contents(files: Sequence[UploadedFile[Any]], *, before: int) -> str | None:
    try:
        check_sizes([file.size or 0 for file in files])
        for file in files:
            kind_of(content_of(file))
    except Unreadable as refused:
        return why_unreadable(refused.code)
    return (
        why_unreadable("too_large") if before + sum(file.size or 0 for file in files) > MOST_IN_ALL else None
    )
