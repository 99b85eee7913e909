"""What staff decide on convictions of a review, so that nobody overwrites what somebody else decided; and signing off."""

from __future__ import annotations

import json
from dataclasses import dataclass

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from petitions.records.reviews.keeping import row_of
from petitions.records.reviews.models import CountyReview, ReviewDecision
from petitions.records.reviews.vault import Vault
from petitions.records.sealed_bytes import seal_bytes, unseal_bytes


class Stale(Exception):
    """Somebody else decided meanwhile; show both."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An outcome that staff chose, and why; empty: the policy's stands. Whether the hand review is done.

    ``case_number`` is the one that staff chose where the file has several or none; empty: the file's.
    """

    outcome: str = ""
    reason: str = ""
    is_looked_at: bool = False
    case_number: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """A choice as it is kept: by whom, and in which version (0: there is none yet)."""

    choice: Choice
    version: int = 0
    by: str = ""


def decisions_of(review: CountyReview) -> QuerySet[ReviewDecision]:
    """Return what was decided, by row."""
    found = ReviewDecision.objects.filter(review=review, organization_id=review.organization_id)
    return found.select_related("user").order_by("row")


def kept_choice(review: CountyReview, vault: Vault, *, row: int) -> Kept:
    """Return what was decided on a row."""
    found = decisions_of(review).filter(row=row).first()
    return _kept(found, vault) if found else Kept(Choice())


def kept_choices(review: CountyReview, vault: Vault) -> dict[int, Kept]:
    """Return all that was decided, by row."""
    return {one.row: _kept(one, vault) for one in decisions_of(review)}


def decide_row(
    review: CountyReview, vault: Vault, choice: Choice, *, row: int, seen: int, user_id: int
) -> bool:
    """Keep a choice; raise Stale where it is not the one that the page showed. Say whether this opened a signed review."""
    with transaction.atomic():
        now = row_of(review).select_for_update().get()
        _write(review, vault, choice, row=row, seen=seen, user_id=user_id)
        is_signed = now.signed_at is not None
        opened = {"signed_at": None, "signed_by": None, "reopened_at": timezone.now()} if is_signed else {}
        row_of(review).update(version=F("version") + 1, **opened)
    return is_signed


def sign_off(review: CountyReview, *, seen: int, user_id: int) -> None:
    """Sign a review as it was shown; raise Stale where something was decided since."""
    found = row_of(review).filter(version=seen, signed_at=None)
    if not found.update(signed_at=timezone.now(), signed_by=user_id, reopened_at=None):
        raise Stale


def open_again(review: CountyReview) -> None:
    """Open a signed review again."""
    found = row_of(review).exclude(signed_at=None)
    found.update(signed_at=None, signed_by=None, reopened_at=timezone.now(), version=F("version") + 1)


def _write(review: CountyReview, vault: Vault, choice: Choice, *, row: int, seen: int, user_id: int) -> None:
    found = decisions_of(review).filter(row=row)
    now = found.values_list("version", flat=True).first() or 0
    if now != seen:
        raise Stale
    columns = {
        "content": seal_bytes(_written(choice), key=vault.key, bound_to=_bound_to(row)),
        "is_changed": bool(choice.outcome),
        "is_looked_at": choice.is_looked_at,
        "user_id": user_id,
        "at": timezone.now(),
        "version": seen + 1,
    }
    if found.update(**columns):
        return
    ReviewDecision.objects.create(review=review, organization_id=review.organization_id, row=row, **columns)


def _kept(found: ReviewDecision, vault: Vault) -> Kept:
    told = json.loads(unseal_bytes(bytes(found.content), key=vault.key, bound_to=_bound_to(found.row)))
    choice = Choice(told["outcome"], told["reason"], found.is_looked_at, told.get("case_number", ""))
    return Kept(choice, found.version, found.user.shown_name if found.user else "")


def _written(choice: Choice) -> bytes:
    told = {"outcome": choice.outcome, "reason": choice.reason, "case_number": choice.case_number}
    return json.dumps(told).encode()


def _bound_to(row: int) -> bytes:
    return f"decision\n{row}".encode()
