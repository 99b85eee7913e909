"""Links each entry of an audit log to the one before it, as soon as what it tells of is committed.

In a transaction of its own, so that the lock on a chain is held for a moment and nobody's work waits for another's. An
entry whose process dies in between is linked by the next purge.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, QuerySet

from petitions.access.chain.models import SITE, AuditChain, AuditLink
from petitions.access.chain.seals import chain_seal, columns, current_key, link_seal
from petitions.access.organizations.models import AuditEntry

_AT_ONCE = 500


class _Waiting:
    """Entries of one chain that wait for the end of a transaction. One stands there for all entries of a chain."""

    def __init__(self, chain: str, entry: int) -> None:
        self.chain = chain
        self.entries = [entry]

    def end(self) -> None:
        """Link them."""
        link(self.chain, self.entries)


def link_when_committed(sender: Any, *, instance: AuditEntry, created: bool, **_more: Any) -> None:
    """Hear that an entry was written. A trouble with its link is no trouble of whoever works."""
    if created:
        _wait(chain_of(instance), instance.pk)


def chain_of(entry: AuditEntry) -> str:
    """Return the chain of an entry."""
    return str(entry.organization_id or SITE)


def link(chain: str, entries: Sequence[int]) -> int:
    """Put these entries at the end of their chain, where they are not linked yet; return how many were."""
    with transaction.atomic():
        row = locked(chain)
        found = unlinked().filter(pk__in=entries).order_by("pk").values(*columns())
        made = [_next(row, entry) for entry in found]
        if made:
            AuditLink.objects.bulk_create(made)
            keep(row)
    return len(made)


def link_leftovers(*, since: datetime | None = None) -> int:
    """Link what was left without a link, of the entries since a moment or of all; return how many were."""
    left: dict[str, list[int]] = {}
    found = unlinked() if since is None else unlinked().filter(timestamp__gte=since)
    for entry in found.order_by().only(
        "pk", "organization_id"
    ):  # an order would have SQLite walk through all of them
        left.setdefault(chain_of(entry), []).append(entry.pk)
    return sum(
        link(chain, sorted(entries)[start : start + _AT_ONCE])
        for chain, entries in left.items()
        for start in range(0, len(entries), _AT_ONCE)
    )


def unlinked() -> QuerySet[AuditEntry]:
    """Return the entries without a link."""
    return AuditEntry.objects.filter(~Exists(AuditLink.objects.filter(entry=OuterRef("pk"))))


def locked(chain: str) -> AuditChain:
    """Return a chain, which nobody else lengthens until the transaction ends; make it where it is new."""
    AuditChain.objects.get_or_create(pk=chain)
    return AuditChain.objects.select_for_update().get(pk=chain)


def keep(row: AuditChain) -> None:
    """Seal what a chain says about itself, and save it."""
    row.key_id = current_key()
    row.seal = chain_seal(row)
    row.save()


def _next(row: AuditChain, entry: dict[str, Any]) -> AuditLink:
    """Lengthen a chain by one link."""
    row.length += 1
    made = AuditLink(
        chain=row.pk,
        place=row.length,
        entry=entry["id"],
        who=entry["actor_id"],
        before=row.head,
        key_id=current_key(),
    )
    made.seal = row.head = link_seal(made, entry)
    return made


def _wait(chain: str, entry: int) -> None:
    for registered in connection.run_on_commit:
        waiting = getattr(registered[1], "__self__", None)
        if isinstance(waiting, _Waiting) and waiting.chain == chain:
            waiting.entries.append(entry)
            return
    transaction.on_commit(_Waiting(chain, entry).end, robust=True)
