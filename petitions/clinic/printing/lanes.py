"""The bulk lane of this process: it keeps the shapes that it has laid out, and shares them where it was given a folder."""

from __future__ import annotations

from functools import cache

from petitions.documents.bulk.lane import BulkLane
from petitions.documents.bulk.store import Store
from petitions.documents.shelf import shelf


@cache
def own_lane() -> BulkLane:
    """Return the lane that this process prints by; what it prints does not depend on what it printed before."""
    folder = shelf()
    return BulkLane(Store(folder) if folder else None)
