"""Reads a code section as people and papers write it: ``11357b``, ``H&S 11357(b)``, ``PC 664/11359``."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from petitions.interview.code_charges import PREFIX_SECTIONS, Charge, charge_at, is_usually_health
from petitions.interview.code_words import LONGEST, Sign, folded, signs_of
from petitions.law.sections import LISTED, MEASURING_SECTION, PLEADABLE, PREDECESSORS

_MARIJUANA = (*LISTED, *PREDECESSORS, MEASURING_SECTION, "11361")
_KNOWN = frozenset((*_MARIJUANA, *PLEADABLE))
_BY_EYE = re.compile(r"[0-9OIL|]{5}|11[., ]3[0-9]{2}")
_GLUED_PREFIX = re.compile(r"(?<![0-9])(664|182)(113(?:57|58|59|60))(?![0-9])")
_EYE = str.maketrans({"O": "0", "I": "1", "L": "1", "|": "1", ".": None, ",": None, " ": None})
_MARKS = tuple("ASJKB")
_SEPARATE = tuple("AK")


class Trouble(StrEnum):
    """Why no crime could be read."""

    UNREADABLE = "unreadable"
    SEVERAL = "several"
    NO_CODE = "no_code"
    FEDERAL = "federal"


@dataclass(frozen=True, slots=True)
class Crime:
    """A code section as the contract names it. ``prefix`` None: the words leave it open."""

    code: str
    section: str
    subdivision: str | None
    prefix: str | None

    @property
    def text(self) -> str:
        """Write it as court papers do."""
        letter = f"({self.subdivision})" if self.subdivision else ""
        bare = f"{self.code} {self.section}{letter}"
        number = next((one for one, prefix in PREFIX_SECTIONS.items() if prefix == self.prefix), None)
        return bare if number in (None, self.section) else f"PC {number}/{bare}"


@dataclass(frozen=True, slots=True)
class Guess:
    """What was probably meant; only the person can say."""

    crime: Crime


Reading = Crime | Guess | Trouble


def read_crime(text: str) -> Reading:
    """Read one crime, in time linear to the text's length. It never raises."""
    if len(text) > LONGEST:
        return Trouble.UNREADABLE
    plain = folded(text)
    by_eye = _GLUED_PREFIX.sub(r"\1/\2", _BY_EYE.sub(_digits_meant, plain))
    meant = _read(signs_of(by_eye))
    return _guessed(meant) if by_eye != plain else meant


def _digits_meant(found: re.Match[str]) -> str:
    number = found[0].translate(_EYE)
    return number if number in _KNOWN else found[0]


def _guessed(found: Reading) -> Reading:
    return Guess(found) if isinstance(found, Crime) else found


def _read(signs: list[Sign]) -> Reading:
    first = charge_at(signs, 0)
    if first is None:
        return Trouble.FEDERAL if Sign("C", "US") in signs else Trouble.UNREADABLE
    rest = "".join(sign.kind for sign in signs[first.end :])
    second = charge_at(signs, first.end + rest.startswith(_MARKS))
    if second and (second.usual_code or not rest.startswith("N")):
        return _read_two(first, second, signs, is_list=rest.startswith(_SEPARATE))
    if first.letter and re.match(r"[ASJK]?B?L", rest):
        return Trouble.SEVERAL
    return _finished(first, signs[first.end :])


def _read_two(first: Charge, second: Charge, signs: list[Sign], *, is_list: bool) -> Reading:
    """Read a crime beside the section that says "attempt" or the like; a list may mean two crimes."""
    pair = _joined(first, second)
    if pair is None:
        return Trouble.SEVERAL
    found = _finished(pair, signs[second.end :])
    return _guessed(found) if is_list else found


def _joined(first: Charge, second: Charge) -> Charge | None:
    if first.is_prefix is second.is_prefix:
        return None
    number, crime = (first, second) if first.is_prefix else (second, first)
    if number.code not in (None, "PC", "HS") or (number.section == "32" and number is second):
        return None
    prefix = PREFIX_SECTIONS[number.section]
    if {first.prefix, second.prefix} - {None, prefix}:
        return None
    code = crime.usual_code or (number.code if number.code == "HS" else None)
    return replace(crime, prefix=prefix, end=second.end, code=code)


def _finished(charge: Charge, rest: list[Sign]) -> Reading:
    """Return the crime, where what follows it is only a description."""
    trouble = _trouble_in(charge, rest)
    if trouble:
        return trouble
    if charge.is_prefix and charge.code in (None, "PC"):
        return Crime("PC", charge.section, None, PREFIX_SECTIONS[charge.section])
    code = charge.usual_code
    if code is None:
        return Trouble.NO_CODE
    is_open = charge.prefix is None and any(sign.kind == "P" for sign in rest)
    crime = Crime(code, charge.section, charge.letter, None if is_open else charge.prefix or "none")
    return Guess(replace(crime, code="HS")) if code != "HS" and crime.section in _MARIJUANA else crime


def _trouble_in(charge: Charge, rest: list[Sign]) -> Trouble | None:
    if charge.code == "US":
        return Trouble.FEDERAL
    if any(sign.kind == "N" and is_usually_health(sign.text) for sign in rest):
        return Trouble.SEVERAL
    words = [sign for sign in rest if sign.kind not in _MARKS]
    if not words:
        return None
    has_words = any(sign.kind in "WP" for sign in words) and words[0].kind in "WPdN"
    is_other_code = charge.code is None and words[0].kind == "W" and len(words[0].text) == 2
    return None if has_words and not is_other_code else Trouble.UNREADABLE
