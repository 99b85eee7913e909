"""Papers of a signed review as they are kept: one row, and a sealed folder within the review's, which goes with it."""

from __future__ import annotations

import hashlib
import hmac
from contextlib import suppress
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.utils import timezone

from petitions.records.files.place import Place
from petitions.records.files.stores import REVIEWS, store
from petitions.records.reviews.keeping import row_of, vault_of
from petitions.records.reviews.models import CountyReview, ReviewPapers, ReviewState
from petitions.records.reviews.running import ANEW
from petitions.records.reviews.vault import Vault

_OPEN = (ReviewState.WAITING, ReviewState.WORKING)


def papers_of(review: CountyReview) -> ReviewPapers | None:
    """Return the papers that are made, or are being made."""
    return _rows(review).select_related("review").first()


def is_current(papers: ReviewPapers, review: CountyReview) -> bool:
    """Say whether papers are those of the review as it is signed now."""
    return review.signed_at is not None and papers.review_version == review.version


def begin_papers(review: CountyReview, *, kind: str, mover: str) -> bool:
    """Have papers made, in the place of others; say whether it was this call that did. Raise nothing for an unsigned one."""
    with transaction.atomic():
        now = row_of(review).exclude(signed_at=None).select_for_update().first()
        if now is None:
            return False
        wanted = {"kind": kind, "mover": mover, "review_version": now.version}
        if _rows(review).filter(**wanted, state__in=_OPEN).exists():
            return False
        _rows(review).delete()
        ReviewPapers.objects.create(
            review=now,
            organization_id=now.organization_id,
            state=ReviewState.WAITING,
            begun_at=timezone.now(),
            asked_at=timezone.now(),
            **wanted,
        )
    return True


def go_on(review: CountyReview) -> bool:
    """Take papers up again that were stopped or failed; what is made of them stays."""
    found = _rows(review).filter(state__in=(ReviewState.STOPPED, ReviewState.FAILED))
    return bool(found.update(state=ReviewState.WAITING, asked_at=timezone.now(), **ANEW))


def papers_to_do(papers_id: str) -> ReviewPapers | None:
    """Return papers for the worker that was told to make them, of whichever organization they are."""
    found = ReviewPapers.objects.filter(pk=papers_id, state__in=_OPEN, review__until__gt=timezone.now())
    return found.select_related("review__organization").first()


def open_papers() -> QuerySet[ReviewPapers]:
    """Return the papers of all organizations that are being made; for the workers that the site's operator runs."""
    found = ReviewPapers.objects.filter(state__in=_OPEN, review__until__gt=timezone.now())
    return found.select_related("review").order_by("begun_at")


def vault_of_papers(papers: ReviewPapers) -> Vault | None:
    """Return the sealed folder of papers, made where it is not there; None where the review's is gone."""
    vault = vault_of(papers.review)
    if vault is None:
        return None
    key = hmac.new(vault.key, f"papers {papers.pk}".encode(), hashlib.sha256).digest()
    found = Vault(_place(papers), key)
    if not found.is_there:
        with suppress(FileExistsError):  # another worker was quicker
            found.make()
    return found


def _rows(review: CountyReview) -> QuerySet[ReviewPapers]:
    return ReviewPapers.objects.filter(review_id=review.pk, organization_id=review.organization_id)


def _place(papers: ReviewPapers) -> Place:
    return store(REVIEWS).folder(f"{papers.review_id}/papers-{papers.pk}")


@receiver(post_delete, sender=ReviewPapers)
def _destroy_files(instance: ReviewPapers, **_: Any) -> None:
    _place(instance).destroy()
