"""What can be different about the site while a page is drawn: it breaks, refuses, or has the court's own form."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from datetime import date, timedelta
from pathlib import Path
from unittest.mock import patch

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import override_settings
from django.utils.translation import get_language

from clearrecord.errors import expired_form
from petitions.documents.official.store import add, check_addition
from petitions.documents.worker import NotPrinted
from petitions.records.keeping import keep
from petitions.records.models import Interview
from petitions.records.reminders.writing import Wish
from petitions.records.retention import Keeping
from petitions.records.return_codes import code_from
from petitions.records.writing import keep_only_for
from tests.documents.official.stand_in import stand_in

Amid = AbstractContextManager[object]


def unreadable() -> Amid:
    """The start page gets what it cannot read."""
    return _start_page_meets(SuspiciousOperation())


def forbidden() -> Amid:
    """The start page is not open."""
    return _start_page_meets(PermissionDenied())


def broken() -> Amid:
    """The start page has a fault."""
    return _start_page_meets(RuntimeError())


def offline() -> Amid:
    """The database is away."""
    return _start_page_meets(OperationalError())


def flooded() -> Amid:
    """Too many people sign in at once."""
    return patch("clearrecord.flood.Bucket.take", return_value=False)


def without_frame() -> Amid:
    """The frame of the error pages is broken, so that they are drawn in a bare one."""
    return patch("clearrecord.errors._FRAME", "no-such-frame.html")


def without_printing() -> Amid:
    """The papers cannot be printed."""
    return patch("petitions.interview.paper_views.printed", side_effect=NotPrinted())


@contextmanager
def expired(*, is_ours: bool = True) -> Iterator[None]:
    """Each form was open for too long; one of this site, or one from elsewhere."""
    with ExitStack() as changed:
        changed.enter_context(patch("django.middleware.csrf.CsrfViewMiddleware.process_view", _refuse))
        changed.enter_context(patch("clearrecord.errors._came_from_here", return_value=is_ours))
        yield


@contextmanager
def offered_the_form() -> Iterator[None]:
    """The court's own form is installed, so that one may choose."""
    with tempfile.TemporaryDirectory() as folder, override_settings(OFFICIAL_FORMS_DIR=folder):
        add(check_addition(stand_in(), mapping=None), folder=Path(folder), on=date(2026, 11, 25))
        yield


def kept() -> Amid:
    """A code keeps the newest answers."""
    keep(_newest().pk, code=code_from(os.urandom(16)), days=30)
    return nullcontext()


def shared() -> Amid:
    """The newest visit is on a computer that others use."""
    keep_only_for(_newest().pk, keeping=Keeping.SHARED)
    return nullcontext()


def too_many_codes() -> Amid:
    """Whoever comes back has been wrong too often."""
    return patch("petitions.interview.keeping_views.wait_for", return_value=timedelta(minutes=10))


def reminder_asked() -> Amid:
    """Someone asked for reminders, and nobody confirmed them."""
    return _reminder(is_confirmed=False)


def reminder_on() -> Amid:
    """Reminders will come."""
    return _reminder(is_confirmed=True)


def _reminder(*, is_confirmed: bool) -> Amid:
    def wish(*_: object, **__: object) -> Wish:
        return Wish(is_confirmed=is_confirmed, language=str(get_language()))

    return patch("petitions.interview.after.reminder_views.wish", side_effect=wish)


def _newest() -> Interview:
    return Interview.objects.latest("created_at")


def _start_page_meets(fault: Exception) -> Amid:
    return patch("petitions.interview.pages.render", side_effect=fault)


def _refuse(_middleware: object, request: HttpRequest, *_view: object) -> HttpResponse:
    return expired_form(request)
