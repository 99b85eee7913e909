"""Makes one form of every line before it is read: plain signs, capitals, no page furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from petitions.rapsheet.pages import Pages, TextLine
from petitions.rapsheet.sheet import Place

_SIGNS = str.maketrans(
    {
        "\u00a0": " ", "\t": " ", "\f": "", "\r": "", "\ufffe": "-", "\u00ad": "-",
        "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2015": "-", "\u2212": "-",
        "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\ufb01": "fi", "\ufb02": "fl",
        "É": "E", "È": "E", "é": "e", "Ç": "C", "ç": "c", "Ó": "O", "Ọ": "O", "ó": "o", "ọ": "o", "Í": "I", "í": "i",
        "，": ",", "．": ".", "：": ":", "；": ";", "（": "(", "）": ")", "－": "-", "＃": "#", "＊": "*", "／": "/",
        "＆": "&", "、": ",", "。": ".", "•": "*", "●": "*", "✱": "*", "∗": "*", "大": "*",
    }
)  # fmt: skip
_MISREAD = (
    (re.compile(r"[▯□]RR(?=[ /])"), "ARR"),
    (re.compile(r"[▯□]OURT\b"), "COURT"),
    (re.compile(r"\bCOURI\b"), "COURT"),
    (re.compile(r"\bCN[I1](?=:)"), "CNT"),
    (re.compile(r"\bRESIN\b"), "RESTN"),
)
"""Words that are misread in one way only. No other word of a sheet is written so."""
_UNUSUAL = re.compile(r"[^\n -~]")
_MAY_BE_MISREAD = re.compile(r"[▯□]|COURI|CN[I1]:|RESIN")
LONGEST_LINE = 400
"""Signs of a line that are read: a sheet has some 80 columns. With it every pattern has an end."""
_MOST_SIGNS = 1000
"""Signs of a line that are looked at, blanks before it among them."""
_AT_TOP = re.compile(
    r"\s*(?:$|PAGE\s+\d{1,4}\s+OF\s+\d{1,4}\s*$|ROUTE\s+PRINT\s*$|\d{1,2}/\d{1,2}/\d{2,4}(?:[ ,]|$))"
)
"""No line of a sheet begins with a date of this kind: browsers print it."""
_AT_BOTTOM = re.compile(r"\s*(?:$|(?:HTTPS?|FILE)://|\d{1,3}/\d{1,3}\s*$)")


class CleanLine(NamedTuple):
    """A line as it is read, with its place on the sheet."""

    text: str
    place: Place
    doubtful: bool = False


def clean(text: str) -> str:
    """Return a text in plain signs and capitals, with the words mended that are misread in one way only."""
    plain = (text.translate(_SIGNS) if _UNUSUAL.search(text) else text).upper()
    if _MAY_BE_MISREAD.search(plain):
        for pattern, word in _MISREAD:
            plain = pattern.sub(word, plain)
    return plain


def body_of(lines: list[str]) -> range:
    """Return which clean lines of a page stand between its furniture: page numbers, buttons, addresses."""
    first, last = 0, len(lines)
    while first < last and _AT_TOP.match(lines[first]):
        first += 1
    while last > first and _AT_BOTTOM.match(lines[last - 1]):
        last -= 1
    return range(first, last)


def clean_lines(pages: Pages) -> list[CleanLine]:
    """Return the lines that say something, in their order, each with its place on the sheet."""
    kept: list[CleanLine] = []
    for number, page in enumerate(pages, start=1):
        texts = _clean_texts(page)
        for row in body_of(texts):
            bare = texts[row].strip()
            if bare:
                line = page[row]
                kept.append(CleanLine(bare[:LONGEST_LINE], Place(number, row + 1, line.text), line.doubtful))
    return kept


def _clean_texts(page: Sequence[TextLine]) -> list[str]:
    """Clean the lines of a page at once, which is quicker than one by one."""
    texts = [line.text[:_MOST_SIGNS] for line in page]
    at_once = clean("\n".join(texts)).split("\n")
    return at_once if len(at_once) == len(texts) else [clean(text.replace("\n", " ")) for text in texts]
