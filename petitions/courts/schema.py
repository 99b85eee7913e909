"""Which facts of the directory staff may change, and what each may say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from petitions.courts.entries import Confidence
from petitions.courts.tables import Table


def _(text: str) -> str:
    return text


LONGEST = 200
LONGEST_SOURCE = 300
_ZIP = re.compile(r"9[0-6]\d{3}")
_PHONE = re.compile(r"\(\d{3}\) \d{3}-\d{4}")
_TYPED_PHONE = re.compile(r"(?:\+?1[ .-]?)?\(?(\d{3})\)?[ .-]*(\d{3})[ .-]*(\d{4})")
_WEBSITE = re.compile(r"https?://[A-Za-z0-9][A-Za-z0-9.-]*\.[A-Za-z]{2,}(?:[:/?#]\S*)?")
_BEGINS = re.compile(r"[^\W_]|[(\"‘“]")
_LAST_LETTER = 0x180
_MARKS = "–—‘’“”"

MISSING = _("Fill this in. Papers need it.")
TOO_LONG = _("This is too long. Use at most 200 letters.")
LONG_SOURCE = _("The source is too long. Use at most 300 letters.")
NOT_PLAIN = _("Use plain letters, digits and marks. Court papers cannot print the others.")
NOT_A_BEGINNING = _("Begin with a letter or a digit.")
NOT_A_ZIP = _("Write a ZIP code of California: 5 digits, like 94612.")
NOT_A_PHONE = _("Write the phone number with its area code, like (510) 555-0100.")
NOT_A_WEBSITE = _("Write a web address that begins with https:// or http://.")
NOT_YES_OR_NO = _("Write yes or no.")
NOT_A_LEVEL = _("Write high, medium or low.")
NO_SOURCE = _("Say where you found it: a web address, or who told you.")


class Kind(Enum):
    """What a fact is made of."""

    TEXT = "text"
    ZIP = "zip"
    PHONE = "phone"
    WEBSITE = "website"
    YES_NO = "yes_no"
    CONFIDENCE = "confidence"


@dataclass(frozen=True, slots=True)
class Field:
    """One column of a table that may be changed. What is not ``needed`` may be blank: not known.

    What does not grow old is no fact that somebody can look up: our judgement of the sources, the usual name of an office.
    """

    name: str
    kind: Kind
    needed: bool = False
    grows_old: bool = True


_STREET = Field("street", Kind.TEXT)
_CITY = Field("city", Kind.TEXT)
_ZIP_FIELD = Field("zip", Kind.ZIP)
_REACHED = (Field("phone", Kind.PHONE), Field("website", Kind.WEBSITE))
_SURE = Field("confidence", Kind.CONFIDENCE, grows_old=False)
FIELDS: Mapping[Table, tuple[Field, ...]] = {
    Table.COUNTIES: (Field("court_name", Kind.TEXT, needed=True),),
    Table.COURTHOUSES: (
        Field("street", Kind.TEXT, needed=True),
        Field("city", Kind.TEXT, needed=True),
        Field("zip", Kind.ZIP, needed=True),
        Field("mailing_address", Kind.TEXT),
        *_REACHED,
        Field("criminal_filing_confirmed", Kind.YES_NO, needed=True),
        Field("confidence", Kind.CONFIDENCE, needed=True, grows_old=False),
    ),
    Table.PROSECUTORS: (
        Field("name", Kind.TEXT, needed=True, grows_old=False),
        _STREET,
        _CITY,
        _ZIP_FIELD,
        *_REACHED,
        _SURE,
    ),
    Table.PUBLIC_DEFENDERS: (*_REACHED, _SURE),
}


def fields_of(table: Table) -> tuple[Field, ...]:
    """Return the fields of a table, in the order of its columns."""
    return FIELDS[table]


def field_of(table: Table, name: str) -> Field | None:
    """Find a field by its column."""
    return next((field for field in FIELDS[table] if field.name == name), None)


def tidy(field: Field, typed: str) -> str:
    """Return what was typed as the files write it: one line, single spaces, a phone as ``(510) 555-0100``."""
    text = " ".join(typed.split())
    if field.kind is Kind.PHONE and (found := _TYPED_PHONE.fullmatch(text)):
        return "({}) {}-{}".format(*found.groups())
    return text.lower() if field.kind in (Kind.YES_NO, Kind.CONFIDENCE) else text


def problem_of(field: Field, value: str) -> str:
    """Return the sentence why a tidy value cannot stand in a field; empty where it can."""
    if not value:
        return MISSING if field.needed else ""
    if field.kind is Kind.TEXT:
        return problem_of_text(value)
    is_right, sentence = _FORMS[field.kind]
    if len(value) > LONGEST:
        return TOO_LONG
    return "" if is_right.fullmatch(value) and value.isascii() else sentence


def problem_of_text(value: str, *, longest: int = LONGEST, too_long: str = TOO_LONG) -> str:
    """Return the sentence why a text cannot be printed, or would be a formula in a spreadsheet; empty where all is well."""
    if len(value) > longest:
        return too_long
    if not value.isprintable() or any(ord(sign) >= _LAST_LETTER and sign not in _MARKS for sign in value):
        return NOT_PLAIN
    return "" if _BEGINS.match(value) else NOT_A_BEGINNING


def problem_of_source(value: str) -> str:
    """Return the sentence why this does not name a source; empty where it does."""
    return problem_of_text(value, longest=LONGEST_SOURCE, too_long=LONG_SOURCE) if value else NO_SOURCE


_FORMS: Mapping[Kind, tuple[re.Pattern[str], str]] = {
    Kind.ZIP: (_ZIP, NOT_A_ZIP),
    Kind.PHONE: (_PHONE, NOT_A_PHONE),
    Kind.WEBSITE: (_WEBSITE, NOT_A_WEBSITE),
    Kind.YES_NO: (re.compile("yes|no"), NOT_YES_OR_NO),
    Kind.CONFIDENCE: (re.compile("|".join(Confidence)), NOT_A_LEVEL),
}
