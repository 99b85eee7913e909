"""Writes log lines from a short list of allowed facts, so that no petitioner's text can reach a log."""

from __future__ import annotations

import json
import logging
import re
import traceback
from collections.abc import ItemsView, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

from django.http import HttpRequest
from django.views.debug import SafeExceptionReporterFilter

_BASE = Path(__file__).resolve().parent.parent
_OURS = ("clearrecord", "petitions")
_MOST_CAUSES = 5
_EVENT = re.compile(r"[a-z][a-z_]{0,60}")
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class AllowedFacts(logging.Formatter):
    """Prints one JSON object a line: when, how bad, which route, which exception and where; never a message."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of a record."""
        line = {"time": _time(record.created), "level": record.levelname, "logger": record.name}
        return json.dumps({**line, **dict(_event(record)), **dict(_request(record)), **dict(_error(record))})


class QuietLines(logging.StreamHandler[TextIO]):
    """Prints lines; where that fails it says nothing, for Python would print the message with all that it was given."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - Python's name
        """Leave it out."""


class HideEverything(SafeExceptionReporterFilter):
    """Keeps what a person sent, and what the code made of it, out of Django's error reports."""

    def is_active(self, request: HttpRequest | None) -> bool:
        """Say that this filter always applies, with DEBUG too."""
        return True

    def get_post_parameters(self, request: HttpRequest | None) -> dict[str, Any]:
        """Return no form field."""
        return {}

    def get_traceback_frame_variables(
        self, request: HttpRequest | None, tb_frame: object
    ) -> ItemsView[str, Any]:
        """Return no variable."""
        return dict[str, Any]().items()


def logging_settings() -> dict[str, Any]:
    """Return Django's LOGGING: one handler to standard error for every logger."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"allowed": {"()": AllowedFacts}},
        "handlers": {"lines": {"class": "clearrecord.logs.QuietLines", "formatter": "allowed"}},
        "root": {"handlers": ["lines"], "level": "WARNING"},
        "loggers": {
            "clearrecord": {"level": "INFO"},
            "petitions": {"level": "INFO"},
            "django": {"handlers": [], "level": "WARNING", "propagate": True},
            "django.server": {"handlers": [], "level": "WARNING", "propagate": True},
            "django_tasks_db": {"level": "ERROR"},
            "gunicorn.error": {"handlers": ["lines"], "propagate": False},
        },
    }


def _time(created: float) -> str:
    return datetime.fromtimestamp(created, tz=UTC).isoformat(timespec="milliseconds")


def _event(record: logging.LogRecord) -> Iterator[tuple[str, str]]:
    """Give the event's name where it is one of our own constants."""
    is_ours = record.name.split(".")[0] in _OURS
    if is_ours and isinstance(record.msg, str) and _EVENT.fullmatch(record.msg):
        yield "event", record.msg


def _request(record: logging.LogRecord) -> Iterator[tuple[str, object]]:
    """Give the method, the pattern of the address without its values, and the status."""
    request, status = getattr(record, "request", None), getattr(record, "status_code", None)
    if isinstance(request, HttpRequest):
        yield "method", request.method if request.method in _METHODS else "other"
        if request.resolver_match is not None:
            yield "route", request.resolver_match.route
    if isinstance(status, int):
        yield "status", status


def _error(record: logging.LogRecord) -> Iterator[tuple[str, object]]:
    """Give the kinds of the exception and of its causes, and the lines of our own code it passed."""
    error = record.exc_info[1] if record.exc_info else None
    if error is not None:
        yield "error", _kinds(error)
        yield "at", _places(error.__traceback__)


def _kinds(error: BaseException) -> list[str]:
    kinds = [type(error).__qualname__]
    while (cause := error.__cause__ or error.__context__) and len(kinds) < _MOST_CAUSES:
        error = cause
        kinds.append(type(error).__qualname__)
    return kinds


def _places(trace: TracebackType | None) -> list[str]:
    """Give the last lines of our own code, and the line that raised."""
    frames = traceback.extract_tb(trace)
    ours = [frame for frame in frames[:-1] if _is_ours(frame.filename)]
    return [f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in [*ours[-6:], *frames[-1:]]]


def _is_ours(filename: str) -> bool:
    return any(Path(filename).is_relative_to(_BASE / folder) for folder in _OURS)


def _short(filename: str) -> str:
    file = Path(filename)
    return str(file.relative_to(_BASE)) if _is_ours(filename) else "/".join(file.parts[-3:])
