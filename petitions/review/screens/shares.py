"""The effect of a review on people as a page draws it: each number, and which part of the people of today it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

from petitions.documents.figures.figure import Text
from petitions.review.report.impact import Effect, Now

HEADS: tuple[Text, ...] = (
    _("Some relief"),
    _("No felony left"),
    _("No conviction left"),
    _("None left in seven years"),
)
"""What is counted, in the order of ``Effect.numbers``."""
_SENTENCES: tuple[Text, ...] = (
    _("of %(all)s people with a marijuana conviction here get some relief"),
    _("of %(all)s people with a felony have none left"),
    _("of %(all)s people have no conviction left at all"),
    _("of %(all)s people with one in the last seven years have none left in these"),
)
"""What follows the number where it stands alone."""


@dataclass(frozen=True, slots=True)
class Share:
    """One number among those whom it could be."""

    head: Text
    number: int
    whole: int

    @property
    def percent(self) -> int:
        """Return the part in whole percents, 0 to 100."""
        return round(100 * self.number / self.whole) if self.whole else 0


@dataclass(frozen=True, slots=True)
class Row:
    """One lane: its name, its four numbers, and whether it is what will happen."""

    name: Text
    shares: tuple[Share, ...]
    is_here: bool = False


def rows_of(effects: Sequence[Effect], *, now: Now, final: str = "") -> list[Row]:
    """Return people as they are today, then each lane; ``final`` is the lane of what will happen."""
    wholes = now.numbers
    today = Row(_("People today"), _shares(wholes, wholes))
    lanes = [Row(one.name, _shares(one.numbers, wholes), is_here=one.lane == final) for one in effects]
    return [today, *lanes]


@dataclass(frozen=True, slots=True)
class Big:
    """One number that stands alone; ``alone`` is what the policy decided, where staff changed something."""

    share: Share
    sentence: str
    alone: int | None


def big_numbers(rows: Sequence[Row], *, is_recounted: bool) -> list[Big]:
    """Return what will happen in four numbers; ``rows`` are those of the table, today and the policy first."""
    policy = rows[1]
    final = next(row for row in rows if row.is_here)
    columns = zip(_SENTENCES, final.shares, policy.shares, strict=True)
    return [
        Big(share, _said(sentence, share), alone.number if is_recounted else None)
        for sentence, share, alone in columns
    ]


def _said(sentence: Text, share: Share) -> str:
    return str(sentence) % {"all": number_format(share.whole, force_grouping=True)}


def _shares(numbers: Sequence[int | None], wholes: Sequence[int | None]) -> tuple[Share, ...]:
    columns = zip(HEADS, numbers, wholes, strict=True)
    return tuple(Share(head, number or 0, whole or 0) for head, number, whole in columns)
