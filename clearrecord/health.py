"""Tells a load balancer whether this process lives, and whether the site can keep what it is told."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

from django.contrib.sessions.models import Session
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views import View
from health_check.base import HealthCheck
from health_check.exceptions import ServiceUnavailable

from petitions.records.files.place import FilesAway
from petitions.records.files.stores import all_stores
from petitions.records.missing_keys import keys_are_missing

LEAST_ROOM = 64 * 1024 * 1024
"""Bytes that a disk must have left: room for the largest upload of RAP sheets."""
_ROW = "health"
"""Too short for the id of a session, so that no browser can name it."""


class Check(HealthCheck):  # type: ignore[misc]  # the package tells no types
    """One thing to look at, in the thread of the request and with its connection; what is wrong is said in words of ours."""

    look: Callable[[], None]

    def run(self) -> None:
        """Look."""
        type(self).look()


class DatabaseTakesRows(Check):
    """A row can be written. A question alone is answered by a database that can keep nothing."""

    @staticmethod
    def look() -> None:
        """Write a row that ended when it began."""
        row = Session(pk=_ROW, session_data="", expire_date=timezone.now())
        try:
            Session.objects.bulk_create(
                [row], update_conflicts=True, unique_fields=["session_key"], update_fields=["expire_date"]
            )
        except DatabaseError:
            raise ServiceUnavailable("database offline") from None


class DatabaseIsCurrent(Check):
    """Every migration that this version of the site has was applied; later ones do no harm."""

    @staticmethod
    def look() -> None:
        """Compare names; where the database cannot be asked, the check before has said so."""
        try:
            applied = MigrationRecorder(connection).applied_migrations()
        except DatabaseError:
            return
        if not _last_migrations() <= applied.keys():
            raise ServiceUnavailable("migrations missing")


class DisksHaveRoom(Check):
    """Each folder that the site writes to can be written to, and has room for one more upload."""

    @staticmethod
    def look() -> None:
        """Ask the disks."""
        folders = [folder for one in all_stores() if (folder := one.disk()) is not None]
        if not all(_has_room(folder) for folder in folders):
            raise ServiceUnavailable("disk full")


class FilesAnswer(Check):
    """A file can be kept in each bucket; what is told names none of them."""

    @staticmethod
    def look() -> None:
        """Write an empty file, the same one each time; a few seconds are all that it may take."""
        if not all(one.answers() for one in {one.where(): one for one in all_stores()}.values()):
            raise ServiceUnavailable("file store offline")


class KeysAreThere(Check):
    """What is kept can be opened: a disk of keys that was not mounted, or another key, would make each page fail."""

    @staticmethod
    def look() -> None:
        """Compare the newest row with the keys; where database or file store cannot be asked, another check says so."""
        try:
            missing = keys_are_missing()
        except (DatabaseError, FilesAway):
            return
        if missing:
            raise ServiceUnavailable("keys missing")


class Live(View):
    """Answers as long as the process does; asks nobody.

    The package's own view is asynchronous: under WSGI it would begin an event loop for each question.
    """

    http_method_names = ("get", "head")
    checks: tuple[type[Check], ...] = ()

    def get(self, _request: HttpRequest) -> HttpResponse:
        """Answer 200 with ``ok``, or 503 with what is wrong, one thing a line."""
        wrong = [words for check in self.checks if (words := _wrong(check()))]
        said = "".join(f"{words}\n" for words in wrong or ["ok"])
        return HttpResponse(said, content_type="text/plain", status=503 if wrong else 200)


class Ready(Live):
    """Answers 200 when the site can do its work; 503 when not."""

    checks = (DatabaseTakesRows, DatabaseIsCurrent, DisksHaveRoom, FilesAnswer, KeysAreThere)


def _wrong(check: Check) -> str:
    """Return what a check finds wrong, or nothing."""
    try:
        check.run()
    except ServiceUnavailable as found:
        return str(found.message)
    return ""


live, ready = Live.as_view(), Ready.as_view()


@cache
def _last_migrations() -> frozenset[tuple[str, str]]:
    """Return the last migration of each application, as this version has them; they stay as they are while it runs."""
    return frozenset(MigrationLoader(None).graph.leaf_nodes())


def _has_room(folder: Path) -> bool:
    """Say whether a folder can be written to; one that was never made need not be, where its place only reads."""
    place = next(one for one in (folder, *folder.absolute().parents) if one.exists())
    if not os.access(place, os.W_OK):
        return place != folder
    return shutil.disk_usage(place).free >= LEAST_ROOM
