"""Adds to the history of the directory: facts that somebody found, and what takes them back; one transaction each."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence

from django.db import IntegrityError, transaction
from django.db.models import Max

from petitions.courts.changing import Change
from petitions.records.court_edits.models import CourtEdit
from petitions.records.court_edits.reading import newest_edits


class ChangedMeanwhile(Exception):
    """Somebody else wrote of the same fact in the same moment; nothing was added."""


def add_edits(found: Sequence[Change], *, user_id: int | None, change: str | None = None) -> list[CourtEdit]:
    """Add facts that were found together, all or none; what the same ``change`` added before is not added again.

    Raise ChangedMeanwhile where somebody else was faster.
    """
    change = change or secrets.token_hex(12)
    try:
        with transaction.atomic():
            if CourtEdit.objects.filter(change=change).exists():
                return []
            rows = [_added(one, change=change, user_id=user_id) for one in found]
    except IntegrityError:
        raise ChangedMeanwhile from None
    newest_edits()
    return rows


def take_back(change: str, *, county: str, user_id: int | None) -> list[CourtEdit]:
    """Take back the facts of a change that were not taken back yet, each by a row of its own."""
    try:
        with transaction.atomic():
            open_rows = CourtEdit.objects.filter(
                change=change, county=county, takes_back=None, courtedit=None
            ).order_by("pk")
            rows = [_taken_back(row, user_id=user_id) for row in open_rows]
    except IntegrityError:
        raise ChangedMeanwhile from None
    newest_edits()
    return rows


def _added(found: Change, *, change: str, user_id: int | None) -> CourtEdit:
    edit = found.edit
    about = {
        "table": edit.place.table.value,
        "county": edit.place.county,
        "name": edit.place.name,
        "field": edit.field,
    }
    return CourtEdit.objects.create(
        **about,
        change=change,
        turn=_next_turn(about),
        value=edit.value,
        before=found.before,
        source=edit.source,
        checked=edit.checked,
        user_id=user_id,
    )


def _taken_back(row: CourtEdit, *, user_id: int | None) -> CourtEdit:
    about = {"table": row.table, "county": row.county, "name": row.name, "field": row.field}
    return CourtEdit.objects.create(
        **about,
        change=secrets.token_hex(12),
        turn=_next_turn(about),
        takes_back=row,
        user_id=user_id,
    )


def _next_turn(about: dict[str, str]) -> int:
    newest = CourtEdit.objects.filter(**about).aggregate(newest=Max("turn"))["newest"]
    return (newest or 0) + 1


def parts_of(rows: Iterable[CourtEdit]) -> list[str]:
    """Name which facts rows are about, for the log: words of ours, no values."""
    return [row.field for row in rows]
