"""Opens what people answered."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from petitions.records.models import Interview
from petitions.records.retention import ends_at, gone_by, limits
from petitions.records.sealed_rows import opened

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Visit:
    """How long the answers of a visit stay: while nobody does anything, and under a code."""

    keeping: str
    touched_at: datetime
    whole_end: datetime
    ends_at: datetime
    kept_until: datetime | None
    kept_days: int | None


@dataclass(frozen=True, slots=True)
class Opened:
    """The answers of one interview, the version that a save must name, and the visit."""

    answers: dict[str, Any]
    version: int
    visit: Visit


def open_interview(key: str) -> Opened | None:
    """Return the answers; None where they were deleted, have been kept too long, or cannot be read."""
    rows = Interview.objects.filter(pk=key).exclude(gone_by(timezone.now())).select_related("kept")
    row = rows.defer("kept__content", "kept__public_key", "kept__locked_key").first()
    if row is None:
        return None
    answers = opened(row, row=row.pk, own=row.pk)
    if answers is None:
        _log.error("interview_unreadable")
        return None
    return Opened(answers, row.version, _visit(row))


def _visit(row: Interview) -> Visit:
    return Visit(
        keeping=row.keeping,
        touched_at=row.touched_at,
        whole_end=row.created_at + limits(row.keeping).whole,
        ends_at=ends_at(row.keeping, created_at=row.created_at, touched_at=row.touched_at),
        kept_until=row.kept.until if row.kept else None,
        kept_days=row.kept.days if row.kept else None,
    )
