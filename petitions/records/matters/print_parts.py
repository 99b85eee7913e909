"""The parts of print jobs: workers take a few at a time, note each that is made, and let go what they did not get to."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Q, QuerySet

from petitions.records import leases
from petitions.records.matters.print_models import PrintJob, PrintPart, PrintState

MOST_TAKEN = 8
"""Parts that one worker takes at a time: a second or two of work."""


def take_parts(job: PrintJob, *, worker: str) -> list[PrintPart]:
    """Take some parts that nobody holds; one that was tried before is taken alone, so that it costs no other its tries."""
    left = parts_left(job)
    leases.spent(left).update(state=PrintState.FAILED, trouble="failed", lease=None)
    with transaction.atomic():
        free = leases.free(left).order_by("tries", "position").select_for_update(skip_locked=True)
        found = list(free.values_list("pk", "tries")[:MOST_TAKEN])
        chosen = [key for key, tries in found if not tries] or [key for key, _ in found[:1]]
        leases.take(left.filter(pk__in=chosen), worker=worker)
    taken = left.filter(worker=worker).order_by("position")
    return list(taken.select_related("matter__interview", "matter__attorney__organization"))


def hold_parts(job: PrintJob, *, worker: str) -> bool:
    """Hold on to what this worker has not made yet; False where it is nobody's, or another's."""
    return leases.hold(parts_left(job), worker=worker)


def part_done(part: PrintPart, *, pages: int, trouble: str = "") -> None:
    """Note that the papers of one matter are made, or why they cannot be; what another worker took since is its own to note."""
    state = PrintState.FAILED if trouble else PrintState.DONE
    own = PrintPart.objects.filter(pk=part.pk, organization_id=part.organization_id, worker=part.worker)
    own.update(state=state, pages=pages, trouble=trouble, lease=None)


def let_parts_go(job: PrintJob, fault: Exception, *, worker: str) -> None:
    """Let go what this worker did not get to, after a fault."""
    leases.let_go(parts_left(job).filter(worker=worker), fault)


def parts_left(job: PrintJob) -> QuerySet[PrintPart]:
    """Return the parts that are neither made nor known to have no papers."""
    own = PrintPart.objects.filter(job=job, organization_id=job.organization_id)
    return own.filter(~Q(state__in=(PrintState.DONE, PrintState.FAILED)))


def takes_left(job: PrintJob) -> int:
    """Return how many workers could take some at once; one where the parts are all made, as somebody puts them together."""
    left = parts_left(job)
    if not left.exists():
        return int(job.lease is None or leases.free(type(job).objects.filter(pk=job.pk)).exists())
    return -(-leases.free(left).count() // MOST_TAKEN)
