"""Tells for each line, by how it begins, what kind of line of a sheet it is."""

from __future__ import annotations

import re
from enum import IntEnum, auto
from typing import NamedTuple

from petitions.rapsheet.lines.charges import ReadCharge, read_charge
from petitions.rapsheet.lines.confusables import letters_of, shape, within
from petitions.rapsheet.lines.dates import ReadDate, date_at_start
from petitions.rapsheet.lines.headers import Header, header_of, worn_header_of


class Kind(IntEnum):
    """The kinds of lines (numbers, as every line looks its kind up)."""

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
_SIDES = re.compile(r"\*{2} {8,200}\*{2}")
"""The two sides of a frame of which the middle is blank; stars that part cycles stand nearer."""
_REMARK = re.compile(
    r"PROBATION FLAGS AND/OR|MAY NOT BE BASED ON FINGER|NOTE: \d{1,3} POTENTIAL ENTR|FOUND FOR THIS SUBJECT|WITH .POTENTIAL FELONY"
    r"|MAY ALSO CONTAIN ADDITIONAL|FOR CURRENT REGISTRANT|THE VCIN SYSTEM"
)
"""The beginnings of the lines of standing remarks between and behind the events; they say nothing of a count."""
_MOST_STARS = 4
_FEWEST_DASHES = 3
_COUNT = (Kind.COUNT, re.compile(r"CNT ?[:;.,]? ?((?:[-#]? ?[0-9OIL#]).*|)$"))
_DISPO = (Kind.DISPO, re.compile(r"DISPO?(?: ?[:;.] ?| )(.*)"))
_STATUS = (Kind.STATUS, re.compile(r"CONV ?STAT[UI]S ?[:;.]? ?(.*)"))
_SENTENCE = (Kind.SENTENCE, re.compile(r"X?SEN(?: ?[:;] ?|[ -](?=[0-9]))(.*)"))
_COMMENT = (Kind.COMMENT, re.compile(r"COM ?[:;.] ?(.*)"))
_TYPE = (Kind.TYPE, re.compile(r"TOC ?[:;.] ?(.*)"))
_NAME = (Kind.NAME, re.compile(r"((?:NAME? ?[:;7]|DOB ?[:;]).*)"))
_SEE_COMMENT = (Kind.SEE_COMMENT, re.compile(r"(SEE[ .]*COMMENT)"))
_PAGE = (Kind.NOISE, re.compile(r"(PAGE) \d{1,4}(?: OF \d{1,4})?\.?$"))
_REFERENCE = (
    Kind.REFERENCE,
    re.compile(
        r"(ARR BY ?[:;]|(?:WARRANT|CITE|CRT) {0,12}#|SCN|ADR ?[:;-]|DCN ?[:;-]|ATI ?[:;-]|RECVD BY|SEN FROM|CONV OF)"
    ),
)
_KEYWORDS = {
    "CNT": (_COUNT,), "DIS": (_DISPO,), "CON": (_STATUS, _REFERENCE), "SEN": (_SENTENCE, _REFERENCE), "XSE": (_SENTENCE,),
    "COM": (_COMMENT,), "TOC": (_TYPE,), "NAM": (_NAME,), "DOB": (_NAME,), "SEE": (_SEE_COMMENT,), "PAG": (_PAGE,),
    "ARR": (_REFERENCE,), "WAR": (_REFERENCE,), "CIT": (_REFERENCE,), "CRT": (_REFERENCE,), "SCN": (_REFERENCE,),
    "DCN": (_REFERENCE,), "ATI": (_REFERENCE,), "REC": (_REFERENCE,), "ADR": (_REFERENCE,),
}  # fmt: skip
"""By the first three letters. Each pattern has one group: what follows the keyword."""
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
_MAY_BE_DIGIT = frozenset("OQILSBZ|!")
_FLAG = re.compile(r"-\s?[A-Z]{3}")


def token_of(text: str) -> Token:
    """Return the kind of a clean line that is not empty."""
    if not text[0].isalnum():
        plain = text[0] == "*" and text[1:2].isalpha()
        marked = None if plain else _mark(text)
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
        return Token(Kind.FRAME) if _SIDES.fullmatch(text) else _stars(text.count("*"))
    if signs <= _DASHES:
        return _dashes(text)
    if _FLAG.match(text):
        return Token(Kind.FLAGS, text)
    return _sentence_in_stars(text)


def _sentence_in_stars(text: str) -> Token | None:
    if "MESSAGE" in text and _END.search(text):
        return Token(Kind.END)
    if "STRIKE" in text and "FELONY" in text:
        return Token(Kind.STRIKE)
    bare = text.lstrip(_LEADING)
    return Token(Kind.CASE, bare[1:]) if bare[:1] == "#" else None


def _dashes(text: str) -> Token:
    dashes = text.count("-") + text.count("_") + text.count("~")
    return Token(Kind.DASHES) if dashes >= _FEWEST_DASHES else _NOISE


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
    for kind, pattern in _KEYWORDS.get(start, ()):
        found = pattern.match(text)
        if found:
            return Token(kind, found[1])
    return None


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
    if frozenset(text) <= _STAR_LIKE and 3 <= len(text.split()) <= _MOST_STARS:
        return Token(Kind.CYCLE, repaired=True)
    if _REMARK.match(text):
        return _NOISE
    marked = _sentence_in_stars(text) or _worn_keyword(text)
    if marked:
        return marked
    header = worn_header_of(text)
    return Token(Kind.HEADER, header.rest, repaired=True, header=header) if header else Token(Kind.TEXT, text)


def _worn_keyword(text: str) -> Token | None:
    mark = _HEAD_END.search(text[:_LONGEST_HEAD])
    if mark is None:
        return None
    count = _WORN_COUNT.match(text) if _COUNT_LIKE.match(text) else None
    if count and count[1] not in _NOT_COUNTS:
        return Token(Kind.COUNT, count[2], repaired=True)
    head = shape(letters_of(text[: mark.start()]))
    for kind, word, most in _WORN:
        if within(head, word, most=most):
            return Token(kind, text[mark.end() :].strip(), repaired=True)
    return None
