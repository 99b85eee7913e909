"""Seals anew what an older key of the site sealed, a batch at a time while the site is in use, so that the old key can go.

A row is written only where it still holds what was read: a save at the same time wins, and is looked at again. Nothing
is remembered between two starts: what is left to do is told by the rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Count, Model, QuerySet

from petitions.records.encryption import Sealed, Unreadable
from petitions.records.own_keys import written_together
from petitions.records.sealed_kinds import KINDS, Kind
from petitions.records.sealed_rows import opened_for, sealed_for

BATCH = 200


@dataclass(frozen=True, slots=True)
class Rotated:
    """How many rows of one table were sealed anew, were changed meanwhile, and cannot be opened by any key."""

    anew: int = 0
    changed: int = 0
    unreadable: int = 0

    def plus(self, other: Rotated) -> Rotated:
        """Add up."""
        return Rotated(
            self.anew + other.anew, self.changed + other.changed, self.unreadable + other.unreadable
        )


def sealed_by_key() -> dict[str, Counter[str]]:
    """Return how many rows of each table each key of the site seals."""
    found: dict[str, Counter[str]] = {}
    for kind in KINDS:
        rows = _sealed(kind).values_list(kind.key_id).annotate(n=Count("pk")).order_by()
        found[label_of(kind)] = Counter(dict(rows))
    return found


def rotate(*, batch: int = BATCH, tell: Callable[[str, int], None]) -> Rotated:
    """Seal anew, table by table, what no newest key seals; ``tell`` hears of the table and the rows so far."""
    done = Rotated()
    for kind in KINDS:
        for part in _rotate_kind(kind, batch=batch):
            done = done.plus(part)
            tell(label_of(kind), done.anew)
    return done


def unreadable_rows() -> int:
    """Return how many rows no key opens; after a restore those are what was deleted since the backup."""
    return sum(_read(kind, row) is None for kind in KINDS for row in _whole(kind))


def label_of(kind: Kind) -> str:
    """Return the name of a table."""
    return kind.model._meta.label  # noqa: SLF001 - Django's documented way to a model's name


def _rotate_kind(kind: Kind, *, batch: int) -> Iterator[Rotated]:
    """Go through the rows in their order; each id is taken once, so that a row that cannot be opened holds up nobody."""
    left = list(_left(kind).order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(left), batch):
        rows = _left(kind).filter(pk__in=left[start : start + batch])
        yield _rotate_batch(kind, list(rows.select_related(kind.with_row) if kind.with_row else rows))


def _rotate_batch(kind: Kind, rows: list[Any]) -> Rotated:
    with written_together():
        new = [(row, _anew(kind, row)) for row in rows]
    readable = [(row, sealed) for row, sealed in new if sealed is not None]
    with transaction.atomic():
        written = sum(_put(kind, row, sealed) for row, sealed in readable)
    return Rotated(written, len(readable) - written, len(rows) - len(readable))


def _anew(kind: Kind, row: Any) -> Sealed | None:
    content = _read(kind, row)
    return None if content is None else sealed_for(content, row=kind.row(row), own=kind.own(row))


def _read(kind: Kind, row: Any) -> dict[str, Any] | None:
    sealed = Sealed(bytes(getattr(row, kind.content)), getattr(row, kind.key_id))
    try:
        return opened_for(sealed, row=kind.row(row), own=kind.own(row))
    except Unreadable:
        return None


def _put(kind: Kind, row: Any, sealed: Sealed) -> int:
    held, key_id = bytes(getattr(row, kind.content)), getattr(row, kind.key_id)
    same = {"pk": row.pk, kind.content: held, kind.key_id: key_id}
    return _rows(kind).filter(**same).update(**{kind.content: sealed.content, kind.key_id: sealed.key_id})


def _whole(kind: Kind) -> Iterator[Any]:
    rows = _sealed(kind)
    return (rows.select_related(kind.with_row) if kind.with_row else rows).iterator(chunk_size=BATCH)


def _left(kind: Kind) -> QuerySet[Any]:
    return _sealed(kind).exclude(**{kind.key_id: settings.RECORD_KEYS.current})


def _sealed(kind: Kind) -> QuerySet[Any]:
    """Return the rows that seal something: a summary that was never made, and a review that was deleted, do not."""
    return _rows(kind).exclude(**{kind.content: b""})


def _rows(kind: Kind) -> QuerySet[Model]:
    return kind.model._default_manager.all()  # noqa: SLF001 - Django's documented way to a model's rows
