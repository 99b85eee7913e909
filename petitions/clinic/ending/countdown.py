"""Until when a matter stays, for its page, the list and the preview of what is deleted next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from petitions.access.organizations.models import Organization
from petitions.clinic.ending.days import Ending, Keeping, ending
from petitions.clinic.summaries import Summary
from petitions.records.matters.models import Matter


@dataclass(frozen=True, slots=True)
class EndingRow:
    """One matter with its end."""

    summary: Summary
    ending: Ending


def ending_of(matter: Matter, organization: Organization, *, on: date) -> Ending:
    """Return when a matter ends."""
    closed = timezone.localtime(matter.closed_at) if matter.closed_at else None
    return ending(
        closed_at=closed,
        changed_at=timezone.localtime(matter.changed_at),
        keeping=Keeping(organization.days_after_close, organization.days_untouched),
        on=on,
    )


def ending_rows(summaries: Iterable[Summary], organization: Organization, *, on: date) -> list[EndingRow]:
    """Return the matters with their ends, the next one first."""
    rows = [EndingRow(one, ending_of(one.matter, organization, on=on)) for one in summaries]
    return sorted(rows, key=lambda row: row.ending.day)
