"""Says whether something that comes round is due: to one of all that ask, on however many machines."""

from __future__ import annotations

from datetime import datetime, timedelta

from petitions.records.models import Beat


def is_due(name: str, *, every: timedelta, now: datetime) -> bool:
    """Say whether it is this call's to do; then nobody else is told so until the time has passed again."""
    row, _is_new = Beat.objects.get_or_create(pk=name, defaults={"due_at": now})
    return bool(Beat.objects.filter(pk=row.pk, due_at__lte=now).update(due_at=now + every))
