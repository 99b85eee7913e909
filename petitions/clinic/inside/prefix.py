"""Where the addresses begin that a page writes: within a matter they stay there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.urls import get_script_prefix, reverse, set_script_prefix

from petitions.interview.within import ROUTE


@contextmanager
def inside(matter_id: str) -> Iterator[None]:
    """Let every address that is written meanwhile stand within a matter."""
    with _beginning_with(reverse(ROUTE, kwargs={"matter": matter_id, "rest": ""})):
        yield


@contextmanager
def outside(prefix: str) -> Iterator[None]:
    """Let addresses begin again as they did before ``inside``."""
    with _beginning_with(prefix):
        yield


@contextmanager
def _beginning_with(prefix: str) -> Iterator[None]:
    before = get_script_prefix()
    set_script_prefix(prefix)
    try:
        yield
    finally:
        set_script_prefix(before)
