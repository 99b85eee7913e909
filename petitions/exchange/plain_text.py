"""Cleans a typed text for print: one line, composed letters, nothing that a paper cannot show."""

from __future__ import annotations

import re
import unicodedata


def _(text: str) -> str:
    return text


NOT_PRINTABLE = _("This has a sign that a court paper cannot show. Use letters, digits and common marks.")
NOT_OUR_SCRIPT = _("Write this in the letters of the court papers. We cannot print this script yet.")
TOO_MANY_MARKS = _("This has too many accents on one letter. Check it.")

_INVISIBLE = ("Cc", "Cf")
_UNSHOWN = ("Cs", "Co", "Cn", "So", "Sk")
_KEPT_SYMBOLS = "´`^¨~°№©®"
_WITHOUT_FONT = ("CJK ", "HANGUL ", "HIRAGANA ", "KATAKANA ", "BOPOMOFO ", "YI ")
_MOST_MARKS = 4


def plain_text(text: str) -> str:
    """Compose the letters, drop control signs and hidden direction marks, and fold spaces."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    folded = " ".join(unicodedata.normalize("NFC", text).split())
    return "".join(sign for sign in folded if unicodedata.category(sign) not in _INVISIBLE).strip()


def unprintable(text: str) -> str | None:
    """Return a sentence where the text cannot be printed faithfully, else None."""
    if text.isascii() and text.isprintable():
        return None
    if any(unicodedata.category(sign) in _UNSHOWN and sign not in _KEPT_SYMBOLS for sign in text):
        return NOT_PRINTABLE
    if any(unicodedata.name(sign, "").startswith(_WITHOUT_FONT) for sign in text):
        return NOT_OUR_SCRIPT
    marks = "".join("m" if unicodedata.combining(sign) else " " for sign in text)
    return TOO_MANY_MARKS if re.search("m" * (_MOST_MARKS + 1), marks) else None
