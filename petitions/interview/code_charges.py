"""Finds one code section in a row of signs: its code, its number, its letter and a word like "attempt"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from petitions.interview.code_words import PREFIX_WORDS, Sign
from petitions.law.sections import LISTED

PREFIX_SECTIONS = {"664": "attempt", "182": "conspiracy", "32": "accessory"}
_LETTERS = r"(?P<letters>[JSK]?(?:L|B[Lf])(?:B?d(?:B?[Lf](?:B?d)?)?)?)?"
_LEVEL = r"(?:[JK]?B?f)?"
_CHARGES = (
    re.compile(rf"(?P<words>P?)(?P<code>C)[JK]?(?P<number>N){_LETTERS}{_LEVEL}"),
    re.compile(rf"(?P<words>P?)(?P<first>BL)?(?P<number>N){_LETTERS}(?:[JK]?(?P<code>C))?{_LEVEL}"),
)
"""The code before the number, or behind it. Each sign is one letter; nothing repeats without an end."""
_LEVEL_LETTERS = ("f", "m", "i")
"""Behind a section that has no such subdivision: felony, misdemeanor, infraction."""
_USUALLY_HEALTH = re.compile(r"11[3-5][0-9]{2}(?:\.[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Charge:
    """A section as it is written; None: not written. ``end`` is the place of the first sign behind it."""

    code: str | None
    section: str
    letter: str | None
    prefix: str | None
    end: int

    @property
    def is_prefix(self) -> bool:
        """Say whether the section stands for a word: attempt, conspiracy, accessory."""
        return self.section in PREFIX_SECTIONS

    @property
    def usual_code(self) -> str | None:
        """Return the code that is written, or that of a number that no one mistakes."""
        return self.code or ("HS" if is_usually_health(self.section) else None)


def charge_at(signs: list[Sign], position: int) -> Charge | None:
    """Return the section that begins at this sign."""
    kinds = "".join(sign.kind for sign in signs)
    for pattern in _CHARGES:
        found = pattern.match(kinds, position)
        if found:
            return _charge(signs, found)
    return None


def is_usually_health(section: str) -> bool:
    """Say whether a number stands around the marijuana sections."""
    return _USUALLY_HEALTH.fullmatch(section) is not None


def _charge(signs: list[Sign], found: re.Match[str]) -> Charge:
    named = found.groupdict()
    lettered = [sign for name in ("first", "letters") for sign in _part(signs, found, name)]
    letter = next((sign.text.lower() for sign in lettered if sign.kind in "Lf"), None)
    section = signs[found.start("number")].text
    return Charge(
        code=signs[found.start("code")].text if named["code"] else None,
        section=section,
        letter=None if section in LISTED and letter in _LEVEL_LETTERS else letter,
        prefix=PREFIX_WORDS[signs[found.start("words")].text] if named["words"] else None,
        end=found.end(),
    )


def _part(signs: list[Sign], found: re.Match[str], name: str) -> list[Sign]:
    return signs[slice(*found.span(name))] if found.groupdict().get(name) else []
