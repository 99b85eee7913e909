"""Lists every table that holds sealed content: to which name it is bound, with whose end it ends, and who owns a key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models

from petitions.records.held.holding import named
from petitions.records.held.models import HeldSheet
from petitions.records.keeping import kept_row
from petitions.records.matters.comments import comment_row
from petitions.records.matters.importing import draft_row
from petitions.records.matters.models import Comment, ImportDraft, Look, Matter
from petitions.records.matters.print_models import PrintJob
from petitions.records.matters.printing import job_row
from petitions.records.matters.reviewing import look_row
from petitions.records.matters.writing import summary_row
from petitions.records.models import Interview, KeptAnswers
from petitions.records.reminders.models import Reminder
from petitions.records.reminders.writing import sealing_name
from petitions.records.reviews.keeping import review_row
from petitions.records.reviews.models import CountyReview

Named = Callable[[Any], str]


@dataclass(frozen=True, slots=True)
class Kind:
    """One column that is sealed with the keys of the site; ``own`` is the name of the row's key, also where it is another's."""

    model: type[models.Model]
    row: Named
    own: Named
    content: str = "content"
    key_id: str = "key_id"
    with_row: str = ""
    """The row beside it that the names need."""


def _of_itself(model: type[models.Model], name: Callable[[str], str]) -> Kind:
    def named_by_id(row: Any) -> str:
        return name(row.pk)

    return Kind(model, row=named_by_id, own=named_by_id)


_OWN: Mapping[type[models.Model], Callable[[str], str]] = {
    Interview: str,
    HeldSheet: named,
    ImportDraft: draft_row,
    PrintJob: job_row,
    CountyReview: review_row,
    Reminder: sealing_name,
}
KINDS = (
    *(_of_itself(model, name) for model, name in _OWN.items()),
    Kind(
        Matter,
        row=lambda row: summary_row(row.pk),
        own=lambda row: row.interview_id,
        content="summary",
        key_id="summary_key_id",
    ),
    Kind(
        Look,
        row=lambda row: look_row(row.matter_id, row.user_id),
        own=lambda row: row.matter.interview_id,
        with_row="matter",
    ),
    Kind(
        Comment,
        row=lambda row: comment_row(row.pk),
        own=lambda row: row.matter.interview_id,
        with_row="matter",
    ),
)
OWNERS: Mapping[type[models.Model], Named] = {
    **{kind.model: kind.own for kind in KINDS if kind.model in _OWN},
    KeptAnswers: lambda row: kept_row(row.pk),
}
"""Whose end destroys a key; whatever hangs on one of these ends with it."""
SEALED_OTHERWISE: Mapping[str, str] = {
    "petitions.AuditChain.key_id": "names a key of the audit log, which seals and hides nothing; such a key is kept",
    "petitions.AuditLink.key_id": "names a key of the audit log, which seals and hides nothing; such a key is kept",
    "petitions.KeptAnswers.content": "opens with the code alone, never with a key of the site",
    "petitions.KeptAnswers.public_key": "is public",
    "petitions.KeptAnswers.locked_key": "opens with the code alone, never with a key of the site",
    "petitions.ReviewFile.content": "is sealed with the key that its review seals",
    "petitions.ReviewDecision.content": "is sealed with the key that its review seals",
}
"""Columns of bytes that no rotation of the site's keys touches, and why."""
