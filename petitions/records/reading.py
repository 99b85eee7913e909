"""Opens what people answered."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils import timezone

from petitions.records.encryption import Sealed, Unreadable, unseal
from petitions.records.models import Interview
from petitions.records.retention import idle_limit

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Opened:
    """The answers of one interview, and the version that a save must name."""

    answers: dict[str, Any]
    version: int


def open_interview(key: str) -> Opened | None:
    """Return the answers; None where they were deleted, have been idle too long, or cannot be read."""
    kept_since = timezone.now() - idle_limit()
    row = Interview.objects.filter(pk=key, touched_at__gt=kept_since).first()
    if row is None:
        return None
    try:
        answers = unseal(Sealed(bytes(row.content), row.key_id), row=row.pk, keys=settings.RECORD_KEYS)
    except Unreadable:
        _log.error("interview_unreadable")
        return None
    return Opened(answers, row.version)
