"""The words of the county review on its pages: determinations, marks, levels, days, and what the law gives."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from petitions.documents.figures.figure import Text
from petitions.interview.wording.outcomes import words_of
from petitions.law.terms import Outcome
from petitions.review.added import DIFFERS, DISAGREES
from petitions.review.policies.rules import (
    CITY_ATTORNEYS,
    DISMISS,
    HAND_REVIEW,
    MAYBE,
    NOT_ELIGIBLE,
    REDUCE,
)

WORDS: Mapping[str, Text] = {
    DISMISS: _("Dismiss"),
    REDUCE: _("Reduce"),
    NOT_ELIGIBLE: _("No relief"),
    HAND_REVIEW: _("Hand review"),
    MAYBE: _("Maybe: look at it"),
    CITY_ATTORNEYS: _("City attorneys look at it"),
    "": _("Not decided"),
}
"""The determinations in plain words; the spreadsheets keep the peer's."""
_DAYS = {8: "%Y%m%d", 10: "%m/%d/%Y"}
"""How a day is written, by its length."""
BY_HAND = (HAND_REVIEW, MAYBE, CITY_ATTORNEYS, "")
"""What a person must look at."""
MARKS: Mapping[str, Text] = {
    "open": _("Hand review still open"),
    "looked_at": _("Hand review done"),
    "changed": _("Changed by staff"),
    "number": _("Case number to choose"),
    "statute": _("Policy and law disagree"),
    "differs": _("Differs from the older program"),
    "disagrees": _("Offense columns disagree"),
}


def marks_of(row: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what to look at in a row: whether policy and law disagree, and the codes of the other two."""
    found = (row.get("statute"), row[DIFFERS], row[DISAGREES])
    return tuple(
        str(MARKS[mark])
        for mark, is_so in zip(("statute", "differs", "disagrees"), found, strict=True)
        if is_so
    )


def determination_word(determination: str) -> str:
    """Say a determination in plain words."""
    return str(WORDS.get(determination, determination))


def level_word(*, is_felony: bool) -> str:
    """Say how serious a conviction is, as the review takes it."""
    return gettext("Felony") if is_felony else gettext("Not a felony")


def law_words(outcome: str) -> str:
    """Say what the law gives."""
    return str(words_of(Outcome(outcome)).headline) if outcome in Outcome.__members__ else ""


def day_text(day: str) -> str:
    """Write a day of the file (20010531) or of a spreadsheet (05/31/2001) as staff read it in their language; what is no day stays."""
    with suppress(KeyError, ValueError):
        found = datetime.strptime(day, _DAYS[len(day)])  # noqa: DTZ007 – a day has no zone
        return date_format(found, "SHORT_DATE_FORMAT")
    return day
