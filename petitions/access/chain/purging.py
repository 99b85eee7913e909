"""Takes the oldest entries of each chain, and those alone; the chain then begins at its anchor."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from petitions.access.chain.linking import keep, link, link_leftovers, locked, unlinked
from petitions.access.chain.models import AuditChain, AuditLink
from petitions.access.organizations.models import AuditEntry, Organization
from petitions.records.beats import is_due

_AT_ONCE = 1_000
_FEW = 50
_LATELY, _WHOLE_EVERY = timedelta(hours=6), timedelta(days=1)


def purge_chains(*, limit: datetime, now: datetime) -> int:
    """Delete entries up to a time, from the oldest end of each chain; return how many.

    What is without a link is sought among the entries of some hours each time, among all of them once a day: that reads
    them all.
    """
    is_whole = is_due("audit leftovers", every=_WHOLE_EVERY, now=now)
    link_leftovers(since=None if is_whole else now - _LATELY)
    return sum(_purge(chain, limit) for chain in AuditChain.objects.values_list("pk", flat=True))


def end_chain(sender: Any, *, instance: Organization, **_more: Any) -> None:
    """Open the whole log of an organization that is deleted; the chain itself says so from now on."""
    with transaction.atomic():
        left = unlinked().filter(organization_id=instance.pk).values_list("pk", flat=True)
        link(instance.pk, [*left])
        row = locked(instance.pk)
        row.purged, row.anchor, row.ended_at = row.length, row.head, timezone.now()
        keep(row)


def end_links(sender: Any, *, instance: Organization, **_more: Any) -> None:
    """Delete the links of a log that ended with its organization."""
    AuditLink.objects.filter(chain=instance.pk).delete()


def _purge(chain: str, limit: datetime) -> int:
    """Move the anchor first: what stands beyond it, the database lets nobody delete."""
    with transaction.atomic():
        row = locked(chain)
        over = _over(row, limit)
        if not over:
            return 0
        row.purged, row.anchor = over[-1].place, over[-1].seal
        keep(row)
        gone = [one.entry for one in over]
        for start in range(0, len(gone), _AT_ONCE):
            AuditEntry.objects.filter(pk__in=gone[start : start + _AT_ONCE]).delete()
        AuditLink.objects.filter(chain=chain, place__lte=row.purged).delete()
    return len(gone)


def _over(row: AuditChain, limit: datetime) -> list[AuditLink]:
    """Return the links from the oldest on whose entries are all over, up to the first that is not."""
    found: list[AuditLink] = []
    for one in _from_the_oldest(row):
        entry = AuditEntry.objects.filter(pk=one.entry).only("timestamp").first()
        if entry is not None and entry.timestamp > limit:
            break
        found.append(one)
    return found


def _from_the_oldest(row: AuditChain) -> Iterator[AuditLink]:
    """Give the links that are not purged, in their order; a few are read at a time, as the first one mostly ends it."""
    last = row.purged
    while some := [
        *AuditLink.objects.filter(chain=row.pk, place__gt=last).order_by("place")[:_FEW],
    ]:
        yield from some
        last = some[-1].place
