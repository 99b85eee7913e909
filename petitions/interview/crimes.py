"""Reads a code section as people and papers write it: ``11357b``, ``HS 11357(b)``, ``PC 664/11359``."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SPELLINGS = {
    "HS": "HS H&S HSC HANDS HEALTH&SAFETY HEALTHANDSAFETY HEALTH&SAF HEALTHANDSAF",
    "PC": "PC P CPC PEN PENAL",
    "VC": "VC V CVC VEH VEHICLE",
    "BP": "BP B&P BPC",
    "WI": "WI W&I WIC",
}
_CODES = {
    name + end: code for code, names in _SPELLINGS.items() for name in names.split() for end in ("", "CODE")
}
_PREFIXES = {"664": "attempt", "182": "conspiracy", "32": "accessory"}
_USUALLY_HEALTH = re.compile(r"11[3-5]\d\d(\.\d+)?")
_NOISE = re.compile(r"SUBDIVISION|SUBD|SECTION|SECS?(?=[.\d])|§|[\s,;:]|\.(?!\d)|(?<=[A-Z])\.")
_ONE = re.compile(
    r"(?P<before>[A-Z&]*)"
    r"(?P<section>\d{2,5}(?:\.\d{1,3})?)"
    r"(?P<letters>\([A-Z]\)(?:\([A-Z0-9]{1,4}\))*|[A-Z]\d?(?![A-Z&]*\d))?"
    r"(?P<after>[A-Z&]*)",
    re.ASCII,
)
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Crime:
    """A code section as the contract names it. None: not stated."""

    code: str | None
    section: str
    subdivision: str | None
    prefix: str | None


def read_crime(text: str) -> Crime | None:
    """Read one crime; None where the text names no code section, or more than one."""
    if len(text) > _LONGEST:
        return None
    parts = [_read_one(part) for part in re.split(r"[/\-–]", _NOISE.sub("", text.upper()))]
    if len(parts) == 1 and parts[0]:
        return _alone(parts[0])
    if len(parts) == 2 and parts[0] and parts[1]:
        return _after_prefix(parts[0], parts[1])
    return None


def _read_one(part: str) -> Crime | None:
    for letters_end_early in (False, True):
        crime = _split(part, letters_end_early=letters_end_early)
        if crime:
            return crime
    return None


def _split(part: str, *, letters_end_early: bool) -> Crime | None:
    """Split a number from what stands around it; a single letter behind it may begin a code's name."""
    match = _ONE.fullmatch(part)
    if not match:
        return None
    letters, after = match["letters"] or "", match["after"]
    if letters_end_early and not letters.startswith("("):
        letters, after = "", letters + after
    names = [name for name in (match["before"], after) if name]
    if len(names) > 1 or any(name not in _CODES for name in names):
        return None
    return Crime(
        _CODES[names[0]] if names else None, match["section"], letters.strip("()")[:1].lower() or None, None
    )


def _alone(crime: Crime) -> Crime:
    if crime.code in (None, "PC") and crime.section in _PREFIXES:
        return Crime("PC", crime.section, None, _PREFIXES[crime.section])
    return Crime(crime.code or _usual_code(crime.section), crime.section, crime.subdivision, "none")


def _after_prefix(first: Crime, crime: Crime) -> Crime | None:
    if first.section not in _PREFIXES or first.code not in (None, "PC"):
        return None
    code = crime.code or _usual_code(crime.section)
    return Crime(code, crime.section, crime.subdivision, _PREFIXES[first.section])


def _usual_code(section: str) -> str | None:
    """Return the code of numbers that no one mistakes: those around the marijuana sections."""
    return "HS" if _USUALLY_HEALTH.fullmatch(section) else None
