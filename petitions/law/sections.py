"""Which offense the record names: code, section, letter and prefix in any spelling (clarifications C5–C7)."""

from __future__ import annotations

import re
from enum import StrEnum, auto
from functools import lru_cache
from typing import NamedTuple

from petitions.law.terms import Prefix

LISTED = ("11357", "11358", "11359", "11360")
PREDECESSORS = ("11530", "11530.1", "11530.5", "11531")
MEASURING_SECTION = "11362.1"
PLEADABLE = (
    "11350", "11364", "11364.7", "11365", "11366", "11366.5", "11377", "11378", "11379.6", "11550",
)  # fmt: skip
PENAL_CODE_PREFIXES = {"182": Prefix.CONSPIRACY, "32": Prefix.ACCESSORY, "664": Prefix.ATTEMPT}
LETTERS = {"11357": "abcde", "11360": "ab"}
_HEALTH = {"HSC", "HEALTHSAFETY", "HEALTHSAFETYCODE", "HEALTHSAFCODE", "HEALTHSAF", "HSCODE"}
_PENAL = {"PENCODE", "PENALCODE", "PENAL", "PEN"}
"""What is written for HS and for PC, without spaces and signs."""


class Kind(StrEnum):
    """How the Act treats the section."""

    LISTED = auto()
    UNKNOWN = auto()
    PREDECESSOR = auto()
    MEASURING = auto()
    PLEADABLE = auto()
    OTHER = auto()


class Charge(NamedTuple):
    """The offense as named. ``section`` is the bare number; ``prefix`` None means not known."""

    kind: Kind
    section: str | None
    letter: str | None
    prefix: Prefix | None

    @property
    def is_computed(self) -> bool:
        """Say whether section and prefix are settled enough to compute what the act would be today."""
        return self.kind is Kind.LISTED and self.prefix not in (None, Prefix.ACCESSORY)


@lru_cache(maxsize=4096)
def read_charge(
    code: str | None, section: str | None, subdivision: str | None, prefix: Prefix | None
) -> Charge:
    """Return the charge that these words name."""
    named = normal_code(code)
    prefixed, number, letter = _split(section)
    if named in ("HS", "PC") and prefixed in PENAL_CODE_PREFIXES:
        prefix, named = PENAL_CODE_PREFIXES[prefixed], "HS"
    elif named == "PC" and number in PENAL_CODE_PREFIXES:
        return Charge(Kind.UNKNOWN, None, None, PENAL_CODE_PREFIXES[number])
    letter = _agreed(_first_letter(subdivision), letter)
    kind = _kind(named, number)
    fits = kind is Kind.LISTED and letter is not None and letter in LETTERS.get(number or "", "")
    return Charge(kind, number, letter if fits else None, prefix)


def normal_code(code: str | None) -> str | None:
    """Return ``HS`` or ``PC`` for every spelling of the two, another code in capitals, None for none."""
    if code is None:
        return None
    bare = re.sub(r"[^A-Z]", "", code.upper().replace(" AND ", " "))
    if bare in _HEALTH:
        return "HS"
    return "PC" if bare in _PENAL else bare or None


def _split(section: str | None) -> tuple[str | None, str | None, str | None]:
    """Return the number before a slash (``664/11359``), the section's number and its first letter."""
    bare = re.sub(r"[^0-9a-z./]", "", (section or "").lower())
    first, slash, second = bare.partition("/")
    found = re.match(r"(\d+(?:\.\d+)?)\.?([a-z])?", second if slash else first)
    before = re.match(r"\d+", first) if slash else None
    if found is None:
        return None, None, None
    return before and before[0], found[1], found[2]


def _agreed(one: str | None, other: str | None) -> str | None:
    """Return the letter that is written once, or twice alike; two different ones settle nothing."""
    return (one or other) if one is None or other is None or one == other else None


def _first_letter(subdivision: str | None) -> str | None:
    found = re.search(r"[a-z]", (subdivision or "").lower())
    return found and found[0]


def _kind(code: str | None, number: str | None) -> Kind:
    if code is None or number is None:
        return Kind.UNKNOWN
    if code != "HS":
        return Kind.OTHER
    if number in LISTED:
        return Kind.LISTED
    if number in PREDECESSORS:
        return Kind.PREDECESSOR
    if number == MEASURING_SECTION:
        return Kind.MEASURING
    return Kind.PLEADABLE if number in PLEADABLE else Kind.OTHER
