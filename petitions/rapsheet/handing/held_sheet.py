"""Opens the sheet that a visitor has handed in: one check of who may, in front of every page on it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from petitions.interview import sessions
from petitions.interview.views import with_answers
from petitions.rapsheet.handing.kept_pages import progress
from petitions.rapsheet.permission import may_read
from petitions.records.held.folder import Folder, FolderGone
from petitions.records.held.holding import held_by, let_go

View = Callable[..., HttpResponse]


def with_sheet(view: View) -> View:
    """Give the view this visit's folder; without permission, or without a sheet, lead to where it begins."""

    @with_answers
    def opened(request: HttpRequest, **parts: Any) -> HttpResponse:
        key, _visit = sessions.use_visit(request)
        folder = held_by(key)
        if folder is None:
            return redirect("rap_sheet")
        try:
            return view(request, folder, **parts)
        except FolderGone:
            let_go(key)
            return redirect("rap_sheet")

    @wraps(view)
    def allowed(request: HttpRequest, **parts: Any) -> HttpResponse:
        return opened(request, **parts) if may_read(request) else redirect("rap_sheet")

    return allowed


def once_read(view: View) -> View:
    """Show a page of a sheet that was read; else lead to how far it is."""

    @wraps(view)
    def ready(request: HttpRequest, folder: Folder, **parts: Any) -> HttpResponse:
        return view(request, folder, **parts) if progress(folder).is_done else redirect("sheet_reading")

    return ready
