"""The parts of the lines with numbers: what is asked for, and the facts that a petition may state."""

from __future__ import annotations


def pgettext(_context: str, text: str) -> str:
    return text


LINES = (
    pgettext("court paper", "[numbers]: [part]."),
    pgettext("court paper", "dismissal and sealing, as legally invalid"),
    pgettext("court paper", "dismissal, as legally invalid"),
    pgettext("court paper", "in the alternative, [part]"),
    pgettext("court paper", "failing that, [part]"),
    pgettext("court paper", "recall of sentence and [part]"),
    pgettext("court paper", "dismissal as legally invalid"),
    pgettext("court paper", "redesignation as an infraction"),
    pgettext("court paper", "redesignation as a misdemeanor"),
    pgettext("court paper", "resentencing as an infraction"),
    pgettext("court paper", "resentencing as a misdemeanor"),
    pgettext("court paper", "under 18 years of age at the time"),
    pgettext("court paper", "18 to 20 years of age at the time"),
    pgettext("court paper", "at least 21 years of age at the time"),
    pgettext("court paper", "no more than 28.5 grams of cannabis flower"),
    pgettext("court paper", "no more than 8 grams of concentrated cannabis"),
    pgettext("court paper", "the produce of six or fewer plants lawfully grown at home"),
    pgettext("court paper", "not on the grounds of a school"),
    pgettext("court paper", "no more than six living plants"),
    pgettext("court paper", "grown at home as section 11362.2 allows"),
    pgettext("court paper", "no environmental harm that section 11358(d)(3) names"),
    pgettext("court paper", "no one of 20 years or younger employed or used"),
    pgettext("court paper", "transport for personal use, not for sale"),
    pgettext("court paper", "given without payment to a person of at least 21 years"),
    pgettext("court paper", "no sale or offer to a person known to be under 18"),
)
