"""Writes a count as JSON: its charge, its dispositions and their sentences."""

from __future__ import annotations

from typing import Any

from petitions.rapsheet.meaning.sentence_lengths import one_line, total_length
from petitions.rapsheet.meaning.standing import convicted, current_severity, sentence, severity
from petitions.rapsheet.sheet import Count, Disposition, Length, Outcome, Penalty, Sentence, Severity

_TYPES = {Outcome.REDUCED: Outcome.OTHER.value, Outcome.RESENTENCED: Outcome.SENTENCE_MODIFIED.value}
"""The types of the contract; ``outcome`` tells them apart."""


def count_json(count: Count) -> dict[str, Any]:
    """Return the JSON of a count."""
    applies = sentence(count)
    return {
        "number": count.number,
        **_charge(count),
        "flags": list(count.flags),
        "toc": count.toc,
        "convicted": convicted(count) is not None,
        "severity": letter(severity(count)),
        "current_severity": letter(current_severity(count)),
        "sentence_text": one_line(applies) if applies else None,
        "sentence": _sentence(count.sentence, on=None) if count.sentence else None,
        "please_check": count.please_check,
        "dispositions": [_disposition(one) for one in count.dispositions],
    }


def letter(severity: Severity | None) -> str | None:
    """Return F, M or I."""
    return severity.value if severity else None


def _charge(count: Count) -> dict[str, Any]:
    """Words that name no section stand apart: they describe none."""
    charge = count.charge.value if count.charge else None
    words = count.description.value if count.description else None
    return {
        "code": charge.code if charge else None,
        "section": charge.section if charge else None,
        "code_section": charge.code_section if charge else None,
        "description": words if charge else None,
        "charge_text": None if charge else words,
    }


def _disposition(disposition: Disposition) -> dict[str, Any]:
    on = disposition.on.value.isoformat() if disposition.on else None
    stated = disposition.severity
    return {
        "type": _TYPES.get(disposition.outcome, disposition.outcome.value),
        "outcome": disposition.outcome.value,
        "date": on,
        "text": disposition.text.place.raw.upper().rstrip(),
        "severity": letter(stated.value if stated else None),
        "sentence": _sentence(disposition.sentence, on=on) if disposition.sentence else None,
        "statute": disposition.statute,
        "is_update": disposition.is_update,
    }


def _sentence(sentence: Sentence, *, on: str | None) -> dict[str, Any]:
    """The plain keys hold the first part of a kind, in years, months and days; the others every part as printed."""
    lengths = {one.value: sentence.lengths(one) for one in Penalty}
    return {
        **{kind: _first(found) for kind, found in lengths.items()},
        **{f"{kind}_all": [_as_printed(one) for one in found] for kind, found in lengths.items()},
        "life": sentence.is_for_life,
        "details": list(sentence.details),
        "date": on,
        "text": one_line(sentence),
        "total_duration": in_units(total_length(sentence)),
    }


def _first(lengths: tuple[Length, ...]) -> dict[str, int] | None:
    return in_units(lengths[0]) if lengths else None


def in_units(length: Length) -> dict[str, int]:
    """Return the length in years, months and days, a week being seven; {} where it has no number."""
    return _as_printed(length._replace(weeks=0, days=length.days + 7 * length.weeks))


def _as_printed(length: Length) -> dict[str, int]:
    return {unit: number for unit, number in length._asdict().items() if number}
