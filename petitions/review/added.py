"""Names the columns that a review adds to each row: those of the peer that had the policy, then ours."""

from __future__ import annotations

from petitions.review.policies.columns import CONFIGURABLE, JUNE_2019, LOS_ANGELES_2019_10

DIFFERS = "Differs From Peer"
DISAGREES = "Offense Disagrees"
OUTCOME = "Statutory Outcome"
FLOOR = "Floor"
CEILING = "Ceiling"
REASON = "Reason"
NEEDS = "Needs"
OURS = (DIFFERS, DISAGREES, OUTCOME, FLOOR, CEILING, REASON, NEEDS)
_PEERS = {"configurable": CONFIGURABLE, "los_angeles_2019_10": LOS_ANGELES_2019_10}


def added(flow: str) -> tuple[str, ...]:
    """Return the names for a flow, in order."""
    return (*_PEERS.get(flow, JUNE_2019), *OURS)


def fill(name: str) -> str:
    """Return what a row without any decision shows."""
    return ""
