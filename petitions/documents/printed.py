"""How facts read in print: dates, sections and lists of numbers, in the English of a court paper."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence

from petitions.law.facts import Conviction, Span
from petitions.law.sections import Kind, normal_code, read_charge
from petitions.law.terms import Prefix

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_CODES = {"HS": "", "PC": "Pen. Code, "}
_MARIJUANA = (Kind.LISTED, Kind.PREDECESSOR, Kind.MEASURING)
_UNKNOWN_CODE = "____________ Code, "
_PREFIXES = {Prefix.ATTEMPT: "attempt", Prefix.CONSPIRACY: "conspiracy", Prefix.ACCESSORY: "accessory"}


def printed_date(span: Span | None) -> str | None:
    """Write a date as far as it is known: a day, a month, a year, or a range of days."""
    if span is None:
        return None
    first, last = span.first, span.last
    if span.is_exact:
        return f"{MONTHS[first.month - 1]} {first.day}, {first.year}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return str(first.year)
    ends_the_month = last.day == monthrange(last.year, last.month)[1]
    if first.day == 1 and ends_the_month and (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.year}"
    return f"{printed_date(Span(first, first))} to {printed_date(Span(last, last))}"


def printed_section(conviction: Conviction) -> str | None:
    """Write the section of a conviction, as "§ 11357(b)" where it is of the Health and Safety Code."""
    typed = _plain(conviction.section)
    code = normal_code(conviction.code)
    if not typed:
        return None
    if code is None:
        letter = f"({_plain(conviction.subdivision)})" if _plain(conviction.subdivision) else ""
        return f"{_UNKNOWN_CODE}§ {typed}{letter}"
    charge = read_charge(conviction.code, conviction.section, conviction.subdivision, conviction.prefix)
    if charge.kind not in _MARIJUANA:
        return f"{_CODES.get(code, f'{_plain(conviction.code)}, ')}§ {typed}"
    letter = f"({charge.letter})" if charge.letter else ""
    prefix = _PREFIXES.get(charge.prefix) if charge.prefix else None
    return f"§ {charge.section}{letter} ({prefix})" if prefix else f"§ {charge.section}{letter}"


def _plain(text: str | None) -> str:
    """Keep what a code section is written with."""
    return re.sub(r"[^0-9A-Za-z./& -]", "", text or "").strip()[:60]


def printed_numbers(numbers: Sequence[int]) -> str:
    """Write row numbers, as "No. 1" or "Nos. 1, 2 and 5"."""
    if len(numbers) == 1:
        return f"No. {numbers[0]}"
    return f"Nos. {', '.join(str(number) for number in numbers[:-1])} and {numbers[-1]}"
