"""Health & Saf. Code, § 11360: selling, giving, moving, before and after 2016-11-09 (C9, C12, C13)."""

from __future__ import annotations

from petitions.law.amounts import Amounts, Concentrate, more_than
from petitions.law.offenses.hs_11357 import concentrate_class
from petitions.law.offenses.today import (
    FELONY,
    INFRACTION,
    LAWFUL,
    MISDEMEANOR,
    NOTHING,
    Acts,
    Classes,
    Reading,
    Today,
    any_of,
    either,
    stated,
)
from petitions.law.terms import AgeBracket, Conduct, DrugForm, Recipient, Trilean

Ages = frozenset[AgeBracket]

FACTS = ("conduct", "recipient_age", "sold_to_minor")
"""The facts of the act that this section looks at, beside the substance and its amount."""
_TO_4_GRAMS = (Concentrate.UP_TO_4,)
_TO_8_GRAMS = (Concentrate.UP_TO_4, Concentrate.FROM_4_TO_8)
_ACROSS_THE_BORDER = (Conduct.IMPORTED, Conduct.EXPORTED)
_HANDED_OVER = (None, Conduct.SOLD, Conduct.OFFERED_TO_SELL, Conduct.GAVE_AWAY)
_OF_SUBDIVISION_B = (None, Conduct.TRANSPORTED, Conduct.GAVE_AWAY)
_ADULT_RECIPIENTS = (Recipient.FROM_18_TO_20, Recipient.FROM_21)


def readings(
    letter: str | None, possible: Ages, amounts: Amounts, acts: Acts, *, transport_means_sale: bool
) -> tuple[Reading, ...]:
    """Return every offense of old § 11360 that the record may mean, each with its classes today.

    ``transport_means_sale``: the offense was wholly on or after 2016-01-01 (AB 730), when moving for one's own use was
    no longer within (a).
    """
    not_a = transport_means_sale and acts.conduct is Conduct.TRANSPORTED
    as_a = Reading("a", either(_as_a(age, amounts, acts) for age in possible), conflicts=not_a)
    if letter == "a":
        return (as_a,)
    not_b = _contradicts_b(amounts, acts)
    as_b = Reading("b", either(_as_b(age, acts) for age in possible), conflicts=not_b)
    if letter == "b":
        return (as_b, Reading("b", as_a.today, conflicts=True)) if not_b else (as_b,)
    return (as_a,) if not_b else (as_a, as_b)


def _contradicts_b(amounts: Amounts, acts: Acts) -> bool:
    has_concentrate = amounts.substance in (DrugForm.CONCENTRATE, DrugForm.BOTH)
    return has_concentrate or amounts.flower_over is True or acts.conduct not in _OF_SUBDIVISION_B


def _as_a(age: AgeBracket, amounts: Amounts, acts: Acts) -> Today:
    """Always a misdemeanor that may be excepted; beside it, what the stated conduct may be (C13)."""
    if age is AgeBracket.UNDER_18:
        return Today(INFRACTION)
    own = any_of(to_minor(acts), across_the_border(amounts, acts.conduct))
    return Today(_beside(age, amounts, acts), frozenset({own}))


def to_minor(acts: Acts) -> Trilean:
    """Exception E4. A "no" beside a recipient under 18 is not sure: it may mean not knowingly."""
    is_minor = acts.recipient_age is Recipient.UNDER_18 and acts.conduct in _HANDED_OVER
    return Trilean.UNSURE if acts.sold_to_minor is False and is_minor else stated(acts.sold_to_minor)


def across_the_border(amounts: Amounts, conduct: Conduct | None) -> Trilean:
    """Exception E6: import, or export, of more than 28.5 g of flower or 4 g of concentrate."""
    if conduct is not None and conduct not in _ACROSS_THE_BORDER:
        return Trilean.NO
    large = more_than(amounts, _TO_4_GRAMS)
    return Trilean.UNSURE if conduct is None and large is Trilean.YES else large


def _beside(age: AgeBracket, amounts: Amounts, acts: Acts) -> Classes:
    conducts = (
        (Conduct.TRANSPORTED, Conduct.TRANSPORTED_FOR_SALE, Conduct.GAVE_AWAY)
        if acts.conduct is None
        else (acts.conduct,)
    )
    found = NOTHING
    if Conduct.TRANSPORTED in conducts:
        found |= _own_use(age, amounts)
    if Conduct.TRANSPORTED_FOR_SALE in conducts and amounts.may_be_little_flower:
        found |= INFRACTION
    if Conduct.GAVE_AWAY in conducts:
        found |= _gift(age, amounts, acts)
    return found


def _own_use(age: AgeBracket, amounts: Amounts) -> Classes:
    """Return the class that § 11357 gives to the amounts today; school and home produce aside."""
    over = more_than(amounts, _TO_8_GRAMS)
    if over is Trilean.YES:
        return MISDEMEANOR
    within = LAWFUL if age is AgeBracket.FROM_21 else _little(age, amounts)
    return within | MISDEMEANOR if over is Trilean.UNSURE else within


def _little(age: AgeBracket, amounts: Amounts) -> Classes:
    """At 18 to 20, within the limits: an infraction; concentrate over 4 g not surely (C14)."""
    if amounts.substance is DrugForm.FLOWER:
        return INFRACTION
    return INFRACTION.union(*(concentrate_class(age, size) for size in amounts.sizes))


def _gift(age: AgeBracket, amounts: Amounts, acts: Acts) -> Classes:
    """Return what a free gift may be beside a misdemeanor, over everybody who may have got it."""
    found = NOTHING
    for recipient in _recipients(acts):
        if age is AgeBracket.FROM_21 and recipient is Recipient.FROM_21:
            found |= NOTHING if more_than(amounts, _TO_8_GRAMS) is Trilean.YES else LAWFUL
        elif amounts.may_be_little_flower and not (recipient is Recipient.UNDER_18 and acts.sold_to_minor):
            found |= INFRACTION
    return found


def _recipients(acts: Acts) -> tuple[Recipient, ...]:
    """Return who may have got it; "not to a minor" also says that an unknown recipient was none (C12)."""
    if acts.recipient_age not in (None, Recipient.NOBODY):
        return (acts.recipient_age,)
    return _ADULT_RECIPIENTS if acts.sold_to_minor is False else (Recipient.UNDER_18, *_ADULT_RECIPIENTS)


def _as_b(age: AgeBracket, acts: Acts) -> Today:
    """Moved, or given away, 28.5 g of flower or less."""
    if age is AgeBracket.UNDER_18:
        return Today(INFRACTION)
    is_adult = age is AgeBracket.FROM_21
    conduct = acts.conduct if acts.conduct in _OF_SUBDIVISION_B else None
    found = NOTHING
    if conduct is not Conduct.GAVE_AWAY:
        found |= LAWFUL if is_adult else INFRACTION
    if conduct is not Conduct.TRANSPORTED:
        for recipient in _recipients(acts):
            found |= LAWFUL if is_adult and recipient is Recipient.FROM_21 else INFRACTION
            found |= FELONY if recipient is Recipient.UNDER_18 else NOTHING
    return Today(found)
