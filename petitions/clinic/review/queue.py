"""The matters that wait for a reviewer: those that were approved and then changed come first, then the longest waiting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from petitions.clinic.summaries import Summary
from petitions.records.matters.models import MatterState


@dataclass(frozen=True, slots=True)
class Waiting:
    """One matter in the queue; ``is_reopened``: it was approved, and its facts were changed since."""

    summary: Summary
    is_reopened: bool
    comments: int


def queue(summaries: Iterable[Summary], *, comments: dict[str, int]) -> list[Waiting]:
    """Return what waits, in the order in which it should be looked at."""
    found = [
        Waiting(one, one.is_reopened, comments.get(one.matter.pk, 0))
        for one in summaries
        if one.matter.state == MatterState.IN_REVIEW or one.is_reopened
    ]
    return sorted(found, key=lambda one: (not one.is_reopened, one.summary.matter.changed_at))
