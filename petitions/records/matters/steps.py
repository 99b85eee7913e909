"""Keeps how far the papers of each case are, one row per step; a save never replaces what somebody else noted meanwhile."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from django.db import transaction
from django.utils import timezone

from petitions.records.matters.models import CaseStatus, CaseStep, Matter
from petitions.records.matters.writing import note_change
from petitions.records.writing import StaleVersion

NOT_NOTED = 0
"""The version that a save names where the page showed nothing yet."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a case as it is noted."""

    place: str
    status: CaseStatus
    on: date | None
    outcome: str
    hearing_on: date | None
    hearing_at: time | None
    department: str
    version: int


Steps = dict[CaseStatus, Step]
"""The steps of one case."""


@transaction.atomic
def note_step(
    matter: Matter,
    *,
    place: str,
    status: CaseStatus,
    on: date | None,
    user_id: int | None,
    outcome: str = "",
    hearing_on: date | None = None,
    hearing_at: time | None = None,
    department: str = "",
    version: int | None = None,
) -> bool:
    """Note a step of a case once; say whether anything changed.

    ``version`` is that of the row the member saw, NOT_NOTED where there was none; None takes whatever stands there.
    Raise StaleVersion where somebody noted something else meanwhile.
    """
    values = {
        "on": on,
        "outcome": outcome,
        "hearing_on": hearing_on,
        "hearing_at": hearing_at,
        "department": department,
    }
    rows = CaseStep.objects.select_for_update().filter(organization_id=matter.organization_id)
    row, is_new = rows.get_or_create(
        matter=matter,
        organization_id=matter.organization_id,
        place=place,
        status=status,
        defaults={**values, "noted_by_id": user_id, "noted_at": timezone.now()},
    )
    if is_new:
        if version:
            raise StaleVersion
        note_change(matter)  # a matter that is worked on is not old
        return True
    if all(getattr(row, name) == value for name, value in values.items()):
        return False
    if version is not None and version != row.version:
        raise StaleVersion
    rows.filter(pk=row.pk).update(
        **values, noted_by_id=user_id, noted_at=timezone.now(), version=row.version + 1
    )
    note_change(matter)
    return True


def note_new_step(
    matter: Matter, *, place: str, status: CaseStatus, on: date | None, user_id: int | None, outcome: str = ""
) -> bool:
    """Note a step where nothing stands; say whether it was. What somebody noted before stays."""
    try:
        return note_step(
            matter, place=place, status=status, on=on, user_id=user_id, outcome=outcome, version=NOT_NOTED
        )
    except StaleVersion:
        return False


@transaction.atomic
def take_back_step(matter: Matter, *, place: str, status: CaseStatus, version: int) -> bool:
    """Take back a step that was noted by mistake; say whether it was there. Raise StaleVersion as ``note_step`` does."""
    rows = CaseStep.objects.select_for_update().filter(
        matter=matter, organization_id=matter.organization_id, place=place, status=status
    )
    row = rows.first()
    if row is None:
        return False
    if row.version != version:
        raise StaleVersion
    row.delete()
    note_change(matter)
    return True


def steps_of_matters(matters: Iterable[str], *, organization_id: str) -> dict[tuple[str, str], Steps]:
    """Return the steps of many matters in one query, by matter and place of the case."""
    found: dict[tuple[str, str], Steps] = {}
    rows = CaseStep.objects.filter(organization_id=organization_id, matter_id__in=list(matters))
    for row in rows.order_by("pk"):
        found.setdefault((row.matter_id, row.place), {})[CaseStatus(row.status)] = _read(row)
    return found


def _read(row: CaseStep) -> Step:
    return Step(
        place=row.place,
        status=CaseStatus(row.status),
        on=row.on,
        outcome=row.outcome,
        hearing_on=row.hearing_on,
        hearing_at=row.hearing_at,
        department=row.department,
        version=row.version,
    )
