"""Begins, before Django is loaded, what a command will need: for a short review that is a tenth of its time."""

from __future__ import annotations

import gc
import os
from collections.abc import Sequence
from itertools import pairwise

_WORKERS = "--workers"
_LOADED = ("petitions.review.running.read_work", "petitions.review.decide")


def begin(words: Sequence[str]) -> None:
    """Start the workers of a review, which load what they work with; ``words`` are those of the command line.

    What they are for is told them once the words are found to be right; until then they do nothing, and they end with
    this process.
    """
    if words[:1] != ["review"] or {"-h", "--help"} & {*words}:
        return
    from petitions.exchange.runs.worker import start_ahead  # noqa: PLC0415 - no other command needs it
    from petitions.review.running.surroundings import for_workers  # noqa: PLC0415 - as above

    gc.disable()  # until all is loaded: the command itself puts it on again
    count = _count(words)
    with for_workers(count):
        start_ahead(count, loads=_LOADED)


def _count(words: Sequence[str]) -> int:
    """Return how many workers are asked for, as far as can be seen here; the usual number otherwise."""
    given = [after for word, after in pairwise(words) if word == _WORKERS]
    usual = os.cpu_count() or 1
    return min(int(given[-1]), usual) if given and given[-1].isdecimal() and int(given[-1]) else usual
