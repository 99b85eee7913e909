"""Reads the agency of an event, and finds the courthouse and county that it names."""

from __future__ import annotations

import re
from functools import lru_cache

from petitions.courts.directory import same_name, shipped_directory
from petitions.courts.sheet_courts import sheet_courts
from petitions.rapsheet.lines.charges import without_type
from petitions.rapsheet.lines.confusables import shape, within
from petitions.rapsheet.sheet import Court

COURT_PREFIXES = ("CASC", "CAMC", "CAJC", "CAJV", "USFD")
PREFIXES = (
    *COURT_PREFIXES, "CAPD", "CASO", "CAPR", "CAPA", "CASD", "CAHO", "CACO", "CAYA", "CAUD", "CADJ", "USCI", "CADA", "CAHP",
    "CACI", "CADC", "CAFD", "USMS", "USFB",
)  # fmt: skip
_SHAPED = {shape(prefix): prefix for prefix in PREFIXES}
_SHORT = {"SN": "SAN", "SNTA": "SANTA", "BCH": "BEACH", "FERNDO": "FERNANDO", "CNTY": "CO"}
_SPLIT_LETTER = re.compile(r"(?<=[A-Z]{4}) (?=[A-Z]$)")
_FOLLOWING = re.compile(r"\b(?:CNT ?:|NAM ?:|DOB ?:).*")
_WORN_WORD = re.compile(r"[A-Z][0-9]{1,2}[A-Z]|\b[0-9][A-Z]{2}|[A-Z]{2}[0-9]\b")
_MOST = 2
"""Signs by which a misread place may differ from one of the table (its name is six letters or more)."""
_SHORTEST = 6


def agency_of(text: str) -> str:
    """Return the agency with which a text begins: without what other fields follow it."""
    bare = without_type(text)
    return (_FOLLOWING.sub("", bare) if ":" in bare else bare).rstrip().strip(" .,'*-")


def is_worn(agency: str) -> bool:
    """Say whether a word of an agency holds a digit among letters: a letter was taken for it."""
    return bool(_WORN_WORD.search(agency))


def prefix_of(text: str) -> str | None:
    """Return the four letters of an agency with which a text begins; None where there are none."""
    word = text[:4]
    if word in PREFIXES and not text[4:5].isdigit():
        return word
    return _SHAPED.get(shape(word)) if any(sign.isdigit() for sign in word) else None


@lru_cache(maxsize=1024)
def court_of(agency: str) -> tuple[Court, bool] | None:
    """Return the courthouse that an agency names, and whether it is a guess at a misread name."""
    prefix = prefix_of(agency)
    if prefix not in COURT_PREFIXES:
        return None
    code = _normal(agency)
    exact = _table().get(code)
    if exact:
        return exact, False
    county = _county(code[5:])
    if county:
        return Court(code, f"{prefix} {code[5:].title()}", county), False
    near = _near(prefix, code[5:])
    return (near, True) if near else None


def _normal(agency: str) -> str:
    words = _SPLIT_LETTER.sub("", agency.replace(".", "").replace(",", " ")).split()
    return " ".join(_SHORT.get(word, word) for word in words)


@lru_cache(maxsize=1)
def _table() -> dict[str, Court]:
    return {_normal(one.code): Court(one.code, one.name, one.county) for one in sheet_courts()}


def _county(place: str) -> str | None:
    """Find the county whose own name a place is, as in ``MODOC CO``."""
    found = shipped_directory().county(same_name(place.removesuffix(" CO")))
    return found.name if found else None


def _near(prefix: str | None, place: str) -> Court | None:
    """Find the one courthouse whose name differs in two signs at most; None where two counties compete."""
    wanted = shape(place.replace(" ", ""))
    if len(wanted) < _SHORTEST:
        return None
    found = [
        court
        for code, court in _table().items()
        if court.county and within(wanted, shape(code[5:].replace(" ", "")), most=_MOST)
    ]
    if not found or len({court.county for court in found}) > 1:
        return None
    best = next((court for court in found if court.code.startswith(prefix or "")), found[0])
    return Court(best.code, f"{prefix}{best.name[4:]}", best.county)
