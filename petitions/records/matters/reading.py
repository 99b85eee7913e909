"""Opens the answers and the summaries of matters that were loaded and authorised before."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, Q, QuerySet, prefetch_related_objects

from petitions.records.encryption import Sealed, Unreadable
from petitions.records.matters.models import Matter, MatterState
from petitions.records.matters.writing import summary_row
from petitions.records.models import Interview
from petitions.records.reading import open_interview
from petitions.records.sealed_rows import opened_for

_AT_ONCE = 500
"""So many answers are looked up one by one; of more at once PostgreSQL would rather read those of the whole site."""
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


def once_approved(matters: QuerySet[Matter]) -> QuerySet[Matter]:
    """Return the open matters that a reviewer approved; whether an approval still holds, their summaries say."""
    return matters.exclude(state=MatterState.CLOSED).exclude(approved_hash="")


def to_review(matters: QuerySet[Matter]) -> QuerySet[Matter]:
    """Return the matters that may wait for a reviewer: those handed over, and those approved once, which may have changed since."""
    return matters.filter(Q(state=MatterState.IN_REVIEW) | ~Q(approved_hash=""))


def load_versions(matters: Sequence[Matter]) -> None:
    """Put at each matter its ``interview`` with the version of its answers, which says whether a summary is old; no answers."""
    versions = Prefetch("interview", queryset=Interview.objects.only("version"))
    for start in range(0, len(matters), _AT_ONCE):
        prefetch_related_objects(matters[start : start + _AT_ONCE], versions)


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
