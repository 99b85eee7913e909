"""Reads what a member typed in one cell into the fields of the question's own form, which checks it; pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from petitions.courts.directory import Directory, load_directory
from petitions.interview.code_words import folded
from petitions.interview.questions import Kind, Question

Fields = Mapping[str, Any]
"""What the form of a question gets: field name -> text, or a list of texts."""
UNSURE_WORDS = frozenset({"?", "UNSURE", "NOT SURE", "UNKNOWN", "UNK", "NO SE", "NO LO SE"})
_BOXES = ("month", "day", "year")
_YES = frozenset({"Y", "YES", "S", "SI", "X", "TRUE"})
_NO = frozenset({"N", "NO", "FALSE"})
_ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})(?:-(?P<day>[0-9]{1,2}))?")
_NUMBERS = re.compile(r"(?:(?P<month>[0-9]{1,2})[/.\- ])?(?:(?P<day>[0-9]{1,2})[/.\- ])?(?P<year>[0-9]{2,4})")
_NAMED = re.compile(
    r"(?:(?P<first>[0-9]{1,2})\.?\s+(?:DE\s+)?)?(?P<month>[A-Z]{3,10})\.?\s*(?:DE\s+)?(?:(?P<day>[0-9]{1,2})(?:ST|ND|RD|TH)?,?\s+)?(?P<year>[0-9]{4})"
)
_COUNTY_WORDS = re.compile(r"\b(?:COUNTY|CO|CNTY|CONDADO|OF|DE|DEL|THE)\b\.?")
_SHORT_COUNTIES = {
    "LA": "Los Angeles", "SF": "San Francisco", "SD": "San Diego", "OC": "Orange", "SB": "San Bernardino",
    "CC": "Contra Costa", "SLO": "San Luis Obispo", "SAC": "Sacramento",
}  # fmt: skip
"""Only those that are used for one county."""


def fields_of(question: Question, sent: Fields) -> Fields:
    """Return the fields of the question's form for what a cell sent; what is no text of ours goes through as it is."""
    if question.kind is Kind.PRIOR_DATES:
        return _prior_dates(sent)
    text = sent.get("text")
    if text is None:
        return sent
    return _READERS[question.kind](question, str(text).strip())


def is_blank(sent: Fields) -> bool:
    """Say whether nothing at all stands in the cell."""
    return not any(value for name, value in sent.items() if name != "seen")


def option_for(question: Question, text: str, *, labels: Mapping[str, str]) -> str:
    """Return the card that a word means: its value, its label, yes or no; the text itself where it is none."""
    word = folded(text)
    if word in UNSURE_WORDS:
        return "unsure"
    known = {str(option.value): folded(str(option.value)).replace("_", " ") for option in question.options}
    for value, name in known.items():
        if word in (name, folded(value), folded(labels.get(value, value))):
            return value
    for words, value in ((_YES, "yes"), (_NO, "no")):
        if word in words and value in known:
            return value
    begins = [value for value, name in known.items() if len(word) >= 1 and name.startswith(word)]
    return begins[0] if len(begins) == 1 else text


def county_named(text: str, *, directory: Directory) -> str:
    """Return the directory's name of a county; the text itself where it names none."""
    plain = " ".join(_COUNTY_WORDS.sub(" ", folded(text)).split())
    found = directory.county(_SHORT_COUNTIES.get(plain, plain)) or directory.county(text)
    return found.name if found else text


def _date(_question: Question, text: str) -> Fields:
    if folded(text) in UNSURE_WORDS:
        return {"unsure": "on"}
    month, day, year = date_boxes(text)
    return {"answer_month": month, "answer_day": day, "answer_year": year}


def date_boxes(text: str) -> tuple[str, str, str]:
    """Return month, day and year as typed; a text that is no date stands where the year stands, to be refused there."""
    plain = folded(text).strip()
    if found := _ISO.fullmatch(plain) or _NUMBERS.fullmatch(plain):
        return found["month"] or "", found["day"] or "", found["year"]
    if found := _NAMED.fullmatch(plain):
        return found["month"].title(), found["day"] or found["first"] or "", found["year"]
    return "", "", text


def _prior_dates(sent: Fields) -> Fields:
    """Read ``text_1``, ``text_2`` … into the three boxes of each date."""
    fields: dict[str, Any] = {}
    for name, value in sent.items():
        number = name.removeprefix("text_")
        if number == name:
            fields[name] = value
            continue
        field = "answer" if number == "1" else f"answer_{number}"
        boxes = ("", "", "") if folded(str(value)) in UNSURE_WORDS else date_boxes(str(value).strip())
        fields |= {f"{field}_{name}": box for name, box in zip(_BOXES, boxes, strict=True)}
    return fields


def _crime(_question: Question, text: str) -> Fields:
    if folded(text) in UNSURE_WORDS:
        return {"answer": "unsure"}
    return {"typed": text, "word": "unsure"}


def _county(_question: Question, text: str) -> Fields:
    if folded(text) in UNSURE_WORDS:
        return {"answer": "unsure"}
    return {"answer": county_named(text, directory=load_directory())}


def _parts(question: Question, text: str) -> Fields:
    """Read the one box of a question that has one, as the case number."""
    if folded(text) in UNSURE_WORDS:
        return {
            "answer": next(str(one.value) for one in question.options if one.value != question.parts_when)
        }
    return {"answer": question.parts_when, f"part_{question.parts[0].key}": text}


def _names(_question: Question, text: str) -> Fields:
    return {"answer": text}


_READERS: Mapping[Kind, Callable[[Question, str], Fields]] = {
    Kind.DATE: _date,
    Kind.CRIME: _crime,
    Kind.COUNTY: _county,
    Kind.PARTS: _parts,
    Kind.NAMES: _names,
}
