"""Who opens the pages of a review: members with its role who proved a short while ago who they are."""

from __future__ import annotations

from datetime import timedelta

from petitions.access.actors import View, staff
from petitions.access.reviews import of_review
from petitions.access.roles import Action
from petitions.access.signing_in.again import fresh, fresh_within

AT_WORK = timedelta(minutes=60)
"""How long one proof opens the pages: somebody who looks through hundreds of convictions is not asked every five minutes.

What leaves the site, is signed or is deleted wants a proof within five minutes, as everywhere.
"""


def county_page(view: View) -> View:
    """Guard a page that belongs to no review yet."""
    return staff(Action.REVIEW_COUNTY)(fresh_within(AT_WORK)(view))


def review_page(view: View) -> View:
    """Guard a page of one review."""
    return of_review(fresh_within(AT_WORK)(view))


def grave_page(view: View) -> View:
    """Guard what leaves the site, is signed, or is deleted."""
    return of_review(fresh(view))
