"""Says whether the audit logs are whole: which entry was changed, which is missing, and since when nothing is linked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from petitions.access.chain.guards import missing_guards
from petitions.access.chain.linking import unlinked
from petitions.access.chain.models import AuditChain, AuditLink
from petitions.access.chain.seals import KeyMissing, chain_seal, columns, link_seal
from petitions.access.organizations.models import AuditEntry

_AT_ONCE = 500
_LINKED_WITHIN = timedelta(hours=2)
"""The hourly purge links what a process that died has left."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at one place of a chain; ``entry`` is the id of the entry, where one is meant."""

    chain: str
    kind: str
    place: int | None = None
    entry: int | None = None


def faults(*, now: datetime) -> Iterator[Fault]:
    """Give what is wrong, chain by chain, in the order of their links."""
    for name in missing_guards():
        yield Fault(name, "the guard of the database is missing")
    known = set()
    for chain in AuditChain.objects.order_by("pk"):
        known.add(chain.pk)
        yield from _of_chain(chain)
    lost = AuditLink.objects.exclude(chain__in=known).values_list("chain", flat=True).distinct()
    for name in lost:
        yield Fault(name, "the chain's own row is missing")
    for entry in unlinked().filter(timestamp__lte=now - _LINKED_WITHIN).order_by("pk"):
        yield Fault(entry.organization_id or "", "the entry was never linked", entry=entry.pk)


def _of_chain(chain: AuditChain) -> Iterator[Fault]:
    yield from _seal_of(chain)
    place, before = chain.purged, chain.anchor
    for one, content in _links(chain):
        if one.place != place + 1:
            yield Fault(chain.pk, _missing(place + 1, one.place - 1), place=place + 1)
        elif one.before != before:
            yield Fault(chain.pk, "the link does not follow the one before it", one.place, one.entry)
        yield from _entry(one, content)
        place, before = one.place, one.seal
    if place != chain.length:
        yield Fault(chain.pk, _missing(place + 1, chain.length), place=place + 1)
    elif before != chain.head:
        yield Fault(chain.pk, "the newest link is not the one that was sealed last", place=place)


def _seal_of(chain: AuditChain) -> Iterator[Fault]:
    try:
        if chain_seal(chain) != chain.seal:
            yield Fault(chain.pk, "the chain's own row was changed")
    except KeyMissing:
        yield Fault(chain.pk, "the key of the chain's own row is not here")


def _entry(one: AuditLink, content: dict[str, Any] | None) -> Iterator[Fault]:
    if content is None:
        yield Fault(one.chain, "the entry is missing", one.place, one.entry)
        return
    try:
        is_whole = link_seal(one, content) == one.seal and content["actor_id"] in (one.who, None)
    except KeyMissing:
        yield Fault(one.chain, "the key of the link is not here", one.place, one.entry)
        return
    if not is_whole:
        yield Fault(one.chain, "the entry or its link was changed", one.place, one.entry)


def _links(chain: AuditChain) -> Iterator[tuple[AuditLink, dict[str, Any] | None]]:
    """Give the links with the columns of their entries, a few hundred at once."""
    place = chain.purged
    while found := [*AuditLink.objects.filter(chain=chain.pk, place__gt=place).order_by("place")[:_AT_ONCE]]:
        rows = AuditEntry.objects.filter(pk__in=[one.entry for one in found]).values(*columns())
        entries = {row["id"]: row for row in rows}
        for one in found:
            yield one, entries.get(one.entry)
        place = found[-1].place


def _missing(first: int, last: int) -> str:
    return (
        f"the link of place {first} is missing" if first == last else f"links {first} to {last} are missing"
    )
