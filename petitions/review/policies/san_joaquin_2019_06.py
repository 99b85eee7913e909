"""The review of San Joaquin County of June 2019."""

from __future__ import annotations

from datetime import date

from petitions.review.policies.rules import Policy
from petitions.review.policies.with_related_2019_06 import with_related

FLOW = "san_joaquin_2019_06"


def _(text: str) -> str:
    return text


def san_joaquin_2019_06(*, on: date) -> Policy:
    """Return the policy."""
    return with_related(FLOW, _("San Joaquin, June 2019"), on=on)
