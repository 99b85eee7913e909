"""Keeps what members write on a matter, sealed."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count
from django.utils import timezone

from petitions.records.matters.models import Comment, Matter
from petitions.records.sealed_rows import opened, sealed_columns


@dataclass(frozen=True, slots=True)
class ReadComment:
    """One comment as the page shows it."""

    id: str
    by: str
    text: str
    at: datetime
    is_settled: bool


def add_comment(matter: Matter, text: str, *, user_id: int, comment_id: str | None = None) -> None:
    """Keep a comment; one with this id that is there already stays as it is."""
    key = comment_id or secrets.token_hex(16)
    Comment.objects.get_or_create(
        id=key,
        matter=matter,
        organization_id=matter.organization_id,
        defaults={
            "user_id": user_id,
            **sealed_columns({"text": text}, row=comment_row(key), own=matter.interview_id),
            "at": timezone.now(),
        },
    )


def comments_of(matter: Matter) -> list[ReadComment]:
    """Return the comments on a matter, the oldest first."""
    rows = Comment.objects.filter(matter=matter, organization_id=matter.organization_id)
    return [_read(row, matter) for row in rows.select_related("user").order_by("at")]


def settle_comment(matter: Matter, comment_id: str, *, is_settled: bool) -> bool:
    """Mark a comment as settled, or open again; say whether the matter has such a comment."""
    rows = Comment.objects.filter(pk=comment_id, matter=matter, organization_id=matter.organization_id)
    return bool(rows.update(settled_at=timezone.now() if is_settled else None))


def open_comments(matters: Iterable[str], *, organization_id: str) -> dict[str, int]:
    """Return how many comments of each matter are not settled."""
    rows = Comment.objects.filter(
        organization_id=organization_id, matter_id__in=list(matters), settled_at=None
    )
    return {row["matter_id"]: row["n"] for row in rows.values("matter_id").annotate(n=Count("pk")).order_by()}


def _read(row: Comment, matter: Matter) -> ReadComment:
    kept = opened(row, row=comment_row(row.pk), own=matter.interview_id)
    text = kept["text"] if kept else ""
    name = row.user.shown_name if row.user else ""
    return ReadComment(row.pk, name, text, row.at, row.settled_at is not None)


def comment_row(comment_id: str) -> str:
    """Return the name to which a comment is bound."""
    return f"comment {comment_id}"
