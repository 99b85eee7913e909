"""Opens a review for its pages: its sealed files and what staff decided; not there where it is not done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import Http404

from petitions.records.reviews.deciding import Kept, kept_choices
from petitions.records.reviews.keeping import vault_of
from petitions.records.reviews.models import CountyReview, ReviewState
from petitions.records.reviews.vault import Vault


@dataclass(frozen=True, slots=True)
class Opened:
    """A review that is done."""

    review: CountyReview
    vault: Vault
    kept: Mapping[int, Kept]


def opened(review: CountyReview) -> Opened:
    """Open a review that is done; raise Http404 for another."""
    vault = vault_of(review) if review.state == ReviewState.DONE else None
    if vault is None:
        raise Http404
    return Opened(review, vault, kept_choices(review, vault))
