"""Tells from the words of a DISPO line what became of a count."""

from __future__ import annotations

import re
from typing import NamedTuple

from petitions.rapsheet.lines.confusables import letters_of, shape, within
from petitions.rapsheet.sheet import Outcome, Severity

_FAMILY = re.compile(r"(?<![0-9])[1IL|][2Z][0OQ]3[ .,:]{0,2}(4[0-9]{0,2}[A-Z]?)(?![0-9A-Z])")
"""Penal Code sections 1203.4 to 1203.49, by which a conviction was set aside."""
_DIGIT = re.compile(r"[0-9]")
_CONVICTED = shape("CONVICTED")
_CONVICTION = shape("CONVICTION")
"""The noun tells of no new conviction: ``CONVICTION CERT BY CLERK``."""
_THIRDS = tuple(_CONVICTED[start : start + 3] for start in (0, 3, 6))
"""Of these three parts of the word, two wrong signs leave one whole."""
_LONGEST = 160
"""Signs of a line that are looked at for a misread word; no DISPO of a sheet is longer."""
_COMMON = {
    "CONVICTED": Outcome.CONVICTED,
    "CONVICTED-PROB/JAIL": Outcome.CONVICTED,
    "DISMISSED/FURTHERANCE OF JUSTICE": Outcome.DISMISSED,
}
_BY_WORDS = (
    ("PROSREJ", Outcome.PROSECUTOR_REJECTED),
    ("SENTENCEMODIFIED", Outcome.SENTENCE_MODIFIED),
    ("RESENTENCED", Outcome.RESENTENCED),
    ("PROBATIONREVO", Outcome.PROBATION_REVOKED),
    ("PROBREVO", Outcome.PROBATION_REVOKED),
    ("ACQUITTED", Outcome.ACQUITTED),
    ("NOTGUILTY", Outcome.ACQUITTED),
    ("REDUCEDTOMISD", Outcome.REDUCED),
    ("REDUCEDTOINFR", Outcome.REDUCED),
)
_SHAPED = tuple((shape(words), outcome) for words, outcome in _BY_WORDS)
_SEVERITIES = {
    "F": (Severity.FELONY, "FELONY"),
    "M": (Severity.MISDEMEANOR, "MISDEMEANOR"),
    "I": (Severity.INFRACTION, "INFRACTION"),
    "T": (Severity.INFRACTION, "INFRACTION"),
}
"""By the first letter; a T is an I with a long foot."""


class Told(NamedTuple):
    """What a DISPO line says. ``statute``: of a set-aside. ``repaired``: a word was misread."""

    outcome: Outcome
    statute: str | None = None
    repaired: bool = False


def read_disposition(text: str) -> Told:
    """Tell the outcome from the words after DISPO, in capitals."""
    common = _COMMON.get(text)
    if common:
        return Told(common)
    family = _FAMILY.search(text)
    if family and "DENIED" not in text:
        return Told(Outcome.PC1203_DISMISSED, f"1203.{family[1]}", "1203." not in text)
    letters = letters_of(text[:_LONGEST])
    if "SETASIDE" in letters and "DISM" in letters and not _DIGIT.search(letters):
        return Told(Outcome.PC1203_DISMISSED, repaired=True)  # the number of the section was not readable
    return _conviction(letters) or _by_words(letters)


def mentions_conviction(text: str) -> bool:
    """Say whether a line speaks of a conviction, also where a picture made it hard to read."""
    if "CONVICT" in text:
        return True
    letters = shape(letters_of(text[:_LONGEST]))
    return _CONVICTED[:7] in letters or _misread_at(letters) >= 0


def severity_of(text: str) -> tuple[Severity, bool] | None:
    """Return how grave a CONV STATUS calls the conviction, and whether the word was misread."""
    letters = letters_of(text)
    found = _SEVERITIES.get(letters[:1])
    if found:
        return found[0], not letters.startswith(found[1])
    for severity, word in _SEVERITIES.values():
        if letters and within(shape(letters[: len(word)]), shape(word), most=2):
            return severity, True
    return None


def _conviction(letters: str) -> Told | None:
    place = letters.find("CONVICTED")
    exact = place >= 0
    if not exact:
        place = _misread_at(shape(letters))
    if place < 0 or letters[:place].endswith("NOT"):
        return None
    return Told(Outcome.CONVICTED, repaired=not exact)


def _misread_at(letters: str) -> int:
    """Return where something within two signs of CONVICTED begins; -1: nowhere."""
    if not any(part in letters for part in _THIRDS):
        return -1
    start = letters.find("C")
    while start >= 0:
        window = letters[start : start + len(_CONVICTED)]
        noun = letters.startswith(_CONVICTION[: len(window)], start)
        if len(window) >= len(_CONVICTED) - 1 and not noun and within(window, _CONVICTED, most=2):
            return start
        start = letters.find("C", start + 1)
    return -1


def _by_words(letters: str) -> Told:
    shaped = shape(letters)
    for words, outcome in _SHAPED:
        if words in shaped:
            return Told(outcome)
    if "DISM" in letters or shape("DISM") in shaped:
        return Told(Outcome.DISMISSED)
    return Told(Outcome.OTHER)
