"""Matters of the same organization under the same name: the same person, or a conflict to look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from petitions.access.matters import matters_by_id
from petitions.clinic.summaries import summary
from petitions.records.matters.models import Matter
from petitions.records.matters.names import matters_named

_MOST = 10


@dataclass(frozen=True, slots=True)
class Conflict:
    """One matter whose name is near. Whoever asks may not be allowed to open it; its number says whom to ask about."""

    matter_id: str
    number: int
    name: str


def conflicts_for(
    names: Sequence[str], *, organization_id: str, besides: str | None = None
) -> list[Conflict]:
    """Return the matters that share at least two words of a name, or its only word; no spelling is guessed."""
    found = matters_named(names, organization_id=organization_id, besides=besides)[:_MOST]
    rows = matters_by_id(found, organization_id=organization_id)
    return [_conflict(rows[matter]) for matter in found if matter in rows]


def _conflict(matter: Matter) -> Conflict:
    found = summary(matter)
    return Conflict(matter.pk, matter.number, found.name if found else "")
