"""Opens the answers and the summaries of matters that were loaded and authorised before."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from petitions.records.encryption import Sealed, Unreadable
from petitions.records.matters.models import Matter
from petitions.records.matters.writing import summary_row
from petitions.records.reading import open_interview
from petitions.records.sealed_rows import opened_for

_log = logging.getLogger(__name__)


class MatterGone(Exception):
    """The answers of a matter are not there any more, or cannot be read."""


@dataclass(frozen=True, slots=True)
class MatterAnswers:
    """The answers of a matter, and the version that a save must name."""

    answers: dict[str, Any]
    version: int


def answers_of(matter: Matter) -> MatterAnswers:
    """Return the newest answers of a matter."""
    opened = open_interview(matter.interview_id)
    if opened is None:
        raise MatterGone
    return MatterAnswers(opened.answers, opened.version)


def summary_of(matter: Matter) -> Mapping[str, Any] | None:
    """Return what lists show; None where it was not made for the newest answers (``interview`` is at hand)."""
    if not matter.summary or matter.summary_version != matter.interview.version:
        return None
    try:
        sealed = Sealed(bytes(matter.summary), matter.summary_key_id)
        return opened_for(sealed, row=summary_row(matter.pk), own=matter.interview_id)
    except Unreadable:
        _log.error("summary_unreadable")
        return None
