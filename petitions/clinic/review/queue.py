"""The matters that wait for a reviewer: those that were approved and then changed come first, then the longest waiting."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass

from petitions.clinic.approval import Approval
from petitions.clinic.summaries import Summary
from petitions.records.matters.models import MatterState


@dataclass(frozen=True, slots=True)
class Waiting:
    """One matter in the queue; ``is_reopened``: it was approved, and something was changed since."""

    summary: Summary
    is_reopened: bool
    comments: int


def queue(
    summaries: Iterable[Summary], *, comments: dict[str, int], printed: Container[str] = ()
) -> list[Waiting]:
    """Return what waits, in the order in which it should be looked at.

    Where only an address of a court has changed, and the papers of the matter are ``printed``, nobody need look.
    """
    found = [
        Waiting(one, one.is_reopened, comments.get(one.matter.pk, 0))
        for one in summaries
        if one.matter.state == MatterState.IN_REVIEW or _is_to_look_at(one, printed)
    ]
    return sorted(found, key=lambda one: (not one.is_reopened, one.summary.matter.changed_at))


def _is_to_look_at(one: Summary, printed: Container[str]) -> bool:
    is_court_alone = one.approval is Approval.COURTS_CHANGED
    return one.is_reopened and not (is_court_alone and one.matter.pk in printed)
