"""Keeps reviews: makes one with its key, takes files in, opens its files, and deletes all of it when its time is over."""

from __future__ import annotations

import base64
import json
import os
import secrets
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max, QuerySet
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.utils import timezone

from petitions.records.ended_keys import end_key
from petitions.records.files.place import Place
from petitions.records.files.stores import REVIEWS, store
from petitions.records.private_folder import KEY_BYTES
from petitions.records.reviews.models import CountyReview, ReviewFile, ReviewState
from petitions.records.reviews.vault import Draft, Vault
from petitions.records.sealed_bytes import seal_bytes, unseal_bytes
from petitions.records.sealed_rows import opened, sealed_columns

KEPT = timedelta(days=30)
"""How long a review stays: the files that were handed in, and what came of them."""
_YOUNG = timedelta(minutes=10)
_SENT_BY_HALVES = timedelta(days=1)
"""Long after anybody can still be sending a file, what came of it by halves is taken away."""


def new_review(
    *, organization_id: str, user_id: int, county: str, on: date, options: Mapping[str, Any], key: str | None
) -> CountyReview:
    """Make a review without files; the same ``key`` (of one page) makes one only."""
    review_id, now = (key or secrets.token_hex(16))[:32], timezone.now()
    secret = os.urandom(KEY_BYTES)
    sealed = sealed_columns(
        {"key": base64.b64encode(secret).decode()}, row=review_row(review_id), own=review_row(review_id)
    )
    try:
        with transaction.atomic():
            review = CountyReview.objects.create(
                id=review_id,
                organization_id=organization_id,
                user_id=user_id,
                county=county,
                on=on,
                options=dict(options),
                created_at=now,
                until=now + KEPT,
                **sealed,
            )
            _place(review_id).destroy()  # what a process left that ended before its row was kept
            Vault(_place(review_id), secret).make()
    except IntegrityError:
        return CountyReview.objects.get(pk=review_id, organization_id=organization_id)
    return review


def reviews_of(organization_id: str) -> QuerySet[CountyReview]:
    """Return the reviews of the organization, the newest first."""
    found = CountyReview.objects.filter(organization_id=organization_id, until__gt=timezone.now())
    return found.select_related("signed_by").order_by("-created_at")


def review_for(review_id: str, *, organization_id: str) -> CountyReview | None:
    """Return a review of the organization whose time is not over."""
    found = CountyReview.objects.filter(pk=review_id, organization_id=organization_id)
    return found.filter(until__gt=timezone.now()).select_related("signed_by").first()


def row_of(review: CountyReview) -> QuerySet[CountyReview]:
    """Return the query that changes one review; it names the organization, as every query here does."""
    return CountyReview.objects.filter(pk=review.pk, organization_id=review.organization_id)


def vault_of(review: CountyReview) -> Vault | None:
    """Return the sealed files; None where they are gone or cannot be opened."""
    content = opened(review, row=review_row(review.pk), own=review_row(review.pk))
    if content is None:
        return None
    vault = Vault(_place(review.pk), base64.b64decode(content["key"]))
    return vault if vault.is_there else None


def files_of(review: CountyReview) -> QuerySet[ReviewFile]:
    """Return the files in the order in which they were handed in."""
    found = ReviewFile.objects.filter(review=review, organization_id=review.organization_id)
    return found.order_by("position")


def new_place() -> str:
    """Return a name for a file that says nothing of it."""
    return secrets.token_hex(12)


def keep_file(review: CountyReview, vault: Vault, draft: Draft, *, place: str, name: str) -> ReviewFile:
    """Keep a file that was handed in."""
    draft.keep()
    return _add(review, vault, place=place, name=name, size=draft.size, is_taken=True)


def name_file(review: CountyReview, vault: Vault, *, name: str, size: int) -> ReviewFile:
    """Note a file that stands in the server's folder."""
    return _add(review, vault, place=new_place(), name=name, size=size, is_taken=False)


def name_of(file: ReviewFile, vault: Vault) -> str:
    """Return the name that a file had."""
    content = unseal_bytes(bytes(file.content), key=vault.key, bound_to=file.place.encode())
    return str(json.loads(content)["name"])


def take_file_out(review: CountyReview, vault: Vault, *, place: str) -> None:
    """Take a file out before the review begins; nothing happens where there is none."""
    if files_of(review).filter(place=place).delete()[0]:
        vault.remove(place)


def note_taken(file: ReviewFile, *, size: int) -> None:
    """Note that a file of the server's folder is copied."""
    found = ReviewFile.objects.filter(pk=file.pk, organization_id=file.organization_id)
    found.update(is_taken=True, size=size)


def delete_review(review: CountyReview) -> None:
    """Delete a review: its key first, so that its files are worth nothing, then they; ``purge`` takes the empty row."""
    files_of(review).update(content=b"")
    row_of(review).update(content=b"", until=timezone.now(), signed_at=None)
    end_key(review_row(review.pk))
    _place(review.pk).destroy()


def purge_reviews(*, now: datetime) -> int:
    """Delete reviews whose time is over, files that belong to none, and half-sent ones; return how many reviews."""
    old = CountyReview.objects.filter(until__lte=now)
    count = old.count()
    old.delete()
    rows = set(CountyReview.objects.values_list("pk", flat=True))
    reviews = store(REVIEWS)
    for name in reviews.folders():
        if name not in rows and reviews.changed(name) < now - _YOUNG:
            reviews.folder(name).destroy()
    reviews.sweep(before=now - _SENT_BY_HALVES)
    return count


def _add(
    review: CountyReview, vault: Vault, *, place: str, name: str, size: int, is_taken: bool
) -> ReviewFile:
    sealed = seal_bytes(json.dumps({"name": name}).encode(), key=vault.key, bound_to=place.encode())
    with transaction.atomic():
        row_of(review).filter(state=ReviewState.GATHERING).select_for_update().first()
        last = files_of(review).aggregate(last=Max("position"))["last"]
        return ReviewFile.objects.create(
            review=review,
            organization_id=review.organization_id,
            position=0 if last is None else last + 1,
            place=place,
            content=sealed,
            size=size,
            is_taken=is_taken,
        )


@receiver(post_delete, sender=CountyReview)
def _destroy_files(instance: CountyReview, **_: Any) -> None:
    _place(instance.pk).destroy()


def _place(review_id: str) -> Place:
    return store(REVIEWS).folder(review_id)


def review_row(review_id: str) -> str:
    """Return the name to which the key of a review is bound."""
    return f"county review {review_id}"
