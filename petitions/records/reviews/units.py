"""The units of a step of a run: laid out by whoever leads, then done one by one by as many workers as there are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import QuerySet, Sum

from petitions.records import leases
from petitions.records.reviews.models import CountyReview, ReviewPapers, RunUnit
from petitions.records.reviews.running import HeldRun, open_row


@dataclass(frozen=True, slots=True)
class NewUnit:
    """One unit: its number, how much of the step it is, and whether an earlier start has done it, of so many rows."""

    number: int
    size: int
    is_done: bool = False
    rows: int = 0


def lay_out(run: HeldRun, step: str, units: Iterable[NewUnit]) -> None:
    """Lay out the units of a step, in the place of those that an earlier start had."""
    own = _own_columns(run)
    with transaction.atomic():
        RunUnit.objects.filter(**own, step=step).delete()
        RunUnit.objects.bulk_create(
            RunUnit(**own, step=step, number=one.number, size=one.size, is_done=one.is_done, rows=one.rows)
            for one in units
        )


def take_unit(run: HeldRun, step: str, *, worker: str) -> RunUnit | None:
    """Take the next unit that nobody holds; the largest first, so that no worker waits for another at the end."""
    with transaction.atomic():
        order = ("tries", "-size", "number")
        free = leases.free(units_left(run, step)).filter(tries__lt=leases.MOST_TRIES).order_by(*order)
        found = free.select_for_update(skip_locked=True).values_list("pk", flat=True).first()
        if found is not None:
            leases.take(units_left(run, step).filter(pk=found), worker=worker)
    return units_left(run, step).filter(worker=worker).first()


def hold_unit(unit: RunUnit, *, worker: str) -> bool:
    """Hold on to a unit; False where another has taken it, or its run is gone."""
    return leases.hold(_row(unit).filter(is_done=False), worker=worker)


def unit_done(run: HeldRun, unit: RunUnit, *, rows: int) -> None:
    """Note that a unit is done, and how far the step is with it."""
    _row(unit).filter(worker=unit.worker).update(is_done=True, rows=rows, lease=None)
    done = _of(run, unit.step).filter(is_done=True).aggregate(size=Sum("size"), rows=Sum("rows"))
    columns = {"done": done["size"] or 0}
    if isinstance(run, CountyReview) and done["rows"]:
        columns["rows"] = done["rows"]
    open_row(run).filter(step=unit.step).update(**columns)


def let_unit_go(unit: RunUnit, fault: Exception) -> None:
    """Let go of a unit after a fault, so that it is tried again."""
    leases.let_go(_row(unit).filter(worker=unit.worker, is_done=False), fault)


def units_left(run: HeldRun, step: str) -> QuerySet[RunUnit]:
    """Return the units of a step that are not done."""
    return _of(run, step).filter(is_done=False)


def takes_left(run: HeldRun) -> int:
    """Return how many workers could do something of a run at once."""
    now = open_row(run).first()
    if now is None:
        return 0
    left = units_left(run, now.step)
    if left.exists():
        return leases.free(left).count()
    return leases.free(open_row(run)).count()


def is_spent(run: HeldRun, step: str) -> bool:
    """Say whether a unit was tried too often."""
    return leases.spent(units_left(run, step)).exists()


def forget_units(run: HeldRun) -> None:
    """Delete the units of a run that is over."""
    RunUnit.objects.filter(**_own_columns(run)).delete()


def _of(run: HeldRun, step: str) -> QuerySet[RunUnit]:
    return RunUnit.objects.filter(**_own_columns(run), step=step)


def _row(unit: RunUnit) -> QuerySet[RunUnit]:
    return RunUnit.objects.filter(pk=unit.pk, organization_id=unit.organization_id)


def _own_columns(run: HeldRun) -> dict[str, Any]:
    own = {"organization_id": run.organization_id}
    if isinstance(run, ReviewPapers):
        return {**own, "review_id": run.review_id, "papers": run}
    return {**own, "review_id": run.pk, "papers": None}
