"""Opens a review for its pages: its sealed files and what staff decided; not there where it is not done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import Http404

from petitions.records.reviews.deciding import Kept, kept_choices
from petitions.records.reviews.keeping import vault_of
from petitions.records.reviews.models import CountyReview, ReviewState
from petitions.records.reviews.vault import Vault, VaultGone
from petitions.review.kept.results import tally_with
from petitions.review.options import Review, review_from
from petitions.review.tally import Tally


@dataclass(frozen=True, slots=True)
class Opened:
    """A review that is done."""

    review: CountyReview
    vault: Vault
    kept: Mapping[int, Kept]

    @property
    def asked(self) -> Review:
        """Return what the review was asked for."""
        return review_from(self.review.options, county=self.review.county, on=self.review.on)

    @property
    def changes(self) -> dict[int, str]:
        """Return the outcomes that staff chose, by row."""
        return {row: one.choice.outcome for row, one in self.kept.items() if one.choice.outcome}

    def tally(self) -> Tally:
        """Return the numbers, those with what staff changed among them; raise Http404 where they are gone."""
        try:
            return tally_with(self.vault, self.changes, review=self.asked)
        except VaultGone:
            raise Http404 from None


def opened(review: CountyReview) -> Opened:
    """Open a review that is done; raise Http404 for another."""
    vault = vault_of(review) if review.state == ReviewState.DONE else None
    if vault is None:
        raise Http404
    return Opened(review, vault, kept_choices(review, vault))
