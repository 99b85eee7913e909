"""Tells for each line, by how it begins, what kind of line of a sheet it is."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import NamedTuple

from petitions.rapsheet.charges import ReadCharge, read_charge
from petitions.rapsheet.confusables import shape, within
from petitions.rapsheet.dates import ReadDate, date_at_start
from petitions.rapsheet.headers import Header, header_of, worn_header_of


class Kind(Enum):
    """The kinds of lines."""

    CYCLE = auto()
    STARS = auto()
    FRAME = auto()
    DASHES = auto()
    END = auto()
    STRIKE = auto()
    HEADER = auto()
    NAME = auto()
    COUNT = auto()
    CASE = auto()
    DATE = auto()
    CHARGE = auto()
    FLAGS = auto()
    SEE_COMMENT = auto()
    DISPO = auto()
    STATUS = auto()
    SENTENCE = auto()
    COMMENT = auto()
    TYPE = auto()
    REFERENCE = auto()
    NOISE = auto()
    TEXT = auto()


class Token(NamedTuple):
    """A line of a kind. ``text``: what follows the keyword. ``repaired``: the keyword was misread."""

    kind: Kind
    text: str = ""
    repaired: bool = False
    date: ReadDate | None = None
    charge: ReadCharge | None = None
    header: Header | None = None
    stars: int = 0


_STARS = frozenset("* .,·'")
_DASHES = frozenset("- _~='\".,:")
_STAR_LIKE = frozenset("KX*+ ")
_LEADING = " .,'\"*:;`|"
_NOISE = Token(Kind.NOISE)
_END = re.compile(r"END ?OF ?MESSAGE")
_MOST_STARS = 4
_FEWEST_DASHES = 3
_KEYWORDS = (
    (Kind.COUNT, re.compile(r"CNT ?[:;.,]? ?((?:[-#]? ?[0-9OIL#]).*|)$")),
    (Kind.DISPO, re.compile(r"DISPO? ?[:;.] ?(.*)|DISPO (.*)")),
    (Kind.STATUS, re.compile(r"CONV ?STAT[UI]S ?[:;.]? ?(.*)")),
    (Kind.SENTENCE, re.compile(r"X?SEN ?[:;] ?(.*)|SEN[ -](?=[0-9])(.*)")),
    (Kind.COMMENT, re.compile(r"COM ?[:;.] ?(.*)")),
    (Kind.TYPE, re.compile(r"TOC ?[:;.] ?(.*)")),
    (Kind.NAME, re.compile(r"((?:NAME? ?[:;7]|DOB ?[:;]).*)")),
    (Kind.SEE_COMMENT, re.compile(r"SEE[ .]*COMMENT[ .]*(FOR[ .]*CHARGE)?")),
    (Kind.NOISE, re.compile(r"PAGE \d{1,4}(?: OF \d{1,4})?\.?$")),
    (Kind.REFERENCE, re.compile(r"ARR BY ?[:;]|WARRANT ?#|CITE ?#|CRT ?#|SCN|DCN ?[:;-]|ATI ?[:;-]|RECVD BY|SEN FROM|CONV OF")),
)  # fmt: skip
_STARTS = {
    "CNT": 0, "DIS": 1, "CON": 2, "SEN": 3, "XSE": 3, "COM": 4, "TOC": 5, "NAM": 6, "DOB": 6, "SEE": 7, "PAG": 8,
    "ARR": 9, "WAR": 9, "CIT": 9, "CRT": 9, "SCN": 9, "DCN": 9, "ATI": 9, "REC": 9,
}  # fmt: skip
_ALSO = {"SEN": 9, "CON": 9}
_HEADS = frozenset(("ARR", "COU", "CUS", "PRO", "REG", "APP", "SUP", "MEN", "DEC", "INT"))
_WORN = (
    (Kind.DISPO, shape("DISPO"), 1),
    (Kind.STATUS, shape("CONVSTATUS"), 2),
    (Kind.SENTENCE, shape("SEN"), 0),
    (Kind.SENTENCE, shape("XSEN"), 0),
    (Kind.COMMENT, shape("COM"), 0),
    (Kind.TYPE, shape("TOC"), 0),
)
_COUNT_LIKE = re.compile(r"C[A-Z0-9]T ?[:;]|CN[A-Z0-9] ?[:;]|[A-Z0-9]NT ?[:;]")
_WORN_COUNT = re.compile(r"([A-Z0-9]{3}) ?[:;] ?([0-9OIL]{1,3}.*)")
_NOT_COUNTS = ("CRT", "CIT", "INT")
_HEAD_END = re.compile(r"[:;]")
_LONGEST_HEAD = 20
_NOT_LETTERS = re.compile(r"[^A-Z0-9]")
_MAY_BE_DIGIT = frozenset("OQILSBZ|!")
_FLAG = re.compile(r"-\s?[A-Z]{3}")


def token_of(text: str) -> Token:
    """Return the kind of a clean line that is not empty."""
    if not text[0].isalnum():
        marked = _mark(text)
        if marked:
            return marked
        text = text.lstrip(_LEADING)
        if not text:
            return _NOISE
    return _keyword(text) or _number(text) or _rare(text)


def _mark(text: str) -> Token | None:
    """Read a line that begins with a sign: separators, frames, flags, case numbers."""
    signs = frozenset(text)
    if signs <= _STARS:
        return _stars(text.count("*"))
    if signs <= _DASHES:
        return (
            Token(Kind.DASHES)
            if text.count("-") + text.count("_") + text.count("~") >= _FEWEST_DASHES
            else _NOISE
        )
    if _FLAG.match(text):
        return Token(Kind.FLAGS, text)
    if "MESSAGE" in text and _END.search(text):
        return Token(Kind.END)
    if "STRIKE" in text and "FELONY" in text:
        return Token(Kind.STRIKE)
    bare = text.lstrip(_LEADING)
    return Token(Kind.CASE, bare[1:]) if bare[:1] == "#" else None


def _stars(stars: int) -> Token:
    if stars == 0:
        return _NOISE
    if stars < 3:
        return Token(Kind.STARS, stars=stars)
    return Token(Kind.CYCLE if stars <= _MOST_STARS else Kind.FRAME)


def _keyword(text: str) -> Token | None:
    start = text[:3]
    if start in _HEADS:
        header = header_of(text)
        if header:
            return Token(Kind.HEADER, header.rest, header=header)
    for place in (_STARTS.get(start), _ALSO.get(start)):
        if place is None:
            continue
        kind, pattern = _KEYWORDS[place]
        found = pattern.match(text)
        if found:
            return Token(kind, _caught(found, text))
    return None


def _caught(found: re.Match[str], text: str) -> str:
    return next((group for group in found.groups() if group is not None), text)


def _number(text: str) -> Token | None:
    """Read a line that begins with a number: a date or a charge."""
    first = text[0]
    if not first.isdigit() and not (first in _MAY_BE_DIGIT and any(sign.isdigit() for sign in text[1:9])):
        return None
    date = date_at_start(text)
    if date and (date.end == len(text) or text[date.end] not in "(-/"):
        return Token(Kind.DATE, text[date.end :].strip(" .,"), date.repaired, date=date)
    charge = read_charge(text)
    return Token(Kind.CHARGE, text, charge.repaired, charge=charge) if charge else None


def _rare(text: str) -> Token:
    """Read a line that is worn or misread, or that is none of these."""
    if _END.search(text):
        return Token(Kind.END)
    if frozenset(text) <= _STAR_LIKE and 3 <= len(text.split()) <= _MOST_STARS:
        return Token(Kind.CYCLE, repaired=True)
    if "POTENTIAL FELONY STRIKE" in text:
        return Token(Kind.STRIKE)
    worn = _worn_keyword(text)
    if worn:
        return worn
    header = worn_header_of(text)
    if header:
        return Token(Kind.HEADER, header.rest, repaired=True, header=header)
    return Token(Kind.TEXT, text)


def _worn_keyword(text: str) -> Token | None:
    mark = _HEAD_END.search(text[:_LONGEST_HEAD])
    if mark is None:
        return None
    count = _WORN_COUNT.match(text) if _COUNT_LIKE.match(text) else None
    if count and count[1] not in _NOT_COUNTS:
        return Token(Kind.COUNT, count[2], repaired=True)
    head = shape(_NOT_LETTERS.sub("", text[: mark.start()]))
    for kind, word, most in _WORN:
        if within(head, word, most=most):
            return Token(kind, text[mark.end() :].strip(), repaired=True)
    return None
