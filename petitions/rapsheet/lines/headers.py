"""Recognizes the headers of events: the word, what kind of custody, and what stands behind it on the line."""

from __future__ import annotations

import re
from typing import NamedTuple

from petitions.rapsheet.lines.confusables import letters_of, shape, within
from petitions.rapsheet.lines.dates import day_of
from petitions.rapsheet.sheet import EventKind

_MARK = r"[ *.,']{0,6}(?P<mark>[:;.])?[ ]{0,60}(?P<rest>.*)"
_HEADERS = (
    ("ARR", re.compile(r"ARR[ ./]{0,4}[DP]ET[ ./]{0,4}CITE" + _MARK), EventKind.ARREST),
    ("COU", re.compile(r"COURT(?![A-Z])" + _MARK), EventKind.COURT),
    ("CUS", re.compile(r"CUSTODY(?![A-Z])" + _MARK), EventKind.CUSTODY),
    ("PRO", re.compile(r"PROBATION(?![A-Z])" + _MARK), EventKind.PROBATION),
    ("REG", re.compile(r"REGISTRATION(?![A-Z])" + _MARK), EventKind.REGISTRATION),
    ("APP", re.compile(r"APPLICANT(?![A-Z])" + _MARK), EventKind.APPLICANT),
    ("SUP", re.compile(r"SUPPLEMENTAL ?ARR" + _MARK), EventKind.SUPPLEMENTAL_ARREST),
    ("MEN", re.compile(r"MENTAL ?HL?TH? ?CUS ?/ ?SUPV" + _MARK), EventKind.MENTAL_HEALTH),
    ("DEC", re.compile(r"DECEASED(?![A-Z])" + _MARK), EventKind.DECEASED),
    ("INT", re.compile(r"INTERST ?COMP ?PAROLEE" + _MARK), EventKind.PAROLE),
)
_BY_START = {start: (pattern, kind) for start, pattern, kind in _HEADERS}
_WORN = tuple(
    (shape(word), most, kind)
    for word, most, kind in (
        ("ARRDETCITE", 2, EventKind.ARREST),
        ("COURT", 1, EventKind.COURT),
        ("CUSTODY", 1, EventKind.CUSTODY),
        ("PROBATION", 2, EventKind.PROBATION),
        ("REGISTRATION", 2, EventKind.REGISTRATION),
        ("APPLICANT", 2, EventKind.APPLICANT),
        ("SUPPLEMENTALARR", 2, EventKind.SUPPLEMENTAL_ARREST),
        ("MENTALHLTHCUSSUPV", 2, EventKind.MENTAL_HEALTH),
        ("DECEASED", 2, EventKind.DECEASED),
    )
)
_UNMARKED = (EventKind.MENTAL_HEALTH, EventKind.PAROLE)
"""Headers that are printed without a colon."""
_NAME = re.compile(r"NAME? ?[:;] ?([0-9]{2,3})\b")
_BIRTH = re.compile(r"DOB ?[:;] ?([0-9OILSB]{8})\b")
_HAS_NAME = re.compile(r"NAME?(?: ?[:;7]|[0-9])|DOB ?[:;]")
_SUBTYPE = re.compile(r"[A-Z&]{2,5}(?: ?& ?[A-Z]{2,4})?")
_DATE = re.compile(r"(?<![0-9:])[0-9]{8}(?![0-9])")
_DATE_LENGTH = 8
_CUT = re.compile(r"[:;]|\bNAM")
_LONGEST = 24


class Header(NamedTuple):
    """A header. ``rest``: what stands behind the word. ``certain``: what stands there is what stands behind headers."""

    kind: EventKind
    rest: str
    certain: bool


class Fields(NamedTuple):
    """What a header's line holds besides: the code of the name, the birth date used, and where a date begins."""

    name_code: str | None
    birth_digits: str | None
    date_from: int | None


def header_of(text: str) -> Header | None:
    """Return the header with which a line begins."""
    pattern, kind = _BY_START[text[:3]]
    found = pattern.match(text)
    if found is None:
        return None
    rest, marked = found["rest"], bool(found["mark"])
    named = bool(_HAS_NAME.search(rest))
    if not (marked or named or kind in _UNMARKED):
        return None
    return Header(kind, rest, _is_certain(kind, rest, named=named))


def worn_header_of(text: str) -> Header | None:
    """Return the header that a misread line begins with; it needs a colon or a name behind it."""
    cut = _CUT.search(text[: _LONGEST + 6])
    if cut is None:
        return None
    head = shape(letters_of(text[: cut.start()]))
    for word, most, kind in _WORN:
        if within(head, word, most=most):
            rest = text[cut.end() if cut[0] in ":;" else cut.start() :].strip()
            return Header(kind, rest, _is_certain(kind, rest, named=bool(_HAS_NAME.search(rest))))
    return None


def subtype_of(header: Header) -> str | None:
    """Return the kind of custody behind the word, such as ``JAIL`` or ``FED & OOS``."""
    if header.kind is not EventKind.CUSTODY:
        return None
    found = _SUBTYPE.match(header.rest)
    return found[0] if found and not found[0].startswith(("NAM", "DOB")) else None


def fields_of(text: str) -> Fields:
    """Return what a line at the head of an event holds."""
    name = _NAME.search(text) if "NAM" in text else None
    birth = _BIRTH.search(text) if "DOB" in text else None
    day = _DATE.search(text) if len(text) >= _DATE_LENGTH else None
    return Fields(
        name[1] if name else None,
        birth[1] if birth else None,
        day.start() if day and day_of(day[0]) else None,
    )


def _is_certain(kind: EventKind, rest: str, *, named: bool) -> bool:
    if named or not rest:
        return True
    return (kind is EventKind.CUSTODY and bool(_SUBTYPE.match(rest))) or bool(_DATE.match(rest))
