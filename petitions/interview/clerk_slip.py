"""The slips that ask a court clerk whether a case was changed already: one for each case, without a name."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import override

from petitions.courts.directory import Directory
from petitions.courts.entries import Courthouse
from petitions.interview.already_cleared import worth_checking
from petitions.interview.conviction_names import name_of, small_print
from petitions.law.determinations import Determinations
from petitions.law.facts import Conviction, Record


@dataclass(frozen=True, slots=True)
class ClerkSlip:
    """What one slip says, in English, for the clerk; ``None`` leaves a blank to write in."""

    county: str | None
    courthouse: Courthouse | None
    case_number: str | None
    convictions: tuple[tuple[str, str], ...]
    """What and when, and the county, code and class in small print."""


def slips_for_clerks(
    record: Record, determinations: Determinations, directory: Directory
) -> tuple[ClerkSlip, ...]:
    """Return a slip for each case that may have been changed already, in the order of the record."""
    checked = worth_checking(determinations)
    cases: dict[tuple[str, str], list[Conviction]] = {}
    for one in record.convictions:
        if one.id in checked:
            alone = "" if one.case_number else one.id
            cases.setdefault(((one.county or "").casefold(), one.case_number or alone), []).append(one)
    with override("en"):
        return tuple(_slip(found, directory) for found in cases.values())


def _slip(convictions: list[Conviction], directory: Directory) -> ClerkSlip:
    first = convictions[0]
    county = directory.county(first.county) if first.county else None
    return ClerkSlip(
        county=county.name if county else first.county,
        courthouse=directory.main_courthouse(county.name) if county else None,
        case_number=first.case_number,
        convictions=tuple((name_of(one), small_print(one)) for one in convictions),
    )
