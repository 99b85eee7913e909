"""The lines on top of the result page: how many convictions, and what we think of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from petitions.law.terms import Outcome, Status

_NUMBERS = {
    2: _("Two"),
    3: _("Three"),
    4: _("Four"),
    5: _("Five"),
    6: _("Six"),
    7: _("Seven"),
    8: _("Eight"),
    9: _("Nine"),
}


def summary_lines(found: Iterable[tuple[Outcome, Status]]) -> tuple[str, ...]:
    """Say it in two or three short sentences."""
    outcomes = list(found)
    by_status = Counter(status for _outcome, status in outcomes)
    if all(outcome is Outcome.NOT_A_CONVICTION for outcome, _status in outcomes):
        return (gettext("You were not convicted, so there is no conviction to clear."),)
    lines = (
        _how_many(len(outcomes)),
        _helped(by_status[Status.ELIGIBLE], of=len(outcomes)),
        _open(by_status[Status.NEEDS_REVIEW], of=len(outcomes)),
        _done(by_status[Status.CHECK_FIRST], of=len(outcomes)),
        _not_by_this_law(by_status[Status.NOT_ELIGIBLE], of=len(outcomes)),
    )
    return tuple(line for line in lines if line)


def _how_many(total: int) -> str:
    if total == 1:
        return gettext("One conviction.")
    return gettext("%(number)s convictions.") % {"number": _NUMBERS.get(total, total)}


def _helped(number: int, *, of: int) -> str:
    if not number:
        return ""
    if number < of:
        return ngettext(
            "We think a court should change one of them.",
            "We think a court should change %(number)d of them.",
            number,
        ) % {"number": number}
    every = {1: _("We think a court should change it."), 2: _("We think a court should change both.")}
    return str(every.get(of, _("We think a court should change all of them.")))


def _open(number: int, *, of: int) -> str:
    if not number:
        return ""
    if of == 1:
        return gettext("The law may help you, but a lawyer should look at it.")
    return ngettext(
        "A lawyer should look at one of them.", "A lawyer should look at %(number)d of them.", number
    ) % {"number": number}


def _done(number: int, *, of: int) -> str:
    if not number:
        return ""
    if of == 1:
        return gettext("A court has changed it already. Make sure that it shows.")
    return ngettext(
        "A court has changed one of them already.",
        "A court has changed %(number)d of them already.",
        number,
    ) % {"number": number}


def _not_by_this_law(number: int, *, of: int) -> str:
    if not number:
        return ""
    if of == 1:
        return gettext("This law does not change it, but there is other help.")
    return ngettext(
        "For one of them, there is other help.", "For %(number)d of them, there is other help.", number
    ) % {"number": number}
