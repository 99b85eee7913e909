"""Says when a matter ends: so many days after it is closed, or after the last work on it; pure, the day is passed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

_SOON = 14


@dataclass(frozen=True, slots=True)
class Keeping:
    """For how many days an organization keeps a matter."""

    after_close: int
    untouched: int


@dataclass(frozen=True, slots=True)
class Ending:
    """The day on which a matter is deleted, and how many days are left; none: it is due."""

    day: date
    days_left: int

    @property
    def is_due(self) -> bool:
        """Say whether it may be deleted now."""
        return self.days_left <= 0

    @property
    def is_soon(self) -> bool:
        """Say whether somebody should look at it."""
        return self.days_left <= _SOON


def ending(*, closed_at: datetime | None, changed_at: datetime, keeping: Keeping, on: date) -> Ending:
    """Return when a matter ends. One that is closed ends by that day alone, however lately it was changed."""
    if closed_at is not None:
        last = closed_at.date() + timedelta(days=keeping.after_close)
    else:
        last = changed_at.date() + timedelta(days=keeping.untouched)
    return Ending(last, (last - on).days)
