"""Reads a charge: section, code and description, as in ``496(A) PC-RECEIVE/ETC KNOWN STOLEN PROPERTY``."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from petitions.rapsheet.lines.confusables import as_digits, shape
from petitions.rapsheet.sheet import Charge

CODES = (
    "PC", "BP", "CC", "CI", "EC", "FA", "FC", "FG", "GC", "HN", "HS", "IC", "LC", "MV", "PR", "RT", "SH", "UI", "VC", "WI",
)  # fmt: skip
_ALSO = {"CP": "PC", "P C": "PC", "H S": "HS", "B P": "BP", "V C": "VC", "W I": "WI"}
_WORN = {shape(code): code for code in CODES if code not in ("CI", "CC", "IC", "LC")}
"""Codes by their shape. Those that differ by one shape from another are not mended."""
_NUMBER = r"[0-9]{1,6}(?:[.,][0-9]{1,3})?[A-Z]{0,2}"
_BRACKET = r" ?[({\[] ?[A-Z0-9]{1,4} ?[)}\]]"
_PART = rf"{_NUMBER}(?:{_BRACKET}){{0,6}}"
_SECTION = rf"{_PART}(?: ?[-/.] ?(?:{_PART}|(?:{_BRACKET}){{1,6}})){{0,4}}"
_CODE = r"(?:" + "|".join((*CODES, *_ALSO)) + r")"
_CHARGE = re.compile(rf"[ .,'*]{{0,4}}({_SECTION})[ .,]{{0,4}}({_CODE})(?: ?-|[ .:]|$) ?(.*)")
_FEDERAL = re.compile(rf"[ .,'*]{{0,4}}([0-9]{{1,2}}) ({_PART}) US(?: ?-|[ .:]|$) ?(.*)")
_WORN_CHARGE = re.compile(rf"[ .,'*]{{0,4}}({_SECTION})[ .,]{{0,4}}([A-Z0-9]{{2}}) ?- ?(.*)")
_WORN_SECTION = re.compile(r"[ .,'*]{0,4}([0-9OQILSBZ!|]{3,6})(?=[ .,({\[-])")
_TIDY = str.maketrans({" ": None, ",": ".", "{": "(", "[": "(", "}": ")", "]": ")"})
_BEFORE = re.compile(r"664[/.-]?(?=[0-9]{3})")
_BEHIND = re.compile(r"[/-]664$")
_JOINED = re.compile(r"[/-]")
_LONGEST_SECTION = 5
"""Digits of the longest section number of a code."""
_TOC = re.compile(r"\bT[O0]C ?[:;.] ?([FMIN])\b")
_ATTEMPT = "664"


class ReadCharge(NamedTuple):
    """A charge, what stands behind its code, and whether signs of it were mended. ``joined``: something stands there."""

    charge: Charge
    description: str
    repaired: bool
    joined: bool


def read_charge(text: str) -> ReadCharge | None:
    """Return the charge with which a line begins; None where none does."""
    found = _CHARGE.match(text)
    if found:
        return _read(
            found[1], _ALSO.get(found[2], found[2]), found[3], repaired=found[2] in _ALSO or "{" in found[1]
        )
    return _federal(text) or _worn(text)


def type_of_charge(text: str) -> str | None:
    """Return F, M, I or N where a line holds ``TOC:``."""
    found = _TOC.search(text) if _may_have_type(text) else None
    return found[1] if found else None


def without_type(text: str) -> str:
    """Return what stands before ``TOC:`` on a line."""
    found = _TOC.search(text) if _may_have_type(text) else None
    return text[: found.start()] if found else text


def _may_have_type(text: str) -> bool:
    return "TOC" in text or "T0C" in text


def normal_section(printed: str) -> tuple[str, bool]:
    """Return a section in its normal form, and whether section 664 makes it an attempt."""
    bare = printed.translate(_TIDY).lower().strip(".-/'*")
    before = _BEFORE.match(bare)
    if before and (before.end() > len(_ATTEMPT) or len(_digits_of(bare)) > _LONGEST_SECTION):
        return bare[before.end() :], True
    behind = _BEHIND.search(bare)
    if behind:
        return bare[: behind.start()], True
    return bare, False


def _digits_of(section: str) -> str:
    return re.split(r"[^0-9]", section, maxsplit=1)[0]


def _read(section: str, code: str, behind: str, *, repaired: bool) -> ReadCharge | None:
    charge = _charge_of(section, code)
    if charge is None:
        return None
    return ReadCharge(charge, without_type(behind).strip(), repaired, joined=bool(behind))


@lru_cache(maxsize=4096)
def _charge_of(section: str, code: str) -> Charge | None:
    """Return the charge of a printed section; the same few are printed again and again."""
    normal, attempted = normal_section(section)
    return Charge(code, normal, _parts(normal), attempted) if normal[:1].isdigit() else None


def _parts(section: str) -> tuple[str, ...]:
    """Return the sections that one charge joins; a bracket that stands alone belongs to the number before."""
    pieces = [piece for piece in _JOINED.split(section) if piece]
    number = ""
    parts: list[str] = []
    for piece in pieces:
        if piece[0] == "(":
            parts.append(number + piece)
        else:
            number = piece.split("(", 1)[0]
            parts.append(piece)
    return tuple(parts)


def _federal(text: str) -> ReadCharge | None:
    found = _FEDERAL.match(text)
    if found is None:
        return None
    section = f"{found[1]} {normal_section(found[2])[0]}"
    return ReadCharge(
        Charge("US", section, (section,)), without_type(found[3]).strip(), repaired=False, joined=True
    )


def _worn(text: str) -> ReadCharge | None:
    """Read a charge of which the code, or the digits, were taken for other signs; a hyphen must stand there."""
    section = _WORN_SECTION.match(text)
    if section is None:
        return None
    mended = f"{text[: section.start(1)]}{as_digits(section[1])}{text[section.end(1) :]}"
    found = _CHARGE.match(mended)
    if found and "-" in mended[found.end(2) : found.end(2) + 2]:
        return _read(found[1], _ALSO.get(found[2], found[2]), found[3], repaired=True)
    worn = _WORN_CHARGE.match(mended)
    code = _WORN.get(shape(worn[2])) if worn else None
    return _read(worn[1], code, worn[3], repaired=True) if worn and code else None
