"""Takes the oldest entries of each chain, and those alone; the chain then begins at its anchor."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from petitions.access.chain.linking import keep, link, link_leftovers, locked, unlinked
from petitions.access.chain.models import AuditChain, AuditLink
from petitions.access.organizations.models import AuditEntry, Organization

_AT_ONCE = 1_000


def purge_chains(*, limit: datetime) -> int:
    """Delete entries up to a time, from the oldest end of each chain; return how many."""
    link_leftovers()
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
    links = AuditLink.objects.filter(chain=row.pk, place__gt=row.purged).order_by("place")
    for one in links.iterator(_AT_ONCE):
        entry = AuditEntry.objects.filter(pk=one.entry).only("timestamp").first()
        if entry is not None and entry.timestamp > limit:
            break
        found.append(one)
    return found
