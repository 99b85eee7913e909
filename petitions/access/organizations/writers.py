"""Says who is at work while rows of an organization are written, so that its log can name them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Writer:
    """Whoever writes, and as what."""

    user_id: int
    role: str


_at_work: ContextVar[Writer | None] = ContextVar("at_work", default=None)


@contextmanager
def writing(writer: Writer) -> Iterator[None]:
    """Have what is written meanwhile be this person's."""
    token = _at_work.set(writer)
    try:
        yield
    finally:
        _at_work.reset(token)


def at_work() -> Writer | None:
    """Return who writes; None where a command of the site does."""
    return _at_work.get()
