"""Tells which orders changed a conviction later, from the updates of its count.

A sheet without updates proves nothing: courts report late or not at all, and an order of automatic relief may be
younger than the print. So no update makes "unsure", never an empty list; the law treats both alike, but with
"unsure" it says to check first. An order that the sheet shows is stated; one that it only suggests makes "unsure".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from petitions.law.terms import EFFECTIVE, LaterRelief
from petitions.rapsheet.meaning.standing import after_conviction, set_aside, severity
from petitions.rapsheet.record.facts import Hint, Said
from petitions.rapsheet.sheet import Count, Disposition, Outcome, Severity

_PROP_64 = re.compile(r"\b11361[.,]?[89]\b|\bPROP(?:OSITION)? ?64\b|\bAB ?(?:1793|1706)\b")
_PROP_47 = re.compile(r"\b1170[.,]?18\b|\bPROP(?:OSITION)? ?47\b")
_WOBBLER = re.compile(r"\b17 ?\(?B\b")
_DENIED = re.compile(r"\bDEN(?:IED|Y|IAL)\b")
_DISMISSED = re.compile(r"\bDISM|\bVACATED\b|\bSEALED\b")
_LOWERED = re.compile(r"REDESIG|REDUC|RESENT|MODIF")
_NO_CONVICTION = "1203.43"
_PROP_64_ORDERS = {
    LaterRelief.PROP_64_DISMISSED, LaterRelief.PROP_64_REDESIGNATED, LaterRelief.PROP_64_ORDER,
}  # fmt: skip


class _Order(NamedTuple):
    """What one update is: a relief of the record, or a hint at one."""

    update: Disposition
    relief: LaterRelief | None = None
    hint: Hint | None = None


def later_relief(count: Count) -> Said:
    """Return the value of ``later_relief`` and where the updates stand."""
    orders = list(_orders(count))
    found = list(dict.fromkeys(order.relief for order in orders if order.relief))
    hints = tuple(dict.fromkeys(order.hint for order in orders if order.hint))
    if _mentioned_elsewhere(count, orders):
        hints = (*hints, Hint.PROP_64_MENTIONED)
    settled = found and (not hints or not _PROP_64_ORDERS.isdisjoint(found))
    return Said(
        "later_relief",
        [one.value for one in found] if settled else "unsure",
        places=tuple(order.update.text.place for order in orders),
        needs_check=bool(hints) or any(order.update.text.needs_check for order in orders),
        hints=hints,
    )


def plea_was_withdrawn(count: Count) -> bool:
    """Say whether the dismissal is the one that follows diversion (Pen. Code, § 1203.43)."""
    found = set_aside(count)
    return found is not None and found.statute == _NO_CONVICTION


def _orders(count: Count) -> Iterator[_Order]:
    class_before = severity(count)
    for update in after_conviction(count):
        order = _order(update, class_before=class_before)
        if order:
            yield order


def _order(update: Disposition, *, class_before: Severity | None) -> _Order | None:
    words = update.text.value.upper()
    if _PROP_64.search(words):
        return _prop_64(update, words=words)
    if _PROP_47.search(words) or _WOBBLER.search(words):
        return _lowered(update, words=words)
    if update.outcome is Outcome.PC1203_DISMISSED:
        return _set_aside(update)
    if update.outcome in (Outcome.DISMISSED, Outcome.ACQUITTED):
        return _Order(update, hint=Hint.DISMISSED_LATER)
    if update.outcome is Outcome.REDUCED:
        return _reduced(update)
    changed = update.severity and update.severity.value is not class_before
    return _Order(update, hint=Hint.REDUCED_BY_UNKNOWN_LAW) if changed else None


def _prop_64(update: Disposition, *, words: str) -> _Order:
    if _DENIED.search(words):
        return _Order(update, hint=Hint.PROP_64_MENTIONED)
    dismissed, lowered = _DISMISSED.search(words), _LOWERED.search(words)
    if bool(dismissed) == bool(lowered):
        return _Order(update, LaterRelief.PROP_64_ORDER)
    return _Order(update, LaterRelief.PROP_64_DISMISSED if dismissed else LaterRelief.PROP_64_REDESIGNATED)


def _lowered(update: Disposition, *, words: str) -> _Order | None:
    if _DENIED.search(words):
        return None
    return _Order(update, LaterRelief.PROP_47 if _PROP_47.search(words) else LaterRelief.REDUCED_17B)


def _set_aside(update: Disposition) -> _Order:
    """Where the number was not readable, another law may have been named."""
    if update.statute is None:
        return _Order(update, hint=Hint.DISMISSED_LATER)
    if update.statute == _NO_CONVICTION:
        return _Order(update, hint=Hint.PLEA_WITHDRAWN)
    return _Order(update, LaterRelief.DISMISSED_1203)


def _reduced(update: Disposition) -> _Order:
    """Before Proposition 64 only § 17(b) and Proposition 47 lowered a felony, and both count alike."""
    to_infraction = "INFRACTION" in update.text.value.upper()
    if update.on and update.on.value < EFFECTIVE and not to_infraction:
        return _Order(update, LaterRelief.REDUCED_17B)
    return _Order(update, hint=Hint.REDUCED_BY_UNKNOWN_LAW)


def _mentioned_elsewhere(count: Count, orders: list[_Order]) -> bool:
    """A comment may name the law of an order that the DISPO line does not."""
    told = {order.update.text.place for order in orders}
    return any(_PROP_64.search(line.raw.upper()) for line in count.lines if line not in told)
